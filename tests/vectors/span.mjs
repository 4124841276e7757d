// Answers of cases about time alone: the price of a span, a factor, counted days and months, a prorated grant.

import { prorate, periods } from "./engine.mjs";
import { absolute, fraction, multiply, sign, sum, toDecimal, zero } from "./fraction.mjs";
import { civil, earliest, later, latest, nextDay, previousDay, wall } from "./clock.mjs";
import { BY_MONTHS, derive, prorationOf, roundingOf, shownTimes } from "./reading.mjs";
import { linesAnswers } from "./lines.mjs";
import { memo } from "./bill.mjs";
import { aroundSpan, first, spanOf, trialEnd, when } from "./when.mjs";
import { finelyCut, isFine, rounded } from "./documents.mjs";

export const NO_CREDIT = { credit: () => zero, credits: () => [] };
export const FINE = { mode: "half_even", on: "line", digits: 12 };

/** Period and span as instants; for a factor without dates, in a period that is picked for it. */
function measured(reading) {
  const { has, time } = reading;
  if (has("local_start", "local_end")) {
    // Within a period that is a day longer, so that a span of no days counts as none.
    const [from, to] = [time("local_start"), time("local_end")];
    return { period: { start: from, end: nextDay(to) }, from, to, basis: reading.given.proration_basis ?? "day" };
  }
  if (has("used_start", "used_end") && !has("remaining", "used", "remaining_fraction", "total")) {
    const { from, to } = spanOf(reading);
    const period = aroundSpan(reading, from, to);
    return { period, from, to: to ?? period.end, basis: reading.given.proration_basis ?? "day" };
  }
  if (has("trial_days") && has("start") && !has("period_start", "period_end")) {
    // On a grid of its own the first part is what the free days leave of the period that they end in.
    const free = trialEnd(reading);
    const { of: period } = first({ anchor: time("anchor_date") ?? reading.given.anchor_day ?? free, interval: reading.oldInterval, from: free });
    return { period, from: free, to: period.end, basis: reading.given.proration_basis ?? "day" };
  }
  const { period, at, asked, basis } = when(reading, { spanned: has("price") });
  // A subscription that starts off the grid begins with a stub.
  if (has("start") && !has("change_at", "cancel_at", "at", "trial_days", "remaining", "used", "remaining_fraction", "used_start", "used_end")) {
    return { period, from: latest(period.start, time("start")), to: period.end, basis };
  }
  const begins = reading.given.change_day === "used" && has("change_at", "cancel_at") ? nextDay(asked ?? at) : asked ?? at;
  const from = has("trial_days") && has("start") ? latest(period.start, latest(begins, trialEnd(reading))) : begins;
  return { period, from, to: period.end, basis };
}

function ask(reading, span, amount, rounding) {
  const { basis } = span;
  const { period, from, to } = BY_MONTHS.has(basis) ? shownTimes(span) : span;
  const proration = prorationOf(reading, basis);
  const asked = { amount, currency: reading.currency, period, from, to, proration, rounding };
  if (!isFine(reading)) return prorate(asked);
  const { factorDigits: _, factorRounding: __, ...exact } = proration;
  const answer = prorate({ ...asked, proration: exact });
  const factor = finelyCut(answer.factor, reading);
  return { ...answer, factor: toDecimal(factor), amount: rounded(multiply(fraction(amount), factor), reading, { rounding }) };
}

/** The price of a span, as the rule alone gives it; a quantity multiplies the price before. */
export function spanAnswers(reading) {
  const { given } = reading;
  const span = measured(reading);
  const rounding = roundingOf(reading, "line");
  const price = given.price ?? given.new_price ?? "0";
  const amount = toDecimal(multiply(fraction(price), fraction(given.quantity ?? 1)));
  const priced = () => ask(reading, span, amount, rounding).amount;
  return { ...timeAnswers(reading, span), charge: priced, net: priced, total: priced, lines: () => [priced()].filter((line) => fraction(line).n !== 0n), line_quantity: () => Number(given.quantity ?? 1) };
}

/** What is counted of a period. */
export function timeAnswers(reading, span = measured(reading)) {
  const { given, time } = reading;
  const counted = () => ask(reading, span, "1", undefined);
  const months = () => {
    const { total, remaining, unit } = prorate({ amount: "1", currency: reading.currency, period: span.period, from: span.from, proration: prorationOf(reading, "month") });
    return unit === "month" ? { used: total - remaining, total } : undefined;
  };
  return {
    fraction: () => counted().factor,
    fractions: () => Object.fromEntries(Object.keys(reading.expect.fractions ?? {}).map((basis) => [basis, ask(reading, { ...span, basis }, "1", undefined).factor])),
    days: () => {
      const basis = ["day_inclusive", "thirty_360"].includes(span.basis) ? span.basis : "day";
      return ask(reading, { ...span, basis }, "1", undefined).remaining;
    },
    days_in_period: () => prorate({ amount: "1", currency: reading.currency, period: span.period, proration: { basis: span.basis === "day_inclusive" ? "day_inclusive" : "day" } }).total,
    months_counted: () => months().used,
    refund_from: () => {
      const { used, total } = months();
      if (used >= total) return null;
      const start = time("period_start") ?? span.period.start;
      return used === 0 ? start : periods({ anchor: start, interval: "month", count: used })[used - 1].end;
    },
    prorated_from: () => civil(latest(span.from, span.period.start)),
    prorated_through: () => (span.basis === "day_inclusive" ? civil(span.to) : civil(previousDay(earliest(span.to, span.period.end)))),
    granted: () => ask(reading, span, toDecimal(given.full_grant ?? given.new_included_operations ?? 0), roundingOf(reading, "line")).amount,
  };
}

