// Documents in: valibot. Amounts become decimals and timestamps luxon's, once, here. Unknown keys are refused.
import * as v from "valibot";
import { Decimal, currencies } from "./money.mjs";
import { isValid, parseTimestamp } from "./time.mjs";

const id = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const interval = v.picklist(["month", "year"]);
const decimal = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,14})(\.\d{1,12})?$/, "a decimal such as 9.00"), v.transform((text) => new Decimal(text)));
const timestamp = v.pipe(v.union([v.string(), v.date()]), v.transform(parseTimestamp), v.check(isValid, "a date or an RFC 3339 timestamp"));
const period = v.pipe(v.strictObject({ start: timestamp, end: timestamp }), v.check(({ start, end }) => start.at < end.at, "a period ends after its start"));
const metadata = v.optional(v.record(v.string(), v.unknown()));
const distinct = (key) => v.check((list) => new Set(list.map((item) => item[key])).size === list.length, `every ${key} stands once`);

const price = v.strictObject({
  interval,
  amount: decimal,
  per: v.optional(v.picklist(["subscription", "seat"]), "subscription"),
  operations: v.optional(count),
  resets: v.optional(v.picklist(["period", "month"]), "period"),
  onSale: v.optional(v.boolean(), true),
  metadata,
});

const plan = v.strictObject({
  id,
  name: v.string(),
  prices: v.pipe(v.array(price), v.minLength(1)),
  onSale: v.optional(v.boolean(), true),
  teams: v.optional(count),
  seats: v.optional(v.strictObject({ min: v.optional(count), max: v.optional(count), included: v.optional(count) })),
  extraOperations: v.optional(
    v.strictObject({ bundle: count, surcharge: v.optional(decimal, "0"), maxPerPeriod: v.optional(v.union([count, v.literal("allowance")])) }),
  ),
  features: v.optional(v.array(v.string())),
  metadata,
});

const catalog = v.strictObject({
  currency: v.picklist(currencies),
  plans: v.pipe(v.array(plan), v.minLength(1), distinct("id")),
  discounts: v.optional(v.pipe(v.array(v.strictObject({ id, percent: decimal })), distinct("id")), []),
  policy: v.union([
    v.literal("make"),
    v.strictObject({ preset: v.literal("stripe"), collect: v.literal("now"), cancel: v.optional(v.strictObject({ effective: v.literal("period_end") })) }),
  ]),
  graceDays: v.optional(count),
  unit: v.optional(v.string()),
  metadata,
});

const subscription = v.strictObject({
  plan: id,
  interval,
  operations: v.optional(count),
  seats: v.optional(count),
  period,
  unusedOperations: v.optional(count, 0),
  extraOperations: v.optional(count, 0),
  paid: v.optional(v.array(v.strictObject({ start: timestamp, end: timestamp, amount: decimal }))),
  discounts: v.optional(v.array(id), []),
  taxes: v.optional(v.pipe(v.array(v.strictObject({ id, name: v.string(), rate: decimal })), distinct("id")), []),
  balance: v.optional(decimal, "0"),
  members: v.optional(count),
  teams: v.optional(count),
});

const change = v.strictObject({
  at: timestamp,
  plan: v.optional(id),
  interval: v.optional(interval),
  operations: v.optional(count),
  seats: v.optional(count),
  effective: v.optional(v.literal("now")),
  answers: v.optional(
    v.strictObject({ removeMembers: v.optional(count), keepTeams: v.optional(v.array(id)), acknowledged: v.optional(v.array(v.picklist(["downgrade", "forfeit"]))) }),
  ),
});

export const parseCatalog = (document) => v.parse(catalog, document);
export const parseSubscription = (document) => v.parse(subscription, document);
export const parseChange = (document) => v.parse(change, document);
