// Whether a computed answer is the expected one: numbers by value, times as instants, lists item by item, `null` is "none".

import { equal, fraction, isNumeric } from "./fraction.mjs";
import { civil, instant, isDate, isTime, stamp, wall } from "./clock.mjs";

/** Answers that name a day; a time of day that comes with them says nothing. */
const DAYS = new Set(["previous_period_last_day", "prorated_from", "prorated_through", "refund_from", "date", "first_anchor_date"]);
/** An invoice that does not come amounts to nothing. */
const INVOICES = new Set(["next_invoice", "next_base", "next_due", "next_balance_used", "next_quantity"]);

function sameTime(expected, computed, key, zone) {
  if (!isTime(computed)) return false;
  if (DAYS.has(key) && isDate(expected)) return civil(computed) === expected;
  // The grid keeps the anchor's offset, so in a zone it is the wall clock that counts.
  if (zone) return wall(stamp(expected, zone)) === wall(computed) || instant(stamp(expected, zone)) === instant(computed);
  return instant(expected) === instant(computed);
}

export function matches(expected, computed, key, zone) {
  if (computed === undefined) return false;
  if (expected === null || computed === null) {
    if (expected === computed) return true;
    const other = expected ?? computed;
    return INVOICES.has(key) && isNumeric(other) && equal(fraction(other), fraction(0));
  }
  if (Array.isArray(expected)) {
    return Array.isArray(computed) && computed.length === expected.length && expected.every((item, index) => matches(item, computed[index], key, zone));
  }
  if (typeof expected === "object") {
    return typeof computed === "object" && Object.keys(expected).every((word) => matches(expected[word], computed[word], key, zone));
  }
  if (isTime(expected)) return sameTime(expected, computed, key, zone);
  if (isNumeric(expected)) {
    const value = typeof computed === "object" ? computed : isNumeric(computed) ? fraction(computed) : undefined;
    return value !== undefined && "n" in value && equal(fraction(expected), value);
  }
  return expected === computed;
}
