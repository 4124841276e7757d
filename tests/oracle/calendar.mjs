// Rulebook 7. An instant is { ms, offset }: milliseconds of UTC, and minutes east of it in which civil dates are read.
// A bare date is midnight UTC.

import { Fraction } from "./fraction.mjs";

const DAY = 86_400_000;
const MINUTE = 60_000;

export function instant(text) {
  const [, date, time, zone] = /^(\d{4}-\d\d-\d\d)(?:T([\d:.]+)(Z|[+-]\d\d:\d\d))?$/.exec(text);
  if (!time) return { ms: Date.parse(`${date}T00:00:00Z`), offset: 0 };
  const offset = zone === "Z" ? 0 : Math.sign(Number(zone[0] + 1)) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return { ms: Date.parse(`${date}T${time}Z`) - offset * MINUTE, offset };
}
export const iso = (moment) => new Date(moment.ms).toISOString();
export const period = (document) => ({ start: instant(document.start), end: instant(document.end) });
export const addDays = (moment, days) => ({ ...moment, ms: moment.ms + days * DAY });
export const earlier = (a, b) => (a.ms <= b.ms ? a : b);

// Intervals -------------------------------------------------------------------------------------

export function interval(document) {
  const { unit, count } = typeof document === "string" ? { unit: document, count: 1 } : document;
  return unit === "year" ? { unit: "month", count: 12 * count } : unit === "week" ? { unit: "day", count: 7 * count } : { unit, count };
}
export const sameInterval = (a, b) => a.unit === b.unit && a.count === b.count;
/** How many of it make a year, where 12 months are 365 days. */
export const perYear = ({ unit, count }) => new Fraction(unit === "month" ? 12n : 365n, BigInt(count));
export const isYear = ({ unit, count }) => unit === "month" && count === 12;

// The grid --------------------------------------------------------------------------------------

const civil = (moment) => { const d = new Date(moment.ms + moment.offset * MINUTE); return { year: d.getUTCFullYear(), month: d.getUTCMonth(), day: d.getUTCDate(), time: (moment.ms + moment.offset * MINUTE) % DAY }; };
const lastDay = (year, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** An anchor is an instant, or a day of month read in the month of the start; that day may be one the month does not have. It has the time of day of `clock`. */
function origin(anchor, start, clock) {
  if (typeof anchor !== "number") return { ...civil(anchor), offset: anchor.offset };
  return { ...civil({ ms: start.ms, offset: clock.offset }), day: anchor, time: civil(clock).time, offset: clock.offset };
}

/** Date n of the grid, from the origin and never from the date before. */
function gridDate(from, step, n, cycle) {
  const at = (year, month, day) => ({ ms: Date.UTC(year, month, day) + from.time - from.offset * MINUTE, offset: from.offset });
  if (step.unit === "day" || cycle === "fixed") {
    const days = step.unit === "day" ? step.count : step.count % 12 === 0 ? (step.count / 12) * 365 : step.count * 30;
    return addDays(at(from.year, from.month, Math.min(from.day, lastDay(from.year, from.month))), n * days);
  }
  const months = from.month + n * step.count;
  const year = from.year + Math.floor(months / 12), month = ((months % 12) + 12) % 12;
  return at(year, month, Math.min(from.day, lastDay(year, month)));
}

/** The period that begins at `start`: whole where the start lies on the anchor's grid, else a stub of the aligned period `of`. */
export function openPeriod(start, step, anchor, cycle, clock = start) {
  const from = origin(anchor, start, clock);
  let n = Math.floor((start.ms - gridDate(from, step, 0, cycle).ms) / (DAY * (step.unit === "day" ? step.count : step.count * 30.6))) - 1;
  while (gridDate(from, step, n, cycle).ms <= start.ms) n += 1;
  while (gridDate(from, step, n - 1, cycle).ms > start.ms) n -= 1;
  const end = gridDate(from, step, n, cycle), before = gridDate(from, step, n - 1, cycle);
  return { start, end, of: { start: before, end } };
}

/** The aligned period that a running one is part of; a period that does not end on its grid is its own. */
export function alignedPeriod(running, step, anchor, cycle) {
  const opened = openPeriod(running.start, step, anchor, cycle, running.end);
  return opened.end.ms === running.end.ms ? opened.of : running;
}

/** Whether periods end on an anchor's dates already: the running one, and those of the next thirteen intervals. */
export function endsOn(anchor, running, held, step, at, cycle) {
  if (JSON.stringify(anchor) === JSON.stringify(held)) return true;
  const { end } = openPeriod(at, step, anchor, cycle, running.end);
  if (at.ms < running.end.ms ? end.ms !== running.end.ms : openPeriod(at, step, anchor, cycle, running.end).of.start.ms !== running.end.ms) return false;
  const dates = (from) => Array.from({ length: 13 }).reduce((list) => [...list, openPeriod(list.at(-1), step, from, cycle).end], [running.end]).map((date) => date.ms);
  return dates(anchor).join() === dates(held).join();
}

export const after = (start, step, cycle) => openPeriod(start, step, start, cycle).end;

/** The monthly anniversaries of a year's start that lie within it, by calendar. */
export function monthlyResets(year) {
  const resets = [];
  for (let n = 1; n < 12; n += 1) {
    const at = gridDate(origin(year.start), { unit: "month", count: 1 }, n, "calendar");
    if (at.ms < year.end.ms) resets.push(at);
  }
  return resets;
}

// Time as a ratio (basis second) ----------------------------------------------------------------

const seconds = (from, to) => BigInt(Math.floor(to.ms / 1000) - Math.floor(from.ms / 1000));
/** What of `span` remains at `at`, 0 to 1; a span of zero length is worth 0. */
export function remaining(span, at, of = span) {
  const total = seconds(of.start, of.end);
  if (total <= 0n) return new Fraction(0n);
  const left = seconds(at.ms > span.start.ms ? at : span.start, span.end);
  return new Fraction(left < 0n ? 0n : left > total ? total : left, total);
}
