// The period of a case, the instant within it, and the unit that it is counted in. Where a case gives no dates but a factor,
// a period is picked in which exactly that part remains.

import { prorate, periods } from "./engine.mjs";
import { DAY, earliest, instant, isBefore, later, latest, nextDay, wall } from "./clock.mjs";
import { clamp, divide, fraction, isWhole, multiply, one, subtract, zero } from "./fraction.mjs";
import { isCancel, prorationOf } from "./reading.mjs";

const SOME_DAY = "2025-01-01";
/** The most days that an interval counts. */
const MOST = 1_200;
const UNITS = { millisecond: 1, second: 1_000, minute: 60_000, hour: 3_600_000, day: DAY };

/** The units of a period, counted by the engine. */
const length = (period, basis) => prorate({ amount: "1", currency: "USD", period, proration: { basis } }).total;
const first = (input) => periods({ ...input, count: 1 })[0];
/** The first period alone, without the aligned one that it may be a stub of. */
const whole = (input) => {
  const { start, end } = first(input);
  return { start, end };
};

/** Periods of the interval, of every length that it can have. */
function* examples(interval) {
  yield* periods({ anchor: "2023-01-01", interval, count: 16 });
}

/** A period of one of the intervals that has so many units; else one of exactly so many days or milliseconds. */
function periodOf(total, unit, intervals) {
  if (unit === "month") {
    const interval = total === 12 ? "year" : total === 1 ? "month" : { unit: "month", count: total };
    return { period: whole({ anchor: SOME_DAY, interval }), interval };
  }
  for (const interval of intervals) for (const { start, end } of examples(interval)) if (length({ start, end }, unit) === total) return { period: { start, end }, interval };
  const milliseconds = total * UNITS[unit];
  if (milliseconds % DAY === 0 && milliseconds / DAY <= MOST) {
    const interval = { unit: "day", count: milliseconds / DAY };
    return { period: whole({ anchor: SOME_DAY, interval }), interval };
  }
  return { period: { start: SOME_DAY, end: later(`${SOME_DAY}T00:00:00Z`, milliseconds) }, interval: "month" };
}

/** The instant before the end of the period at which so many units remain; parts of a month are parts of that month. */
function before({ start, end }, total, remaining, unit) {
  if (unit !== "month") return later(end, -Number(toMilliseconds(remaining, unit)));
  const used = subtract(fraction(total), remaining);
  const begun = Number(used.n / used.d);
  const month = periods({ anchor: start, interval: "month", count: begun + 1 })[begun];
  const part = multiply(subtract(used, fraction(begun)), fraction(instant(month.end) - instant(month.start)));
  return part.n === 0n ? month.start : later(month.start, Number(part.n / part.d));
}

function toMilliseconds(units, unit) {
  const value = multiply(units, fraction(UNITS[unit]));
  if (!isWhole(value)) throw new Error(`${units.n}/${units.d} ${unit} is no whole number of milliseconds`);
  return value.n;
}

/** `remaining` of `total` units, as a period and an instant in it. */
function picked(remaining, total, unit, intervals) {
  const left = clamp(fraction(remaining), zero, fraction(total));
  if (unit !== "month" && unit !== "day" && !isWhole(left)) throw new Error(`a part of a ${unit}`);
  if (unit === "day" && !isWhole(left)) {
    const seconds = multiply(left, fraction(86_400));
    return isWhole(seconds) ? { ...picked(seconds, Number(total) * 86_400, "second", intervals), basis: "second" } : pickedFraction(divide(left, fraction(total)), intervals);
  }
  const { period, interval } = periodOf(Number(total), unit, intervals);
  return { period, interval, basis: unit, at: before(period, total, left, unit) };
}

/** A fraction of a period: of a real one where its days or milliseconds divide so, else of as many days as its denominator. */
function pickedFraction(value, intervals) {
  const part = clamp(fraction(value), zero, one);
  for (const unit of ["day", "millisecond"]) {
    for (const interval of intervals) {
      for (const { start, end } of examples(interval)) {
        const total = length({ start, end }, unit);
        const left = multiply(part, fraction(total));
        if (isWhole(left)) return { period: { start, end }, interval, basis: unit, at: later(end, -Number(toMilliseconds(left, unit))) };
      }
    }
  }
  return picked(part.n.toString(), Number(part.d), part.d <= MOST ? "day" : "millisecond", []);
}

