// Rulebook 7, 8: a period that begins with no running one to settle.

import { after, instant, interval, openPeriod, sameInterval } from "../calendar.mjs";
import { resolveTarget } from "../target.mjs";
import { refuse } from "../refusal.mjs";
import { known, namedDiscounts, stubOf, billing, paidOf, unbilled } from "../charges.mjs";
import { agreed, agreedAnchor } from "../following.mjs";
import { operationsAfter } from "../operations.mjs";
import { answer } from "../answer.mjs";

export function purchase(catalog, customer, change, at) {
  if (change.renew || change.cancel || change.withdraw || change.extraOperations !== undefined) refuse("no_subscription");
  if (change.effective === "period_end") refuse("not_offered");
  const target = resolveTarget(catalog, customer, change);
  const discounts = change.discounts ? change.discounts.map((id) => ({ id })) : customer.discounts;
  const state = { ...customer, ...target, discounts, extra: 0, deferred: [], status: "active", anchor: change.anchor === undefined ? at : typeof change.anchor === "number" ? change.anchor : instant(change.anchor) };
  return opened(catalog, { ...customer, discounts: [], addOns: [], deferred: [], extra: 0, unused: 0 }, change, at, state, { direction: "new", cause: "plan" });
}

export function renewal(catalog, current, change, at) {
  // What was agreed for the period's end begins with the renewal, unless the renewal names another plan.
  const standing = current.scheduled && !current.scheduled.cancel ? agreed(catalog, current, at) : undefined;
  const scheduled = standing && (change.plan ?? standing.plan.id) === standing.plan.id ? standing : current;
  const target = resolveTarget(catalog, scheduled, change);
  const discounts = namedDiscounts(scheduled, change);
  const punctual = at.ms === current.period.end.ms && current.status === "active";
  const goesOn = punctual && sameInterval(current.price.interval, target.price.interval);
  const anchor = (scheduled === standing ? agreedAnchor(current) : undefined) ?? (goesOn ? current.anchor : at);
  const state = { ...current, ...target, discounts, status: "active", scheduled: undefined, extra: 0, anchor };
  return opened(catalog, current, change, at, state, { direction: "renew", cause: "plan" });
}

/** A period that begins now with no running one to settle: purchase, renewal. */
function opened(catalog, current, change, at, state, made) {
  const { policy } = catalog;
  state.period = openPeriod(at, state.price.interval, state.anchor, policy.cycle);
  state.discounts = known(state.discounts, at);
  state.unused = state.price.operations ?? 0;
  const trial = made.direction === "new" && state.plan.trial;
  const warnings = made.warnings ?? [];
  if (trial) {
    state.period = { start: at, end: after(at, interval(trial), policy.cycle) };
    state.status = "trial";
    return answer(catalog, current, change, { ...made, effectiveAt: at, state, operations: operationsAfter(catalog, state, { available: state.unused }, at), warnings });
  }
  const bill = billing(catalog, current, state, at, stubOf(state.period), undefined, [], unbilled(catalog, state.addOns, made.direction === "renew" ? current : { addOns: [] }));
  state.paid = paidOf(catalog, bill, state.period);
  return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted: true, operations: operationsAfter(catalog, state, { available: state.unused }, at), warnings });
}
