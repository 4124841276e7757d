// Rulebook 6: price lines and credits, then discounts, cap, tax, balance.

import { HUNDRED, ZERO, fraction, least, most, sum } from "./fraction.mjs";
import { discountLines } from "./discount.mjs";

const positive = (value) => most(ZERO, value);
const size = (value) => (value.sign < 0 ? value.negated() : value);
const amounts = (lines) => sum(lines.map((line) => line.amount));

/** Lines of an invoice. `credits` are positive; `full` charges are for whole periods, gross; `part` ones are prorated and net.
 *  What waited, `earlier`, was limited when it was agreed. */
export function invoice(catalog, { earlier = [], credits = [], charges = [], discounts = [], taxes }) {
  const { money, policy } = catalog;
  // With rounding on the line, a line is worth what it shows; on the net it stays exact.
  const worth = (line) => (policy.roundOn === "net" ? line.exact : line.amount);
  const worthOf = (lines) => sum(lines.map(worth));
  const charged = charges.filter((line) => line.charged).map((line) => ({ ...line, exact: line.amount, amount: money.round(line.amount) }));
  const full = charges.map((line) => line.charged && line.full);
  const off = full.some(Boolean) ? discountLines(charges.map((line) => money.shown(line.gross)), full, discounts, money) : [];
  const waited = earlier.map((line) => ({ ...line, exact: line.amount }));

  const own = inOrder(credits, charged);
  const excess = [], above = [];
  const shorten = (limit) => {
    let room = positive(limit);
    for (const line of own.filter((one) => one.credit)) {
      const value = worth(line).negated(), used = least(value, room), rest = value.minus(used);
      room = room.minus(used);
      if (rest.isZero) continue;
      Object.assign(line, { exact: used.negated(), amount: money.round(used).negated() });
      if (policy.credit.excess === "forfeit") above.push(money.round(rest));
      else excess.push({ kind: "credit_excess", plan: line.plan, addOn: line.addOn, quantity: 1, unit: money.round(rest), exact: rest.negated(), amount: money.round(rest).negated() });
    }
  };
  const bill = worthOf(charged).minus(worthOf(off));
  if (policy.credit.cap === "bill") shorten(bill);
  // Under a cap by the total, credits come after tax, like a balance.
  const afterTax = policy.credit.cap === "total" ? own.filter((one) => one.credit) : [];
  const taxed = [...waited, ...own.filter((one) => !afterTax.includes(one))];
  const net = worthOf(taxed).minus(worthOf(off));
  const taxLines = tax(catalog, taxes, net);
  if (policy.credit.cap === "total") shorten(net.plus(worthOf(taxLines)));

  const lines = [...taxed, ...off.map(({ exact, amount }) => ({ kind: "discount", quantity: 1, unit: amount, exact: exact.negated(), amount: amount.negated() })), ...taxLines, ...afterTax];
  const shown = [...lines, ...excess];
  const rounding = policy.roundOn === "net" ? money.round(worthOf(shown)).minus(amounts(shown)) : ZERO;
  if (!rounding.isZero) shown.splice(lines.length, 0, { kind: "rounding", quantity: 1, unit: size(rounding), exact: rounding, amount: rounding });
  const total = amounts(shown), discount = amounts(off), exclusive = amounts(taxLines);
  // A bill always has its charge line when something is sold.
  const kept = shown.filter((line) => !line.amount.isZero || !(line.included ?? ZERO).isZero);
  const first = charged.length && !own.some((line) => !line.credit && !line.amount.isZero) ? own.find((line) => !line.credit) : undefined;
  return {
    lines: first ? shown.filter((line) => line === first || kept.includes(line)) : kept,
    /** Also those of nothing, which are not shown but count before rounding. */
    all: shown,
    // What closes the sum is part of the subtotal.
    subtotal: total.minus(exclusive).plus(discount), discount, tax: exclusive, total, above, charged, off,
    /** What operations were credited; above a cap they were worth nothing. */
    converted: amounts(own.filter((one) => one.credit && one.kind !== "unused_time")).negated(),
  };
}

/** Item by item, the credit before the charge; operations behind the credits that come before the first charge. */
function inOrder(credits, charged) {
  const lines = [];
  const rank = (line) => (line.key === "base" ? -2 : line.key === "tiers" ? -1 : line.at ?? 0);
  const signed = credits.map((line) => ({ ...line, credit: true, exact: (line.exact ?? line.amount).negated(), amount: line.amount.negated() }));
  const time = signed.filter((line) => line.kind === "unused_time");
  lines.push(...[...time, ...charged].sort((a, b) => rank(a) - rank(b) || (b.credit ? 1 : 0) - (a.credit ? 1 : 0)));
  const first = lines.findIndex((line) => !line.credit);
  lines.splice(first < 0 ? lines.length : first, 0, ...signed.filter((line) => line.kind !== "unused_time"));
  return lines;
}

function tax({ money }, taxes, net) {
  const inclusive = sum(taxes.filter((one) => one.inclusive).map((one) => fraction(one.rate)));
  return taxes.map((one) => {
    const exact = net.times(fraction(one.rate)).over(one.inclusive ? HUNDRED.plus(inclusive) : HUNDRED), amount = money.round(exact);
    const line = { kind: "tax", quantity: 1, unit: size(amount) };
    return one.inclusive ? { ...line, exact: ZERO, amount: ZERO, included: amount } : { ...line, exact, amount };
  });
}

/** An amount with the exclusive taxes on it, each rounded. */
export const withTax = (catalog, taxes, net) => net.plus(amounts(tax(catalog, taxes, net)));

/** Who pays what when: now out of the balance first, or with the next invoice; and where a negative total goes. */
export function collect({ credit: { excess } }, total, balance, when, refundable = ZERO) {
  const credit = positive(total.negated());
  const none = { dueNow: ZERO, balanceUsed: ZERO, deferred: ZERO, toBalance: ZERO, refund: ZERO, forfeited: ZERO };
  if (when === "next_invoice") return { ...none, deferred: positive(total), toBalance: credit, balanceAfter: balance };
  const balanceUsed = least(balance, positive(total));
  const refund = excess === "refund" ? positive(least(refundable, credit)) : ZERO;
  const forfeited = excess === "forfeit" ? credit : ZERO;
  const toBalance = credit.minus(refund).minus(forfeited);
  return { ...none, balanceUsed, refund, forfeited, toBalance, dueNow: positive(total).minus(balanceUsed), balanceAfter: balance.minus(balanceUsed).plus(toBalance) };
}
