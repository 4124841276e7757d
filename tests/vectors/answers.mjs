// Which answers a case has: decided by its keys, its words and its family, never by its id.

import { derive, isCancel } from "./reading.mjs";
import { fraction, multiply, toDecimal } from "./fraction.mjs";
import { calendarAnswers } from "./calendar.mjs";
import { chainAnswers } from "./chain.mjs";
import { appendAnswers, changeAnswers } from "./change.mjs";
import { linesAnswers } from "./lines.mjs";
import { invoicesAnswers, purchaseAnswers, renewalAnswers } from "./purchase.mjs";
import { segmentAnswers, spanAnswers, stretchAnswers, timeAnswers } from "./span.mjs";
import { amountAnswers, directionAnswers, intervalAnswers, isBought, operationAnswers, tierAnswers } from "./rules.mjs";

const MONEY = ["old_price", "new_price", "components", "potential_credit", "paid", "new_daily_price", "price"];
const DATED = ["period_start", "period_end", "change_at", "cancel_at", "remaining", "used", "total", "remaining_fraction", "trial_start"];
/** Answers that only a change has; without prices any will do. */
const CHANGES = ["period_start_after", "period_end_after", "effective_date", "next_billing_date", "following_billing_date", "days", "days_exact", "due_now", "next_invoice"];

/** The sources of answers for a case, the most specific first. */
function* sources(reading) {
  const { given, family, has, asks } = reading;
  if (has("monthly_price", "annual_price")) yield intervalAnswers;
  const ends = given.cancel === true || has("cancel_at");
  if ((family === "direction" && !ends && !has("components", "operations", "tiers", "package_price")) || has("old_plan", "new_plan")) yield directionAnswers;
  if (has("plan_price", "included_operations", "unused_operations", "new_included_operations") && (!has("period_start") || has("unused_operations", "operations"))) yield operationAnswers;
  if (has("full_grant")) yield timeAnswers;
  if (has("prices")) yield chainAnswers;
  if (has("segments")) yield segmentAnswers;
  if (has("lines")) yield linesAnswers;
  if (has("proration_lines")) yield renewalAnswers;
  if (has("tiers", "package_price")) {
    if (has(...DATED) || isCancel(reading) || given.effective === "period_end") yield () => asCharge(reading, changeAnswers(reading));
    else if (!isBought(reading) || !has("start", "tax_rate_percent", "discount", "discounts", "new_discount", "balance", "minimum_charge")) yield tierAnswers;
    yield purchaseAnswers;
  }
  if (has("amounts") && has("tax_rate_percent", "discount", "discounts", "balance", "minimum_charge")) {
    yield () => linesAnswers(derive(reading, { ...given, amounts: undefined, lines: given.amounts }));
  }
  if (has("amount", "amounts", "currencies") || asks("scales")) {
    if (has("amount") && !asks("rounded", "minor", "scales", "totals")) yield invoicesAnswers;
    yield amountAnswers;
  }
  if (has("subtotal")) yield invoicesAnswers;
  if (given.unused_time === "append") yield appendAnswers;

  if (has(...MONEY)) yield* priced(reading);
  if (has("start") && (has("end", "through") || asks("billing_cycles"))) yield stretchAnswers;
  if (!has(...MONEY) && asks(...CHANGES) && (has("change_at") || given.effective === "period_end" || given.unused_time === "extend") && (has("change_at") || !has("anchor_date", "anchor_day", "start"))) {
    yield () => changeAnswers(anyPrices(reading));
  }
  yield calendarAnswers;
  yield timeAnswers;
}

