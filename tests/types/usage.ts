// Compiled, never run: what the types must allow, and what they must refuse.
import init, {
  Catalog, PricingError, convertOperations, periods, priceQuantity, prorate, transferOperations, version,
  type Amount, type CatalogDocument, type Change, type Checkout, type Line, type Preview, type SubscriptionDocument,
} from "prorata";

// What users write.

const catalogDocument: CatalogDocument = {
  currency: "USD",
  plans: [{ id: "pro", name: "Pro", prices: [{ interval: "month", amount: "113.85", operations: 150_000 }], seats: { min: 1 } }],
  policy: { preset: "make", upgrade: { effective: ["now", "period_end"] } },
};
const subscription: SubscriptionDocument = {
  plan: "pro",
  interval: { unit: "month", count: 1 },
  period: { start: "2026-03-01", end: new Date() },
  unusedOperations: 160_000,
};

await init();
await init(new URL("https://example.com/prorata.wasm"));
await init(new Uint8Array());

const catalog: Catalog = new Catalog(catalogDocument);
const firstPurchase: Checkout = catalog.checkout();
const forCustomer: Checkout = catalog.checkout({ balance: "5.00", taxes: [{ id: "vat", name: "VAT", rate: "20" }] });
const checkout = catalog.checkout(subscription);
const preview: Preview = checkout.preview({ plan: "pro", operations: 150_000, at: "2026-03-10" });
const again: Preview = checkout.preview(preview.change);
const next: SubscriptionDocument = checkout.apply(preview);
const { ok, drift } = checkout.verify(preview, { now: new Date(), maxAge: 900 });
const shown: string = new Intl.NumberFormat("en", { style: "currency", currency: preview.currency }).format(Number(preview.dueNow));
const dueNow: `${number}` = preview.dueNow;

for (const { total, extraOperations } of checkout.outlook(preview.change, { until: "2026-03-31", operationsPerDay: 300 })) {
  console.log(total, extraOperations?.operations.toFixed(), extraOperations?.amount satisfies Amount | undefined);
}
for (const entry of checkout.compare({ at: "2026-03-10", seats: 12 })) {
  if (entry.problem) console.log(entry.problem.code);
  else console.log(entry.dueNow, entry.required);
}

function explain(line: Line): string {
  switch (line.because.kind) {
    case "unused_time":
    case "remaining_time":
      return `${line.because.factor.remaining}/${line.because.factor.total} ${line.because.factor.unit}`;
    case "tax":
      return `${line.because.rate} % of ${line.because.of}`;
    default:
      return line.kind;
  }
}

try {
  checkout.preview({ at: "2026-03-10", cancel: true });
} catch (error) {
  if (PricingError.is(error) && error.kind === "refusal" && error.code === "not_offered") console.log(error.path, error.problems.length);
}

const { credit }: { credit: Amount } = convertOperations({ amount: "113.85", allowance: 150_000, unused: 160_000, currency: "USD" });
const { factor }: { factor: string } = prorate({ amount: "20.00", currency: "USD", period: { start: "2026-03-01", end: "2026-04-01" }, from: "2026-03-15" });
const { available }: { available: number } = transferOperations({ unused: 10_000, allowance: 40_000, period: { start: "2026-03-01", end: "2026-03-31" } });
const { exact }: { exact: Amount } = priceQuantity({ tiers: { mode: "volume", bands: [{ to: null, unitAmount: "0.0075" }] }, quantity: "75", currency: "USD" });
const ends: string[] = periods({ anchor: "2026-01-31", interval: "month", count: 2 }).map((period) => period.of.end);
const engine: string = version;

catalog.free();
console.log(firstPurchase, forCustomer, again, next, ok, drift, shown, dueNow, credit, factor, available, exact, ends, engine, explain);

// What the types refuse. Each line stands alone, so that one mistake cannot hide another.

// @ts-expect-error a misspelt key
checkout.preview({ at: "2026-03-10", seat: 8 });
// @ts-expect-error a change needs its instant
checkout.preview({ seats: 8 });
// @ts-expect-error a cancellation is there or not
checkout.preview({ at: "2026-03-10", cancel: false });
// @ts-expect-error discounts are named, never valued
checkout.preview({ at: "2026-03-10", discounts: [{ percent: "10" }] });
// @ts-expect-error money is never a number
convertOperations({ amount: 113.85, allowance: 150_000, unused: 160_000, currency: "USD" });
// @ts-expect-error money is never a number
prorate({ amount: 20, currency: "USD", period: { start: "2026-03-01", end: "2026-04-01" } });
// @ts-expect-error an instant is never a number
prorate({ amount: "20.00", currency: "USD", period: { start: 1_772_323_200_000, end: "2026-04-01" } });
// @ts-expect-error an unknown preset
const unknownPreset: CatalogDocument = { currency: "USD", plans: [], policy: "spreadsheet" };
// @ts-expect-error an unknown interval
const unknownInterval: Change = { at: "2026-03-10", interval: "quarter" };
// @ts-expect-error a checkout comes from a catalog only
new (checkout.constructor as typeof Checkout)();
// @ts-expect-error a line says its kind in one of the known words
preview.lines[0]!.kind === "fee";
// @ts-expect-error the answer is not a number
preview.dueNow + 1 satisfies number;
// @ts-expect-error a comparison with a problem has no amount
checkout.compare({ at: "2026-03-10" })[0]!.dueNow.length;
console.log(unknownPreset, unknownInterval);
