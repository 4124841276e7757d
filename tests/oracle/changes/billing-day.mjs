// Rulebook 7: another billing day, by a stub: from now on, or from the period's end.

import { instant, openPeriod } from "../calendar.mjs";
import { items } from "../catalog.mjs";
import { refuse } from "../refusal.mjs";
import { known, stubOf, billing, paidOf } from "../charges.mjs";
import { fresh, goingOn } from "../operations.mjs";
import { answer, moment, replaces, stands } from "../answer.mjs";
import { settle } from "../settle.mjs";

export function billingDay(catalog, current, change, at, discounts) {
  const { policy } = catalog;
  // It goes by the treatment of an upgrade.
  const treatment = policy.upgrade;
  if (treatment.unusedTime === "none" || current.status === "trial") refuse("not_offered");
  const made = { direction: "none", cause: "billing_day" };
  const anchor = typeof change.anchor === "number" ? change.anchor : instant(change.anchor);
  if (moment(treatment.effective, change) === "period_end") {
    // Only the day is agreed, and the discounts where it names them; what else is held is settled then.
    const scheduled = { at: change.at, effective: "period_end", anchor: change.anchor, ...(change.discounts && { discounts: change.discounts }) };
    const view = { ...current, discounts, anchor, period: openPeriod(current.period.end, current.price.interval, anchor, policy.cycle), extra: 0 };
    return answer(catalog, current, change, { ...made, effectiveAt: current.period.end, state: { ...current, scheduled }, shown: view.period, view, operations: fresh(catalog, view), warnings: replaces(current) });
  }
  // What is named is the day; its time of day is that of the running period.
  const period = openPeriod(at, current.price.interval, anchor, policy.cycle, current.period.end);
  const keys = new Set(items(catalog, current).map((item) => item.key));
  const { credits, lost, warnings, refundable } = settle(catalog, current, at, treatment, { keys, operations: false });
  const state = { ...current, period, anchor, discounts: known(discounts, at), status: "active" };
  const bill = billing(catalog, current, state, at, stubOf(period), treatment.charge === "none" ? new Set() : undefined, credits, []);
  state.paid = paidOf(catalog, bill, period);
  return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted: true, lost, refundable, operations: goingOn(catalog, state, at), warnings: [...stands(current, state), ...warnings] });
}
