// Whether a computed answer is the expected one: numbers by value, times as instants, lists item by item, `null` is "none".

import { decimals, equal, fraction, isNumeric, nearest } from "./fraction.mjs";
import { civil, instant, isDate, isTime, stamp, wall } from "./clock.mjs";

/** Answers that name a day; a time of day that comes with them says nothing. */
const DAYS = new Set(["previous_period_last_day", "prorated_from", "prorated_through", "refund_from", "date", "first_anchor_date"]);
/** An invoice that does not come amounts to nothing. */
const INVOICES = new Set(["next_invoice", "next_base", "next_due", "next_balance_used", "next_quantity"]);
/** Answers that are never rounded. The engine shows those that no decimal is exact for to so many digits. */
const EXACT = new Set(["days_exact", "charge_exact", "unit_price", "new_monthly", "fraction", "fractions", "billing_cycles"]);
const SHOWN = 12;

/** What no decimal is exact for: an exact expectation as the engine would show it, another one to the digits that it states. */
function sameNumber(expected, computed, key) {
  const [wanted, value] = [fraction(expected), fraction(computed)];
  if (equal(wanted, value)) return true;
  const places = decimals(value);
  if (!EXACT.has(key) || places > SHOWN) return false;
  // Zeros at the end are not shown.
  if ((decimals(wanted) ?? Infinity) > SHOWN) return equal(nearest(wanted, SHOWN), nearest(value, SHOWN));
  if (places !== undefined && places !== SHOWN) return false;
  const [, stated = ""] = String(expected).split(".");
  return stated.length >= 2 && stated.length < (places ?? Infinity) && equal(wanted, nearest(value, stated.length));
}

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
    const known = typeof computed === "object" ? "n" in computed : isNumeric(computed);
    return known && sameNumber(expected, computed, key);
  }
  return expected === computed;
}
