// Answers of cases about one rule: rounding, tiers, operations, direction, monthly against annual.

import { Catalog, convertOperations, digitsOf, prorate, transferOperations } from "./engine.mjs";
import { add, decimals, divide, fraction, multiply, negate, subtract, sum, toDecimal } from "./fraction.mjs";
import { discountsOf, inBands, policyOf, priceFields, rounded, taxesOf } from "./documents.mjs";
import { derive, roundingOf } from "./reading.mjs";
import { directionOf, memo, previewAnswers, run } from "./bill.mjs";
import { linesAnswers } from "./lines.mjs";
import { FINE, NO_CREDIT, onBill } from "./span.mjs";
import { datedPeriod } from "./when.mjs";

const MONTHS = fraction(12);
const some = { start: "2025-01-01", end: "2025-02-01" };

/** Finished amounts: rounded, in minor units, or added in either order. */
export function amountAnswers(reading) {
  const { given, has } = reading;
  const values = given.amounts ?? [given.amount];
  const round = (value) => (typeof value === "object" ? rounded(value.amount, reading, { currency: value.currency }) : rounded(value, reading));
  const minor = (value) => {
    const currency = value?.currency ?? reading.currency;
    const amount = rounded(value?.amount ?? value, reading, { currency, rounding: { mode: given.rounding ?? "half_up" } });
    return BigInt(amount.replace(".", "")).toString();
  };
  const perCase = (answer) => (has("amounts") ? values.map(answer) : answer(values[0]));
  const plain = () => values.map((value) => value?.amount ?? value);
  const total = (on) => (on === "line" ? sum(values.map(round)) : rounded(sum(plain()), reading));
  const currencies = () => given.currencies ?? (has("amounts") && typeof values[0] === "object" ? values.map((value) => value.currency) : [reading.currency]);
  return {
    rounded: () => perCase(round),
    minor: () => perCase(minor),
    totals: () => ({ line: total("line"), net: total("net") }),
    total: () => total(given.round_on ?? "line"),
    net: () => total(given.round_on ?? "line"),
    lines: () => values.map(round).filter((amount) => fraction(amount).n !== 0n),
    scales: () => currencies().map(digitsShown),
  };
}

/** Decimals of a currency as a preview of a purchase tells them. */
function digitsShown(currency) {
  const catalog = new Catalog({ currency, plans: [{ id: "any", name: "any", prices: [{ interval: "month", amount: "1" }] }], policy: "stripe" });
  return catalog.checkout().preview({ at: some.start, plan: "any" }).digits;
}

/** A quantity in tiers. Without a currency or a rounding the price stays exact. */
export function tierAnswers(reading) {
  const { given, has } = reading;
  const price = () => inBands(reading, given.quantity ?? 1);
  const exact = () => add(fraction(price().exact), fraction(given.base_price ?? 0));
  const charge = () => {
    const settled = has("currency", "scale", "rounding", "round_on");
    return settled ? add(fraction(price().amount), fraction(given.base_price ?? 0)) : exact();
  };
  const answers = { ...(Number(given.quantity ?? 1) < 0 ? {} : NO_CREDIT), charge, net: charge, total: charge, subtotal: charge, charge_exact: exact, line_quantity: () => given.quantity };
  if (isBought(reading)) return answers;
  const lines = () => [charge()].filter((amount) => amount.n !== 0n);
  const bill = onBill(reading, (fine) => [fine ? exact() : charge()].filter((amount) => amount.n !== 0n), charge);
  return { ...answers, lines, charges: lines, ...bill, charge: has("discount", "discounts") ? bill.net : charge };
}

/** Whether so many can be bought. Nobody buys none, a part or less than none of something: there the price alone is the line. */
export function isBought({ given }) {
  const quantity = Number(given.quantity ?? 1);
  const whole = (given.tiers ?? []).every(({ to }) => to === null || Number.isInteger(Number(to)));
  return Number.isInteger(quantity) && quantity > 0 && whole;
}

