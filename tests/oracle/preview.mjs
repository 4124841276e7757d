// Rulebook 2: the way of the data, from a change to its preview and the state after it.

import { ONE, ZERO, fraction, most, sum } from "./fraction.mjs";
import { after, alignedPeriod, earlier, instant, interval, isYear, monthlyResets, openPeriod, perYear, remaining, sameInterval } from "./calendar.mjs";
import { freePlan, grantsMonthly, hasSeats, isFree, items, onceItems, periodAllowance, yearlyAllowance } from "./catalog.mjs";
import { holding, net } from "./discount.mjs";
import { conversion, futureGrants, part, runningItems, unusedTime } from "./settlement.mjs";
import { collect, invoice } from "./bill.mjs";
import { comparison, deactivation, required, seatsAfter } from "./attention.mjs";
import { direction as directionOf } from "./direction.mjs";
import { resolveTarget } from "./target.mjs";
import { refuse } from "./refusal.mjs";

export function preview(catalog, current, change) {
  const at = instant(change.at);
  if (!current.plan) return purchase(catalog, current, change, at);
  const expired = current.status === "expired";
  if (change.renew) {
    if (!expired && at.ms < current.period.end.ms) refuse("not_expired");
    return renewal(catalog, current, change, at);
  }
  if (expired) refuse("not_offered");
  if (at.ms < current.period.start.ms || at.ms > current.period.end.ms) refuse("outside_period");
  if (change.withdraw) return withdrawal(catalog, current, change, at);
  if (change.extraOperations !== undefined) return extraOperations(catalog, current, change, at);
  if (change.cancel) return cancellation(catalog, current, change, at, freeTarget(catalog, current));
  const target = resolveTarget(catalog, current, change);
  const { direction, cause } = directionOf(catalog, current, target);
  if (direction === "cancel") return cancellation(catalog, current, change, at, target);
  const discounts = namedDiscounts(current, change);
  if (change.anchor !== undefined && direction !== "none") refuse("conflict");
  if (direction !== "none") return changed(catalog, current, change, at, { ...target, discounts, direction, cause });
  if (change.anchor !== undefined) return billingDay(catalog, current, change, at, discounts);
  const differs = change.discounts && JSON.stringify(change.discounts) !== JSON.stringify(current.discounts.map((one) => one.id));
  return nothing(catalog, current, change, at, { cause: differs ? "discount" : null, discounts: differs ? discounts : current.discounts });
}

// Shared --------------------------------------------------------------------------------------

/** Discounts that a change names, or those that hold; one that is named again holds on since when it did. */
const namedDiscounts = (current, change) => (change.discounts ? change.discounts.map((id) => current.discounts.find((one) => one.id === id) ?? { id }) : current.discounts);
const known = (discounts, start) => discounts.map((one) => ({ ...one, since: one.since ?? start }));

/** Charges for a period of a state: full ones with their discounts, or prorated ones net of them. */
function charges(catalog, state, { start, at = start, of, only, once = [] }) {
  const list = [...items(catalog, state), ...once];
  const discounts = holding(catalog, known(state.discounts, start), state.plan, start, state.price.interval, catalog.policy.cycle, at);
  const netted = net(list.map((item) => (item.own ? item.amount : catalog.money.round(item.amount))), discounts, catalog.money);
  return {
    discounts,
    netted: list.map((item, index) => [item.key, netted[index]]),
    charges: list.map((item, index) => {
      const full = !of || once.includes(item);
      const charged = full || !only || only.has(item.key);
      return full ? { ...item, gross: item.amount, full, charged } : { ...item, unit: item.own?.unit ?? item.unit, gross: item.amount, full, charged, amount: part(catalog, item, netted[index], of.running, at, of.whole) };
    }),
  };
}

/** The invoice of a regular period from `start` on, or of the stub that begins there. */
function regular(catalog, state, start, earlier = [], of = undefined) {
  return invoice(catalog, { earlier, ...charges(catalog, state, { start, of }), taxes: state.taxes });
}

