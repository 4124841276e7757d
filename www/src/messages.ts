/** What the engine answers, in words: every kind of its unions leads to a text here, and kinds that this page does not know yet to one of their own. */
import type { Amount, Because, Cap, Direction, ErrorCode, Factor, Interval, Line, LineKind, Loss, Preview, PriceDocument, Problem, RequiredAction, Row, Warning } from "prorata";
import type { ExampleId } from "./examples";
import { count, date, dateRange, decimal, exactMoney, isZero, magnitude, money, percent } from "./format";
import type { OrganisationId } from "./organisations";
import { text } from "./texts";

/** What the texts need to know of the catalog. */
export interface Context {
  currency: string;
  digits: number;
  /** The metered unit, as the catalog calls it. */
  unit: string;
  planName: (id: string) => string;
  addOnName: (id: string) => string;
}

/** One text for each kind of a union; the compiler asks for every kind. */
type Wording<Union extends { kind: string }, Answer = string> = { [Kind in Union["kind"]]: (value: Extract<Union, { kind: Kind }>) => Answer };

/** The text of a value's kind; `other` where a newer engine has kinds that are not worded yet. */
function worded<Union extends { kind: string }, Answer>(wording: Wording<Union, Answer>, value: Union, other: () => Answer): Answer {
  const word = Object.hasOwn(wording, value.kind) ? (wording[value.kind as Union["kind"]] as (value: Union) => Answer) : other;
  return word(value);
}

/** The text of a word; `other` where a newer engine has words that this page does not know. */
function named<Word extends string, Answer>(names: Record<Word, () => Answer>, word: Word, other: () => Answer): Answer {
  return (Object.hasOwn(names, word) ? names[word] : other)();
}

const cashOf = ({ currency, digits }: Context) => (amount: string): string => money(amount, currency, digits);

// --- Intervals and what is granted -------------------------------------------------------------

function every(interval: Interval): { every: string; periods: number } {
  return typeof interval === "string" ? { every: interval, periods: 1 } : { every: interval.unit, periods: interval.count };
}

export function perInterval(amount: string, interval: Interval): string {
  return text("price-each", { amount, ...every(interval) });
}

export function seatPerInterval(amount: string, interval: Interval): string {
  return text("price-each-seat", { amount, ...every(interval) });
}

export function intervalName(interval: Interval): string {
  return text("interval-name", every(interval));
}

type Granting = Pick<PriceDocument, "interval" | "operations" | "resets">;

/** What a price grants, in one line: "150,000 operations a month". */
export function grant(price: Granting, unit: string): string | undefined {
  return price.operations === undefined ? undefined : text("units-each", { operations: price.operations, unit, ...grantedEvery(price) });
}

/** How often a price grants its operations. */
function grantedEvery({ interval, resets }: Pick<PriceDocument, "interval" | "resets">): { every: string; periods: number } {
  return every(resets === "month" ? "month" : interval);
}

/** What is bought on top whenever the operations are granted. */
export function withExtra(operations: number, unit: string, amount: string, price: Granting): string {
  return text("needs-extra", { operations, unit, amount, ...grantedEvery(price) });
}

export function orMoveUp(price: Granting, unit: string, amount: string): string {
  return text("extra-or-move-up", { operations: price.operations ?? 0, unit, amount, ...grantedEvery(price) });
}

// --- The demonstration -------------------------------------------------------------------------

const exampleTitles: Record<ExampleId, () => string> = {
  "make-upgrade": () => text("example-make-upgrade", { operations: 160_000 }),
  "make-downgrade": () => text("example-make-downgrade"),
  "make-annual-to-monthly": () => text("example-make-annual-to-monthly"),
  "make-core-annual": () => text("example-make-core-annual"),
  "make-first": () => text("example-first"),
  "nitro-full": () => text("example-nitro-full"),
  "nitro-downgrade": () => text("example-nitro-downgrade", { members: 28 }),
  "nitro-expired": () => text("example-nitro-expired"),
  "nitro-first": () => text("example-first"),
  "anaconda-seats": () => text("example-anaconda-seats", { seats: 12 }),
  "anaconda-annual": () => text("example-anaconda-annual"),
  "anaconda-first": () => text("example-anaconda-first"),
};

