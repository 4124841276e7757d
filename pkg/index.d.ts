/**
 * prorata: what a change of a subscription costs, computed where it is shown.
 *
 * Money is a decimal string in major units, never a number. Instants are RFC 3339 strings or dates.
 * Everything that is returned is a plain, JSON-safe object: it can be kept in state, cloned and
 * stringified unchanged, and the same input gives the same bytes on every host.
 */

/** Decimal in major units, padded to the currency's minor unit: `"121.44"`, `"-5.00"`, JPY `"122"`. */
export type Amount = `${number}`;

/** RFC 3339 with an offset, or a date (`"2026-03-01"`). `Z`, a `Date` and a bare date (midnight) are UTC. */
export type Timestamp = string | Date;

/** RFC 3339 with an offset, or a date where the subscription was described in dates. */
export type Instant = string;

/** 12 months and 1 year are the same interval; answers say `"year"`. */
export type Interval = "month" | "year" | { unit: "day" | "week" | "month" | "year"; count: number };

/** A half-open span: `start` belongs to it, `end` does not (but see the basis `day_inclusive`). */
export interface Period<T = Timestamp> { start: T; end: T }

export type Effective = "now" | "period_end";
export type Direction = "new" | "upgrade" | "downgrade" | "cancel" | "renew" | "none";
/** What decided the direction. `null` where nothing differs. */
export type Cause = "plan" | "tier" | "interval" | "seats" | "add_ons" | "price" | "extra_operations" | "billing_day" | "discount" | "withdraw";
export type RoundingMode = "half_up" | "half_even" | "down" | "up";
export type Basis = "millisecond" | "second" | "minute" | "hour" | "day" | "day_inclusive" | "month" | "actual_30" | "thirty_360";
export type PresetName =
  | "make" | "stripe" | "paddle" | "chargebee" | "recurly" | "polar" | "lago" | "kill_bill"
  | "meteroid" | "flexprice" | "autumn" | "restart_with_credit";

// ---------------------------------------------------------------------------------------------
// Documents in
// ---------------------------------------------------------------------------------------------

/** What is for sale. Plans stand lowest first: the position is the rank. */
export interface CatalogDocument {
  $schema?: string;
  /** ISO 4217. */
  currency: string;
  /** How the metered unit is called; `"operations"` unless told. For display only. */
  unit?: string;
  plans: PlanDocument[];
  addOns?: AddOnDocument[];
  discounts?: DiscountDocument[];
  policy: PresetName | PolicyDocument;
  /** Days after the end of the last paid period until members are deactivated. */
  graceDays?: number;
  metadata?: Record<string, unknown>;
}

export interface PlanDocument {
  id: string;
  name: string;
  prices: PriceDocument[];
  /** `false`: shown, but nobody can change to it online. */
  onSale?: boolean;
  /** Most teams that the plan allows; absent: any number. */
  teams?: number;
  /** Least, most and included seats. `included` seats are not charged. */
  seats?: { min?: number; max?: number; included?: number };
  trial?: Interval;
  extraOperations?: { bundle: number; /** Percent on top of the price per operation. */ surcharge?: string; maxPerPeriod?: number | "allowance" };
  features?: string[];
  metadata?: Record<string, unknown>;
}

export interface PriceDocument {
  /** Needed only where interval and operations do not name the price alone. */
  id?: string;
  interval: Interval;
  /** Of a whole period; of one seat with `per: "seat"`. */
  amount: string;
  per?: "subscription" | "seat";
  /** Prices the seats in a second line, beside `amount`. */
  tiers?: TiersDocument;
  onSale?: boolean;
  /** Granted per period, or per month where `resets` is `"month"`. */
  operations?: number;
  resets?: "period" | "month";
  metadata?: Record<string, unknown>;
}

export interface AddOnDocument { id: string; name: string; amount: string; interval: Interval | "once" | "metered"; per?: "unit" | "seat"; tiers?: TiersDocument }

