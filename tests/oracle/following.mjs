// What follows a change: the agreed one at the period's end, the next invoice, the regular price.

import { ZERO, most } from "./fraction.mjs";
import { instant, openPeriod, sameInterval } from "./calendar.mjs";
import { freePlan, hasSeats, isFree } from "./catalog.mjs";
import { invoice } from "./bill.mjs";
import { cancels, resolveTarget } from "./target.mjs";
import { known, namedDiscounts, stubOf, regular, unbilled } from "./charges.mjs";

export function freeTarget(catalog, current) {
  const plan = freePlan(catalog);
  return plan && { plan, price: plan.prices.find((price) => sameInterval(price.interval, current.price.interval)) ?? plan.prices[0], seats: hasSeats(plan, plan.prices[0]) ? plan.seats?.min ?? 1 : undefined, addOns: [] };
}

const withTarget = (state, target) => target && { ...state, ...target };

/** The state as a scheduled change leaves it; what was agreed needs not be on sale any more. */
export const agreed = (catalog, state, begins = state.period.end) => ({ ...state, ...resolveTarget(catalog, state, state.scheduled, { agreed: true }), discounts: known(namedDiscounts(state, state.scheduled), begins) });

/** A change for the period's end: its price, and of the rest what it changes; what it leaves out stays as it will be then. */
export const scheduling = (change, target, current) => ({
  at: change.at, effective: "period_end", ...(change.discounts && { discounts: change.discounts }),
  ...(change.cancel ? { cancel: true } : { plan: target.plan.id, interval: target.price.interval, operations: target.price.operations, ...((change.seats !== undefined || target.seats !== current.seats) && { seats: target.seats }), ...((change.addOns || (cancels(current, target) && current.addOns.length)) && { addOns: target.addOns }) }),
});

/** The scheduled plan, or the state itself: what the next invoice bills. Nothing after a cancellation to no plan. */
function upcoming(catalog, state) {
  if (!state.scheduled) return state;
  if (state.scheduled.cancel) return withTarget(state, freeTarget(catalog, state));
  return agreed(catalog, state);
}

/** The billing day that was agreed for the period's end. */
export const agreedAnchor = ({ scheduled }) => (typeof scheduled?.anchor === "string" ? instant(scheduled.anchor) : scheduled?.anchor);

/** The next invoice, and what a regular period costs from there on. */
export function following(catalog, state, from) {
  const next = upcoming(catalog, state);
  if (!next) {
    // Nothing follows but what still waits.
    if (!state.deferred.length) return {};
    const waiting = invoice(catalog, { earlier: state.deferred, taxes: state.taxes }).total;
    return { next: { at: from, amount: most(ZERO, waiting.minus(state.balance)) } };
  }
  const step = next.price.interval;
  // A change of interval restarts; what begins off the grid begins with a stub, and the regular periods after it.
  const anchor = agreedAnchor(state) ?? (state.status === "trial" || !sameInterval(step, state.price.interval) ? from : state.anchor);
  const first = openPeriod(from, step, anchor, catalog.policy.cycle);
  const stub = stubOf(first);
  const regularly = stub ? first.end : from;
  const recurring = { amount: regular(catalog, next, regularly).total, interval: step, from: regularly };
  if (isFree(next.price) && !state.deferred.length && !next.addOns.length) return { recurring };
  // What is agreed to be added then and billed once is on that invoice, and what a trial left.
  const once = state.scheduled || state.status === "trial" ? unbilled(catalog, next.addOns, state) : [];
  const due = regular(catalog, next, from, state.deferred, stub, once).total;
  return { recurring, next: { at: from, amount: most(ZERO, due.minus(state.balance)) } };
}

/** The state that begins at the end of the running period. */
export function atEnd(catalog, current, target) {
  const start = current.period.end;
  const restarts = current.status === "trial" || !sameInterval(current.price.interval, target.price.interval);
  return { ...current, ...target, period: openPeriod(start, target.price.interval, restarts ? start : current.anchor, catalog.policy.cycle), extra: 0 };
}
