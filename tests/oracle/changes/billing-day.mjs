// Rulebook 7: another billing day, by a stub.

import { instant, openPeriod } from "../calendar.mjs";
import { items } from "../catalog.mjs";
import { refuse } from "../refusal.mjs";
import { known, stubOf, billing, paidOf } from "../charges.mjs";
import { goingOn } from "../operations.mjs";
import { answer, stands } from "../answer.mjs";
import { settle } from "../settle.mjs";

export function billingDay(catalog, current, change, at, discounts) {
  const { policy } = catalog;
  const anchor = typeof change.anchor === "number" ? change.anchor : instant(change.anchor);
  const period = openPeriod(at, current.price.interval, anchor, policy.cycle);
  const keys = new Set(items(catalog, current).map((item) => item.key));
  if (policy.every.unusedTime === "none" || current.status === "trial") refuse("not_offered");
  const { credits, lost, warnings } = settle(catalog, current, at, policy.every, { keys, operations: false });
  const state = { ...current, period, anchor, discounts: known(discounts, at), status: "active" };
  const bill = billing(catalog, current, state, at, stubOf(period), policy.every.charge === "none" ? new Set() : undefined, credits, []);
  state.paid = paidOf(catalog, bill, period);
  return answer(catalog, current, change, { direction: "none", cause: "billing_day", effectiveAt: at, state, bill, restarted: true, lost, operations: goingOn(catalog, state, at), warnings: [...stands(current), ...warnings] });
}