export interface TiersDocument {
  mode: "graduated" | "volume" | "package";
  /** A band reaches up to and including `to`; the last one has `null`. */
  bands: { to: number | null; unitAmount?: string; flatAmount?: string }[];
  packageSize?: number;
  free?: number;
}

export interface DiscountDocument {
  id: string;
  /** Either `percent` or `amount`. */
  percent?: string;
  amount?: string;
  /** The plans that it holds for; absent: all. */
  plans?: string[];
  /** How many periods it holds, the first included. */
  periods?: number;
  /** No period that begins at or after this instant is discounted. */
  until?: Timestamp;
}

export interface Tax { id: string; name: string; /** Percent. */ rate: string; inclusive?: boolean }
export interface Rounding { mode: RoundingMode; on?: "line" | "net"; /** Decimals, where they differ from the currency's. */ digits?: number }
export interface Proration { basis?: Basis; total?: "period" | "plan"; factorDigits?: number; factorRounding?: RoundingMode; begun?: "used" | "unused" }

/** What happens for one direction. */
export interface Treatment {
  /** Several values: the first is the default, the others may be asked for. */
  effective?: Effective | Effective[];
  period?: PeriodTreatment | PeriodTreatment[];
  unusedTime?: "credit" | "extend" | "forfeit" | "none";
  unusedOperations?: "credit" | "transfer" | "forfeit";
  charge?: "full" | "remaining" | "difference" | "none";
  collect?: "now" | "next_invoice";
  changeDay?: "unused" | "used";
  grant?: "full" | { digits: number; rounding: RoundingMode };
  rounding?: Rounding;
}
export type PeriodTreatment = "restart" | "keep" | "keep_anchor" | "keep_period";

/** A treatment field at the top holds for every direction, cancel included, that does not say otherwise. */
export interface PolicyDocument extends Treatment {
  /** The base; every other field overrides it. */
  preset?: PresetName;
  direction?: "rank" | "price";
  cycle?: "calendar" | "fixed";
  upgrade?: Treatment;
  downgrade?: Treatment;
  seatsAdded?: Treatment;
  seatsRemoved?: Treatment;
  cancel?: Treatment;
  proration?: Proration;
  credit?: { base?: "paid" | "list"; earlier?: "cap" | "subtract"; cap?: "bill" | "total" | "none"; excess?: "forfeit" | "balance" | "refund"; futureGrants?: "forfeit" | "credit" };
  minimumCharge?: string;
  /** What the customer must acknowledge before confirming; `["downgrade", "forfeit"]` unless told. */
  acknowledge?: Acknowledgement[];
}

export interface CustomerDocument {
  taxes?: Tax[];
  /** Discounts that hold now, by id; `since` says from when, where a discount holds for so many periods. */
  discounts?: (string | { id: string; since: Timestamp })[];
  /** Money that belongs to the customer; positive. */
  balance?: string;
  members?: number;
  teams?: number | { id: string; name: string }[];
  /** An individual subscription runs beside the organisation's. */
  individualSubscription?: boolean;
}

export interface SubscriptionDocument extends CustomerDocument {
  plan: string;
  interval: Interval;
  operations?: number;
  seats?: number;
  /** Needed only where plan, interval and operations do not name one price; a document for a price no longer sold. */
  price?: string | PriceDocument;
  addOns?: { id: string; quantity: number }[];
  status?: "active" | "trial" | "expired";
  trialEnd?: Timestamp;
  period: Period;
  /** The day that periods return to; the period's start unless told. */
  anchor?: Timestamp | number;
  /** All unused operations, extra ones included. */
  unusedOperations?: number;
  /** Extra operations bought so far in this period. */
  extraOperations?: number;
  /** What was billed for which span, net of discount, before tax; `received`: with tax, all of it unless told. */
  paid?: { start: Timestamp; end: Timestamp; amount: string; credited?: string; received?: string }[];
  /** A change agreed for the period's end. */
  scheduled?: Change;
  /** Lines that wait for the next invoice, from changes collected then. */
  deferred?: DeferredLine[];
}
export interface DeferredLine { kind: LineKind; plan?: string; addOn?: string; amount: string; quantity: number; unitAmount: string; period?: Period }

