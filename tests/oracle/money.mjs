// Minor units (ISO 4217), and a split that keeps its sum.

import { Fraction, ZERO, decimal, round, sum } from "./fraction.mjs";

const DIGITS = { JPY: 0, KRW: 0, KWD: 3, BHD: 3, CLF: 4 };
export const digitsOf = (currency) => DIGITS[currency] ?? 2;

export class Money {
  constructor(currency, mode, on = "line") { this.digits = digitsOf(currency); this.mode = mode; this.on = on; }
  round(value) { return round(value, this.digits, this.mode); }
  /** What is left of a price as the lines of a bill show it. */
  shown(value) { return this.on === "net" ? value : this.round(value); }
  text(value) { return decimal(value, this.digits); }

  /** `amount` over `weights` in proportion, in minor units, by largest remainder; the first of equal remainders goes first. */
  split(amount, weights) {
    const total = sum(weights);
    if (total.isZero) return weights.map(() => ZERO);
    const unit = new Fraction(1n, 10n ** BigInt(this.digits));
    const exact = weights.map((weight) => amount.times(weight).over(total));
    const parts = exact.map((share) => round(share, this.digits, "down"));
    let left = amount.minus(sum(parts));
    const order = exact.map((share, at) => ({ at, rest: share.minus(parts[at]) })).sort((a, b) => b.rest.compare(a.rest) || a.at - b.at);
    for (let i = 0; left.compare(unit) >= 0; i += 1, left = left.minus(unit)) parts[order[i % order.length].at] = parts[order[i % order.length].at].plus(unit);
    // What is finer than a minor unit stays with the one that has the largest remainder.
    if (!left.isZero && order.length) parts[order[0].at] = parts[order[0].at].plus(left);
    return parts;
  }
}
