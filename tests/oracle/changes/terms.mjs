// Rulebook 4: another plan, tier, interval, seats or add-ons.

import { ONE, fraction } from "../fraction.mjs";
import { after, alignedPeriod, interval, isYear, openPeriod, perYear, sameInterval } from "../calendar.mjs";
import { items, periodAllowance, yearlyAllowance } from "../catalog.mjs";
import { runningItems } from "../settlement.mjs";
import { refuse } from "../refusal.mjs";
import { known, charges, billing, paidOf, splitPaid, unbilled } from "../charges.mjs";
import { scheduling, atEnd } from "../following.mjs";
import { operationsAfter, goingOn, fresh } from "../operations.mjs";
import { answer, stands, replaces, moment } from "../answer.mjs";
import { settle } from "../settle.mjs";

/** Whether what was used of one price's allowance says anything about another's. */
const comparable = (old, next) => sameInterval(old.interval, next.interval) || yearlyAllowance(next).compare(yearlyAllowance(old)) < 0;

const usedOperations = (current) => (current.price.operations ?? 0) + current.extra - current.unused;

/** Operations at the list price: discounts pass, the tier stays. */
const listed = ({ money }, price, operations) => money.round(price.amount.times(fraction(operations)).over(fraction(periodAllowance(price))));

export function changed(catalog, current, change, at, { direction, cause, discounts, ...target }) {
  const { policy } = catalog;
  const treatment = cause === "seats" && direction === "upgrade" && policy.hasSeatTreatment.seatsAdded ? policy.seatsAdded
    : cause === "seats" && direction === "downgrade" && policy.hasSeatTreatment.seatsRemoved ? policy.seatsRemoved : policy[direction];
  const made = { direction, cause };
  const ranTrial = current.status === "trial";
  // In a trial there is no paid period to wait for.
  if (moment(ranTrial ? ["now"] : treatment.effective, change) === "period_end") {
    const state = { ...current, scheduled: scheduling({ ...change, cancel: undefined }, target, current) };
    const view = { ...atEnd(catalog, current, target), discounts };
    return answer(catalog, current, change, { ...made, effectiveAt: current.period.end, state, shown: view.period, view, operations: fresh(catalog, view), warnings: replaces(current) });
  }
  const asked = change.period;
  if (asked !== undefined && !ranTrial && !treatment.period.includes(asked)) refuse("not_offered");
  const newInterval = !sameInterval(current.price.interval, target.price.interval);
  const restarted = newInterval || ranTrial || (asked ?? treatment.period[0]) === "restart";
  const state = { ...current, ...target, discounts: known(discounts, at), status: "active" };
  const repriced = target.price !== current.price;

  if (ranTrial && target.plan.trial) {
    const end = after(current.period.start, interval(target.plan.trial), policy.cycle);
    if (end.ms > at.ms) {
      state.status = "trial";
      state.period = { start: current.period.start, end };
      const moves = repriced && treatment.unusedOperations === "transfer" ? current.unused : 0;
      state.unused = repriced ? (target.price.operations ?? 0) + moves : current.unused;
      if (repriced) state.extra = 0;
      return answer(catalog, current, change, { ...made, effectiveAt: at, state, operations: repriced ? operationsAfter(catalog, state, { available: state.unused, transferred: moves, forfeited: current.unused - moves }, at) : goingOn(catalog, state, at), warnings: stands(current, state) });
    }
  }
  const before = items(catalog, current), next = items(catalog, state);
  const oldNet = new Map(runningItems(catalog, current).map((item) => [item.key, item.net]));
  const newNet = new Map(charges(catalog, state, { start: restarted ? at : current.period.start, at }).netted);
  const same = (item) => before.some((one) => one.key === item.key && one.quantity === item.quantity && one.amount.compare(item.amount) === 0) && (!repriced || oldNet.get(item.key).compare(newNet.get(item.key)) === 0) && !(repriced && ["base", "tiers"].includes(item.key));
  const stay = new Set(restarted ? [] : next.filter(same).map((item) => item.key));
  const settledKeys = new Set(before.filter((item) => !stay.has(item.key)).map((item) => item.key));
  const chargedKeys = new Set(next.filter((item) => !stay.has(item.key)).map((item) => item.key));
  const settleOperations = repriced || restarted;
  const settled = settle(catalog, current, at, treatment, { keys: settledKeys, operations: settleOperations, givenUp: restarted || ["full", "remaining"].includes(treatment.charge) });
  const start = restarted ? at : current.period.start;
  if (restarted) { state.anchor = at; state.period = openPeriod(at, target.price.interval, at, policy.cycle); state.extra = 0; }
  const aligned = restarted ? undefined : alignedPeriod(current.period, current.price.interval, current.anchor, policy.cycle);
  const of = restarted || treatment.charge === "full" ? undefined : { running: current.period, whole: aligned };
  const when = restarted ? "now" : treatment.collect;
  const keysToCharge = treatment.charge === "none" && !restarted ? new Set() : chargedKeys;
  const bill = billing(catalog, when === "now" ? current : { ...current, deferred: [] }, state, at, of, keysToCharge, settled.credits, unbilled(catalog, state.addOns, current), start);
  const warnings = [...stands(current, state), ...settled.warnings];
  let operations;
  if (settleOperations) {
      state.unused = (target.price.operations ?? 0) + settled.transferred;
    operations = operationsAfter(catalog, state, { available: state.unused, transferred: settled.transferred, converted: settled.converted, forfeited: settled.forfeited }, at);
    const limit = target.price.operations;
    if (repriced && limit !== undefined && current.price.operations !== undefined && comparable(current.price, target.price) && usedOperations(current) > limit) warnings.push("operations_above_limit");
    if (settled.transferred && limit) {
      if (listed(catalog, target.price, settled.transferred).compare(listed(catalog, current.price, settled.transferred)) > 0) warnings.push("tier_arbitrage");
    }
    if (direction === "upgrade" && isYear(current.price.interval) && perYear(target.price.interval).compare(ONE) > 0 && settled.converted) warnings.push("annual_to_shorter");
  } else operations = goingOn(catalog, state, at);
  state.paid = restarted ? paidOf(catalog, bill, state.period) : splitPaid(catalog, current, at, settled.value.plus(bill.converted), bill.recurringNet);
  return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted, when, operations, lost: settled.lost, refundable: settled.refundable, warnings });
}
