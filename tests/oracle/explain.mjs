// Rulebook 9: each amount with its operands. What `because` says, computed by its documented formula, must come to the line's amount.

import { HUNDRED, fraction, round, sum } from "./fraction.mjs";

const number = (value) => fraction(value);
const factorOf = ({ remaining, total, cut }) => (cut === undefined ? number(remaining).over(number(total)) : number(cut));
const size = (value) => (value.sign < 0 ? value.negated() : value);
const percent = (value) => number(value).over(HUNDRED);

/** The full-period price that a line says it is of. */
function gross({ amount, quantity, bands, discounted }) {
  if (discounted !== undefined) return number(discounted);
  return bands ? sum(bands.map((band) => number(band.amount))) : number(amount).times(number(quantity));
}

/** What was paid for the unused part, and of that an item's share where it was paid for several. */
function unusedPaid({ paid, share }) {
  const value = sum(paid.map((span) => number(span.amount).times(factorOf(span.factor))));
  return share === undefined ? value : value.times(number(share.amount)).over(number(share.of));
}

const FORMULAS = {
  full_period: gross,
  remaining_time: (because) => gross(because).times(factorOf(because.factor)),
  unused_time: (because) => (because.base === "paid" ? unusedPaid(because) : gross(because).times(factorOf(because.factor))),
  unused_operations: ({ amount, operations, allowance }) => number(amount).times(number(operations)).over(number(allowance)),
  extra_operations: ({ amount, operations, allowance, surcharge }) => number(amount).times(number(operations)).over(number(allowance)).times(HUNDRED.plus(number(surcharge))).over(HUNDRED),
  discount: (because) => because.percent && number(because.of).times(percent(because.percent)),
};
FORMULAS.future_grants = FORMULAS.unused_operations;

/** What does not explain itself: nothing, or the first line that comes to something else. */
export function unexplained({ lines, digits }, mode, taxes = []) {
  const inclusive = sum(taxes.filter((one) => one.inclusive).map((one) => number(one.rate)));
  for (const line of lines) {
    const { because } = line;
    const exact = because.kind === "tax"
      ? number(because.of).times(number(because.rate)).over(because.inclusive ? HUNDRED.plus(inclusive) : HUNDRED)
      : FORMULAS[because.kind]?.(because);
    if (exact === undefined) continue;
    // A limit shortened what was rounded.
    const shown = number(because.uncapped ?? line.included ?? line.amount);
    // Operands that no decimal holds are shown to twelve places.
    // Where nothing was rounded, the amount is the exact value.
    const told = because.exact === undefined ? shown : number(because.exact);
    const difference = size(size(told).minus(size(exact)));
    const close = difference.compare(fraction("0.000001")) < 0;
    const rounded = round(size(told), digits, mode).compare(size(shown)) === 0 || because.kind === "discount";
    if (!close || !rounded) return `${line.kind} ${line.amount}: ${JSON.stringify(because)}`;
  }
  return "";
}