/** What the customer asks for. What is left out stays as it is. */
export interface Change {
  at: Timestamp;
  plan?: string;
  interval?: Interval;
  operations?: number;
  price?: string;
  seats?: number;
  addOns?: { id: string; quantity: number }[];
  /** Ids of discounts in the catalog, never values; `[]` removes them. */
  discounts?: string[];
  /** Only what the policy offers. */
  effective?: Effective;
  period?: "keep" | "restart";
  cancel?: true;
  renew?: true;
  /** Takes the scheduled change back. */
  withdraw?: true;
  /** Another billing day. */
  anchor?: Timestamp | number;
  /** Buy this many on top. */
  extraOperations?: number;
  answers?: Answers;
}
export interface Answers { keepTeams?: string[]; removeMembers?: number; acknowledged?: string[] }

// ---------------------------------------------------------------------------------------------
// The answer
// ---------------------------------------------------------------------------------------------

/** The whole answer for one change. `sum(lines.amount) === total`, and
 *  `total = dueNow + balanceUsed + deferred − toBalance − refund − forfeited`, each at least 0. */
export interface Preview {
  /** Version of the engine that computed it. */
  engine: string;
  currency: string;
  /** Decimals of the currency. */
  digits: number;
  /** The whole target, resolved; `checkout.preview(preview.change)` gives the same preview. */
  change: ResolvedChange;
  direction: Direction;
  cause: Cause | null;
  effectiveAt: Instant;
  /** The period in force from `effectiveAt` on. */
  period: Period<Instant>;
  lines: Line[];
  /** Charges and credits, before discount and tax. */
  subtotal: Amount;
  /** Taken off by discount lines; positive. */
  discount: Amount;
  /** Exclusive taxes. */
  tax: Amount;
  total: Amount;
  /** Charged on confirmation. */
  dueNow: Amount;
  balanceUsed: Amount;
  /** Waits for the next invoice. */
  deferred: Amount;
  /** Stays the customer's: on the balance or, collected with the next invoice, as its credit lines. */
  toBalance: Amount;
  refund: Amount;
  forfeited: Amount;
  balanceAfter: Amount;
  /** What a regular period costs from `from` on, tax included. */
  recurring?: { amount: Amount; interval: Interval; from: Instant };
  /** The next invoice after this one: what will be charged, after the balance. */
  next?: { at: Instant; amount: Amount };
  operations?: OperationsAfter;
  seats?: { /** `null`: no limit. */ limit: number | null; used: number; free: number | null; /** Nobody can join. */ full: boolean };
  deactivation?: { at: Instant; members: number };
  /** Days of the new plan that unused time bought: `credit ÷ daily`, rounded up. */
  extension?: { days: number; exact: Amount; credit: Amount; daily: Amount };
  comparison: Row[];
  required: RequiredAction[];
  warnings: Warning[];
  lost: Loss[];
  /** Only in an `outlook` with operations used per day: what it would cost to stay, and to buy in whole bundles the operations
   *  that will be missing until they are granted anew, tax included. Absent where they are not sold, or not so many. */
  extraOperations?: { operations: number; amount: Amount };
}

export interface ResolvedChange {
  at: Instant;
  plan?: string;
  interval?: Interval;
  operations?: number;
  price?: string;
  seats?: number;
  addOns?: { id: string; quantity: number }[];
  discounts?: string[];
  effective?: Effective;
  period?: "keep" | "restart";
  cancel?: true;
  renew?: true;
  withdraw?: true;
  anchor?: Instant | number;
  extraOperations?: number;
  answers?: Answers;
}

/** Operations after the change, whole numbers. */
export interface OperationsAfter {
  /** What the new price grants in the period (in the month, where it resets monthly). */
  allowance: number;
  /** The exact grant of a part of a period, where the policy prorates grants. */
  granted?: Amount;
  /** Moved from the old period; usable until `expiresAt`. */
  transferred: number;
  /** `allowance + transferred` (+ what remains, where the period goes on). */
  available: number;
  /** Turned into money. */
  converted: number;
  /** Given back in no form. */
  forfeited: number;
  /** When moved and extra operations expire. */
  expiresAt?: Instant;
  /** When the allowance is granted anew. */
  resetsAt?: Instant;
  /** Extra operations still on offer in this period; `null`: any number. `amount` is the price of one bundle. */
  extra?: { bundle: number; bought: number; left: number | null; amount: Amount };
}

