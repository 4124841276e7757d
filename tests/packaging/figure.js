// 160,000 unused operations of a price of 113.85 for 150,000 are worth 121.44, so that a price of 200.00 costs 78.56.
import { Catalog } from "prorata";

const catalog = {
  currency: "USD",
  policy: "make",
  plans: [
    {
      id: "pro",
      name: "Pro",
      prices: [
        { interval: "month", amount: "113.85", operations: 150_000 },
        { interval: "month", amount: "200.00", operations: 300_000 },
      ],
    },
  ],
};

const subscription = {
  plan: "pro",
  interval: "month",
  operations: 150_000,
  unusedOperations: 160_000,
  period: { start: "2026-03-01", end: "2026-03-31" },
};

export const figure = () => new Catalog(catalog).checkout(subscription).preview({ operations: 300_000, at: "2026-03-11" }).dueNow;
