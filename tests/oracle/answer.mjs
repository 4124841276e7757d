// The whole answer to a change: bill, collection, what follows and what needs attention.

import { ZERO, fraction, sum } from "./fraction.mjs";
import { collect } from "./bill.mjs";
import { iso } from "./calendar.mjs";
import { comparison, deactivation, required, seatsAfter } from "./attention.mjs";
import { refuse } from "./refusal.mjs";
import { following } from "./following.mjs";

/** The whole answer: bill, collection, what follows and what needs attention. */
export function answer(catalog, current, change, made) {
  const { policy, money } = catalog;
  const { direction, cause, effectiveAt, state, bill, restarted, operations, lost = [], warnings = [], shown = state.period, from = state.period.end } = made;
  const when = restarted ? "now" : made.when ?? "now";
  const money_ = bill ? collect(policy, bill.total, current.balance, when, made.refundable) : collect(policy, ZERO, current.balance, "now");
  if (policy.minimumCharge !== undefined && money_.dueNow.sign > 0 && money_.dueNow.compare(fraction(policy.minimumCharge)) < 0) refuse("below_minimum");
  const losses = [...lost];
  losses.push(...(bill?.above ?? []).map((amount) => ({ kind: "credit_above_bill", amount })));
  if (!money_.forfeited.isZero) losses.push({ kind: "negative_total", amount: money_.forfeited });
  const listed = losses.filter((loss) => !loss.amount.isZero || loss.operations);

  state.balance = money_.balanceAfter;
  if (bill && when === "now") state.deferred = [];
  if (bill && when === "next_invoice") state.deferred = [...current.deferred, ...waiting(catalog, bill)];
  const ahead = made.ended && !state.deferred.length ? {} : following(catalog, state, from);
  const view = made.ended ? undefined : made.view ?? { ...state, period: shown };
  const needs = required(catalog, { change, current, state: view, direction, lost: listed, dueNow: money_.dueNow });
  const applied = state.scheduled && state.scheduled !== current.scheduled ? state : answered(state, needs, change);
  return {
    preview: {
      direction, cause, effectiveAt, period: shown,
      lines: bill?.lines ?? [], subtotal: bill?.subtotal ?? ZERO, discount: bill?.discount ?? ZERO, tax: bill?.tax ?? ZERO, total: bill?.total ?? ZERO,
      dueNow: money_.dueNow, balanceUsed: money_.balanceUsed, deferred: money_.deferred, toBalance: money_.toBalance, refund: money_.refund, forfeited: money_.forfeited,
      balanceAfter: money_.balanceAfter, ...ahead, operations: view && operations,
      seats: view && seatsAfter(view, current.members),
      deactivation: made.ended ? deactivation(catalog, current, effectiveAt) : undefined,
      comparison: comparison({ money }, catalog, current, view),
      required: needs, warnings: [...warnings, ...(current.individual && direction !== "cancel" ? ["duplicate_billing"] : [])], lost: listed,
    },
    state: applied,
  };
}

/** The lines as they wait: taxed with the next invoice, and summing to the net of this one, rounded once. */
function waiting({ money }, bill) {
  const lines = bill.all.filter((line) => !["tax", "rounding"].includes(line.kind));
  const gap = money.round(sum(lines.map((line) => (money.on === "net" ? line.exact : line.amount)))).minus(sum(lines.map((line) => line.amount)));
  return [...lines.filter((line) => !line.amount.isZero), ...(gap.isZero ? [] : [{ kind: "rounding", quantity: 1, unit: gap.sign < 0 ? gap.negated() : gap, amount: gap }])];
}

function answered(state, needs, change) {
  const next = { ...state };
  for (const need of needs.filter((one) => one.answered)) {
    if (need.kind === "remove_members") next.members -= change.answers.removeMembers;
    if (need.kind === "choose_teams") next.teams = next.teams?.filter?.((team) => change.answers.keepTeams.includes(team.id)) ?? need.keep;
  }
  return next;
}

/** What was agreed begins where the period of the new state ends. */
export const stands = (current, { period }) => (current.scheduled ? [`scheduled_change_stands ${iso(period.end)}`] : []);

export const replaces = (current) => (current.scheduled ? ["scheduled_change_replaced"] : []);

export function moment(offered, change) {
  if (change.effective !== undefined && !offered.includes(change.effective)) refuse("not_offered");
  return change.effective ?? offered[0];
}
