// What a newer engine answers, and every word that the published types name: each leads to a text in every language.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

let server, messages, texts, language;
before(async () => {
  server = await createServer({ root: fileURLToPath(new URL("../../www", import.meta.url)), logLevel: "error", appType: "custom", server: { middlewareMode: true, hmr: false, ws: false, watch: null } });
  [messages, texts, language] = await Promise.all(["messages", "texts", "language"].map((name) => server.ssrLoadModule(`/src/${name}.ts`)));
  globalThis.document = { documentElement: {} };
});
after(() => server?.close());

const context = { currency: "USD", digits: 2, unit: "operations", planName: (id) => id };
const types = readFileSync(new URL("../../pkg/index.d.ts", import.meta.url), "utf8");
/** The quoted words of an exported union. */
const wordsOf = (name) => [...types.match(new RegExp(`export type ${name} =([\\s\\S]*?);\\n`))[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);

for (const name of ["en", "de", "ja", "ar"]) {
  test(`every error code has a text of its own in ${name}, and unknown ones show the engine's`, async () => {
    await texts.speak(name);
    const codes = wordsOf("ErrorCode");
    assert.ok(codes.length > 40, codes.join(" "));
    const operands = { minimum: 2, maximum: 25, left: 3, bundle: 1000, amount: "0.30" };
    const unworded = codes.filter((code) => messages.problem({ code, path: "x", message: "said by the engine", operands }, context).includes("said by the engine"));
    assert.deepEqual(unworded, []);
    assert.match(messages.problem({ code: "of_tomorrow", path: "x", message: "said by the engine" }, context), /said by the engine/);
    // Without its operands a code has nothing to say of its own.
    assert.match(messages.problem({ code: "not_a_bundle", path: "x", message: "said by the engine" }, context), /said by the engine/);
  });

  test(`kinds of tomorrow are worded in ${name}, not left out`, async () => {
    await texts.speak(name);
    const kind = "of_tomorrow";
    const preview = { direction: kind, cause: null, change: {}, lines: [], effectiveAt: "2026-03-11", dueNow: "0.00" };
    const said = [
      messages.loss({ kind, amount: "1.00" }, context),
      messages.warning({ kind }, context),
      messages.missing({ kind, answered: false }),
      messages.missing({ kind: "acknowledge", subject: kind, answered: false }),
      messages.acknowledgement({ kind: "acknowledge", subject: kind, answered: false }, preview, context),
      messages.changeTitle(preview, "Core", "Pro"),
      messages.lineTitle({ kind, amount: "1.00", because: { kind } }, context),
    ];
    assert.deepEqual(said.filter((sentence) => !/\p{L}/u.test(sentence ?? "")), []);
    assert.deepEqual(messages.because({ kind, amount: "1.00", because: { kind } }, context), []);
  });
}

test("plurals follow the language: each of the six Arabic kinds has a form of its own", async () => {
  await texts.speak("ar");
  const forms = [0, 1, 2, 3, 11, 100].map((seats) => texts.text("seats", { seats }).replaceAll(/[\u2066-\u2069]/g, ""));
  assert.deepEqual(forms, ["لا مقاعد", "مقعد واحد", "مقعدان", "٣ مقاعد", "١١ مقعدًا", "١٠٠ مقعد"]);
  await texts.speak("de");
  assert.deepEqual([1, 2].map((seats) => texts.text("seats", { seats }).replaceAll(/[\u2066-\u2069]/g, "")), ["1 Platz", "2 Plätze"]);
  assert.equal(language.language(), "de");
});
