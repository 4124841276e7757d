// The bill: lines, discount, cap, tax, balance.
import { sum, zero } from "./money.mjs";
import { formatPeriod } from "./time.mjs";

export const quantityOf = ({ plan, price, seats }) => (price.per === "seat" ? Math.max(seats - (plan.seats?.included ?? 0), 0) : 1);
/** List price of a whole period. */
export const listAmount = (terms) => terms.price.amount.times(quantityOf(terms));
export const netAmount = (terms, discounts) => discounts.reduce((left, { percent }) => left.minus(left.times(percent).div(100)), listAmount(terms));

// While it is worked on, a line carries its value: `value` is the signed amount, rounded.
function line(currency, kind, exact, fields) {
  const value = currency.round(exact);
  return { value, shown: { kind, plan: fields.plan, amount: currency.format(value), quantity: fields.quantity, unitAmount: fields.unitAmount, rate: fields.rate, period: fields.period, because: fields.because } };
}

export function unusedOperationsLine(currency, { plan, price }, allowance, operations) {
  const amount = currency.format(price.amount);
  const exact = price.amount.times(operations).div(allowance).negated();
  return line(currency, "unused_operations", exact, {
    plan: plan.id,
    quantity: operations,
    unitAmount: currency.formatExact(price.amount.div(allowance)),
    rate: { amount, per: allowance },
    because: { kind: "unused_operations", amount, allowance, operations, exact: currency.explain(exact), uncapped: undefined, cap: undefined },
  });
}

export function chargeLine(currency, terms, period) {
  const amount = currency.format(terms.price.amount);
  const quantity = quantityOf(terms);
  const exact = listAmount(terms);
  const because = { kind: "full_period", amount, quantity, exact: currency.explain(exact) };
  return line(currency, "charge", exact, { plan: terms.plan.id, quantity, unitAmount: amount, period: formatPeriod(period), because });
}

const share = (value, { remaining, total }) => value.times(remaining).div(total);

export function remainingTimeLine(currency, terms, discounts, factor, period) {
  const amount = currency.format(terms.price.amount);
  const quantity = quantityOf(terms);
  const net = netAmount(terms, discounts);
  const exact = share(net, factor);
  const discounted = discounts.length ? currency.formatExact(net) : undefined;
  const because = { kind: "remaining_time", amount, quantity, factor, discounted, exact: currency.explain(exact) };
  return line(currency, "charge", exact, { plan: terms.plan.id, quantity, unitAmount: amount, period: formatPeriod(period), because });
}

/** `paid`: what was billed, each span with its factor; the list price where nothing is known. */
export function unusedTimeLine(currency, terms, discounts, factor, paid, period) {
  const amount = currency.format(terms.price.amount);
  const quantity = quantityOf(terms);
  const exact = (paid ? sum(paid.map((span) => share(span.amount, span.factor))) : share(netAmount(terms, discounts), factor)).negated();
  const because = {
    kind: "unused_time",
    base: paid ? "paid" : "list",
    amount,
    quantity,
    factor,
    discounted: !paid && discounts.length ? currency.formatExact(netAmount(terms, discounts)) : undefined,
    paid: paid?.map((span) => ({ amount: currency.format(span.amount), factor: span.factor })),
    exact: currency.explain(exact),
  };
  return line(currency, "unused_time", exact, { plan: terms.plan.id, quantity, unitAmount: amount, period: formatPeriod(period), because });
}

export function discountLines(currency, terms, discounts) {
  let left = listAmount(terms);
  return discounts.map(({ id, percent }) => {
    const of = left;
    const taken = of.times(percent).div(100);
    left = of.minus(taken);
    const because = { kind: "discount", id, percent: percent.toFixed(), of: currency.formatExact(of), exact: currency.explain(taken.negated()) };
    return line(currency, "discount", taken.negated(), { quantity: 1, unitAmount: currency.format(currency.round(taken)), because });
  });
}

function taxLines(currency, taxes, net) {
  return taxes.map(({ id, name, rate }) => {
    const exact = net.times(rate).div(100);
    const because = { kind: "tax", id, name, rate: rate.toFixed(), inclusive: false, of: currency.formatExact(net), exact: currency.explain(exact) };
    return line(currency, "tax", exact, { quantity: 1, unitAmount: currency.format(currency.round(exact).abs()), because });
  });
}

const total = (lines) => sum(lines.map(({ value }) => value));

/** Credits cannot exceed the bill; what is above is lost. */
function capCredits(currency, lines, limit) {
  const lost = [];
  let left = limit;
  for (const credit of lines.filter(({ value }) => value.isNegative())) {
    const uncapped = credit.value.negated();
    const used = uncapped.lessThan(left) ? uncapped : left;
    left = left.minus(used);
    if (used.equals(uncapped)) continue;
    credit.value = used.negated();
    credit.shown.amount = currency.format(credit.value);
    credit.shown.because.uncapped = currency.format(uncapped);
    credit.shown.because.cap = { kind: "bill", limit: currency.format(limit) };
    lost.push({ kind: "credit_above_bill", uncapped: currency.format(uncapped), value: uncapped.minus(used) });
  }
  return lost;
}

export function makeBill(currency, prices, discounts, { taxes, capped }) {
  const discount = total(discounts);
  const charges = total(prices.filter(({ value }) => !value.isNegative()));
  const lost = capped ? capCredits(currency, prices, charges.plus(discount)) : [];
  const subtotal = total(prices);
  const taxed = taxLines(currency, taxes, subtotal.plus(discount));
  const tax = total(taxed);
  const lines = [...prices, ...discounts, ...taxed].filter(({ value }) => !value.isZero());
  return { lines, subtotal, discount: discount.negated(), tax, total: subtotal.plus(discount).plus(tax), lost };
}

/** What a regular period costs, tax included. */
export function regularAmount(currency, terms, discounts, taxes, period) {
  const lines = [chargeLine(currency, terms, period)];
  return makeBill(currency, lines, discountLines(currency, terms, discounts), { taxes, capped: false }).total;
}

/** Splits a total into what is due and what stays the customer's. */
export function settle(total, balance) {
  if (total.isNegative()) return { dueNow: zero, balanceUsed: zero, toBalance: total.negated(), balanceAfter: balance.minus(total) };
  const balanceUsed = balance.lessThan(total) ? balance : total;
  return { dueNow: total.minus(balanceUsed), balanceUsed, toBalance: zero, balanceAfter: balance.minus(balanceUsed) };
}
