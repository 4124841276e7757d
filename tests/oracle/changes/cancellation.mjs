// Rulebook 8: to a free plan, or to none.

import { ZERO } from "../fraction.mjs";
import { openPeriod } from "../calendar.mjs";
import { items } from "../catalog.mjs";
import { invoice } from "../bill.mjs";
import { known, namedDiscounts, splitPaid } from "../charges.mjs";
import { scheduling, atEnd } from "../following.mjs";
import { operationsAfter, fresh } from "../operations.mjs";
import { answer, replaces, moment } from "../answer.mjs";
import { settle } from "../settle.mjs";

export function cancellation(catalog, current, change, at, target) {
  const { policy } = catalog;
  const treatment = policy.cancel;
  const made = { direction: "cancel", cause: "plan" };
  if (moment(treatment.effective, change) === "period_end") {
    const state = { ...current, scheduled: scheduling(change, target, current) };
    const effectiveAt = current.period.end;
    if (!target) return answer(catalog, current, change, { ...made, effectiveAt, state, ended: true, warnings: replaces(current) });
    const view = atEnd(catalog, current, target);
    return answer(catalog, current, change, { ...made, effectiveAt, state, shown: view.period, view, operations: fresh(catalog, view), warnings: replaces(current) });
  }
  // The free plan, or nothing, takes none of the unused operations.
  const unusedOperations = treatment.unusedOperations === "transfer" ? "forfeit" : treatment.unusedOperations;
  const settled = settle(catalog, current, at, { ...treatment, unusedOperations }, { keys: new Set(items(catalog, current).map((item) => item.key)), operations: true });
  const left = { ...current, scheduled: undefined, discounts: known(namedDiscounts(current, change), at) };
  const bill = invoice(catalog, { earlier: current.deferred, credits: settled.credits, charges: [], taxes: current.taxes });
  const used = splitPaid(catalog, current, at, ZERO, ZERO)?.filter((span) => span.end.ms <= at.ms);
  const paid = used?.length ? used : undefined;
  if (!target) {
    const period = at.ms === current.period.start.ms ? current.period : { start: current.period.start, end: at };
    const state = { ...left, status: "expired", period, paid, unused: 0, extra: 0 };
    return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted: true, ended: true, shown: period, lost: settled.lost, refundable: settled.refundable, warnings: [...settled.warnings] });
  }
  const state = { ...left, ...target, status: "active", paid, period: openPeriod(at, target.price.interval, at, policy.cycle), anchor: at, unused: target.price.operations ?? 0, extra: 0 };
  return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted: true, lost: settled.lost, refundable: settled.refundable, warnings: settled.warnings, operations: operationsAfter(catalog, state, { available: state.unused, converted: settled.converted, forfeited: settled.forfeited }, at) });
}
