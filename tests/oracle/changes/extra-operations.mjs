// Rulebook 5: operations bought on top.

import { ZERO, fraction } from "../fraction.mjs";
import { isFree, periodAllowance } from "../catalog.mjs";
import { invoice } from "../bill.mjs";
import { refuse } from "../refusal.mjs";
import { extraOffer, extraPrice, goingOn } from "../operations.mjs";
import { answer, stands } from "../answer.mjs";

export function extraOperations(catalog, current, change, at) {
  const rule = current.plan.extraOperations, many = change.extraOperations;
  if (!rule || !current.price.operations || isFree(current.price)) refuse("not_offered");
  if (many % rule.bundle) refuse("not_a_bundle");
  const { left } = extraOffer(catalog, current);
  if (left !== null && many > left) refuse("above_maximum");
  const amount = extraPrice(current.price, many, rule.surcharge ?? "0");
  const line = { kind: "extra_operations", key: "extra", plan: current.plan.id, quantity: many, unit: current.price.amount.over(fraction(periodAllowance(current.price))), amount, gross: ZERO, full: false, charged: true };
  const when = catalog.policy.upgrade.collect;
  const bill = invoice(catalog, { earlier: when === "now" ? current.deferred : [], charges: [line], taxes: current.taxes });
  const state = { ...current, unused: current.unused + many, extra: current.extra + many };
  return answer(catalog, current, change, { direction: "none", cause: "extra_operations", effectiveAt: at, state, bill, when, operations: goingOn(catalog, state, at), warnings: stands(current, state) });
}
