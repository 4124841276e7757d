// What a period of a state costs, the invoice made of it, and what is then paid for which span.

import { ZERO, most, sum } from "./fraction.mjs";
import { earlier, remaining } from "./calendar.mjs";
import { items, onceItems } from "./catalog.mjs";
import { holding, net } from "./discount.mjs";
import { part } from "./settlement.mjs";
import { invoice, withTax } from "./bill.mjs";

export const known = (discounts, start) => discounts.map((one) => ({ ...one, since: one.since ?? start }));

/** Discounts that a change names, or those that hold; one that is named again holds on since when it did. */
export const namedDiscounts = (current, change) => (change.discounts ? change.discounts.map((id) => current.discounts.find((one) => one.id === id) ?? { id }) : current.discounts);

/** One-time add-ons that are not billed yet: in a trial nothing was but what is paid, else what is newly named. */
export const unbilled = (catalog, addOns, current) => onceItems(catalog, addOns, current.status === "trial" && !current.paid?.length ? [] : current.addOns);

/** How a period that begins off the grid is divided; nothing for a whole one. */
export const stubOf = (opened) => (opened.of.start.ms === opened.start.ms ? undefined : { running: opened, whole: opened.of });

/** Charges for a period of a state: full ones with their discounts, or prorated ones net of them. */
export function charges(catalog, state, { start, at = start, of, only, once = [] }) {
  const list = [...items(catalog, state), ...once];
  const discounts = holding(catalog, known(state.discounts, start), state.plan, start, state.price.interval, catalog.policy.cycle, at);
  const netted = net(list.map((item) => (item.own ? item.amount : catalog.money.round(item.amount))), discounts, catalog.money);
  return {
    discounts,
    netted: list.map((item, index) => [item.key, netted[index]]),
    charges: list.map((item, index) => {
      const full = !of || once.includes(item);
      const charged = full || !only || only.has(item.key);
      return full ? { ...item, gross: item.amount, full, charged } : { ...item, unit: item.own?.unit ?? item.unit, gross: item.amount, full, charged, amount: part(catalog, item, netted[index], of.running, at, of.whole) };
    }),
  };
}

/** The invoice of a regular period from `start` on, or of the stub that begins there, with what is billed once. */
export function regular(catalog, state, start, earlier = [], of = undefined, once = []) {
  return invoice(catalog, { earlier, ...charges(catalog, state, { start, of, once }), taxes: state.taxes });
}

/** An invoice made now: earlier lines that waited, credits, charges for the period or the rest of it. */
export function billing(catalog, current, state, at, of, only, credits, once = unbilled(catalog, state.addOns, current), start = at) {
  const made = charges(catalog, state, { start, at, of, only, once });
  const bill = invoice(catalog, { earlier: made.skip ? [] : current.deferred ?? [], credits, ...made, taxes: state.taxes });
  bill.recurringNet = recurringNet(catalog, made, once, bill);
  return bill;
}

/** What the recurring charges of this bill come to, net of discount: one-time fees are not prorated later. */
function recurringNet(catalog, { charges: list, discounts }, once, bill) {
  const { money } = catalog;
  const recurring = list.filter((line) => !once.some((one) => one.key === line.key) && line.charged);
  if (!recurring.length) return ZERO;
  if (!recurring[0].full) return sum(recurring.map((line) => money.round(line.amount)));
  const netted = net(list.map((line) => money.round(line.gross)), discounts, money);
  const fees = sum(list.map((line, at) => (recurring.includes(line) ? ZERO : netted[at])));
  return most(ZERO, sum(bill.charged.map((line) => line.amount)).minus(bill.discount).minus(money.round(fees)));
}

export function paidOf(catalog, bill, period) {
  const onlyRecurring = !bill.charged.some((line) => catalog.addOns.get(line.key)?.recurring === false);
  const amount = onlyRecurring ? most(ZERO, sum(bill.charged.map((line) => line.amount)).minus(bill.discount)) : bill.recurringNet;
  return [{ start: period.start, end: period.end, amount, credited: ZERO }];
}

/** The spans of a running period after something in it was settled: what was used, and what the rest now stands for. */
export function splitPaid(catalog, current, at, credit, charged) {
  if (!current.paid) return undefined;
  const used = current.paid.filter((span) => span.start.ms < at.ms).map((span) => {
    const amount = span.amount.minus(catalog.money.round(span.amount.times(remaining(span, at))));
    // What was received is shared as what was billed is.
    const received = span.received && (span.amount.isZero ? span.received : catalog.money.round(span.received.times(amount).over(span.amount)));
    return { start: span.start, end: earlier(span.end, at), credited: span.credited, amount, received };
  });
  const all = sum(current.paid.map((span) => span.amount)), dropped = sum(current.paid.filter((span) => span.start.ms >= at.ms).map((span) => span.credited));
  const rest = most(ZERO, all.minus(sum(used.map((span) => span.amount))).minus(credit).plus(charged));
  const taxed = (net) => withTax(catalog, current.taxes, net), receivedOf = (spans) => sum(spans.map((span) => span.received ?? taxed(span.amount)));
  const received = current.paid.some((span) => span.received) ? most(ZERO, receivedOf(current.paid).minus(receivedOf(used)).plus(taxed(charged.minus(credit)))) : undefined;
  return [...used, { start: at, end: current.period.end, amount: rest, credited: dropped, received }].filter((span) => span.end.ms > span.start.ms);
}