/** The scheduled plan, or the state itself: what the next invoice bills. Nothing after a cancellation to no plan. */
function upcoming(catalog, state) {
  if (!state.scheduled) return state;
  if (state.scheduled.cancel) return withTarget(state, freeTarget(catalog, state));
  return agreed(catalog, state);
}
/** The state as a scheduled change leaves it; what was agreed needs not be on sale any more. */
const agreed = (catalog, state) => ({ ...state, ...resolveTarget(catalog, state, state.scheduled, { agreed: true }), discounts: known(namedDiscounts(state, state.scheduled), state.period.end) });
/** A change for the period's end: its price, and of the rest what it changes; what it leaves out stays as it will be then. */
const scheduling = (change, target, current) => ({
  at: change.at, effective: "period_end", ...(change.discounts && { discounts: change.discounts }),
  ...(change.cancel ? { cancel: true } : { plan: target.plan.id, interval: target.price.interval, operations: target.price.operations, ...((change.seats !== undefined || target.seats !== current.seats) && { seats: target.seats }), ...(change.addOns && { addOns: target.addOns }) }),
});
/** How a period that begins off the grid is divided; nothing for a whole one. */
const stubOf = (opened) => (opened.of.start.ms === opened.start.ms ? undefined : { running: opened, whole: opened.of });
const withTarget = (state, target) => target && { ...state, ...target };

/** The next invoice, and what a regular period costs from there on. */
function following(catalog, state, from) {
  const next = upcoming(catalog, state);
  if (!next) {
    // Nothing follows but what still waits.
    if (!state.deferred.length) return {};
    const waiting = invoice(catalog, { earlier: state.deferred, taxes: state.taxes }).total;
    return { next: { at: from, amount: most(ZERO, waiting.minus(state.balance)) } };
  }
  const step = next.price.interval;
  // A change of interval restarts; what begins off the grid begins with a stub, and the regular periods after it.
  const anchor = state.status === "trial" || !sameInterval(step, state.price.interval) ? from : state.anchor;
  const first = openPeriod(from, step, anchor, catalog.policy.cycle);
  const stub = stubOf(first);
  const regularly = stub ? first.end : from;
  const recurring = { amount: regular(catalog, next, regularly).total, interval: step, from: regularly };
  if (isFree(next.price) && !state.deferred.length && !next.addOns.length) return { recurring };
  const due = regular(catalog, next, from, state.deferred, stub).total;
  return { recurring, next: { at: from, amount: most(ZERO, due.minus(state.balance)) } };
}

function operationsAfter(catalog, state, moved, at) {
  const { price, plan, period } = state;
  const rule = plan.extraOperations;
  if (price.operations === undefined && !moved.available && !moved.forfeited && !moved.converted) return undefined;
  const resetsAt = price.operations === undefined ? undefined : !grantsMonthly(price) ? period.end : [...monthlyResets(period), period.end].find((reset) => reset.ms > at.ms) ?? period.end;
  return {
    allowance: price.operations ?? 0, transferred: 0, converted: 0, forfeited: 0, ...moved, resetsAt,
    expiresAt: moved.transferred || moved.bought ? resetsAt ?? period.end : undefined, bought: undefined,
    extra: rule && price.operations && !isFree(price) ? extraOffer(catalog, state) : undefined,
  };
}
function extraOffer(catalog, { plan, price, extra }) {
  const { bundle, surcharge = "0", maxPerPeriod } = plan.extraOperations;
  const maximum = maxPerPeriod === "allowance" ? price.operations : maxPerPeriod;
  return { bundle, bought: extra, left: maximum === undefined ? null : wholeBundles(maximum - extra, bundle), amount: catalog.money.round(extraPrice(price, bundle, surcharge)) };
}
const wholeBundles = (operations, bundle) => Math.max(0, Math.floor(operations / bundle) * bundle);
const extraPrice = (price, count, surcharge) => price.amount.times(fraction(count)).over(fraction(periodAllowance(price))).times(fraction(100).plus(fraction(surcharge))).over(fraction(100));

/** Whether what was used of one price's allowance says anything about another's. */
const comparable = (old, next) => sameInterval(old.interval, next.interval) || yearlyAllowance(next).compare(yearlyAllowance(old)) < 0;
const usedOperations = (current) => (current.price.operations ?? 0) + current.extra - current.unused;

