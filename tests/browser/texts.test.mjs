// The texts of the page: every language says everything, with the same variables, and nothing is said in vain.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { languages, textsOf } from "../../scripts/texts.mjs";

const source = fileURLToPath(new URL("../../www/src", import.meta.url));
const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts")).map((name) => [name, readFileSync(join(source, name), "utf8")]);
const code = files.map(([, content]) => content).join("\n");
const english = textsOf("en");

for (const language of languages()) {
  test(`${language} says what English says, of the same variables`, () => {
    const { texts, problems } = textsOf(language);
    assert.deepEqual(problems, []);
    const signatures = (found) => [...found].map(([id, { file, variables }]) => `${file}: ${id}(${[...variables.keys()].sort().join(", ")})`);
    const [said, expected] = [new Set(signatures(texts)), new Set(signatures(english.texts))];
    assert.deepEqual({ missing: [...expected].filter((text) => !said.has(text)), unknown: [...said].filter((text) => !expected.has(text)) }, { missing: [], unknown: [] });
  });
}

test("no text is left that the page does not say", () => {
  const contained = new Set([...english.texts.values()].flatMap(({ messages }) => [...messages]));
  const unused = [...english.texts.keys()].filter((id) => !contained.has(id) && !code.includes(`"${id}"`));
  assert.deepEqual(unused, []);
});

/** The template literals after `html` or `svg`, without what stands in `${}`; templates within are found for themselves. */
function templatesOf(content) {
  return [...content.matchAll(/\b(?:html|svg)`/g)].map(({ index, 0: opening }) => {
    let [text, depth, ticks] = ["", 0, 0];
    for (let at = index + opening.length; at < content.length; at += 1) {
      const letter = content[at];
      if (depth === 0 && letter === "`") break;
      if (letter === "$" && content[at + 1] === "{" && ticks % 2 === 0) {
        depth += 1;
        at += 1;
        text += depth === 1 ? "…" : "";
      } else if (depth > 0) {
        // Braces of objects and of templates within count alike, since both close.
        if (letter === "{") depth += 1;
        if (letter === "}") depth -= 1;
      } else text += letter;
    }
    return text;
  });
}

test("the page's templates contain no words of their own", () => {
  const words = files.flatMap(([name, content]) =>
    templatesOf(content).flatMap((template) => {
      const tags = template.match(/<[^>]*>/g) ?? [];
      const said = tags.flatMap((tag) => [...tag.matchAll(/\s(?:aria-label|aria-description|aria-valuetext|title|placeholder|alt|data-label)="([^"]*)"/g)].map((found) => found[1]));
      return [template.replaceAll(/<!--.*?-->|<[^>]*>|&\w+;/gs, " "), ...said].filter((text) => /\p{L}{2}/u.test(text)).map((text) => `${name}: ${text.trim()}`);
    }));
  assert.deepEqual(words, []);
});
