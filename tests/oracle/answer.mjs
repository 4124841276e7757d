// The whole answer to a change: bill, collection, what follows and what needs attention.

import { ZERO, fraction } from "./fraction.mjs";
import { collect } from "./bill.mjs";
import { comparison, deactivation, required, seatsAfter } from "./attention.mjs";
import { refuse } from "./refusal.mjs";
import { following } from "./following.mjs";

/** The whole answer: bill, collection, what follows and what needs attention. */
export function answer(catalog, current, change, made) {
  const { policy, money } = catalog;
  const { direction, cause, effectiveAt, state, bill, restarted, operations, lost = [], warnings = [], shown = state.period, from = state.period.end } = made;
  const when = restarted ? "now" : made.when ?? "now";
  const money_ = bill ? collect(bill.total, current.balance, when) : { ...collect(ZERO, current.balance, "now") };
  if (policy.minimumCharge !== undefined && money_.dueNow.sign > 0 && money_.dueNow.compare(fraction(policy.minimumCharge)) < 0) refuse("below_minimum");
  const losses = [...lost];
  if (bill && !bill.aboveBill.isZero) losses.push({ kind: "credit_above_bill", amount: bill.aboveBill });
  const listed = losses.filter((loss) => !loss.amount.isZero || loss.operations);

  state.balance = money_.balanceAfter;
  if (bill && when === "now") state.deferred = [];
  if (bill && when === "next_invoice") state.deferred = [...current.deferred, ...bill.lines.filter((line) => line.kind !== "tax" && !line.amount.isZero)];
  const ahead = made.ended && !state.deferred.length ? {} : following(catalog, state, from);
  const view = made.ended ? undefined : made.view ?? { ...state, period: shown };
  const needs = required(catalog, { change, current, state: view, direction, lost: listed, dueNow: money_.dueNow });
  const applied = state.scheduled && state.scheduled !== current.scheduled ? state : answered(state, needs, change);
  return {
    preview: {
      direction, cause, effectiveAt, period: shown,
      lines: bill?.lines ?? [], subtotal: bill?.subtotal ?? ZERO, discount: bill?.discount ?? ZERO, tax: bill?.tax ?? ZERO, total: bill?.total ?? ZERO,
      dueNow: money_.dueNow, balanceUsed: money_.balanceUsed, deferred: money_.deferred, toBalance: money_.toBalance, refund: ZERO, forfeited: ZERO,
      balanceAfter: money_.balanceAfter, ...ahead, operations: view && operations,
      seats: view && seatsAfter(view, current.members),
      deactivation: made.ended ? deactivation(catalog, current, effectiveAt) : undefined,
      comparison: comparison({ money }, catalog, current, view),
      required: needs, warnings: [...warnings, ...(current.individual && direction !== "cancel" ? ["duplicate_billing"] : [])], lost: listed,
    },
    state: applied,
  };
}

function answered(state, needs, change) {
  const next = { ...state };
  for (const need of needs.filter((one) => one.answered)) {
    if (need.kind === "remove_members") next.members -= change.answers.removeMembers;
    if (need.kind === "choose_teams") next.teams = next.teams?.filter?.((team) => change.answers.keepTeams.includes(team.id)) ?? need.keep;
  }
  return next;
}

export const stands = (current) => (current.scheduled ? ["scheduled_change_stands"] : []);

export const replaces = (current) => (current.scheduled ? ["scheduled_change_replaced"] : []);

export function moment(offered, change) {
  if (change.effective !== undefined && !offered.includes(change.effective)) refuse("not_offered");
  return change.effective ?? offered[0];
}
