// Numbers as people type them in each language, read by the page's own module. Every expectation is written by hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

let server, entry, language, format;
before(async () => {
  server = await createServer({ root: fileURLToPath(new URL("../../www", import.meta.url)), logLevel: "error", appType: "custom", server: { middlewareMode: true, hmr: false, ws: false, watch: null } });
  [entry, language, format] = await Promise.all(["entry", "language", "format"].map((name) => server.ssrLoadModule(`/src/${name}.ts`)));
});
after(() => server?.close());

const counts = {
  en: { "1000": 1000, "1,000": 1000, "1 000": 1000, "160,000": 160_000, " 12 ": 12, "1_000_000": 1_000_000, "１２": 12, "٤٠": 40, "1.000": undefined, "1,00": undefined, "1,0000": undefined, "4o": undefined, "": undefined,
    "-3": undefined, "9007199254740993": undefined },
  de: { "1000": 1000, "1.000": 1000, "160.000": 160_000, "1 000": 1000, "1\u202f000": 1000, "1,000": undefined, "12,5": undefined, "1.5": undefined },
  ja: { "１２": 12, "１，０００": 1000, "1,000": 1000, "１．５": undefined, "十二": undefined },
  ar: { "١٢": 12, "١٦٠٬٠٠٠": 160_000, "\u200f١٬٠٠٠": 1000, "1,000": 1000, "۱۲": 12, "١٫٥": undefined },
};

const amounts = {
  en: { "25": "25", "25.50": "25.50", "1,000.50": "1000.50", "-5": "-5", "−5.00": "-5.00", "25,50": undefined, "25.5x": undefined, "1.2.3": undefined, "1|5": undefined, "25.": undefined, ".5": undefined },
  de: { "25": "25", "25,50": "25.50", "1.000,50": "1000.50", "25.50": undefined, "1.000": "1000" },
  ja: { "２５．５０": "25.50", "1,000.50": "1000.50" },
  ar: { "٢٥٫٥٠": "25.50", "١٬٠٠٠٫٥٠": "1000.50", "25.50": "25.50", "٢٥,٥٠": undefined },
};

for (const [name, cases] of Object.entries(counts)) {
  test(`whole numbers typed in ${name}`, () => {
    language.useLanguage(name);
    assert.deepEqual(Object.fromEntries(Object.keys(cases).map((typed) => [typed, entry.readCount(typed)])), cases);
  });
}

for (const [name, cases] of Object.entries(amounts)) {
  test(`amounts typed in ${name}`, () => {
    language.useLanguage(name);
    assert.deepEqual(Object.fromEntries(Object.keys(cases).map((typed) => [typed, entry.readAmount(typed)])), cases);
  });
}

test("what is shown in a field is read as the same number again", () => {
  for (const name of Object.keys(language.languages)) {
    language.useLanguage(name);
    for (const number of [0, 7, 1000, 160_000, 1_000_000_000_000]) {
      assert.equal(entry.readCount(format.count(number)), number, name);
      assert.equal(entry.readCount(format.plainCount(number)), number, name);
    }
    // Beyond what a float holds.
    for (const amount of ["0", "25.50", "-5.00", "123456789012345.678901"]) assert.equal(entry.readAmount(format.decimal(amount)), amount, name);
  }
});