/** The intervals to look for a period in: what is stated, then the usual ones. */
const candidates = (reading) => [reading.oldInterval, "month", "year", { unit: "week", count: 1 }, { unit: "month", count: 3 }, { unit: "month", count: 6 }, { unit: "year", count: 2 }];

function byFactor(reading, spanned) {
  const { given, has } = reading;
  if (has("remaining_fraction")) return pickedFraction(given.remaining_fraction, candidates(reading));
  const unit = given.unit ?? (given.proration_basis in UNITS || given.proration_basis === "month" ? given.proration_basis : "day");
  const { total } = given;
  const count = has("remaining") ? fraction(given.remaining) : fraction(given.used);
  const remaining = has("remaining") || spanned ? count : subtract(fraction(total), count);
  // A part of a month is just that, unless months are counted whole.
  if (unit === "month" && !isWhole(remaining) && !has("begun", "proration_basis")) return pickedFraction(divide(remaining, fraction(total)), candidates(reading));
  return picked(`${remaining.n}/${remaining.d}`, total, unit, candidates(reading));
}

/** The period by its dates; what is missing is found on the grid. */
export function datedPeriod(reading, at) {
  const { time, has, oldInterval: interval } = reading;
  let start = time("period_start") ?? (reading.given.status === "trial" ? time("trial_start") : undefined);
  let end = time("period_end") ?? (reading.given.status === "trial" ? time("trial_end") : undefined);
  const anchor = time("anchor_date") ?? (has("anchor_day") ? reading.given.anchor_day : undefined);
  if (start && !end) end = first({ anchor: anchor ?? start, interval, from: start }).end;
  if (end && !start) start = first({ anchor: end, interval, from: at && isBefore(at, end) ? at : later(end, -1) }).of.start;
  if (!start && has("paid")) {
    start = reading.given.paid.map((span) => span.start).reduce(earliest);
    end = reading.given.paid.map((span) => span.end).reduce(latest);
  }
  const began = has("start") ? (has("trial_days") ? trialEnd(reading) : time("start")) : undefined;
  const from = began && at ? latest(began, at) : at ?? time("start") ?? SOME_DAY;
  if (!start) ({ start, end } = first({ anchor: anchor ?? began ?? from, interval, from }).of);
  return { start, end };
}

/** `total` alone divides in place of the period's length: a period of so many units with the same end, or for a span the same start. */
function dividedBy(reading, { start, end }, from) {
  const { given, has } = reading;
  if (!has("total")) return { start, end };
  const unit = given.unit ?? "day";
  if (unit === "month") {
    const interval = { unit: "month", count: Number(given.total) };
    return from ? { start: from, end: first({ anchor: from, interval }).end } : { start: first({ anchor: end, interval, from: later(end, -1) }).of.start, end };
  }
  const milliseconds = given.total * UNITS[unit];
  return from ? { start: from, end: later(from, milliseconds) } : { start: later(end, -milliseconds), end };
}

/** A credit that is stated beside a period of which another part is charged. Alone it stands for a whole period. */
export function isStatedCredit({ given, has }) {
  if (!has("potential_credit") || !has("new_price") || (given.period ?? "keep") !== "keep" || Number(given.potential_credit) <= 0) return false;
  return has("period_start", "period_end", "remaining", "used", "remaining_fraction");
}

/** Where the case stands in time. `spanned`: what is priced is a span, so that `used` counts what is charged. */
export function when(reading, { spanned = false } = {}) {
  const { given, has, time, oldInterval } = reading;
  const basis = given.proration_basis ?? given.unit ?? "day";
  if (has("potential_credit") && !isStatedCredit(reading)) {
    if (has("total") && !has("change_at", "cancel_at")) {
      const { period, interval } = periodOf(Number(given.total), given.unit ?? "day", candidates(reading));
      return { period, interval, basis, at: period.start };
    }
    const start = time("change_at") ?? time("cancel_at") ?? SOME_DAY;
    return { period: whole({ anchor: start, interval: oldInterval }), interval: oldInterval, basis, at: start };
  }
  if (has("remaining_fraction", "remaining", "used")) return byFactor(reading, spanned);
  if (has("used_start", "used_end")) return span(reading, basis);
  const asked = time("change_at") ?? time("cancel_at") ?? time("at");
  const period = dividedBy(reading, datedPeriod(reading, asked));
  const at = asked ?? period.start;
  // A preview refuses an instant outside the period, where the factor is 0 or 1: it is asked for the edge.
  if (basis === "day_inclusive" && isBefore(period.end, at)) return edge({ ...period, end: nextDay(period.end) }, at, oldInterval, "day");
  return edge(period, at, oldInterval, basis);
}