/** The whole answer: bill, collection, what follows and what needs attention. */
function answer(catalog, current, change, made) {
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

/** The spans of a running period after something in it was settled: what was used, and what the rest now stands for. */
function splitPaid(catalog, current, at, credit, charged) {
  if (!current.paid) return undefined;
  const used = current.paid.filter((span) => span.start.ms < at.ms).map((span) => ({
    start: span.start, end: earlier(span.end, at), credited: span.credited,
    amount: span.amount.minus(catalog.money.round(span.amount.times(remaining(span, at)))),
  }));
  const all = sum(current.paid.map((span) => span.amount)), dropped = sum(current.paid.filter((span) => span.start.ms >= at.ms).map((span) => span.credited));
  const rest = most(ZERO, all.minus(sum(used.map((span) => span.amount))).minus(credit).plus(charged));
  return [...used, { start: at, end: current.period.end, amount: rest, credited: dropped }].filter((span) => span.end.ms > span.start.ms);
}

// One function per kind of change -----------------------------------------------------------------

function purchase(catalog, customer, change, at) {
  if (change.renew || change.cancel || change.withdraw || change.extraOperations !== undefined) refuse("no_subscription");
  if (change.effective === "period_end") refuse("not_offered");
  const target = resolveTarget(catalog, customer, change);
  const discounts = change.discounts ? change.discounts.map((id) => ({ id })) : customer.discounts;
  const state = { ...customer, ...target, discounts, extra: 0, deferred: [], status: "active", anchor: change.anchor === undefined ? at : typeof change.anchor === "number" ? change.anchor : instant(change.anchor) };
  return opened(catalog, { ...customer, discounts: [], addOns: [], deferred: [], extra: 0, unused: 0 }, change, at, state, { direction: "new", cause: "plan" });
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
  const bill = billing(catalog, current, state, at, stubOf(state.period), undefined, [], onceItems(catalog, state.addOns, made.direction === "renew" ? current.addOns : []));
  state.paid = paidOf(catalog, bill, state.period);
  return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted: true, operations: operationsAfter(catalog, state, { available: state.unused }, at), warnings });
}

/** An invoice made now: earlier lines that waited, credits, charges for the period or the rest of it. */
function billing(catalog, current, state, at, of, only, credits, once = onceItems(catalog, state.addOns, current.addOns), start = at) {
  const made = charges(catalog, state, { start, at, of, only, once });
  const bill = invoice(catalog, { earlier: made.skip ? [] : current.deferred ?? [], credits, ...made, taxes: state.taxes });
  bill.recurringNet = recurringNet(catalog, made, once);
  return bill;
}

/** What the recurring charges of this bill come to, net of discount: one-time fees are not prorated later. */
function recurringNet(catalog, { charges: list, discounts }, once) {
  const { money } = catalog;
  const recurring = list.filter((line) => !once.some((one) => one.key === line.key) && line.charged);
  if (!recurring.length) return ZERO;
  if (!recurring[0].full) return sum(recurring.map((line) => money.round(line.amount)));
  const netted = net(list.map((line) => money.round(line.gross)), discounts, money);
  return money.round(sum(list.map((line, at) => (recurring.includes(line) ? netted[at] : ZERO))));
}
function paidOf(catalog, bill, period) {
  const onlyRecurring = !bill.charged.some((line) => catalog.addOns.get(line.key)?.recurring === false);
  const amount = onlyRecurring ? sum(bill.charged.map((line) => line.amount)).minus(bill.discount) : bill.recurringNet;
  return [{ start: period.start, end: period.end, amount, credited: ZERO }];
}

function renewal(catalog, current, change, at) {
  // What was agreed for the period's end begins with the renewal, unless the renewal names a target of its own.
  const names = ["plan", "interval", "operations", "seats", "addOns"].some((key) => change[key] !== undefined);
  const scheduled = current.scheduled && !current.scheduled.cancel && !names ? agreed(catalog, current) : current;
  const target = resolveTarget(catalog, scheduled, { ...change, renew: undefined });
  const discounts = namedDiscounts(scheduled, change);
  const punctual = at.ms === current.period.end.ms && current.status === "active";
  const anchor = punctual && sameInterval(current.price.interval, target.price.interval) ? current.anchor : at;
  const state = { ...current, ...target, discounts, status: "active", scheduled: undefined, extra: 0, anchor };
  return opened(catalog, current, change, at, state, { direction: "renew", cause: "plan" });
}

const stands = (current) => (current.scheduled ? ["scheduled_change_stands"] : []);
const replaces = (current) => (current.scheduled ? ["scheduled_change_replaced"] : []);
const goingOn = (catalog, current, at, extra = 0) => operationsAfter(catalog, current, { available: current.unused + extra, bought: current.extra }, at);