export function exampleTitle(id: ExampleId): string {
  return exampleTitles[id]();
}

const unknowns: Record<OrganisationId, () => string> = {
  make: () => text("unknown-make"),
  nitro: () => text("unknown-nitro"),
  anaconda: () => text("unknown-anaconda"),
};

/** What is not known of a company whose catalog is shown. */
export function unknownOf(organisation: OrganisationId): string {
  return unknowns[organisation]();
}

// --- The change --------------------------------------------------------------------------------

export function changeTitle(preview: Preview, from: string | null, plan: string): string {
  const { direction, cause, change } = preview;
  const billed = (): string => text("change-interval", { plan, ...every(change.interval ?? { unit: "day", count: 0 }) });
  const moved = from !== null && from !== plan;
  const titles: Record<Direction, () => string> = {
    new: () => text("change-new", { plan }),
    cancel: () => text("change-cancel", { plan: from ?? plan }),
    renew: () => text("change-renew", { plan }),
    none: () => {
      if (cause === "extra_operations") return text("change-extra", { plan });
      return cause === "withdraw" ? text("change-withdraw", { plan }) : text("change-none", { plan });
    },
    upgrade: () => {
      if (cause === "seats") return text("change-seats-added", { plan });
      if (cause === "add_ons") return text("change-add-ons", { plan });
      if (cause === "tier") return text("change-tier-up", { plan });
      if (cause === "interval") return billed();
      return moved ? text("change-upgrade-from", { from, plan }) : text("change-upgrade", { plan });
    },
    downgrade: () => {
      if (cause === "seats") return text("change-seats-removed", { plan });
      if (cause === "add_ons") return text("change-add-ons", { plan });
      if (cause === "tier") return text("change-tier-down", { plan });
      if (cause === "interval") return billed();
      return moved ? text("change-downgrade-from", { from, plan }) : text("change-downgrade", { plan });
    },
  };
  return named(titles, direction, () => text("change-other", { plan }));
}

const directions: Record<Direction, () => string> = {
  new: () => text("direction-new"),
  upgrade: () => text("direction-upgrade"),
  downgrade: () => text("direction-downgrade"),
  cancel: () => text("direction-cancel"),
  renew: () => text("direction-renew"),
  none: () => text("direction-none"),
};

export function directionName(direction: Direction): string {
  return named(directions, direction, () => "");
}

/** What a screen reader says once an input has settled. */
export function announcement(preview: Preview, context: Context): string {
  if (preview.direction === "none" && preview.lines.length === 0) return text("summary-nothing-changes");
  const cash = cashOf(context);
  const { dueNow, recurring } = preview;
  if (!recurring) return text("summary-spoken", { amount: cash(dueNow) });
  return text("summary-spoken-then", { due: cash(dueNow), amount: cash(recurring.amount), date: date(recurring.from), ...every(recurring.interval) });
}

export function recurringText({ amount, interval, from }: NonNullable<Preview["recurring"]>, context: Context): string {
  return text("summary-then", { amount: cashOf(context)(amount), date: date(from), ...every(interval) });
}

/** What changes at the period's end within the plan that is held: seats, where they do. */
export const changesWithin = (plan: string, seats: number | undefined, at: string): string =>
  seats === undefined ? text("current-scheduled-within", { plan, date: date(at) }) : text("current-scheduled-seats", { seats, date: date(at) });

// --- Lines and their reasons -------------------------------------------------------------------

/** A line of the next invoice that no other one will have. */
export const billedOnce = (line: Line, context: Context): string => text("summary-next-once", { name: lineTitle(line, context), amount: cashOf(context)(line.amount) });

