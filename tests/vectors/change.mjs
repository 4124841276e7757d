// Answers of cases that are one change, or the end, of a running subscription.

import { Catalog, periods, prorate } from "./engine.mjs";
import { absolute, fraction, multiply, sign, sum, toDecimal, zero } from "./fraction.mjs";
import { isBefore, nextDay } from "./clock.mjs";
import { documents, itemsOf } from "./documents.mjs";
import { interval } from "./interval.mjs";
import { amounts, billOf, memo, previewAnswers, run, shown } from "./bill.mjs";
import { invoicesAnswers } from "./purchase.mjs";
import { derive, prorationOf, roundingOf } from "./reading.mjs";
import { isSpan, when } from "./when.mjs";

/** One change, or the end, of a running subscription. */
export function changeAnswers(reading) {
  if (reading.given.charge === "difference" && reading.given.components?.length > 1) return apartAnswers(reading);
  const { given, has, time: at } = reading;
  // A trial is free whatever its plan costs.
  if (given.status === "trial" && has("new_price") && !has("old_price", "paid", "potential_credit")) return changeAnswers(derive(reading, { ...given, old_price: "1" }));
  const options = { bill: billOf(reading) };
  if (has("new_trial")) options.trial = interval(given.new_trial);
  if (has("new_anchor_day") && !has("anchor_change_at")) options.anchor = given.new_anchor_day;
  const time = when(reading, { spanned: isSpan(reading) });
  const make = (more = {}) => documents(reading, { ...options, time, ...more });
  const scenario = run(make());
  const answers = previewAnswers(reading, scenario, make);
  if (has("anchor_change_at")) Object.assign(answers, { stub_charge: () => laterAnchor(reading, scenario, at("anchor_change_at")) });
  if (given.unused_time === "reprice") Object.assign(answers, repriced(reading, time, answers));
  return answers;
}

/** What a bill adds to its lines. */
const CHARGED = ["tax_rate_percent", "tax_mode", "balance", "minimum_charge", "collect"];
const DISCOUNTS = ["discount", "discounts", "old_discount", "new_discount"];
const TIMES = ["period_start", "period_end", "change_at", "remaining", "used", "total", "unit", "remaining_fraction"];
const without = (given, ...keys) => Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)));

/** One line per component: each is an item of its own that changes, so each is a change of its own; the bill is one. */
function apartAnswers(reading) {
  const { given } = reading;
  const parts = memo(() => netComponents(reading).map(({ quantity = 1, old_price, new_price, ...rest }) => {
    const common = without(given, "components", ...CHARGED, ...(rest.settled ? DISCOUNTS : []));
    return changeAnswers(derive(reading, { ...common, old_price, new_price, old_quantity: quantity, new_quantity: quantity }));
  }));
  const joined = (key) => parts().flatMap((part) => part[key]());
  const added = (key) => sum(parts().map((part) => part[key]()));
  const bill = memo(() => {
    const net = added("net");
    const next = sum(parts().map((part) => part.next_invoice() ?? 0));
    const waits = given.collect === "next_invoice";
    const common = without(given, "components", "collect", ...DISCOUNTS, ...TIMES);
    const invoice = (amount, following) => invoicesAnswers(derive(reading, { ...common, amount: toDecimal(amount), next_amount: toDecimal(following) }));
    const now = invoice(net, next);
    if (!waits) return now;
    const { tax, total, net: untaxed } = invoice(net, zero);
    return { ...invoice(zero, sum([net, next])), tax, total, net: untaxed };
  });
  const BILL = ["net", "tax", "total", "due_now", "balance_used", "applied_balance", "balance_after", "next_invoice", "next_balance_used", "next_due", "balance_after_next"];
  return {
    ...parts()[0],
    ...Object.fromEntries(["lines", "credits", "charges", "proration_lines"].map((key) => [key, () => joined(key)])),
    ...Object.fromEntries(["credit", "charge", "subtotal", "period_total", "current_invoice"].map((key) => [key, () => added(key)])),
    next_base: () => sum(parts().map((part) => part.next_base() ?? 0)),
    ...Object.fromEntries(BILL.map((key) => [key, () => bill()[key]()])),
  };
}

