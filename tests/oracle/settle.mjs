// Rulebook 5: the old period by its treatment: credits in money, operations that move, what is lost.

import { ZERO, fraction, sum } from "./fraction.mjs";
import { isFree, periodAllowance } from "./catalog.mjs";
import { conversion, forfeitedTime, futureGrants, refundable, runningItems, unusedTime } from "./settlement.mjs";

/** Values the old period: credits in money, operations that move, what is lost. */
export function settle(catalog, current, at, treatment, { keys, operations: settlesOperations, givenUp = true }) {
  const { policy } = catalog;
  const free = isFree(current.price), lost = [], credits = [], warnings = [];
  const inTrial = current.status === "trial";
  let settledValue = ZERO;
  if (!(inTrial && !current.paid)) {
    const time = unusedTime(catalog, current, keys, at);
    if (treatment.unusedTime === "credit") credits.push(...time);
    const worth = treatment.unusedTime === "forfeit" ? forfeitedTime(catalog, current, time) : sum(time.map((line) => line.amount));
    // What is credited or forfeited cannot be credited again.
    if (["credit", "forfeit"].includes(treatment.unusedTime)) settledValue = worth;
    if (treatment.unusedTime === "forfeit" && !worth.isZero) { lost.push({ kind: "unused_time", amount: worth }); warnings.push("prepaid_value_lost"); }
  }
  let transferred = 0, converted = 0, forfeited = 0;
  if (settlesOperations && !current.price.operations) forfeited = current.unused;
  if (settlesOperations && current.price.operations) {
    const operations = current.unused, exact = inTrial ? ZERO : conversion(catalog, current, operations), worth = catalog.money.round(exact);
    if (free) forfeited = operations;
    else if (treatment.unusedOperations === "transfer") transferred = operations;
    else if (treatment.unusedOperations === "credit" && !inTrial) {
      converted = operations;
      credits.push({ key: "operations", kind: "unused_operations", plan: current.plan.id, quantity: operations, unit: runningItems(catalog, current)[0].net.over(fraction(periodAllowance(current.price))), exact, amount: worth });
    } else { forfeited = operations; if (!inTrial) lost.push({ kind: "unused_operations", operations, amount: worth }); }
    const grants = futureGrants(catalog, current, at);
    if (treatment.unusedTime === "none" && givenUp && grants.grants && !inTrial) { lost.push({ kind: "future_grants", operations: grants.grants, amount: grants.amount }); if (!grants.amount.isZero) warnings.push("prepaid_value_lost"); }
  }
  return { credits, lost, transferred, converted, forfeited, warnings, value: settledValue, refundable: refundable(catalog, current, credits.filter((line) => line.kind === "unused_time")) };
}