/** Parts of one price: each is rounded, or only their sum. */
export function segmentAnswers(reading) {
  const { given } = reading;
  const part = (segment, rounding) => {
    const amount = toDecimal(multiply(fraction(given.price), fraction(given.quantity ?? 1)));
    return ask(reading, measured(derive(reading, { ...given, ...segment })), amount, rounding).amount;
  };
  const lines = (rounding = roundingOf(reading, "line")) => given.segments.map((segment) => part(segment, rounding));
  const net = (on = given.round_on ?? "line") => (on === "line" ? sum(lines()) : rounded(sum(lines(FINE)), reading));
  return {
    lines: () => lines().filter((line) => fraction(line).n !== 0n),
    charges: () => lines(),
    charge: () => net(),
    net: () => net(),
    total: () => net(),
    totals: () => ({ line: net("line"), net: net("net") }),
    ...NO_CREDIT,
    ...onBill(reading, lines, () => net()),
  };
}

/** A subscription from a start to an end, in periods of the grid and stubs at both ends. */
export function stretchAnswers(reading) {
  const { given, has, time } = reading;
  const spans = () => {
    const anchor = time("anchor_date") ?? (has("anchor_day") ? given.anchor_day : time("start"));
    const from = time("start");
    const through = time("through");
    const end = time("end");
    if (!through && !end) return periods({ anchor, interval: reading.oldInterval, from, count: 1 });
    const until = end ?? later(through, 86_400_000);
    const known = periods({ anchor, interval: reading.oldInterval, from, until });
    // The last one that begins in time counts whole, though what is asked about ends before it.
    const whole = end ? known : periods({ anchor, interval: reading.oldInterval, from, count: known.length });
    // By the wall clock: the grid keeps the offset of its anchor.
    return through ? whole.filter((span) => wall(span.start) <= wall(through)) : whole;
  };
  const measure = (span, amount, rounding) => ask(reading, { period: span.of, from: span.start, to: span.end, basis: given.proration_basis ?? "day" }, amount, rounding);
  const amount = () => toDecimal(multiply(fraction(given.price ?? 0), fraction(given.quantity ?? 1)));
  const charges = (rounding = roundingOf(reading, "line")) => spans().map((span) => measure(span, amount(), rounding).amount);
  const net = (on = given.round_on ?? "line") => (on === "line" ? sum(charges()) : rounded(sum(charges(FINE)), reading));
  return {
    billing_cycles: () => sum(spans().map((span) => measure(span, "1", undefined).factor)),
    charges: () => charges(),
    lines: () => charges().filter((amount) => fraction(amount).n !== 0n),
    charge: () => net(),
    subtotal: () => net(),
    net: () => net(),
    total: () => net(),
    totals: () => ({ line: net("line"), net: net("net") }),
    ...NO_CREDIT,
    ...onBill(reading, charges, () => net()),
  };
}

/** How the charges came about; without it they stand by themselves. */
const MEASURED = ["price", "quantity", "start", "end", "through", "anchor_date", "anchor_day", "segments", "tiers", "model", "base_price", "package_size", "package_price", "free_units"];
const BILLED = ["subtotal", "discount", "discounts", "charge", "net", "tax", "total", "due_now", "balance_used", "applied_balance", "balance_after"];

/** What was charged, on one bill with its discounts, taxes and balance; without any, the total itself is due. */
export function onBill(reading, charges, total) {
  if (!reading.has("tax_rate_percent", "discount", "discounts", "balance")) {
    const nothing = () => zero;
    const part = (wanted) => () => (sign(fraction(total())) === wanted ? absolute(fraction(total())) : zero);
    return { tax: nothing, discount: nothing, balance_used: nothing, applied_balance: nothing, due_now: part(1), balance_after: part(-1) };
  }
  const rest = Object.fromEntries(Object.entries(reading.given).filter(([key]) => !MEASURED.includes(key)));
  const billed = (on) => linesAnswers(derive(reading, { ...rest, round_on: on, lines: charges(on === "net" ? FINE : undefined).map((amount) => toDecimal(amount)) }));
  const bill = memo(() => billed(reading.given.round_on ?? "line"));
  return {
    ...Object.fromEntries(BILLED.map((key) => [key, () => bill()[key]()])),
    charge: () => bill().net(),
    totals: () => Object.fromEntries(["line", "net"].map((on) => [on, billed(on).total()])),
  };
}
