// Rulebook 2: what a change leaves out stays as it is where the target offers it; else it is the target's only choice; else refused.

import { interval, sameInterval } from "./calendar.mjs";
import { hasSeats, isFree, planOf, yearlyAllowance } from "./catalog.mjs";
import { refuse } from "./refusal.mjs";

export function resolveTarget(catalog, current, change, { agreed = false } = {}) {
  const plan = change.plan === undefined ? current.plan ?? refuse("missing") : planOf(catalog, change.plan) ?? refuse("unknown_plan");
  const price = choosePrice(plan, current, change, agreed);
  const own = plan === current.plan && price === current.price;
  if (!own && !agreed && (!plan.onSale || !price.onSale)) refuse("not_for_sale");
  const seats = chooseSeats(plan, price, current, change);
  // What was agreed while the plan was free names add-ons for it.
  const ends = !(agreed && change.addOns) && cancels(current, { plan, price });
  const addOns = ends ? [] : (change.addOns ?? current.addOns ?? []).filter((one) => one.quantity > 0);
  for (const { id } of [...addOns, ...(change.addOns ?? [])]) if (!catalog.addOns.has(id)) refuse("unknown_add_on");
  if (ends && change.addOns?.some((one) => one.quantity > 0)) refuse("not_offered");
  for (const id of change.discounts ?? []) if (!catalog.discounts.has(id)) refuse("unknown_discount");
  addOns.sort((a, b) => catalog.addOns.get(a.id).at - catalog.addOns.get(b.id).at);
  return { plan, price, seats, addOns };
}

/** A change of a paid plan to a free one is a cancellation, and ends the add-ons. */
export const cancels = (current, { plan, price }) => !!current.plan && plan !== current.plan && isFree(price) && !isFree(current.price);

function choosePrice(plan, current, change, agreed) {
  const mine = (price) => plan === current.plan && price === current.price;
  const sold = plan.prices.filter((price) => price.onSale || agreed || mine(price));
  const named = (step) => sold.filter((price) => sameInterval(price.interval, step));
  let fitting;
  const step = change.interval === undefined ? undefined : change.interval.unit === "month" ? change.interval : interval(change.interval);
  if (step) fitting = named(step);
  else {
    fitting = current.price ? named(current.price.interval) : [];
    const intervals = new Set(sold.map((price) => `${price.interval.count} ${price.interval.unit}`));
    if (!fitting.length && intervals.size === 1) fitting = sold;
  }
  if (!fitting.length) refuse("unknown_interval");
  if (change.operations !== undefined) return fitting.find((price) => price.operations === change.operations) ?? refuse("unknown_tier");
  if (fitting.length === 1) return fitting[0];
  const tier = current.price;
  if (!tier || tier.operations === undefined) refuse("unknown_tier");
  // A tier is an allowance; over intervals it is the same one where a year of it is.
  return fitting.find((price) => yearlyAllowance(price).compare(yearlyAllowance(tier)) === 0) ?? refuse("unknown_tier");
}

function chooseSeats(plan, price, current, change) {
  if (!hasSeats(plan, price)) return change.seats === undefined ? undefined : refuse("not_offered");
  const min = plan.seats?.min ?? 1, max = plan.seats?.max ?? Infinity;
  if (change.seats !== undefined && change.seats < min) refuse("seats_below_minimum");
  // At the price that is held so many are held, or none are counted.
  const own = plan === current.plan && price === current.price;
  if (own && (change.seats === undefined || change.seats === current.seats)) return current.seats;
  const seats = change.seats ?? Math.max(min, current.seats ?? min);
  return seats > max ? refuse("seats_above_maximum") : seats;
}