export function lineTitle(line: Line, { unit, planName, addOnName }: Context): string {
  const { because: reason } = line;
  const plan = line.plan === undefined ? "" : planName(line.plan);
  const titles: Record<LineKind, () => string> = {
    charge: () => plan,
    unused_time: () => text("line-unused-time", { plan }),
    unused_operations: () => (reason.kind === "unused_operations" ? text("line-unused-units", { operations: reason.operations, unit }) : text("line-deferred-credit", { unit })),
    future_grants: () => text("line-future-units", { unit }),
    difference: () => text("line-difference"),
    add_on: () => (line.addOn === undefined ? plan : addOnName(line.addOn)),
    extra_operations: () => (reason.kind === "extra_operations" ? text("line-extra-units", { operations: reason.operations, unit }) : text("line-deferred-extra", { unit })),
    discount: () => (reason.kind === "discount" ? text("line-discount", { discount: reason.id }) : text("line-discount-deferred")),
    tax: () => {
      if (reason.kind !== "tax") return text("line-tax-deferred");
      return reason.inclusive ? text("line-tax-included", { tax: reason.name }) : text("line-tax", { tax: reason.name });
    },
    credit_excess: () => text("line-credit-excess"),
    rounding: () => text("line-rounding"),
  };
  return named(titles, line.kind, () => plan || text("line-other"));
}

/** Seconds and smaller units are shown as days where they are whole days: the fraction is the same. */
export function part({ remaining, total, unit }: Factor): { remaining: number; total: number; measure: string } {
  const inDay = { millisecond: 86_400_000, second: 86_400, minute: 1_440, hour: 24, day: 1, month: 0 }[unit];
  if (inDay && remaining % inDay === 0 && total % inDay === 0) return { remaining: remaining / inDay, total: total / inDay, measure: "day" };
  return { remaining, total, measure: unit };
}

/** Few enough decimals to be read: a third of a cent explains nothing that the operands do not. */
function isShort(amount: Amount): boolean {
  return (amount.split(".")[1] ?? "").length <= 4;
}

/** Why a line has its amount, in words; several sentences where a cap or a rounding had a say. */
export function because(line: Line, context: Context): string[] {
  const reason: Because = line.because;
  const sentences = worded(reasons(line, context), reason, () => []);
  const exact = (amount: Amount): string => exactMoney(amount, context.currency, context.digits);
  if ("bands" in reason) {
    for (const { quantity, unitAmount, amount } of reason.bands ?? []) if (unitAmount !== undefined) sentences.push(text("because-band", { quantity, price: exact(unitAmount), amount: exact(amount) }));
  }
  if ("exact" in reason && reason.exact !== undefined && reason.kind !== "rounding" && isShort(reason.exact)) sentences.push(text("because-exact", { amount: exact(magnitude(reason.exact)) }));
  if ("cap" in reason && reason.cap && reason.kind !== "credit_excess" && reason.uncapped !== undefined) sentences.push(limited(reason.uncapped, reason.cap, context));
  return sentences;
}

