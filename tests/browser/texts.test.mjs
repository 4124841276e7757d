// The texts of the page: every language says everything, with the same variables, and nothing is said in vain.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { languages, textsOf } from "../../scripts/texts.mjs";

const source = fileURLToPath(new URL("../../www/src", import.meta.url));
const code = readdirSync(source, { recursive: true }).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts")).map((name) => readFileSync(join(source, name), "utf8")).join("\n");
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
