// Rulebook 6: price lines and credits, then discounts, cap, tax, balance.

import { HUNDRED, ZERO, fraction, least, most, sum } from "./fraction.mjs";
import { discountLines } from "./discount.mjs";

const positive = (value) => most(ZERO, value);

/** Lines of an invoice. `credits` are positive amounts; `full` charges are for whole periods, gross; `part` ones are prorated and net.
 *  `shares` are all the prices that a fixed discount is split over. */
export function invoice(catalog, { earlier = [], credits = [], charges = [], discounts = [], taxes }) {
  const { money, policy } = catalog;
  const lines = earlier.map((line) => ({ ...line, kind: line.kind }));
  const charged = charges.filter((line) => line.charged).map((line) => ({ ...line, amount: money.round(line.amount) }));
  const full = charges.map((line) => line.charged && line.full);
  const off = full.some(Boolean) ? discountLines(charges.map((line) => money.round(line.gross)), full, discounts, money) : [];
  const discount = sum(off.map((line) => line.amount));
  const bill = positive(sum(charged.map((line) => line.amount)).minus(discount));

  let room = policy.credit.cap === "bill" ? bill : undefined;
  const uncapped = sum(credits.map((line) => line.amount));
  const kept = credits.map((line) => {
    const amount = room ? least(line.amount, room) : line.amount;
    if (room) room = room.minus(amount);
    return { ...line, amount: amount.negated() };
  });
  const aboveBill = uncapped.plus(sum(kept.map((line) => line.amount)));

  lines.push(...kept, ...charged);
  const shown = lines.filter((line) => !line.amount.isZero);
  // A bill always has its charge line when something is sold.
  if (charged.length && !charged.some((line) => shown.includes(line))) shown.push(charged[0]);
  const subtotal = sum(lines.map((line) => line.amount));
  const net = subtotal.minus(discount);
  const taxLines = tax(catalog, taxes, net);
  const exclusive = sum(taxLines.map((line) => line.amount));
  return {
    lines: [...shown, ...off.filter((line) => !line.amount.isZero).map(({ amount }) => ({ kind: "discount", quantity: 1, unit: amount, amount: amount.negated() })),
      ...taxLines.filter((line) => !line.amount.isZero || !(line.included ?? ZERO).isZero)],
    subtotal, discount, tax: exclusive, total: net.plus(exclusive), aboveBill, charged, off,
  };
}

function tax({ money }, taxes, net) {
  const inclusive = sum(taxes.filter((one) => one.inclusive).map((one) => fraction(one.rate)));
  return taxes.map((one) => {
    const rate = fraction(one.rate);
    if (!one.inclusive) {
      const amount = money.round(net.times(rate).over(HUNDRED));
      return { kind: "tax", quantity: 1, unit: amount.sign < 0 ? amount.negated() : amount, amount };
    }
    const included = money.round(net.times(rate).over(HUNDRED.plus(inclusive)));
    return { kind: "tax", quantity: 1, unit: included.sign < 0 ? included.negated() : included, amount: ZERO, included };
  });
}

/** Who pays what when: now out of the balance first, or with the next invoice. */
export function collect(total, balance, when) {
  const none = { dueNow: ZERO, balanceUsed: ZERO, deferred: ZERO, toBalance: positive(total.negated()) };
  if (when === "next_invoice") return { ...none, deferred: positive(total), balanceAfter: balance };
  const balanceUsed = least(balance, positive(total));
  return { ...none, balanceUsed, dueNow: positive(total).minus(balanceUsed), balanceAfter: balance.minus(balanceUsed).plus(none.toBalance) };
}