function reasons(line: Line, context: Context): Wording<Because, string[]> {
  const cash = cashOf(context);
  const exact = (amount: Amount): string => exactMoney(amount, context.currency, context.digits);
  return {
    full_period: ({ quantity, amount }) => [
      ...(quantity === 1 ? [] : [text("because-several", { quantity, amount: exact(amount) })]),
      ...(line.period ? [dateRange(line.period.start, line.period.end)] : []),
    ],
    remaining_time: ({ quantity, amount: full, discounted, factor }) => {
      const amount = exact(discounted ?? full);
      return [quantity === 1 ? text("because-remaining", { amount, ...part(factor) }) : text("because-remaining-several", { quantity, amount, ...part(factor) })];
    },
    unused_time: ({ quantity, amount: full, discounted, factor, paid, share }) => {
      if (paid && paid.length > 0) {
        const spans = paid.map((span) => text("because-paid", { amount: exact(span.amount), ...part(span.factor) }));
        return share ? [...spans, text("because-share", { amount: exact(share.amount), whole: exact(share.of) })] : spans;
      }
      const amount = exact(discounted ?? full);
      return [quantity === 1 ? text("because-unused", { amount, ...part(factor) }) : text("because-unused-several", { quantity, amount, ...part(factor) })];
    },
    difference: ({ old, new: next, factor }) => [text("because-difference", { old: exact(old), new: exact(next), ...part(factor) })],
    unused_operations: ({ amount, operations, allowance }) => [text("because-units", { amount: exact(amount), operations, allowance })],
    future_grants: ({ amount, operations, allowance, grants: months }) => [text("because-future-units", { amount: exact(amount), operations, allowance, months })],
    extra_operations: ({ amount, operations, allowance, surcharge }) => [
      isZero(surcharge)
        ? text("because-units", { amount: exact(amount), operations, allowance })
        : text("because-surcharge", { amount: exact(amount), operations, allowance, surcharge: percent(surcharge) }),
    ],
    discount: (discount) => (discount.percent === undefined ? [] : [text("because-percent", { percent: percent(discount.percent), amount: cash(discount.of) })]),
    tax: ({ rate, of }) => [text("because-percent", { percent: percent(rate), amount: cash(of) })],
    credit_excess: ({ uncapped, cap }) => [text("because-credit-excess", { amount: cash(uncapped), limit: cash(cap.limit) })],
    rounding: (rounding) => [text("because-rounding", { amount: exact(rounding.exact) })],
    deferred: () => [text("because-deferred")],
  };
}

function limited(uncapped: Amount, cap: Cap, context: Context): string {
  const cash = cashOf(context);
  const amounts = { amount: cash(magnitude(uncapped)), limit: cash(cap.limit) };
  const texts: Record<Cap["kind"], () => string> = {
    bill: () => text("because-cap-bill", amounts),
    total: () => text("because-cap-total", amounts),
    paid: () => text("because-cap-paid", amounts),
  };
  return named(texts, cap.kind, texts.bill);
}

// --- What is lost, and what to know ------------------------------------------------------------

export function loss(value: Loss, context: Context): string {
  const cash = cashOf(context);
  const { unit } = context;
  const losses: Wording<Loss> = {
    credit_above_bill: ({ amount, uncapped }) => text("loss-credit-above-bill", { amount: cash(amount), credit: cash(uncapped) }),
    future_grants: ({ amount, operations }) => text("loss-future-units", { amount: cash(amount), operations, unit }),
    unused_operations: ({ amount, operations }) => text("loss-unused-units", { amount: cash(amount), operations, unit }),
    unused_time: ({ amount, factor }) => text("loss-unused-time", { amount: cash(amount), ...part(factor) }),
    negative_total: ({ amount }) => text("loss-negative-total", { amount: cash(amount) }),
  };
  return worded(losses, value, () => text("loss-other"));
}

/** Nothing for what the customer need not know. */
export function warning(value: Warning, context: Context): string | undefined {
  const cash = cashOf(context);
  const { unit, planName } = context;
  const warnings: Wording<Warning, string | undefined> = {
    duplicate_billing: () => text("warning-duplicate-billing"),
    operations_above_limit: ({ used, limit }) => text("warning-units-above-limit", { operations: used, limit, unit }),
    // That an operation may count for more later is the seller's concern.
    tier_arbitrage: () => undefined,
    // The list of what is lost says it with its cause.
    prepaid_value_lost: () => undefined,
    annual_to_shorter: ({ credit, bill }) => text("warning-annual-to-shorter", { credit: cash(credit), bill: cash(bill), unit }),
    scheduled_change_stands: ({ plan, at }) =>
      plan === undefined ? text("warning-end-stands", { date: date(at) }) : text("warning-scheduled-stands", { plan: planName(plan), date: date(at) }),
    scheduled_change_replaced: ({ plan }) => (plan === undefined ? text("warning-end-replaced") : text("warning-scheduled-replaced", { plan: planName(plan) })),
  };
  return worded(warnings, value, () => text("warning-other"));
}