const edge = (period, at, interval, basis) => ({ period, interval, basis, at: earliest(latest(at, period.start), period.end), asked: at });

/** A span is what is added for the rest of a period, if it lasts to the end; else the same part of a picked period. */
function span(reading, basis) {
  const { time, oldInterval } = reading;
  const { from, to } = spanOf(reading);
  const dated = aroundSpan(reading, from, to);
  const period = dividedBy(reading, dated, reading.has("total") ? from : undefined);
  if (!isBefore(to, period.end) && basis !== "day_inclusive") return edge(period, from, oldInterval, basis);
  const { remaining, total, unit } = prorate({ amount: "1", currency: "USD", period, from, to, proration: prorationOf(reading, basis) });
  return picked(remaining, total, unit, candidates(reading));
}

/** The period that a span is a part of; where nothing is known of one, the span itself. */
export const aroundSpan = (reading, from, to) =>
  reading.has("start", "period_start", "period_end", "interval", "anchor_date", "anchor_day") ? datedPeriod(reading, from) : { start: from, end: to };

/** The span that is priced: given by its ends, by the instant of a change, or what a trial leaves of it. */
export function spanOf(reading) {
  const { given, has, time } = reading;
  let from = time("used_start") ?? time("change_at") ?? time("cancel_at") ?? time("period_start");
  const to = time("used_end") ?? time("period_end");
  if (has("trial_days") && has("start")) from = latest(from ?? time("start"), trialEnd(reading));
  if (given.change_day === "used" && has("change_at", "cancel_at") && !has("used_start")) from = nextDay(from);
  return { from, to };
}

/** Where the free days end. */
export function trialEnd(reading) {
  const { given, time } = reading;
  return first({ anchor: time("start"), interval: { unit: "day", count: given.trial_days } }).end;
}

/**
 * The grid that the subscription's periods follow: its anchor where that is not simply the period's start, or, for a period that
 * fits no such grid, an interval of exactly its days.
 */
export function gridOf(reading, { period, interval, basis }) {
  const { given, has, time } = reading;
  if (given.status === "trial" && !has("anchor_date", "anchor_day")) return { interval };
  if (has("anchor_date")) return { interval, anchor: time("anchor_date") };
  if (has("anchor_day")) return { interval, anchor: given.anchor_day };
  const end = basis === "day_inclusive" ? nextDay(period.end) : period.end;
  const same = (a, b) => instant(a) === instant(b);
  // What is known to have begun keeps to its first day.
  const began = has("start") && !has("period_start", "period_end") ? (has("trial_days") ? trialEnd(reading) : time("start")) : undefined;
  if (began && !isBefore(period.start, began) && same(first({ anchor: began, interval, from: period.start }).of.start, period.start)) return { interval, anchor: began };
  if (same(first({ anchor: period.start, interval, from: period.start }).end, end)) return { interval };
  if (same(first({ anchor: end, interval, from: later(end, -1) }).of.start, period.start)) return { interval, anchor: end };
  // Between two offsets of a zone it is the wall clock that returns; for days the hour between makes no difference.
  const byWall = reading.zone && !(basis in UNITS && basis !== "day");
  if (byWall && wall(first({ anchor: period.start, interval, from: period.start }).end) === wall(end)) return { interval };
  if (byWall && wall(first({ anchor: end, interval, from: later(end, -1) }).of.start) === wall(period.start)) return { interval, anchor: end };
  const days = (instant(end) - instant(period.start)) / DAY;
  if (Number.isInteger(days) && days > 0 && days <= MOST && !has("interval", "old_interval", "new_interval")) return { interval: { unit: "day", count: days } };
  return { interval };
}

/** Whether what is priced is a span: one price, or one quantity in bands, of what neither changes nor ends. */
export const isSpan = (reading) =>
  reading.has("price", "tiers", "package_price") && !reading.has("old_price", "new_price", "components", "old_quantity", "new_quantity") && !isCancel(reading);
export { first };
