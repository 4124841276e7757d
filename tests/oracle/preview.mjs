// Rulebook 2: the way of the data, from a change to its preview and the state after it.

import { endsOn, instant } from "./calendar.mjs";
import { direction as directionOf } from "./direction.mjs";
import { resolveTarget } from "./target.mjs";
import { refuse } from "./refusal.mjs";
import { namedDiscounts } from "./charges.mjs";
import { freeTarget } from "./following.mjs";
import { purchase, renewal } from "./changes/opened.mjs";
import { nothing, withdrawal } from "./changes/standing.mjs";
import { extraOperations } from "./changes/extra-operations.mjs";
import { billingDay } from "./changes/billing-day.mjs";
import { cancellation } from "./changes/cancellation.mjs";
import { changed } from "./changes/terms.mjs";

export function preview(catalog, current, change) {
  if (!current.plan) return purchase(catalog, current, change, instant(change.at));
  // Dates are those of the subscription's own clock.
  const at = { ...instant(change.at), offset: current.period.start.offset };
  const expired = current.status === "expired";
  if (change.renew) {
    if (!expired && at.ms < current.period.end.ms) refuse("not_expired");
    return renewal(catalog, current, change, at);
  }
  if (expired) refuse("not_offered");
  if (at.ms < current.period.start.ms || at.ms > current.period.end.ms) refuse("outside_period");
  if (change.withdraw) return withdrawal(catalog, current, change, at);
  if (change.extraOperations !== undefined) return extraOperations(catalog, current, change, at);
  if (change.cancel) return cancellation(catalog, current, change, at, freeTarget(catalog, current));
  const target = resolveTarget(catalog, current, change);
  const { direction, cause } = directionOf(catalog, current, target);
  if (direction === "cancel") return cancellation(catalog, current, change, at, target);
  const discounts = namedDiscounts(current, change);
  if (change.anchor !== undefined && direction !== "none") refuse("conflict");
  if (direction !== "none") return changed(catalog, current, change, at, { ...target, discounts, direction, cause });
  const anchor = typeof change.anchor === "string" ? instant(change.anchor) : change.anchor;
  // A trial's end is the day that periods then return to.
  const held = current.status === "trial" ? current.period.end : current.anchor;
  if (anchor !== undefined && !endsOn(anchor, current.period, held, current.price.interval, at, catalog.policy.cycle)) return billingDay(catalog, current, change, at, discounts);
  const differs = change.discounts && JSON.stringify(change.discounts) !== JSON.stringify(current.discounts.map((one) => one.id));
  return nothing(catalog, current, change, at, { cause: differs ? "discount" : null, discounts: differs ? discounts : current.discounts });
}