function nothing(catalog, current, change, at, { cause, discounts }) {
  // Nothing is billed now, so the first period that a newly named discount holds for is the next.
  const state = { ...current, discounts: known(discounts, current.period.end) };
  return answer(catalog, current, change, { direction: "none", cause, effectiveAt: at, state, operations: goingOn(catalog, state, at), warnings: stands(current) });
}

function withdrawal(catalog, current, change, at) {
  if (!current.scheduled) refuse("nothing_scheduled");
  const state = { ...current, scheduled: undefined };
  return answer(catalog, current, change, { direction: "none", cause: "withdraw", effectiveAt: at, state, operations: goingOn(catalog, state, at) });
}

function extraOperations(catalog, current, change, at) {
  const rule = current.plan.extraOperations, many = change.extraOperations;
  if (!rule || !current.price.operations || isFree(current.price)) refuse("not_offered");
  if (many % rule.bundle) refuse("not_a_bundle");
  const { left } = extraOffer(catalog, current);
  if (left !== null && many > left) refuse("above_maximum");
  const amount = extraPrice(current.price, many, rule.surcharge ?? "0");
  const line = { kind: "extra_operations", key: "extra", plan: current.plan.id, quantity: many, unit: current.price.amount.over(fraction(periodAllowance(current.price))), amount, gross: ZERO, full: false, charged: true };
  const when = catalog.policy.every.collect;
  const bill = invoice(catalog, { earlier: when === "now" ? current.deferred : [], charges: [line], taxes: current.taxes });
  const state = { ...current, unused: current.unused + many, extra: current.extra + many };
  return answer(catalog, current, change, { direction: "none", cause: "extra_operations", effectiveAt: at, state, bill, when, operations: goingOn(catalog, state, at), warnings: stands(current) });
}

function billingDay(catalog, current, change, at, discounts) {
  const { policy } = catalog;
  const anchor = typeof change.anchor === "number" ? change.anchor : instant(change.anchor);
  const period = openPeriod(at, current.price.interval, anchor, policy.cycle);
  const keys = new Set(items(catalog, current).map((item) => item.key));
  if (policy.every.unusedTime === "none") refuse("not_offered");
  const { credits, lost, warnings } = settle(catalog, current, at, policy.every, { keys, operations: false });
  const state = { ...current, period, anchor, discounts: known(discounts, at), status: "active" };
  const bill = billing(catalog, current, state, at, stubOf(period), policy.every.charge === "none" ? new Set() : undefined, credits, []);
  state.paid = paidOf(catalog, bill, period);
  return answer(catalog, current, change, { direction: "none", cause: "billing_day", effectiveAt: at, state, bill, restarted: true, lost, operations: goingOn(catalog, state, at), warnings: [...stands(current), ...warnings] });
}

function freeTarget(catalog, current) {
  const plan = freePlan(catalog);
  return plan && { plan, price: plan.prices.find((price) => sameInterval(price.interval, current.price.interval)) ?? plan.prices[0], seats: hasSeats(plan, plan.prices[0]) ? plan.seats?.min ?? 1 : undefined, addOns: [] };
}

function moment(offered, change) {
  if (change.effective !== undefined && !offered.includes(change.effective)) refuse("not_offered");
  return change.effective ?? offered[0];
}

function cancellation(catalog, current, change, at, target) {
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
    return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted: true, ended: true, shown: period, lost: settled.lost, warnings: [...settled.warnings] });
  }
  const state = { ...left, ...target, status: "active", paid, period: openPeriod(at, target.price.interval, at, policy.cycle), anchor: at, unused: target.price.operations ?? 0, extra: 0 };
  return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted: true, lost: settled.lost, warnings: settled.warnings, operations: operationsAfter(catalog, state, { available: state.unused, converted: settled.converted, forfeited: settled.forfeited }, at) });
}

/** The state that begins at the end of the running period. */
function atEnd(catalog, current, target) {
  const start = current.period.end;
  const restarts = current.status === "trial" || !sameInterval(current.price.interval, target.price.interval);
  return { ...current, ...target, period: openPeriod(start, target.price.interval, restarts ? start : current.anchor, catalog.policy.cycle), extra: 0 };
}
const fresh = (catalog, view) => operationsAfter(catalog, view, { available: view.price.operations ?? 0 }, view.period.start);

