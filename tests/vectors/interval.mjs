// Intervals of the vectors ("month", "30 days") as intervals of the interface.

const UNITS = ["day", "week", "month", "year"];

export function interval(text = "month") {
  const [, count = "1", unit] = /^(?:(\d+) )?([a-z]+?)s?$/.exec(text) ?? [];
  if (!UNITS.includes(unit)) throw new Error(`not an interval: ${text}`);
  if (count === "1" && (unit === "month" || unit === "year")) return unit;
  return { unit, count: Number(count) };
}

/** Whole months of an interval, `undefined` for days and weeks. */
export function monthsOf(value) {
  const { unit, count } = typeof value === "string" ? { unit: value, count: 1 } : value;
  return unit === "month" ? count : unit === "year" ? 12 * count : undefined;
}

export const sameInterval = (a, b) => JSON.stringify(a) === JSON.stringify(b) || (monthsOf(a) !== undefined && monthsOf(a) === monthsOf(b));
