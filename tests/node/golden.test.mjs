// The same requests and answers as tests/golden.rs: the package gives the same bytes as the crate.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import init, { Catalog, PricingError } from "prorata";

await init();
const root = new URL("../..", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const requests = readdirSync(new URL("tests/golden", root)).filter((name) => name.endsWith(".request.json"));

test("there are requests", () => assert.ok(requests.length >= 16));

for (const name of requests) {
  test(`${name.replace(".request.json", "")}: the answer of the crate`, () => {
    const request = JSON.parse(read(`tests/golden/${name}`));
    const catalog = new Catalog(JSON.parse(read(`www/catalogs/${request.catalog}.json`)));
    const checkout = catalog.checkout(request.subscription);
    let answer;
    try {
      answer = checkout.preview(request.change);
    } catch (error) {
      assert.ok(PricingError.is(error), error);
      answer = { kind: error.kind, problems: error.problems };
    }
    assert.equal(JSON.stringify(answer, null, 2), read(`tests/golden/${name.replace(".request.", ".answer.")}`).trimEnd());
    // Plain data: clones like any other, and says the same again.
    assert.deepEqual(structuredClone(answer), answer);
    checkout.free();
    catalog.free();
  });
}
