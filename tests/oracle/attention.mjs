// Rulebook 9: what else a preview says.

import { fraction, sum } from "./fraction.mjs";
import { addDays, interval, iso, perYear } from "./calendar.mjs";
import { items } from "./catalog.mjs";

const teamCount = (teams) => (Array.isArray(teams) ? teams.length : teams);

export function seatsAfter(state, members) {
  const limit = state.seats ?? null;
  if (limit === null && members === undefined) return undefined;
  const used = members ?? 0;
  return { limit, used, free: limit === null ? null : Math.max(0, limit - used), full: limit !== null && used >= limit };
}

export function comparison({ money }, catalog, current, next) {
  const side = (state) => {
    if (!state?.plan) return {};
    const listed = sum(items(catalog, state).map((item) => item.amount));
    const yearly = listed.times(perYear(state.price.interval));
    return {
      plan: { id: state.plan.id, name: state.plan.name }, tier: state.price.operations,
      amount: money.text(money.round(listed)), per_month: money.text(money.round(yearly.over(fraction(12)))), per_year: money.text(money.round(yearly)),
      interval: `${state.price.interval.count} ${state.price.interval.unit}`, seats: state.seats, teams: state.plan.teams,
      period_end: state.period && iso(state.period.end),
    };
  };
  const before = side(current), after = side(next), rows = {};
  for (const kind of ["plan", "tier", "amount", "per_month", "per_year", "interval", "seats", "teams", "period_end"]) {
    const one = before[kind] ?? null, other = after[kind] ?? null;
    if (one === null && other === null) continue;
    rows[kind] = { current: one, new: other, changed: JSON.stringify(one) !== JSON.stringify(other) };
  }
  return rows;
}
export const rowsOf = (rows) => Object.fromEntries(rows.map(({ kind, current, new: next, changed }) => {
  const value = (one) => (one === null ? null : kind === "interval" ? ((step) => `${step.count} ${step.unit}`)(interval(one)) : kind === "period_end" ? new Date(one).toISOString() : one);
  return [kind, { current: value(current), new: value(next), changed }];
}));

export function required(catalog, { change, current, state, direction, lost, dueNow }) {
  const answers = change.answers ?? {}, list = [];
  if (direction === "none") state = undefined;
  const teams = teamCount(current.teams) ?? 0, keep = state?.plan?.teams;
  if (keep !== undefined && teams > keep) list.push({ kind: "choose_teams", keep, of: teams, answered: new Set(answers.keepTeams ?? []).size === keep });
  const limit = state?.seats, members = current.members ?? 0;
  if (limit !== undefined && members > limit) list.push({ kind: "remove_members", remove: members - limit, answered: (answers.removeMembers ?? 0) >= members - limit });
  const subjects = { downgrade: direction === "downgrade", forfeit: lost.length > 0, billing: dueNow.sign > 0 && !!current.plan, cancel: direction === "cancel" };
  for (const subject of catalog.policy.acknowledge) {
    if (subjects[subject]) list.push({ kind: "acknowledge", subject, answered: (answers.acknowledged ?? []).includes(subject) });
  }
  return list;
}

export function deactivation(catalog, current, effectiveAt) {
  if (catalog.graceDays === undefined || !(current.members > 1)) return undefined;
  return { at: addDays(effectiveAt, catalog.graceDays), members: current.members - 1 };
}
