// The documents that are priced. Each scenario is one subscription and many changes, so that nothing is measured on one
// input only: instants, tiers and seats vary.

const DAY = 86_400_000;

/** Ids as of a real catalog; further ones are numbered. */
const NAMES = ["Core", "Pro", "Teams", "Business", "Scale"];
const TIERS = [10_000, 20_000, 40_000, 80_000, 150_000, 300_000, 500_000, 750_000, 1_000_000];

const money = (cents) => (Math.round(cents) / 100).toFixed(2);

/** So many plans of so many tiers, each by the month and by the year; by default 5 × 9 × 2 = 90 prices. */
export function tieredCatalog(plans = 5, tiers = TIERS.length) {
  const operations = (tier) => TIERS[tier] ?? 1_000_000 + 10_000 * (tier - TIERS.length + 1);
  // Cheaper per operation in higher tiers, dearer in higher plans; 15 percent off for a year.
  const cents = (plan, tier) => Math.floor(1_059 * (1 + 0.6 * plan) * (operations(tier) / 10_000) ** 0.91);
  return {
    currency: "USD",
    policy: "make",
    plans: Array.from({ length: plans }, (_, plan) => ({
      id: (NAMES[plan] ?? `Plan ${plan + 1}`).toLowerCase().replace(" ", "-"),
      name: NAMES[plan] ?? `Plan ${plan + 1}`,
      ...(plan < 2 && { teams: 1 }),
      extraOperations: { bundle: 1000, surcharge: "25", maxPerPeriod: "allowance" },
      prices: Array.from({ length: tiers }, (_, tier) => tier).flatMap((tier) => [
        { interval: "month", amount: money(cents(plan, tier)), operations: operations(tier) },
        { interval: "year", amount: money(cents(plan, tier) * 12 * 0.85), operations: operations(tier), resets: "month" },
      ]),
    })),
  };
}

const byOperations = {
  plan: "pro",
  interval: "month",
  operations: 150_000,
  period: { start: "2026-03-01", end: "2026-03-31" },
  unusedOperations: 60_000,
  extraOperations: 30_000,
  teams: 1,
};

export const seatCatalog = {
  currency: "EUR",
  graceDays: 5,
  policy: { preset: "stripe", collect: "now", cancel: { effective: "period_end" } },
  plans: [
    { id: "pro", name: "Pro", seats: { min: 1, max: 100 }, prices: [
      { interval: "month", amount: "15.00", per: "seat" },
      { interval: "year", amount: "150.00", per: "seat" },
    ] },
    { id: "business", name: "Business", seats: { min: 5, max: 250 }, prices: [
      { interval: "month", amount: "29.00", per: "seat" },
      { interval: "year", amount: "290.00", per: "seat" },
    ] },
  ],
  discounts: [{ id: "partner", percent: "12.5" }],
};

const bySeats = {
  plan: "business",
  interval: "month",
  seats: 10,
  members: 9,
  period: { start: "2026-03-01T08:30:00Z", end: "2026-04-01T08:30:00Z" },
  paid: [{ start: "2026-03-01T08:30:00Z", end: "2026-04-01T08:30:00Z", amount: "253.75" }],
  discounts: ["partner"],
  taxes: [{ id: "vat", name: "VAT", rate: "19" }],
};

const date = (index) => new Date(Date.UTC(2026, 2, 2) + (index % 28) * DAY).toISOString().slice(0, 10);
/** Somewhere in the period, to the second. */
const instant = (index) => `${new Date(Date.UTC(2026, 2, 2, 9, 15, 7) + index * 71_993_000).toISOString().slice(0, 19)}Z`;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

export const scenarios = [
  {
    name: "Make upgrade: unused operations become credit",
    catalog: tieredCatalog(),
    subscription: byOperations,
    changes: times(32, (index) => ({ plan: ["teams", "business", "scale"][index % 3], operations: TIERS[index % TIERS.length], at: date(index) })),
  },
  {
    name: "Make downgrade: unused operations move",
    catalog: tieredCatalog(),
    subscription: byOperations,
    changes: times(32, (index) => ({ plan: ["core", "pro"][index % 2], operations: TIERS[index % 4], at: date(index) })),
  },
  {
    name: "Seat change by seconds, discount and tax",
    catalog: seatCatalog,
    subscription: bySeats,
    changes: times(32, (index) => ({ seats: index % 2 ? 11 + index : 10 - (index % 4) / 2 - 1, at: instant(index) })),
  },
  {
    name: "Annual switch, time credited, discount and tax",
    catalog: seatCatalog,
    subscription: bySeats,
    changes: times(32, (index) => ({ interval: "year", at: instant(index), ...(index % 2 && { seats: 12 + index }) })),
  },
];

/** What fails, each in another way; mixed with good ones where memory is watched. */
export const failing = [
  { plan: "teams", operations: 123, at: "2026-03-10" },
  { plan: "none", at: "2026-03-10" },
  { plan: "teams", operation: 150_000, at: "2026-03-10" },
  { plan: "teams", operations: 150_000, at: "2026-05-10" },
  { plan: "teams", operations: "150000", at: "10 March" },
];

/** Every price on sale at once. */
export const comparing = { catalog: tieredCatalog(), subscription: byOperations, change: { at: "2026-03-10" } };

/** One preview, where loading is measured. */
export const example = { catalog: scenarios[0].catalog, subscription: scenarios[0].subscription, change: scenarios[0].changes[2] };