export type LineKind =
  | "charge" | "unused_time" | "unused_operations" | "future_grants" | "difference" | "add_on" | "extra_operations"
  | "discount" | "tax" | "credit_excess" | "rounding";

/** Amounts are signed, quantity and unit amount positive. */
export interface Line {
  kind: LineKind;
  plan?: string;
  addOn?: string;
  amount: Amount;
  /** The part of an inclusive tax; the line itself then has the amount 0. */
  included?: Amount;
  quantity: number;
  /** Full-period price of one; a decimal, rounded half even at 12 digits where none is exact. */
  unitAmount: Amount;
  /** The exact operands of `unitAmount`: `amount` for `per` units. */
  rate?: { amount: Amount; per: number };
  period?: Period<Instant>;
  because: Because;
}

/** A part of a period: `remaining / total` in `unit`s, unreduced. */
export interface Factor { remaining: number; total: number; unit: "millisecond" | "second" | "minute" | "hour" | "day" | "month"; /** Cut to so many digits by the policy. */ cut?: string }

/** Why a line has its amount, as data. `exact` is the value before rounding (12 digits) where rounding changed it. */
export type Because =
  /** amount × quantity, for a whole period; with bands where tiers price it. */
  | { kind: "full_period"; amount: Amount; quantity: number; bands?: BandUse[]; exact?: Amount }
  /** amount × quantity × remaining ÷ total; `discounted`: the full-period amount net of discount. */
  | { kind: "remaining_time"; amount: Amount; quantity: number; factor: Factor; discounted?: Amount; bands?: BandUse[]; exact?: Amount }
  /** amount × quantity × remaining ÷ total, from the list price or from what was paid. Where that was paid for several items,
   * the credit is `share.amount ÷ share.of` of Σ paid × factor: what a period costs of this one, of what one costs of all.
   * `uncapped`: before `cap`. */
  | { kind: "unused_time"; base: "list" | "paid"; amount: Amount; quantity: number; factor: Factor; discounted?: Amount; bands?: BandUse[]; paid?: { amount: Amount; factor: Factor }[]; share?: { amount: Amount; of: Amount }; exact?: Amount; uncapped?: Amount; cap?: Cap }
  /** (new − old) × remaining ÷ total. */
  | { kind: "difference"; old: Amount; new: Amount; factor: Factor; exact?: Amount; uncapped?: Amount; cap?: Cap }
  /** amount × operations ÷ allowance. */
  | { kind: "unused_operations"; amount: Amount; allowance: number; operations: number; exact?: Amount; uncapped?: Amount; cap?: Cap }
  /** amount × operations ÷ allowance for the grants still to come. */
  | { kind: "future_grants"; amount: Amount; allowance: number; grants: number; operations: number; exact?: Amount; uncapped?: Amount; cap?: Cap }
  /** amount × operations ÷ allowance × (100 + surcharge) ÷ 100. */
  | { kind: "extra_operations"; amount: Amount; allowance: number; operations: number; surcharge: string; exact?: Amount }
  /** percent of `of`, or a fixed amount split over the charge lines. */
  | { kind: "discount"; id: string; percent?: string; amount?: Amount; of: Amount; exact?: Amount }
  /** rate percent of `of`. */
  | { kind: "tax"; id: string; name: string; rate: string; inclusive: boolean; of: Amount; exact?: Amount }
  /** The part of a credit above the bill that stays the customer's. */
  | { kind: "credit_excess"; uncapped: Amount; cap: Cap }
  /** Closes the sum where only the total is rounded. */
  | { kind: "rounding"; exact: Amount; mode: RoundingMode }
  /** A line that was agreed earlier and collected now. */
  | { kind: "deferred" };

