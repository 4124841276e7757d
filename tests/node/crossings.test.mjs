// How often a call crosses the boundary to the engine and back, exactly: it does not depend on how large the documents
// and the answer are.
import assert from "node:assert/strict";
import { test } from "node:test";

const crossed = { into: 0, outOf: 0 };

function counted(functions, way) {
  const count = (work) => (...args) => {
    crossed[way] += 1;
    return work(...args);
  };
  return Object.fromEntries(Object.entries(functions).map(([name, value]) => [name, typeof value === "function" ? count(value) : value]));
}

// Before the package is loaded, so that the one instance that it makes is counted.
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const inner = Object.fromEntries(Object.entries(imports).map(([name, functions]) => [name, counted(functions, "outOf")]));
  return { exports: counted(new Instance(module, inner).exports, "into") };
};
const { Catalog, prorate } = await import("prorata");
WebAssembly.Instance = Instance;

function crossings(work) {
  Object.assign(crossed, { into: 0, outOf: 0 });
  work();
  return { ...crossed };
}

const price = (tier) => ({ interval: "month", amount: `${9 + tier}.00`, operations: 10_000 * (tier + 1) });
const document = (prices) => ({ currency: "USD", policy: "make", plans: [{ id: "core", name: "Core", prices: Array.from({ length: prices }, (_, tier) => price(tier)) }] });
const held = { plan: "core", interval: "month", operations: 10_000, unusedOperations: 6_000, period: { start: "2026-03-01", end: "2026-03-31" } };

/** One call; serde-wasm-bindgen asks five times what it was given, how long it is, and for its bytes. */
const EACH = { into: 1, outOf: 5 };

for (const prices of [3, 300]) {
  test(`a catalog of ${prices} prices: every call crosses as often`, () => {
    let catalog;
    let checkout;
    assert.deepEqual(crossings(() => (catalog = new Catalog(document(prices)))), EACH);
    assert.deepEqual(crossings(() => (checkout = catalog.checkout(held))), EACH);
    assert.deepEqual(crossings(() => checkout.preview({ operations: 30_000, at: "2026-03-10" })), EACH);
    assert.deepEqual(crossings(() => checkout.compare({ at: "2026-03-10" })), EACH);
    assert.deepEqual(crossings(() => checkout.schedule({ at: "2026-03-10" }, 12)), EACH);
    assert.deepEqual(crossings(() => assert.throws(() => checkout.preview({ operations: 1, at: "10 March", seat: 1.5 }))), EACH);
  });
}

test("a rule alone crosses no more often", () => {
  assert.deepEqual(crossings(() => prorate({ amount: "20.00", currency: "USD", period: { start: "2026-03-01", end: "2026-04-01" }, from: "2026-03-15" })), EACH);
});