/** Whether operations move, or become money: where the family leaves it open, what is asked decides. */
const isMoved = ({ family, asks }) => family === "operations_transfer" || (family !== "credit_conversion" && asks("available_operations"));

/** Unused operations as money, or moved; extra ones bought. */
export function operationAnswers(reading) {
  const { given, has } = reading;
  const allowance = given.included_operations ?? given.old_included_operations;
  // Operations move whatever is paid at present: where nothing says it, the new price stands in.
  const moved = isMoved(reading) ? given.new_price : undefined;
  const amount = toDecimal(fraction(given.plan_price ?? given.old_price ?? given.price ?? moved ?? 0));
  const converted = () => convertOperations({ amount, allowance, unused: given.unused_operations ?? allowance, currency: reading.currency, rounding: roundingOf(reading, "line") });
  const bought = has("operations", "bundle", "already_bought_operations");
  return {
    ...(has("unused_operations") && !bought && !has("new_price") && amount !== "0" ? creditLine(reading, converted) : {}),
    unit_price: () => {
      const { rate } = converted();
      return divide(fraction(rate.amount), fraction(rate.per));
    },
    credit: () => converted().credit,
    available_operations: () => transferOperations({ unused: reading.family === "credit_conversion" ? 0 : given.unused_operations ?? 0, allowance: given.new_included_operations ?? allowance ?? 0, period: some }).available,
    ...(bought ? extraAnswers(reading, amount) : {}),
    ...(has("new_price") ? restartedAnswers(reading, amount) : {}),
  };
}

/** A credit with no bill beside it is a bill of one line. */
function creditLine(reading, converted) {
  const kept = ["currency", "scale", "rounding", "round_on", "tax_rate_percent", "tax_mode", "balance", "excess", "collect"];
  const rest = Object.fromEntries(kept.filter((key) => reading.has(key)).map((key) => [key, reading.given[key]]));
  const bill = memo(() => linesAnswers(derive(reading, { ...rest, lines: [toDecimal(negate(fraction(converted().credit)))] })));
  const keys = ["lines", "credits", "net", "tax", "total", "credit_tax", "credit_total", "refund", "to_balance", "due_now", "balance_after"];
  return Object.fromEntries(keys.map((key) => [key, () => bill()[key]()]));
}

/** What the customer has and owes, whatever changes. */
const customerOf = (reading, taxes) => ({ taxes: taxesOf(reading, { taxes }), ...(reading.has("balance") ? { balance: toDecimal(reading.given.balance) } : {}) });

/** Extra operations of a plan: a whole preview. */
function extraAnswers(reading, amount) {
  const { given, has, currency } = reading;
  const bought = given.already_bought_operations ?? 0;
  const operations = given.included_operations;
  const time = { basis: "day", period: some, at: some.start };
  const extraOperations = { bundle: given.bundle ?? 1, surcharge: toDecimal(fraction(given.surcharge_percent ?? 0)), ...(has("bundle", "already_bought_operations") ? { maxPerPeriod: "allowance" } : {}) };
  const discounts = discountsOf(reading);
  const holding = (held, { roundOn, minimum, taxes } = {}) => ({
    catalog: {
      currency,
      plans: [{ id: "plan", name: "plan", prices: [{ interval: "month", amount, operations }], extraOperations }],
      discounts: discounts.documents,
      policy: { ...policyOf(reading, time, { roundOn, minimum }), cycle: "calendar" },
    },
    subscription: { plan: "plan", interval: "month", operations, period: some, extraOperations: held, unusedOperations: given.unused_operations ?? (operations ?? 0) + held, discounts: discounts.before, ...customerOf(reading, taxes) },
    change: { at: some.start, ...(has("operations") ? { extraOperations: given.operations } : {}) },
    time,
  });
  const left = (held) => {
    const { catalog, subscription } = holding(held);
    return new Catalog(catalog).checkout(subscription).preview({ at: some.start }).operations.extra.left;
  };
  const bundles = (held) => divide(fraction(left(held)), fraction(given.bundle ?? 1));
  const make = (more) => holding(bought, more);
  const scenario = has("operations") ? run(make()) : undefined;
  return {
    ...(scenario ? previewAnswers(reading, scenario, make) : {}),
    ...(scenario ? { available_operations: () => scenario.preview.operations.available } : {}),
    max_bundles: () => bundles(0),
    left_bundles: () => bundles(bought),
    left_operations: () => left(bought),
  };
}