/** What limited a credit: the bill before tax, the total with tax, or what was paid and not yet credited. */
export interface Cap { kind: "bill" | "total" | "paid"; limit: Amount }
export interface BandUse { to: number | null; quantity: number; unitAmount?: Amount; flatAmount?: Amount; amount: Amount }

/** One row of the comparison of current and new. `null`: does not apply. */
export type Row =
  | { kind: "plan"; current: { id: string; name: string } | null; new: { id: string; name: string } | null; changed: boolean }
  | { kind: "tier"; current: number | null; new: number | null; changed: boolean }
  | { kind: "amount" | "per_month" | "per_year"; current: Amount | null; new: Amount | null; changed: boolean }
  | { kind: "interval"; current: Interval | null; new: Interval | null; changed: boolean }
  | { kind: "seats" | "teams"; current: number | null; new: number | null; changed: boolean }
  | { kind: "period_end"; current: Instant | null; new: Instant | null; changed: boolean };

/** `billing`: that confirming charges at once, asked of those who have a subscription; a first purchase is paid in the open. */
export type Acknowledgement = "downgrade" | "forfeit" | "billing" | "cancel";

/** What must be answered in `change.answers` before the change may be confirmed. Treat an unknown kind as blocking. */
export type RequiredAction =
  | { kind: "choose_teams"; keep: number; of: number; teams?: { id: string; name: string }[]; answered: boolean }
  | { kind: "remove_members"; remove: number; members: number; limit: number; answered: boolean }
  | { kind: "acknowledge"; subject: Acknowledgement; amount?: Amount; answered: boolean };

export type Warning =
  /** Money paid ahead that the change does not give back. */
  | { kind: "prepaid_value_lost"; amount: Amount }
  /** An individual subscription still runs beside the organisation's. */
  | { kind: "duplicate_billing" }
  /** More operations were used in the running period than the new tier grants. */
  | { kind: "operations_above_limit"; used: number; limit: number }
  /** Moved operations could be credited later at a higher price per operation. */
  | { kind: "tier_arbitrage"; operations: number; worthNow: Amount; worthLater: Amount }
  /** A year of unused operations meets a shorter bill. */
  | { kind: "annual_to_shorter"; credit: Amount; bill: Amount }
  /** A change agreed earlier for the period's end still stands; without a plan, the subscription ends then. */
  | { kind: "scheduled_change_stands"; plan?: string; at: Instant }
  /** A change agreed earlier for the period's end is replaced by this one; without a plan, it was the subscription's end. */
  | { kind: "scheduled_change_replaced"; plan?: string };

/** Value that the policy gives back in no form. */
export type Loss =
  | { kind: "credit_above_bill"; uncapped: Amount; amount: Amount }
  | { kind: "future_grants"; grants: number; operations: number; amount: Amount }
  | { kind: "unused_operations"; operations: number; amount: Amount }
  | { kind: "unused_time"; amount: Amount; factor: Factor }
  | { kind: "negative_total"; amount: Amount };

/** One price on sale in `compare`; call `preview` for lines. */
export type Comparison =
  | { plan: string; interval: Interval; operations?: number; price?: string; current: boolean; direction: Direction; effectiveAt: Instant; dueNow: Amount; total: Amount;
      recurring: Amount; perMonth: Amount; perYear: Amount; next?: { at: Instant; amount: Amount }; available?: number; lost: Amount; required: RequiredAction["kind"][]; problem?: undefined }
  | { plan: string; interval: Interval; operations?: number; price?: string; current: boolean; problem: Problem };

/** An invoice of `schedule`. */
export interface Invoice { at: Instant; period: Period<Instant>; lines: Line[]; subtotal: Amount; discount: Amount; tax: Amount; total: Amount; balanceUsed: Amount; amount: Amount; balanceAfter: Amount }

export interface Verdict {
  /** Nothing drifted, the instant is fresh, nothing is unanswered. */
  ok: boolean;
  drift: { path: string; shown: unknown; computed: unknown }[];
  /** Why it is not ok beside drift: `stale`, `future`, `unanswered`. */
  problems: Problem[];
  /** Recomputed; the only one to charge. */
  preview: Preview;
}

