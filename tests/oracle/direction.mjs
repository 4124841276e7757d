// Rulebook 3, by rank: the first that differs decides.

import { fraction, sum } from "./fraction.mjs";
import { perYear } from "./calendar.mjs";
import { items, yearlyAllowance } from "./catalog.mjs";
import { cancels } from "./target.mjs";

export function direction(catalog, current, target) {
  if (!current.plan) return { direction: "new", cause: "plan" };
  if (cancels(current, target)) return { direction: "cancel", cause: "plan" };
  const towards = (sign, cause) => ({ direction: sign > 0 ? "upgrade" : "downgrade", cause });
  const rank = target.plan.rank - current.plan.rank;
  if (rank) return towards(rank, "plan");
  const allowance = (price) => (price.operations === undefined ? fraction(0) : yearlyAllowance(price));
  const tier = allowance(target.price).compare(allowance(current.price));
  if (tier) return towards(tier, "tier");
  const longer = perYear(current.price.interval).compare(perYear(target.price.interval));
  if (longer) return towards(longer, "interval");
  const seats = (target.seats ?? 0) - (current.seats ?? 0);
  if (seats) return towards(seats, "seats");
  const addOns = differ(current.addOns, target.addOns) && addOnChange(catalog, current, target);
  if (addOns) return towards(addOns, "add_ons");
  return { direction: "none", cause: null };
}

/** More is an upgrade. Where some are more and others fewer: by what a period of them costs, then by how many they are; equal counts as an upgrade. */
function addOnChange(catalog, current, target) {
  const cost = (state) => sum(items(catalog, { ...state, seats: target.seats, price: target.price }).filter((item) => item.addOn).map((item) => item.amount));
  const count = (state) => state.addOns.reduce((total, one) => total + one.quantity, 0);
  return cost(target).compare(cost(current)) || count(target) - count(current) || 1;
}
const differ = (before, after) => {
  const text = (list) => list.filter((one) => one.quantity > 0).map((one) => `${one.id} ${one.quantity}`).sort().join();
  return text(before) !== text(after);
};
