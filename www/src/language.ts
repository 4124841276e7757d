/** The languages of the page, in their own names. `locale` decides how numbers and dates are written. */
export const languages = {
  en: { name: "English", locale: "en-US", direction: "ltr" },
  de: { name: "Deutsch", locale: "de-DE", direction: "ltr" },
  ja: { name: "日本語", locale: "ja-JP", direction: "ltr" },
  ar: { name: "العربية", locale: "ar-EG", direction: "rtl" },
} as const;

export type Language = keyof typeof languages;

/** The key of the choice, in the address and where the browser remembers it. */
const key = "lang";

let inUse: Language = "en";
const listeners = new Set<() => void>();

export function language(): Language {
  return inUse;
}

export function locale(): string {
  return languages[inUse].locale;
}

export function direction(): "ltr" | "rtl" {
  return languages[inUse].direction;
}

/** Puts a language to use whose texts are there; `speak` in `texts.ts` loads them first. */
export function useLanguage(next: Language): void {
  inUse = next;
  for (const listener of listeners) listener();
}

/** Returns what ends the subscription. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isLanguage(word: string | null | undefined): word is Language {
  return word != null && Object.hasOwn(languages, word);
}

/** What the address asks for, else what was chosen before, else the first of the browser's languages that the page speaks. */
export function preferredLanguage(): Language {
  const asked = [new URLSearchParams(location.search).get(key), remembered(), ...navigator.languages.map((tag) => tag.split("-")[0]?.toLowerCase())];
  return asked.find(isLanguage) ?? "en";
}

/** Where the browser keeps nothing, the choice holds for the address. */
function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice, beside whatever else the address says. */
export function rememberLanguage(choice: Language): void {
  const address = new URL(location.href);
  address.searchParams.set(key, choice);
  history.replaceState(history.state, "", address);
  try {
    localStorage.setItem(key, choice);
  } catch {
    // The address remembers it.
  }
}

/** Back and Forward lead to other states of the page, never to another language. */
export function keepLanguage(): void {
  addEventListener("popstate", () => {
    const address = new URL(location.href);
    if (!address.searchParams.has(key) || address.searchParams.get(key) === inUse) return;
    address.searchParams.set(key, inUse);
    history.replaceState(history.state, "", address);
  });
}
