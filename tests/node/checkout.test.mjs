// The package as a host uses it: previews, the server's check, what is kept and what is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import init, { Catalog, Checkout, PricingError, convertOperations, periods, priceQuantity, prorate, transferOperations } from "prorata";

await init();
const document = (name) => JSON.parse(readFileSync(new URL(`../../www/catalogs/${name}.json`, import.meta.url), "utf8"));
const make = () => new Catalog(document("make"));
const core = { plan: "core", interval: "month", operations: 150_000, unusedOperations: 160_000, period: { start: "2026-03-01", end: "2026-03-31" } };
const caught = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(PricingError.is(error), String(error));
    return error;
  }
  return assert.fail("nothing was thrown");
};

test("an untouched preview is accepted within its age, and computed again", () => {
  const checkout = make().checkout(core);
  const preview = checkout.preview({ plan: "pro", operations: 300_000, at: "2026-03-10T10:00:00Z" });
  assert.equal(preview.dueNow, "194.49"); // 315.93 − 121.44
  const verdict = checkout.verify(structuredClone(preview), { now: "2026-03-10T10:14:59Z" });
  assert.deepEqual(verdict, { ok: true, drift: [], problems: [], preview });
});

test("every touched figure is named, and the recomputed one is the one to charge", () => {
  const checkout = make().checkout(core);
  const preview = checkout.preview({ plan: "pro", operations: 300_000, at: "2026-03-10T10:00:00Z" });
  const touched = structuredClone(preview);
  touched.dueNow = "1.00";
  touched.lines[0].amount = "-314.93";
  touched.extra = true;
  const verdict = checkout.verify(touched, { now: "2026-03-10T10:00:30Z" });
  assert.equal(verdict.ok, false);
  assert.deepEqual(verdict.drift, [
    { path: "lines[0].amount", shown: "-314.93", computed: "-121.44" },
    { path: "dueNow", shown: "1.00", computed: "194.49" },
    { path: "extra", shown: true, computed: undefined },
  ]);
  assert.equal(verdict.preview.dueNow, "194.49");
});

test("a preview that is too old, from the future or unanswered is not confirmed", () => {
  const checkout = make().checkout(core);
  const codes = (change, options) => checkout.verify(checkout.preview(change), options).problems.map(({ code }) => code);
  const upgrade = { plan: "pro", operations: 300_000, at: "2026-03-10T10:00:00Z" };
  assert.deepEqual(codes(upgrade, { now: "2026-03-10T10:15:01Z" }), ["stale"]);
  assert.deepEqual(codes(upgrade, { now: "2026-03-10T10:15:01Z", maxAge: 3600 }), []);
  assert.deepEqual(codes(upgrade, { now: "2026-03-10T09:58:59Z" }), ["future"]);
  assert.deepEqual(codes(upgrade, { now: "2026-03-10T09:59:01Z" }), []);
  const downgrade = { operations: 10_000, at: "2026-03-10T10:00:00Z" };
  assert.deepEqual(codes(downgrade, { now: "2026-03-10T10:00:00Z" }), ["unanswered"]);
  assert.deepEqual(codes({ ...downgrade, answers: { acknowledged: ["downgrade"] } }, { now: "2026-03-10T10:00:00Z" }), []);
});

test("the server prices from its own subscription, whatever the page showed", () => {
  const catalog = make();
  const shown = catalog.checkout(core).preview({ plan: "pro", operations: 300_000, at: "2026-03-10T10:00:00Z" });
  // 500 operations were used since: 159,500 × 113.85 ÷ 150,000 = 121.0605.
  const verdict = catalog.checkout({ ...core, unusedOperations: 159_500 }).verify(shown, { now: "2026-03-10T10:01:00Z" });
  assert.equal(verdict.preview.dueNow, "194.87");
  assert.ok(verdict.drift.some(({ path, shown: before, computed }) => path === "dueNow" && before === "194.49" && computed === "194.87"));
});

test("apply gives the subscription that the preview promised, and it can be changed again", () => {
  const catalog = make();
  const checkout = catalog.checkout({ ...core, balance: "10.00", members: 3 });
  const preview = checkout.preview({ plan: "pro", operations: 300_000, at: "2026-03-10" });
  const after = checkout.apply(preview);
  assert.deepEqual(after, {
    plan: "pro",
    interval: "month",
    operations: 300_000,
    period: { start: "2026-03-10", end: "2026-04-09" },
    anchor: "2026-03-10",
    unusedOperations: 300_000,
    paid: [{ start: "2026-03-10", end: "2026-04-09", amount: "315.93" }],
    members: 3,
  });
  const back = catalog.checkout(after).preview({ plan: "core", operations: 150_000, at: "2026-03-11" });
  assert.equal(back.operations.available, 450_000);
});

