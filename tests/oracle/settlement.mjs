// Rulebook 5: what the old period is still worth, in money and in operations.

import { ONE, ZERO, fraction, least, most, sum } from "./fraction.mjs";
import { after, alignedPeriod, monthlyResets, remaining } from "./calendar.mjs";
import { grantsMonthly, items, periodAllowance } from "./catalog.mjs";
import { withTax } from "./bill.mjs";
import { holding, net } from "./discount.mjs";

/** The items of the running period with their full-period price net of the discounts that were paid with. */
export function runningItems(catalog, current) {
  const list = items(catalog, current);
  const discounts = holding(catalog, current.discounts, current.plan, current.period.start, current.price.interval, catalog.policy.cycle);
  const prices = net(list.map((item) => item.amount), discounts, catalog.money);
  return list.map((item, at) => ({ ...item, net: prices[at] }));
}

/** What is left at `at` of an item's price for a running period that `of` divides; of an add-on on a longer interval, that of its own price. */
export function part(catalog, { own }, net, running, at, of) {
  if (!own) return net.times(remaining(running, at, of));
  const whole = { start: running.start, end: after(running.start, own.interval, catalog.policy.cycle) };
  return net.times(own.shares).times(remaining(running, at, whole));
}

/** Credit lines for the unused time of some of the items. */
export function unusedTime(catalog, current, settled, at) {
  const { policy, money } = catalog;
  const all = runningItems(catalog, current);
  const wanted = all.filter((item) => settled.has(item.key));
  const fromPaid = current.paid && policy.credit.base === "paid";
  // What was paid is shared by the net prices; it is all the first item's where they are nothing.
  const whole = sum(all.map((item) => item.net));
  const aligned = alignedPeriod(current.period, current.price.interval, current.anchor, policy.cycle);
  const paidLeft = fromPaid && sum(current.paid.map((span) => span.amount.times(remaining(span, at))));
  let limit = current.paid ? most(ZERO, sum(current.paid.map((span) => span.amount.minus(span.credited)))) : undefined;
  return wanted.map((item) => {
    const share = whole.isZero ? (item.key === all[0].key ? ONE : ZERO) : item.net.over(whole);
    const exact = fromPaid ? paidLeft.times(share) : part(catalog, item, item.net, current.period, at, aligned);
    const uncapped = money.round(exact);
    const amount = limit ? least(uncapped, limit) : uncapped;
    if (limit) limit = limit.minus(amount);
    return { ...item, unit: item.own?.unit ?? item.unit, amount, uncapped, exact: amount.compare(uncapped) < 0 ? amount : exact, value: exact, charge: item.kind, kind: "unused_time" };
  });
}

/** What the unused time is worth in all, rounded once. */
export function forfeitedTime({ money }, current, time) {
  const worth = money.round(sum(time.map((line) => line.value)));
  return current.paid ? least(worth, most(ZERO, sum(current.paid.map((span) => span.amount.minus(span.credited))))) : worth;
}

/** What was received for the running period less the used part of it, both with tax: the most that goes back as money. */
export function refundable(catalog, current, time) {
  if (!current.paid) return ZERO;
  const taxed = (net) => withTax(catalog, current.taxes, net);
  const unused = sum(time.map((line) => line.uncapped)), billed = sum(current.paid.map((span) => span.amount));
  return sum(current.paid.map((span) => span.received ?? taxed(span.amount))).minus(taxed(most(ZERO, billed.minus(unused))));
}

/** amount × unused ÷ allowance. */
export function conversion(catalog, current, operations) {
  if (!operations || !current.price.operations) return ZERO;
  const [base] = runningItems(catalog, current);
  return base.net.times(fraction(operations)).over(fraction(periodAllowance(current.price)));
}

/** Monthly grants of a yearly price that are still to come after `at`. */
export function futureGrants(catalog, current, at) {
  if (!grantsMonthly(current.price)) return { grants: 0, amount: ZERO };
  const grants = monthlyResets(current.period).filter((reset) => reset.ms > at.ms).length;
  return { grants, amount: catalog.money.round(conversion(catalog, current, grants * current.price.operations)) };
}
