// Time: luxon. A timestamp stays a date where it was one, and keeps its offset.
import { DateTime } from "luxon";

export function parseTimestamp(value) {
  if (value instanceof Date) return { at: DateTime.fromJSDate(value, { zone: "utc" }), isDate: false };
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return { at: DateTime.fromISO(value, { zone: "utc", setZone: true }), isDate };
}

export const isValid = ({ at }) => at.isValid;
export const format = ({ at, isDate }) => (isDate ? at.toISODate() : at.toISO({ suppressMilliseconds: true }));
export const formatPeriod = ({ start, end }) => ({ start: format(start), end: format(end) });

export const plus = (timestamp, duration) => ({ ...timestamp, at: timestamp.at.plus(duration) });

/** The period that begins at an instant. In a fixed cycle a month is 30 days and a year 365. */
export function periodFrom(start, interval, cycle) {
  const fixed = { month: { days: 30 }, year: { days: 365 } };
  const calendar = { month: { months: 1 }, year: { years: 1 } };
  return { start, end: plus(start, (cycle === "fixed" ? fixed : calendar)[interval]) };
}

/** Whole seconds from an instant to the end of a period, and of the period. */
export function secondsLeft({ start, end }, from) {
  return {
    remaining: end.at.toUnixInteger() - from.at.toUnixInteger(),
    total: end.at.toUnixInteger() - start.at.toUnixInteger(),
    unit: "second",
  };
}