// --- Review and confirmation -------------------------------------------------------------------

export function rowName(kind: Row["kind"], unit: string): string {
  const names: Record<Row["kind"], () => string> = {
    plan: () => text("review-plan"),
    tier: () => text("unit-title", { unit }),
    amount: () => text("review-amount"),
    per_month: () => text("review-per-month"),
    per_year: () => text("review-per-year"),
    interval: () => text("review-interval"),
    seats: () => text("review-seats"),
    teams: () => text("review-teams"),
    period_end: () => text("review-period-end"),
  };
  return named(names, kind, () => "");
}

type Acknowledge = Extract<RequiredAction, { kind: "acknowledge" }>;

export function acknowledgement({ subject, amount }: Acknowledge, preview: Preview, context: Context): string {
  const cash = cashOf(context);
  const statements: Record<Acknowledge["subject"], () => string> = {
    downgrade: () => text("acknowledge-downgrade"),
    forfeit: () => (amount === undefined ? text("acknowledge-forfeit-some") : text("acknowledge-forfeit", { amount: cash(amount) })),
    billing: () => text("acknowledge-billing", { amount: cash(amount ?? preview.dueNow) }),
    cancel: () => text("acknowledge-cancel", { date: date(preview.effectiveAt) }),
  };
  return named(statements, subject, () => text("acknowledge-other"));
}

const missingActions: Wording<RequiredAction> = {
  choose_teams: ({ keep }) => text("missing-teams", { teams: keep }),
  remove_members: ({ remove }) => text("missing-members", { members: remove }),
  acknowledge: ({ subject }) => named(missingAcknowledgements, subject, () => text("missing-acknowledgement")),
};
const missingAcknowledgements: Record<Acknowledge["subject"], () => string> = {
  downgrade: () => text("missing-downgrade"),
  forfeit: () => text("missing-forfeit"),
  billing: () => text("missing-billing"),
  cancel: () => text("missing-cancel"),
};

/** What is missing, one entry per unanswered action. */
export function missing(action: RequiredAction): string {
  return worded(missingActions, action, () => text("missing-other"));
}

/** What the button says: the amount where money is taken. */
export function confirmText(preview: Preview, context: Context): string {
  if (!isZero(preview.dueNow)) return text("button-pay", { amount: cashOf(context)(preview.dueNow) });
  if (preview.direction === "cancel") return text("button-cancel");
  if (preview.cause === "withdraw") return text("button-withdraw");
  if (preview.change.effective === "period_end") return text("button-schedule", { date: date(preview.effectiveAt) });
  return text("button-confirm");
}

/** What happened, once it is confirmed. */
export function confirmedText({ cause, direction, change, effectiveAt }: Preview, plan: string, unit: string): string {
  if (cause === "withdraw") return text("success-withdrawn", { plan });
  if (cause === "extra_operations") return text("success-extra", { unit });
  if (direction === "cancel") return text("success-cancelled", { date: date(effectiveAt) });
  if (direction === "renew") return text("success-renewed", { plan });
  if (direction === "new") return text("success-new", { plan });
  if (change.effective === "period_end") {
    if (cause === "plan") return text("success-scheduled", { plan, date: date(effectiveAt) });
    return changesWithin(plan, cause === "seats" ? change.seats : undefined, effectiveAt);
  }
  if (cause === "add_ons") return text("success-add-ons");
  return cause === "seats" ? text("success-seats") : text("success-changed", { plan });
}

// --- Problems ----------------------------------------------------------------------------------