/** Cases with a price: a change, a span, a purchase. */
function* priced(reading) {
  const { given, has } = reading;
  const onlyPrice = has("price") && !has("old_price", "new_price", "components");
  const below = belowNone(reading);
  if (below) yield () => asCharge(reading, linesAnswers(derive(reading, below)));
  if (onlyPrice && !isCancel(reading)) {
    if (has("start") && (has("end", "through"))) yield stretchAnswers;
    if (has("start") && has("trial_days") && has("period_end", "anchor_day", "anchor_date")) yield spanAnswers;
    if (has("new_anchor_day")) yield changeAnswers;
    const bare = (!has("start") || has("used_start", "used_end")) && has(...DATED, "used_start");
    const alone = ["fraction", "charge", "days", "prorated_from", "prorated_through", "days_in_period", "months_counted", "refund_from"];
    if (bare && !has("tax_rate_percent", "discount", "discounts", "new_discount", "full_periods", "minimum_charge") && Object.keys(reading.expect).every((key) => alone.includes(key))) {
      if (reading.family !== "one_time" && reading.family !== "usage" && given.charge !== "full") yield spanAnswers;
    }
    if (bare && has("used_start", "used_end")) yield datesOf;
    if (bare) yield changeAnswers;
    yield purchaseAnswers;
    if (bare) yield spanAnswers;
    return;
  }
  const nothingBefore = !has("old_price", "potential_credit", "paid", "price") && !given.components?.some((component) => component.old_price !== undefined);
  const runs = has("period_start", "period_end", "change_at", "remaining", "used", "remaining_fraction", "new_anchor_day") && (given.period !== "restart" || given.effective === "period_end");
  if (nothingBefore && !runs && !has("new_daily_price")) yield purchaseAnswers;
  yield changeAnswers;
  if (has("new_price")) yield directionAnswers;
}

/** The price of less than none of something is negative, though on a bill it is a credit. */
const asCharge = ({ given, has }, answers) => (Number(given.quantity) < 0 && !has("old_quantity", "new_quantity") ? { ...answers, charge: answers.net } : answers);

/** Less than none of something, sold where nothing runs: lines that are negative. */
function belowNone({ given, has }) {
  const { price, quantity = 1, components, ...rest } = given;
  const sold = components ?? [{ new_price: price, quantity }];
  if (has(...DATED, "start", "new_anchor_day") || !sold.some((one) => Number(one.quantity) < 0) || sold.some((one) => one.new_price === undefined || one.old_price !== undefined)) return undefined;
  const lines = sold.filter(({ kind }) => kind !== "metered").map((one) => toDecimal(multiply(fraction(one.new_price), fraction(one.quantity ?? 1))));
  return { ...rest, lines };
}

/** The dates of a span: its price may be that of an equal part of another period. */
function datesOf(reading) {
  const { prorated_from, prorated_through, days, days_in_period } = timeAnswers(reading);
  const { next_billing_date, following_billing_date } = calendarAnswers(reading);
  return { prorated_from, prorated_through, days, days_in_period, next_billing_date, following_billing_date };
}

/** A case that asks about the change alone gets prices: some before, more after. */
const anyPrices = (reading) => derive(reading, { old_price: "10", new_price: "20", ...reading.given });

/** The computed value of each key that a case expects, or the error that it ended in. */
export function answer(reading) {
  const results = {};
  const made = [];
  const list = [...sources(reading)];
  for (const key of Object.keys(reading.expect)) {
    let found = false;
    for (let index = 0; index < list.length && !found; index += 1) {
      try {
        made[index] ??= list[index](reading);
        if (made[index][key] === undefined) continue;
        found = true;
        results[key] = { value: made[index][key]() };
      } catch (error) {
        found = true;
        results[key] = { error };
      }
    }
    if (!found) results[key] = { error: new Error("the runner has no answer for this key here") };
  }
  return refusals(reading, results, list);
}

/** A refusal is an expected outcome: its code is the answer. */
function refusals(reading, results, list) {
  if (!("refusal" in reading.expect)) return results;
  for (const make of list) {
    try {
      const { due_now: dueNow } = make(reading);
      if (!dueNow) continue;
      dueNow();
      return { ...results, refusal: { value: null } };
    } catch (error) {
      return { ...results, refusal: error?.kind === "refusal" ? { value: error.code } : { error } };
    }
  }
  return results;
}