/** Unused operations against the bill of a new plan: a new period, the credit at most the bill. */
function restartedAnswers(reading, amount) {
  const { given, has, currency } = reading;
  const operations = given.included_operations ?? given.old_included_operations;
  const { oldInterval, newInterval } = reading;
  const dated = has("period_start", "period_end", "change_at");
  const period = dated ? datedPeriod(reading, reading.time("change_at")) : datedPeriod(derive(reading, { ...given, period_start: some.start }));
  const time = { basis: "day", period, at: reading.time("change_at") ?? period.start };
  const discounts = discountsOf(reading);
  const price = (interval, value, granted) => ({ interval, amount: toDecimal(fraction(value)), ...(granted === undefined ? {} : { operations: granted }) });
  const make = ({ roundOn, minimum, taxes } = {}) => ({
    catalog: {
      currency,
      plans: [
        { id: "old", name: "old", prices: [price(oldInterval, amount, operations)] },
        { id: "new", name: "new", prices: [price(newInterval, given.new_price, given.new_included_operations)] },
      ],
      discounts: discounts.documents,
      policy: {
        ...policyOf(reading, time, { roundOn, minimum }),
        cycle: "calendar",
        period: given.period ?? "restart",
        unusedTime: "none",
        unusedOperations: isMoved(reading) ? "transfer" : "credit",
        charge: given.charge ?? "full",
        credit: { base: "list", cap: has("excess") ? "none" : "bill", excess: given.excess ?? "forfeit" },
      },
    },
    subscription: { plan: "old", interval: oldInterval, operations, period, unusedOperations: given.unused_operations ?? 0, discounts: discounts.before, ...customerOf(reading, taxes) },
    change: { at: time.at, plan: "new", interval: newInterval, discounts: discounts.after },
    time,
  });
  const scenario = run(make());
  return { ...previewAnswers(reading, scenario, make), available_operations: () => scenario.preview.operations.available };
}

// ---- Direction -----------------------------------------------------------------------------------------------------------

const TIERS = { lowest: 1_000, highest: 1_000_000_000 };
const tier = (value) => TIERS[value] ?? value;

/** Upgrade or downgrade: two prices of a catalog, and a preview of the change from one to the other. */
export function directionAnswers(reading) {
  const { given, has, currency, oldInterval, newInterval } = reading;
  const names = given.plans ?? [...new Set([given.old_plan ?? "old", given.new_plan ?? (has("old_included_operations", "new_included_operations") ? given.old_plan ?? "old" : "new")])];
  const from = { plan: given.old_plan ?? names[0], interval: oldInterval, operations: tier(given.old_included_operations), amount: given.old_price };
  const to = { plan: given.new_plan ?? names.at(-1), interval: newInterval, operations: tier(given.new_included_operations), amount: given.new_price };
  // A price below the minor unit is that of a unit.
  const quantities = has("old_quantity", "new_quantity", "quantity") || [from, to].some(({ amount }) => priceFields(amount ?? 1, currency).tiers);
  const price = ({ interval, operations, amount }) => ({ interval, ...priceFields(amount ?? 1, currency, quantities), ...(operations === undefined ? {} : { operations }) });
  const plans = names.map((name) => {
    const own = [from, to].filter(({ plan }) => plan === name).map(price);
    const prices = own.filter((one, index) => own.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index);
    return { id: name, name, prices: prices.length ? prices : [{ interval: "month", amount: "1" }] };
  });
  const period = { start: "2025-01-01", end: oldInterval === "month" ? "2025-02-01" : "2026-01-01" };
  const seats = (key) => (quantities ? { seats: Number(given[key] ?? given.quantity ?? 1) } : {});
  const named = ({ interval, operations }) => ({ interval, ...(operations === undefined ? {} : { operations }) });
  const scenario = memo(() => run({
    catalog: { currency, plans, policy: { ...policyOf(reading, { basis: "day" }), rounding: FINE } },
    subscription: { plan: from.plan, ...named(from), ...seats("old_quantity"), period },
    change: { at: "2025-01-10", plan: to.plan, ...named(to), ...seats("new_quantity") },
    time: { period },
  }));
  return {
    direction: () => directionOf(scenario().preview),
    // A year is twelve months; the twelfth of the yearly amount is exact, where the monthly one is rounded for display.
    new_monthly: () => divide(fraction(scenario().preview.comparison.find((row) => row.kind === "per_year").new), MONTHS),
  };
}