type Worder = (value: Problem, context: Context) => string | undefined;

/** A problem in words. A newer engine's codes show its own message. */
export function problem(value: Problem, context: Context): string {
  const wording = Object.hasOwn(problems, value.code) ? problems[value.code](value, context) : undefined;
  return wording ?? text("problem-other", { message: value.message });
}

/** What an amount looks like, in the language in use. */
export const amountExpected = (): string => text("problem-amount", { whole: decimal("25"), decimal: decimal("25.50") });
const notComputed: Worder = () => text("problem-load-failed");
const counted = (name: string, say: (number: number) => string): Worder => ({ operands }) => {
  const found = operands?.[name];
  return typeof found === "number" ? say(found) : undefined;
};

const problems: Record<ErrorCode, Worder> = {
  unknown_key: () => text("problem-unknown-key"),
  missing: () => text("problem-missing"),
  wrong_type: () => text("problem-wrong-type"),
  unknown_word: () => text("problem-unknown-word"),
  empty: () => text("problem-empty"),
  conflict: () => text("problem-conflict"),
  too_large: () => text("problem-too-large"),
  too_deep: () => text("problem-too-deep"),
  invalid_amount: amountExpected,
  too_many_decimals: amountExpected,
  negative: amountExpected,
  out_of_range: () => text("problem-out-of-range"),
  invalid_timestamp: () => text("problem-invalid-timestamp"),
  invalid_interval: () => text("problem-invalid-interval"),
  invalid_bands: () => text("problem-invalid-bands"),
  duplicate_id: () => text("problem-duplicate-id"),
  duplicate_price: () => text("problem-duplicate-price"),
  ambiguous_price: () => text("problem-ambiguous-price"),
  unknown_currency: () => text("problem-unknown-currency"),
  unknown_preset: () => text("problem-unknown-preset"),
  unknown_plan: () => text("problem-unknown-plan"),
  unknown_interval: () => text("problem-unknown-interval"),
  unknown_tier: () => text("problem-unknown-tier"),
  unknown_price: () => text("problem-unknown-price"),
  unknown_add_on: () => text("problem-unknown-add-on"),
  unknown_discount: () => text("problem-unknown-discount"),
  unknown_team: () => text("problem-unknown-team"),
  period_reversed: () => text("problem-period-reversed"),
  zero_length_period: () => text("problem-zero-length-period"),
  outside_period: () => text("problem-outside-period"),
  offset_required: () => text("problem-offset-required"),
  allowance_zero: () => text("problem-allowance-zero"),
  seats_below_minimum: counted("minimum", (seats) => text("problem-seats-below", { seats })),
  seats_above_maximum: counted("maximum", (seats) => text("problem-seats-above", { seats })),
  not_for_sale: () => text("problem-not-for-sale"),
  not_offered: ({ path }) => text("problem-not-offered", { path }),
  below_minimum: ({ operands }, context) => {
    const [amount, minimum] = [operands?.["amount"], operands?.["minimum"]];
    if (amount === undefined || minimum === undefined) return undefined;
    const cash = cashOf(context);
    return text("problem-below-minimum", { amount: cash(String(amount)), minimum: cash(String(minimum)) });
  },
  above_maximum: counted("left", (left) => text("problem-above-maximum", { left: count(left) })),
  not_a_bundle: counted("bundle", (bundle) => text("problem-not-a-bundle", { bundle: count(bundle) })),
  nothing_scheduled: () => text("problem-nothing-scheduled"),
  no_subscription: () => text("problem-no-subscription"),
  not_expired: () => text("problem-not-expired"),
  stale: () => text("problem-stale"),
  future: () => text("problem-future"),
  unanswered: () => text("problem-unanswered"),
  not_initialised: notComputed,
  released: notComputed,
  load_failed: notComputed,
  unknown_zone: () => text("problem-unknown-zone"),
};
