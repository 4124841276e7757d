/** The languages of the page. `locale` decides how numbers and dates are written. */
export const languages = {
  en: { name: "English", locale: "en-US", direction: "ltr" },
} as const;

export type Language = keyof typeof languages;

let inUse: Language = "en";
const listeners = new Set<() => void>();

export function language(): Language {
  return inUse;
}

export function locale(): string {
  return languages[inUse].locale;
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