test("a change at the period's end is agreed, stands beside other changes, and is taken back", () => {
  const catalog = make();
  const cancelled = catalog.checkout(core).apply(catalog.checkout(core).preview({ cancel: true, at: "2026-03-10" }));
  assert.equal(cancelled.scheduled.cancel, true);
  const checkout = catalog.checkout(cancelled);
  assert.equal(checkout.preview({ at: "2026-03-11" }).next, undefined);
  const kept = checkout.apply(checkout.preview({ withdraw: true, at: "2026-03-11" }));
  assert.equal(kept.scheduled, undefined);
  assert.deepEqual(catalog.checkout(kept).preview({ at: "2026-03-12" }).next, { at: "2026-03-31", amount: "113.85" });
});

test("compare prices every tier on sale in one call, as preview does one by one", () => {
  const checkout = make().checkout(core);
  const entries = checkout.compare({ at: "2026-03-10" });
  const sold = document("make").plans.filter(({ onSale }) => onSale !== false).flatMap(({ prices }) => prices);
  assert.equal(entries.length, sold.length);
  assert.equal(entries.filter(({ current }) => current).length, 1);
  for (const { plan, interval, operations, dueNow, direction } of entries) {
    const preview = checkout.preview({ plan, interval, operations, at: "2026-03-10" });
    assert.deepEqual({ dueNow, direction }, { dueNow: preview.dueNow, direction: preview.direction });
  }
});

test("the invoices that follow sum up, and take the balance along", () => {
  const anaconda = new Catalog(document("anaconda"));
  const held = { plan: "business", interval: "month", seats: 5, period: { start: "2026-01-31", end: "2026-02-28" }, anchor: 31, balance: "300.00" };
  const invoices = anaconda.checkout(held).schedule({ at: "2026-02-10" }, 3);
  assert.deepEqual(
    invoices.map(({ at, total, balanceUsed, amount, balanceAfter }) => [at, total, balanceUsed, amount, balanceAfter]),
    [
      ["2026-02-28", "250.00", "250.00", "0.00", "50.00"],
      ["2026-03-31", "250.00", "50.00", "200.00", "0.00"],
      ["2026-04-30", "250.00", "0.00", "250.00", "0.00"],
    ],
  );
});

test("how many invoices follow is a whole number, and what is none is not counted as another", () => {
  const checkout = make().checkout(core);
  const invoices = (count) => checkout.schedule({ at: "2026-03-10" }, count);
  assert.deepEqual([invoices(0).length, invoices(2).length, invoices(2 ** 32 + 1).length], [0, 2, 1200]);
  for (const count of [1.5, Number.NaN, Infinity, "2", true, 10n, Symbol("2"), {}, [2]]) {
    const { kind, code, path } = caught(() => invoices(count));
    assert.deepEqual([kind, code, path], ["change", "wrong_type", "count"]);
  }
  assert.equal(caught(() => invoices(-1)).code, "negative");
  for (const count of [null, undefined]) assert.equal(caught(() => invoices(count)).code, "missing");
});

test("an outlook says from when buying operations on top is cheaper than the change", () => {
  const catalog = new Catalog({ currency: "USD", policy: "make", plans: [
    { id: "old", name: "Old", prices: [{ interval: "month", amount: "30.00", operations: 1000 }], extraOperations: { bundle: 500, surcharge: "25" } },
    { id: "new", name: "New", prices: [{ interval: "month", amount: "60.00", operations: 10_000 }] },
  ] });
  const checkout = catalog.checkout({ plan: "old", interval: "month", unusedOperations: 500, period: { start: "2024-04-01", end: "2024-05-01" } });
  const change = { plan: "new", at: "2024-04-11" };
  const days = checkout.outlook(change, { until: "2024-05-01", operationsPerDay: 100 });
  // 60.00 less 3.00 for every 100 that are left; 1,500 at 15.00 and a quarter more for each 500.
  assert.deepEqual(days.slice(3, 5).map(({ total, extraOperations }) => ({ total, ...extraOperations })), [
    { total: "54.00", operations: 1500, amount: "56.25" },
    { total: "57.00", operations: 1500, amount: "56.25" },
  ]);
  const breaksEven = days.find(({ total, extraOperations }) => Number(extraOperations.amount) < Number(total));
  assert.equal(breaksEven.change.at, "2024-04-15");
  assert.ok(checkout.outlook(change, { until: "2024-04-12" }).every((preview) => !("extraOperations" in preview)));
});

test("dates may be Dates, and undefined is absent", () => {
  const checkout = make().checkout({ ...core, period: { start: new Date("2026-03-01T00:00:00Z"), end: new Date("2026-03-31T00:00:00Z") }, seats: undefined });
  assert.equal(checkout.preview({ plan: "pro", operations: 300_000, at: new Date("2026-03-10T00:00:00Z") }).period.end, "2026-04-09T00:00:00Z");
  assert.equal(caught(() => checkout.preview({ at: new Date(Number.NaN) })).code, "invalid_timestamp");
});

