// Rulebook 3, by rank: the first that differs decides.

import { fraction } from "./fraction.mjs";
import { perYear } from "./calendar.mjs";
import { isFree, yearlyAllowance } from "./catalog.mjs";

export function direction(current, target) {
  if (!current.plan) return { direction: "new", cause: "plan" };
  if (target.plan !== current.plan && isFree(target.price) && !isFree(current.price)) return { direction: "cancel", cause: "plan" };
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
  const addOns = addOnChange(current.addOns, target.addOns);
  if (addOns) return towards(addOns, "add_ons");
  return { direction: "none", cause: null };
}

/** More of any without fewer of another is an upgrade; the first that differs decides where both happen. */
function addOnChange(before, after) {
  const count = (list, id) => list.find((one) => one.id === id)?.quantity ?? 0;
  for (const id of new Set([...after, ...before].map((one) => one.id))) {
    const more = count(after, id) - count(before, id);
    if (more) return more;
  }
  return 0;
}