// ---- Monthly against annual ----------------------------------------------------------------------------------------------

/** Two prices of a plan: bought for all units, and then compared as they would stand beside each other. */
export function intervalAnswers(reading) {
  const { given, has, currency } = reading;
  const fine = (amount) => (decimals(amount) ?? 12) > digitsOf(currency);
  const seat = (amount) => (fine(amount) ? { amount: "0", tiers: { mode: "volume", bands: [{ to: null, unitAmount: toDecimal(amount) }] } } : { amount: toDecimal(amount), per: "seat" });
  const monthly = fraction(given.monthly_price ?? 0);
  // Without a price of its own a year costs twelve months, less the percentage.
  const yearly = has("annual_price") ? fraction(given.annual_price) : multiply(monthly, MONTHS);
  const discounts = has("annual_price") || !has("annual_discount_percent") ? [] : [{ id: "annual", percent: toDecimal(given.annual_discount_percent) }];
  const catalogOf = (month, year) => new Catalog({
    currency,
    plans: [{ id: "plan", name: "plan", prices: [{ interval: "month", ...seat(month) }, { interval: "year", ...seat(year) }] }],
    ...(discounts.length ? { discounts } : {}),
    policy: { preset: "stripe", direction: given.direction_by ?? "price", rounding: roundingOf(reading), acknowledge: [] },
  });
  const catalog = catalogOf(monthly, yearly);
  const units = Number(given.quantity ?? 1);
  const total = (interval, seats = units) =>
    catalog.checkout().preview({ at: some.start, plan: "plan", interval, seats, ...(interval === "year" && discounts.length ? { discounts: ["annual"] } : {}) }).total;
  const compared = (seats = units) => {
    const [month, year] = catalogOf(total("month", seats), total("year", seats)).checkout().compare({ at: some.start, seats: 1 });
    return { month, year };
  };
  return {
    annual_total: () => total("year"),
    monthly_total: () => compared().month.recurring,
    per_month: () => compared().year.perMonth,
    unit_per_month: () => compared(1).year.perMonth,
    saving_year: () => {
      const { month, year } = compared();
      return subtract(fraction(month.perYear), fraction(year.perYear));
    },
    // The twelfth month of the year's price, in whole units.
    per_month_shown: () => prorate({
      amount: total("year"), currency, period: { start: "2025-01-01", end: "2026-01-01" }, to: "2025-02-01",
      proration: { basis: "month", begun: "used" }, rounding: { mode: given.rounding ?? "half_up", digits: 0 },
    }).amount,
    direction: () => catalog.checkout({ plan: "plan", interval: "month", seats: units, period: some }).preview({ at: "2025-01-10", interval: "year" }).direction,
    new_monthly: () => divide(fraction(total("year")), MONTHS),
  };
}