test("what is wrong is told all at once, with codes, paths and values, and nothing is lost", () => {
  const checkout = make().checkout(core);
  const error = caught(() => checkout.preview({ at: "2026-03-10", seat: 8, operations: 1.5, plan: "", interval: "weekly" }));
  assert.equal(error.kind, "change");
  assert.deepEqual(
    error.problems.map(({ code, path, value }) => [code, path, value]),
    [
      ["unknown_key", "seat", 8],
      ["empty", "plan", undefined],
      ["invalid_interval", "interval", "weekly"],
      ["wrong_type", "operations", 1.5],
    ],
  );
  assert.ok(error instanceof Error);
  assert.equal(error.name, "PricingError");
  assert.equal(checkout.preview({ at: "2026-03-10" }).direction, "none");
});

test("what is wrong with the change of a submitted preview is told from the preview", () => {
  const checkout = make().checkout(core);
  for (const [preview, code, path, value] of [
    [7, "wrong_type", "", undefined],
    [{}, "missing", "change", undefined],
    [{ change: 7 }, "wrong_type", "change", 7],
    [{ change: [] }, "wrong_type", "change", []],
    [{ change: { at: "2026-03-10", seats: true } }, "wrong_type", "change.seats", true],
  ]) {
    const [problem] = caught(() => checkout.apply(preview)).problems;
    assert.deepEqual([problem.code, problem.path, problem.value], [code, path, value]);
  }
});

test("a catalog with five mistakes reports all five", () => {
  const error = caught(() => new Catalog({
    currency: "USDX",
    policy: "strype",
    plans: [
      { id: "a", name: "A", prices: [{ interval: "month", amount: 9.99 }] },
      { id: "a", name: "B", prices: [{ interval: "month", amount: "-1" }] },
    ],
  }));
  assert.equal(error.kind, "document");
  assert.deepEqual(
    error.problems.map(({ code, path, value }) => [code, path, value]).sort(),
    [
      ["duplicate_id", "plans[1].id", "a"],
      ["negative", "plans[1].prices[0].amount", "-1"],
      ["unknown_currency", "currency", "USDX"],
      ["unknown_preset", "policy", "strype"],
      ["wrong_type", "plans[0].prices[0].amount", 9.99],
    ],
  );
});

test("hostile values end in an error and leave the engine at work", () => {
  const cyclic = { currency: "USD" };
  cyclic.plans = [cyclic];
  assert.equal(caught(() => new Catalog(cyclic)).kind, "document");
  for (const value of [null, 7, "x", [], () => 1, Symbol("x"), 10n, new Map([["at", 1]])]) {
    const error = caught(() => make().checkout(core).preview(value));
    assert.equal(error.kind, "change", String(value));
  }
  const checkout = make().checkout(core);
  const thrower = { get at() { throw new RangeError("mine"); } };
  assert.throws(() => checkout.preview(thrower), RangeError);
  assert.equal(caught(() => checkout.preview(JSON.parse('{"at":"2026-03-10","__proto__":{"plan":"pro"}}'))).code, "unknown_key");
  assert.equal(checkout.preview({ at: "2026-03-10" }).direction, "none");
});

test("a checkout outlives its freed catalog; a freed object says so", () => {
  const catalog = make();
  const checkout = catalog.checkout(core);
  catalog.free();
  catalog.free();
  assert.equal(checkout.preview({ at: "2026-03-10" }).direction, "none");
  assert.equal(caught(() => catalog.checkout(core)).code, "released");
  checkout.free();
  checkout.free();
  const error = caught(() => checkout.preview({ at: "2026-03-10" }));
  assert.deepEqual([error.kind, error.code], ["host", "released"]);
  assert.throws(() => new Checkout(), TypeError);
});

test("the rules stand alone", () => {
  assert.deepEqual(prorate({ amount: "20.00", currency: "USD", period: { start: "2026-03-01", end: "2026-04-01" }, from: "2026-03-15" }), {
    amount: "10.97", factor: "17/31", unit: "day", remaining: 17, total: 31,
  });
  assert.deepEqual(convertOperations({ amount: "113.85", allowance: 150_000, unused: 160_000, currency: "USD", bill: "100.00" }), {
    credit: "100.00", unitAmount: "0.000759", rate: { amount: "113.85", per: 150_000 }, forfeited: "21.44",
  });
  assert.deepEqual(transferOperations({ unused: 10_000, allowance: 40_000, period: { start: "2026-03-01", end: "2026-03-31" } }), {
    available: 50_000, transferred: 10_000, expiresAt: "2026-03-31",
  });
  assert.equal(priceQuantity({ tiers: { mode: "graduated", bands: [{ to: 50, unitAmount: "0.0075" }, { to: null, unitAmount: "0.0025" }] }, quantity: 75, currency: "USD" }).exact, "0.4375");
  assert.deepEqual(periods({ anchor: "2026-01-31", interval: "month", count: 3 }).map(({ end }) => end), ["2026-02-28", "2026-03-31", "2026-04-30"]);
});
