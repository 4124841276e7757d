// The second peer: only the money of a preview, in dinero.js, from prices that are parsed and found already. It adds,
// multiplies, rounds and compares. It cannot divide: a part of an amount is a factor cut to 12 decimals (`allocate` would
// hand out the remainder by its own rule, and takes no part above the whole). So it has no exact value to explain, and
// with numbers instead of bigints the scales of price, percentage and factor together overflow. Documents, time and
// everything else of an answer are not its business.
import { EUR, USD, add, dinero, halfAwayFromZero, lessThan, multiply, subtract, toDecimal, transformScale } from "dinero.js/bigint";

const CURRENCIES = { EUR, USD };
const FACTOR_DIGITS = 12n;

/** A decimal in major units, as a dinero of its own scale. */
export function parse(text, currency) {
  const [whole, fraction = ""] = text.split(".");
  return dinero({ amount: BigInt(whole + fraction), scale: BigInt(fraction.length), currency: CURRENCIES[currency] });
}

const round = (value) => transformScale(value, 2n, halfAwayFromZero);
const zero = (currency) => dinero({ amount: 0n, currency: CURRENCIES[currency] });
const part = (amount, whole) => ({ amount: (BigInt(amount) * 10n ** FACTOR_DIGITS) / BigInt(whole), scale: FACTOR_DIGITS });
const percent = (text) => {
  const [whole, fraction = ""] = text.split(".");
  return { amount: BigInt(whole + fraction), scale: BigInt(fraction.length) + 2n };
};
const least = (left, right) => (lessThan(left, right) ? left : right);
const rest = (text) => percent((100 - Number(text)).toString());

/** Make, upgrade: unused operations as credit, at most the bill. */
export function upgrade({ current, allowance, unused, target }) {
  const uncapped = round(multiply(current, part(unused, allowance)));
  const charge = round(target);
  const credit = least(uncapped, charge);
  return { credit: toDecimal(credit), charge: toDecimal(charge), dueNow: toDecimal(subtract(charge, credit)) };
}

/** Seats by seconds: what was paid, and the new price less the discount, for the rest; then tax. */
export function seatChange({ paid, unit, seats, remaining, total, discount, tax, currency }) {
  const factor = part(remaining, total);
  const credit = round(multiply(paid, factor));
  const charge = round(multiply(multiply(multiply(unit, BigInt(seats)), rest(discount)), factor));
  const net = subtract(charge, credit);
  const taxed = round(multiply(net, percent(tax)));
  const sum = add(net, taxed);
  const due = lessThan(sum, zero(currency)) ? zero(currency) : sum;
  return { credit: toDecimal(credit), charge: toDecimal(charge), dueNow: toDecimal(due) };
}