// ---------------------------------------------------------------------------------------------
// Errors
// ---------------------------------------------------------------------------------------------

export type ErrorCode =
  // documents and changes
  | "unknown_key" | "missing" | "wrong_type" | "unknown_word" | "empty" | "conflict" | "too_large" | "too_deep"
  | "invalid_amount" | "too_many_decimals" | "negative" | "out_of_range" | "invalid_timestamp" | "invalid_interval" | "invalid_bands"
  | "duplicate_id" | "duplicate_price" | "ambiguous_price" | "unknown_currency" | "unknown_preset"
  | "unknown_plan" | "unknown_interval" | "unknown_tier" | "unknown_price" | "unknown_add_on" | "unknown_discount" | "unknown_team"
  | "period_reversed" | "zero_length_period" | "outside_period" | "offset_required" | "allowance_zero"
  | "seats_below_minimum" | "seats_above_maximum"
  // refusals
  | "not_for_sale" | "not_offered" | "below_minimum" | "above_maximum" | "not_a_bundle" | "nothing_scheduled" | "no_subscription" | "not_expired"
  // verify
  | "stale" | "future" | "unanswered"
  // host
  | "not_initialised" | "released" | "load_failed" | "unknown_zone";

/** One thing that is wrong. `path` reads like `plans[2].prices[0].amount`; `""` is the document itself. */
export interface Problem { code: ErrorCode; path: string; message: string; value?: unknown; operands?: Record<string, string | number> }

/** Thrown by every function. `problems` holds all of them; `code` and `path` are those of the first. */
export class PricingError extends Error {
  readonly name: "PricingError";
  /** `document`: catalog or subscription; `change`: the change; `refusal`: an expected outcome; `host`: the surroundings. */
  readonly kind: "document" | "change" | "refusal" | "host";
  readonly code: ErrorCode;
  readonly path?: string;
  readonly problems: Problem[];
  /** Whether a caught value is one, also across copies of the package. */
  static is(error: unknown): error is PricingError;
}

// ---------------------------------------------------------------------------------------------
// The interface
// ---------------------------------------------------------------------------------------------

/** Loads the engine. The same line on every host; may be called again; a no-op where loading is synchronous.
 *  @throws PricingError `load_failed`; a later call tries again.
 *  @example await init(); */