/** Values the old period: credits in money, operations that move, what is lost. */
function settle(catalog, current, at, treatment, { keys, operations: settlesOperations, givenUp = true }) {
  const { policy } = catalog;
  const free = isFree(current.price), lost = [], credits = [], warnings = [];
  const inTrial = current.status === "trial";
  let settledValue = ZERO;
  if (!(inTrial && !current.paid)) {
    const time = unusedTime(catalog, current, keys, at);
    if (treatment.unusedTime === "credit") credits.push(...time);
    const worth = sum(time.map((line) => line.amount));
    // What is credited or forfeited cannot be credited again.
    if (["credit", "forfeit"].includes(treatment.unusedTime)) settledValue = worth;
    if (treatment.unusedTime === "forfeit" && !worth.isZero) { lost.push({ kind: "unused_time", amount: worth }); warnings.push("prepaid_value_lost"); }
  }
  let transferred = 0, converted = 0, forfeited = 0;
  if (settlesOperations && !current.price.operations) forfeited = current.unused;
  if (settlesOperations && current.price.operations) {
    const operations = current.unused, worth = inTrial ? ZERO : conversion(catalog, current, operations);
    if (free) forfeited = operations;
    else if (treatment.unusedOperations === "transfer") transferred = operations;
    else if (treatment.unusedOperations === "credit" && !inTrial) {
      converted = operations;
      settledValue = settledValue.plus(worth);
      credits.push({ key: "operations", kind: "unused_operations", plan: current.plan.id, quantity: operations, unit: runningItems(catalog, current)[0].net.over(fraction(periodAllowance(current.price))), amount: worth });
    } else { forfeited = operations; if (!inTrial) lost.push({ kind: "unused_operations", operations, amount: worth }); }
    const grants = futureGrants(catalog, current, at);
    if (treatment.unusedTime === "none" && givenUp && grants.grants && !inTrial) { lost.push({ kind: "future_grants", operations: grants.grants, amount: grants.amount }); if (!grants.amount.isZero) warnings.push("prepaid_value_lost"); }
  }
  return { credits, lost, transferred, converted, forfeited, warnings, value: settledValue };
}

function changed(catalog, current, change, at, { direction, cause, discounts, ...target }) {
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
  const state = { ...current, ...target, discounts: known(discounts, restarted ? at : current.period.start), status: "active" };
  const repriced = target.price !== current.price;

  if (ranTrial && target.plan.trial) {
    const end = after(current.period.start, interval(target.plan.trial), policy.cycle);
    if (end.ms > at.ms) {
      state.status = "trial";
      state.period = { start: current.period.start, end };
      const moves = repriced && treatment.unusedOperations === "transfer" ? current.unused : 0;
      state.unused = repriced ? (target.price.operations ?? 0) + moves : current.unused;
      if (repriced) state.extra = 0;
      return answer(catalog, current, change, { ...made, effectiveAt: at, state, operations: repriced ? operationsAfter(catalog, state, { available: state.unused, transferred: moves, forfeited: current.unused - moves }, at) : goingOn(catalog, state, at), warnings: stands(current) });
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
  const bill = billing(catalog, when === "now" ? current : { ...current, deferred: [] }, state, at, of, keysToCharge, settled.credits, onceItems(catalog, state.addOns, current.addOns), start);
  const warnings = [...stands(current), ...settled.warnings];
  let operations;
  if (settleOperations) {
      state.unused = (target.price.operations ?? 0) + settled.transferred;
    operations = operationsAfter(catalog, state, { available: state.unused, transferred: settled.transferred, converted: settled.converted, forfeited: settled.forfeited }, at);
    const limit = target.price.operations;
    if (repriced && limit !== undefined && current.price.operations !== undefined && comparable(current.price, target.price) && usedOperations(current) > limit) warnings.push("operations_above_limit");
    if (settled.transferred && limit) {
      const later = conversion(catalog, { ...state, status: "active" }, settled.transferred), now = conversion(catalog, current, settled.transferred);
      if (later.compare(now) > 0) warnings.push("tier_arbitrage");
    }
    if (direction === "upgrade" && isYear(current.price.interval) && perYear(target.price.interval).compare(ONE) > 0 && settled.converted) warnings.push("annual_to_shorter");
  } else operations = goingOn(catalog, state, at);
  state.paid = restarted ? paidOf(catalog, bill, state.period) : splitPaid(catalog, current, at, settled.value, bill.recurringNet);
  return answer(catalog, current, change, { ...made, effectiveAt: at, state, bill, restarted, when, operations, lost: settled.lost, warnings });
}