/** The components net of a fixed discount, which is split over all of them: read off a change at the very start of a period. */
function netComponents(reading) {
  const { given, has } = reading;
  const fixed = DISCOUNTS.flatMap((key) => given[key] ?? []).some(({ type }) => type === "fixed");
  if (!has(...DISCOUNTS) || !fixed) return given.components;
  const whole = { ...without(given, "charge", ...CHARGED, ...TIMES), remaining_fraction: "1" };
  const lines = changeAnswers(derive(reading, whole)).lines();
  const next = (price, one) => (price === undefined ? {} : one(toDecimal(absolute(fraction(lines.shift())))));
  return given.components.map(({ old_price, new_price }) => ({
    ...next(old_price, (net) => ({ old_price: net })), ...next(new_price, (net) => ({ new_price: net })), settled: true,
  }));
}

/** The billing day moves later: the period that then runs is renewed on time, by a stub to the new day. */
function laterAnchor(reading, scenario, at) {
  const catalog = new Catalog(scenario.catalog);
  const changes = ["plan", "seats", "addOns"].some((key) => key in scenario.change);
  let subscription = changes ? scenario.checkout.apply(scenario.preview) : scenario.subscription;
  const renewed = (rest = {}) => {
    const checkout = catalog.checkout(subscription);
    return { checkout, preview: checkout.preview({ at: subscription.period.end, renew: true, ...rest }) };
  };
  while (!isBefore(at, subscription.period.end)) {
    const { checkout, preview } = renewed();
    subscription = checkout.apply(preview);
  }
  const { preview } = renewed({ anchor: reading.given.new_anchor_day });
  return sum(amounts(shown(preview.lines).filter((line) => line.because.kind !== "deferred")));
}

/** Where what remains begins: the day of the change may still be a used one. */
const remainingFrom = ({ given }, { at }) => (given.change_day === "used" ? nextDay(at) : at);

/** No credit: the old line shrinks to the part that was used. */
function repriced(reading, time, answers) {
  const { lines } = answers;
  const [item] = itemsOf(reading);
  const amount = toDecimal(multiply(fraction(item.old.price), fraction(item.old.quantity)));
  const used = () => prorate({ amount, currency: reading.currency, period: time.period, to: remainingFrom(reading, time), proration: prorationOf(reading, time.basis), rounding: roundingOf(reading, "line") }).amount;
  return {
    used_charge: used,
    lines: () => [used(), ...lines()].filter((value) => sign(fraction(value)) !== 0),
    period_total: () => sum([used(), answers.charge()]),
    current_invoice: () => sum([used(), answers.charge()]),
  };
}

/** The days left are added to a whole new period; the new price is bought in full. */
export function appendAnswers(reading) {
  const time = when(reading);
  const left = memo(() => prorate({ amount: "1", currency: reading.currency, period: time.period, from: remainingFrom(reading, time), proration: prorationOf(reading, time.basis) }).remaining);
  const period = memo(() => {
    const [fresh] = periods({ anchor: time.at, interval: reading.newInterval, count: 1 });
    return { start: fresh.start, end: left() === 0 ? fresh.end : periods({ anchor: fresh.end, interval: { unit: "day", count: left() }, count: 1 })[0].end };
  });
  const items = itemsOf(reading).map((item) => ({ kind: item.kind, new: item.new ?? { price: "0", quantity: 1 } }));
  const make = (more = {}) => documents(reading, { purchase: true, at: time.at, time, items, ...more });
  const scenario = run(make());
  return {
    ...previewAnswers(reading, scenario, make),
    days: left,
    credit: () => zero,
    period_start_after: () => period().start,
    period_end_after: () => period().end,
    next_billing_date: () => period().end,
    following_billing_date: () => periods({ anchor: period().end, interval: reading.newInterval, count: 1 })[0].end,
  };
}