export default function init(source?: URL | string | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** A parsed and validated catalog in the engine's memory.
 *  @example const catalog = new Catalog(catalogDocument); */
export class Catalog {
  /** @throws PricingError of kind `document` with every problem. */
  constructor(document: CatalogDocument);
  /** What the customer has now; a customer alone, or nothing, for a first purchase.
   *  @throws PricingError of kind `document` with every problem. */
  checkout(subscription?: SubscriptionDocument | CustomerDocument): Checkout;
  /** Releases the memory at once; may be called twice. */
  free(): void;
}

/** One customer at the checkout. Outlives its freed catalog. */
export class Checkout {
  private constructor();
  /** The whole answer for one change.
   *  @throws PricingError of kind `change` or `refusal`.
   *  @example const preview = checkout.preview({ plan: "pro", operations: 150_000, at: "2026-03-10" }); */
  preview(change: Change): Preview;
  /** One entry per price on sale; the change's other fields hold for each. */
  compare(change: Change): Comparison[];
  /** The same change in every way that the policy offers: now, at the period's end, restarted. A way that is refused is left
   *  out; it is thrown where none remains. */
  alternatives(change: Change): Preview[];
  /** The same change at later instants, after the first at most until the period's end; so many operations are used a day. An instant
   *  at which it is refused is left out; the refusal is thrown where none remains. The break-even
   *  against buying them on top is the first entry whose `extraOperations.amount` is below its `total`.
   *  @example checkout.outlook(change, { until: "2026-03-31", step: "day", operationsPerDay: 300 }); */
  outlook(change: Change, options: { until: Timestamp; step?: "day" | "week"; operationsPerDay?: number }): Preview[];
  /** The invoices that follow a change, whole; at most 1,200. The first is the `next` of its preview; a free plan has none. */
  schedule(change: Change, count: number): Invoice[];
  /** The subscription document after the change: the only way a subscription changes. */
  apply(preview: Preview): SubscriptionDocument;
  /** Server side: recomputes from identifiers, quantities, answers and the instant, and names every drift.
   *  `maxAge` and `maxSkew` are seconds. */
  verify(preview: Preview, options: { now: Timestamp; maxAge?: number; maxSkew?: number }): Verdict;
  free(): void;
}

/** The value of a part of a period: amount × remaining ÷ total, rounded once.
 *  @example prorate({ amount: "20.00", currency: "USD", period: { start: "2026-03-01", end: "2026-04-01" }, from: "2026-03-15" }).amount; // "10.97" */
export function prorate(input: {
  /** Of the full period; may be finer than the currency. */
  amount: string;
  currency: string;
  period: Period;
  /** The start of the period unless told; clamped to it. */
  from?: Timestamp;
  /** The end of the period unless told; clamped to it. */
  to?: Timestamp;
  proration?: Proration;
  rounding?: Rounding;
  /** What was billed; caps the value, or with `base: "paid"` is prorated itself. */
  paid?: { start: Timestamp; end: Timestamp; amount: string; credited?: string }[];
  base?: "paid" | "list";
}): { amount: Amount; factor: string; unit: Factor["unit"]; remaining: number; total: number };

/** Unused operations as money: amount × unused ÷ allowance, rounded once, at most the bill.
 *  @example convertOperations({ amount: "113.85", allowance: 150_000, unused: 160_000, currency: "USD" }).credit; // "121.44" */
export function convertOperations(input: { amount: string; allowance: number; unused: number; currency: string; bill?: string; rounding?: Rounding }):
  { credit: Amount; unitAmount: Amount; rate: { amount: Amount; per: number }; forfeited: Amount };

/** Unused operations moved into a new period, 1:1.
 *  @example transferOperations({ unused: 10_000, allowance: 40_000, period: { start: "2026-03-01", end: "2026-03-31" } }).available; // 50000 */
export function transferOperations(input: { unused: number; allowance: number; period: Period; resets?: "period" | "month" }):
  { available: number; transferred: number; expiresAt: Instant };

/** A quantity priced by tiers. `exact` is unrounded.
 *  @example priceQuantity({ tiers: { mode: "volume", bands: [{ to: null, unitAmount: "0.0075" }] }, quantity: 75, currency: "USD" }).amount; // "0.56" */
export function priceQuantity(input: { tiers: TiersDocument; /** May be a decimal string; negative ones are priced by absolute value. */ quantity: number | string; currency: string; rounding?: Rounding }):
  { amount: Amount; exact: Amount; bands: BandUse[] };

/** Consecutive periods from an anchor. `of` is the aligned period that a stub is divided by.
 *  @example periods({ anchor: "2026-01-31", interval: "month", count: 2 }).map((p) => p.end); // ["2026-02-28", "2026-03-31"] */
export function periods(input: {
  anchor: Timestamp | number;
  interval: Interval;
  /** The start of the first period; the anchor unless told. Off the grid it begins with a stub. */
  from?: Timestamp;
  count?: number;
  /** No period begins at or after it; the last one ends there. */
  until?: Timestamp;
  cycle?: "calendar" | "fixed";
}): (Period<Instant> & { of: Period<Instant> })[];

/** An instant with the offset of a time zone, so that days are those of its calendar. A date, or a time without an offset,
 *  is read as the clock on the wall there; of two such times the earlier is meant. What is finer than a millisecond is cut.
 *  @throws PricingError of kind `host`: `unknown_zone`, `invalid_timestamp`.
 *  @example inZone(new Date("2026-03-10T12:00:00Z"), "America/New_York"); // "2026-03-10T08:00:00-04:00" */
export function inZone(at: Timestamp, zone: string): Instant;

/** Version of the engine. */
export const version: string;
