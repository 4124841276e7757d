// What is for sale, and what one period of it costs.

import { Fraction, ONE, ZERO, fraction } from "./fraction.mjs";
import { interval, isYear, perYear, sameInterval } from "./calendar.mjs";
import { Money } from "./money.mjs";
import { resolvePolicy } from "./policy.mjs";
import { tiered } from "./tiers.mjs";

export function readCatalog(document) {
  const policy = resolvePolicy(document.policy);
  return {
    policy,
    money: new Money(document.currency, policy.mode, policy.roundOn),
    graceDays: document.graceDays,
    plans: document.plans.map((plan, rank) => ({
      ...plan, rank, onSale: plan.onSale ?? true,
      prices: plan.prices.map((price) => ({ ...price, amount: fraction(price.amount), interval: interval(price.interval), onSale: price.onSale ?? true })),
    })),
    addOns: new Map((document.addOns ?? []).map((addOn, at) => [addOn.id, { ...addOn, at, amount: fraction(addOn.amount), recurring: !["once", "metered"].includes(addOn.interval) }])),
    discounts: new Map((document.discounts ?? []).map((discount) => [discount.id, discount])),
  };
}

export const planOf = (catalog, id) => catalog.plans.find((plan) => plan.id === id);
export const isFree = (price) => price.amount.isZero && !price.tiers;
export const freePlan = (catalog) => catalog.plans.find((plan) => plan.prices.every(isFree) && plan.onSale);
export const hasSeats = (plan, price) => price.per === "seat" || !!price.tiers || !!plan.seats;

/** What an allowance grants in a period; with monthly grants in a year it is 12 times that. */
export const periodAllowance = (price) => (price.resets === "month" && isYear(price.interval) ? 12 * price.operations : price.operations);
export const yearlyAllowance = (price) => fraction(periodAllowance(price)).times(perYear(price.interval));
export const grantsMonthly = (price) => price.resets === "month" && isYear(price.interval);

/** The recurring items of a subscription, in the order of its bill: kind, key, quantity, price of one, price of the period. */
export function items(catalog, { plan, price, seats, addOns }) {
  const charged = Math.max(0, (seats ?? 0) - (plan.seats?.included ?? 0));
  const list = [];
  const quantity = price.per === "seat" ? charged : 1;
  list.push({ key: "base", kind: "charge", plan: plan.id, quantity, unit: price.amount, amount: price.amount.times(fraction(quantity)), ofSeats: price.per === "seat" });
  if (price.tiers) {
    const amount = tiered(price.tiers, charged);
    list.push({ key: "tiers", kind: "charge", plan: plan.id, quantity: charged, unit: charged ? amount.over(fraction(charged)) : ZERO, amount, ofSeats: true });
  }
  for (const { id, quantity: count } of addOns) {
    const addOn = catalog.addOns.get(id);
    if (!addOn.recurring) continue;
    const many = addOn.per === "seat" ? count * (seats ?? 1) : count;
    // An add-on of another interval is charged for as many of its intervals as the price's has: 12 months are a year.
    const step = interval(addOn.interval), ratio = intervalRatio(price.interval, step);
    const unit = addOn.amount.times(ratio);
    // Of one on a longer interval a period bills a share; its parts are parts of its own interval.
    const own = ratio.compare(ONE) < 0 ? { interval: step, unit: addOn.amount, shares: ONE.over(ratio) } : undefined;
    list.push({ key: id, at: addOn.at, kind: "add_on", addOn: id, quantity: many, unit, amount: unit.times(fraction(many)), ofSeats: addOn.per === "seat", own });
  }
  return list;
}
const intervalRatio = (whole, part) => (sameInterval(whole, part) ? new Fraction(1n) : perYear(part).over(perYear(whole)));

/** One-time add-ons that `addOns` has more of than `before`. Metered usage has no line at a change. */
export function onceItems(catalog, addOns, before = []) {
  return addOns.flatMap(({ id, quantity }) => {
    const addOn = catalog.addOns.get(id);
    const more = quantity - (before.find((one) => one.id === id)?.quantity ?? 0);
    return addOn.interval === "once" && more > 0
      ? [{ key: id, at: addOn.at, kind: "add_on", addOn: id, quantity: more, unit: addOn.amount, amount: addOn.amount.times(fraction(more)) }] : [];
  });
}
