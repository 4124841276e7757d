// Rulebook 6: discounts come off the full-period price, in order, each on what the former left.

import { HUNDRED, ZERO, fraction, least, sum } from "./fraction.mjs";
import { instant, openPeriod } from "./calendar.mjs";

/** The discounts that hold for a plan in a period that begins at `start`, for a charge made at `charged`. `held` is [{ id, since }]. */
export function holding(catalog, held, plan, start, step, cycle, charged = start) {
  return held.filter(({ id, since }) => {
    const discount = catalog.discounts.get(id);
    if (discount.plans && !discount.plans.includes(plan.id)) return false;
    if (discount.until && charged.ms >= instant(discount.until).ms) return false;
    if (discount.periods === undefined || !since) return true;
    // The period in which it begins is the first, however much of it is left.
    let last = since;
    for (let n = 1; n < discount.periods; n += 1) last = openPeriod(last, step, since, cycle).end;
    return start.ms <= last.ms;
  }).map(({ id }) => catalog.discounts.get(id));
}

/** The shares of a fixed discount; all that is left where it is as much. */
function fixed(discount, left, money) {
  const amount = fraction(discount.amount);
  return amount.compare(sum(left)) >= 0 ? left : money.split(amount, left);
}

/** Full-period prices net of discount, exactly: a fixed one is split in minor units, a percentage is not rounded. */
export function net(prices, discounts, money) {
  let left = prices;
  for (const discount of discounts) {
    if (discount.percent !== undefined) {
      const keep = HUNDRED.minus(fraction(discount.percent)).over(HUNDRED);
      left = left.map((price) => price.times(keep));
    } else {
      const off = fixed(discount, left, money);
      left = left.map((price, at) => price.minus(least(off[at], price)));
    }
  }
  return left;
}

/** The discount lines of full-period charges: each rounded once, on what the former lines left. `all` are the prices that a fixed
 *  one is split over, `full` marks those charged for a full period here. */
export function discountLines(prices, full, discounts, money) {
  const lines = [];
  let left = prices;
  for (const discount of discounts) {
    const charged = sum(left.filter((_, at) => full[at]));
    let off = discount.percent === undefined ? fixed(discount, left, money) : left.map((price) => price.times(fraction(discount.percent)).over(HUNDRED));
    const taken = sum(off.filter((_, at) => full[at]));
    const amount = least(money.round(taken), money.round(charged)), exact = money.on === "net" ? taken : amount;
    lines.push({ discount, amount, exact });
    // What rounding took more or less, the charged ones bear in proportion.
    if (!taken.isZero) off = off.map((part, at) => (full[at] ? part.times(exact).over(taken) : part));
    left = left.map((price, at) => price.minus(off[at]));
  }
  return lines;
}
