import { FluentBundle, FluentResource } from "@fluent/bundle";
import { language, languages, useLanguage, type Language } from "./language";
import { files as english } from "./locales/en";
import type { Texts } from "./locales/texts";

type Files = Record<string, string>;
export type TextId = keyof Texts;

/** English is part of the page, since it stands in where another language says nothing. */
const load: Record<Exclude<Language, "en">, () => Promise<{ files: Files }>> = {
  de: () => import("./locales/de"),
  ja: () => import("./locales/ja"),
  ar: () => import("./locales/ar"),
};

const bundles = new Map<Language, FluentBundle>([["en", bundleOf("en", english)]]);

function bundleOf(name: Language, files: Files): FluentBundle {
  const bundle = new FluentBundle(languages[name].locale);
  for (const file of Object.values(files)) bundle.addResource(new FluentResource(file));
  return bundle;
}

/** Loads the texts of a language and puts it to use. */
export async function speak(name: Language): Promise<void> {
  if (name !== "en" && !bundles.has(name)) bundles.set(name, bundleOf(name, (await load[name]()).files));
  [document.documentElement.lang, document.documentElement.dir] = [name, languages[name].direction];
  useLanguage(name);
}

/** A text of the page in the language in use. Amounts, dates and names go in as strings, counts as numbers. */
export function text<Id extends TextId>(id: Id, ...[variables]: Texts[Id] extends undefined ? [] : [Texts[Id]]): string {
  for (const bundle of [bundles.get(language()), bundles.get("en")]) {
    const pattern = bundle?.getMessage(id)?.value;
    if (!bundle || pattern == null) continue;
    const problems: Error[] = [];
    const found = bundle.formatPattern(pattern, variables ?? null, problems);
    if (problems.length > 0) console.error(`the text ${id}`, ...problems);
    return found;
  }
  console.error(`there is no text ${id}`);
  return id;
}
