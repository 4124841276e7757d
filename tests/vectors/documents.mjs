// Catalog, subscription and change documents for a case: what the host of a shop would have, built from `given` alone.

import { digitsOf, priceQuantity, prorate } from "./engine.mjs";
import { absolute, add, compare, decimals, divide, equal, fraction, multiply, negate, one, sign, subtract, sum, toDecimal } from "./fraction.mjs";
import { DAY, isBefore, later, stamp } from "./clock.mjs";
import { sameInterval } from "./interval.mjs";
import { derive, FACTOR_DIGITS, isCancel, prorationOf, roundingOf } from "./reading.mjs";
import { gridOf, isSpan, isStatedCredit, trialEnd, when } from "./when.mjs";

/** Units priced by the bands of the case; of none there is no item. */
const banded = (reading, quantity) => (Number(quantity) === 0 ? undefined : { price: "0", quantity: Number(quantity), tiers: tiersOf(reading) });

/** Quantities that nobody can hold, in bands: each is sold as its price, and what is less than nothing is given back. */
function pricedInBands(reading, kind, before, after) {
  const priced = (quantity) => (Number(quantity) === 0 ? undefined : side(absolute(fraction(inBands(reading, quantity).exact))));
  const sides = { old: priced(before), new: priced(after) };
  return [Number(before) < 0 || Number(after) < 0 ? { kind, old: sides.new, new: sides.old } : { kind, ...sides }];
}

const isHeld = (quantity) => Number.isInteger(Number(quantity)) && Number(quantity) >= 0;

const nothing = (price, quantity) => price === undefined || price === null || Number(quantity) === 0 || fraction(price).n === 0n;

/** Seats and units are whole; a part of one is sold as its price. */
function side(price, quantity = 1) {
  if (nothing(price, quantity)) return undefined;
  if (Number.isInteger(Number(quantity))) return { price: toDecimal(price), quantity: Number(quantity) };
  return { price: toDecimal(multiply(fraction(price), fraction(quantity))), quantity: 1 };
}

// ---- What is sold before and after ---------------------------------------------------------------------------------------

/** One entry per component: what it is before and after the change. */
export function itemsOf(reading) {
  const { given, family, has } = reading;
  const kind = { one_time: "one_time", usage: "metered" }[family] ?? "recurring";
  if (has("components")) {
    return given.components.map(({ kind: sold = "recurring", old_price, new_price, quantity = 1 }) => {
      // Less than none of something is given back.
      const [before, after] = Number(quantity) < 0 ? [new_price, old_price] : [old_price, new_price];
      const units = absolute(fraction(quantity));
      return { kind: sold, old: side(before, toDecimal(units)), new: side(after, toDecimal(units)) };
    });
  }
  if (has("lines")) {
    return given.lines.map((line) => {
      const amount = fraction(line);
      const whole = side(toDecimal(absolute(amount)));
      return { kind: "recurring", ...(sign(amount) < 0 ? { old: whole } : { new: whole }) };
    });
  }
  if (has("tiers", "package_price")) {
    const quantity = given.quantity ?? 1;
    const both = has("old_quantity", "new_quantity");
    const before = isCancel(reading) || both ? given.old_quantity ?? quantity : 0;
    const after = isCancel(reading) ? 0 : given.new_quantity ?? quantity;
    if (!isHeld(before) || !isHeld(after)) return pricedInBands(reading, kind, before, after);
    return [{ kind, old: banded(reading, before), new: banded(reading, after) }];
  }
  if (has("new_daily_price")) {
    const { new_daily_price: _, ...rest } = given;
    const [item] = itemsOf(derive(reading, rest));
    return [{ ...item, new: { price: dailyPlan(reading).amount, quantity: 1 } }];
  }
  const before = given.old_quantity ?? given.quantity;
  const stated = given.new_quantity ?? given.quantity;
  const after = has("minimum_quantity") ? Math.max(Number(stated ?? 1), given.minimum_quantity) : stated;
  if (has("potential_credit")) {
    const value = fraction(given.potential_credit);
    // A value below zero is a price less a greater discount; prices themselves are never negative.
    return [{ kind, old: side(absolute(value)), negative: value.n < 0n, new: side(given.new_price, after) }];
  }
  if (has("paid") && !has("price") && Number(given.old_price ?? 0) === 0) {
    return [{ kind, old: side(sum(given.paid.map((span) => span.amount))), new: side(given.new_price, after) }];
  }
  if (has("price") && !has("old_price", "new_price")) {
    const whole = side(given.price, given.quantity);
    if (isCancel(reading)) return [{ kind, old: whole }];
    if (has("new_anchor_day")) return [{ kind, old: whole, new: whole }];
    return [{ kind, new: whole }];
  }
  return [{ kind, old: side(given.old_price, before), new: side(given.new_price, after) }];
}

/** A plan whose days cost so much: of one day, or of so many that its price is whole in the minor unit. */
function dailyPlan({ given, currency }) {
  const beyond = Math.max(0, (decimals(given.new_daily_price) ?? 12) - digitsOf(currency));
  const count = 10 ** beyond;
  return { amount: toDecimal(multiply(fraction(given.new_daily_price), fraction(count))), interval: { unit: "day", count } };
}

// ---- Discounts and taxes -------------------------------------------------------------------------------------------------

const asDiscount = ({ type, value }, id) => ({ id, ...(type === "percent" ? { percent: toDecimal(value) } : { amount: toDecimal(value) }) });
const listed = (value) => (value ? [value].flat() : []);

/** The discounts of a case: those of the credit and those of the charge. Lines that exist already carry theirs. */
export function discountsOf({ given, has }) {
  const both = [...listed(given.discount), ...listed(given.discounts)].map((discount, index) => asDiscount(discount, `discount-${index + 1}`));
  const before = listed(given.old_discount).map((discount, index) => asDiscount(discount, `before-${index + 1}`));
  const after = listed(given.new_discount).map((discount, index) => asDiscount(discount, `after-${index + 1}`));
  const ids = (discounts) => discounts.map(({ id }) => id);
  return {
    documents: [...both, ...before, ...after],
    before: has("lines") ? ids(before) : ids([...before, ...both]),
    after: ids([...after, ...both]),
    both: ids(both),
  };
}

export function taxesOf({ given, has }, { taxes = true } = {}) {
  if (!taxes || !has("tax_rate_percent")) return [];
  return [{ id: "tax", name: "Tax", rate: toDecimal(given.tax_rate_percent), inclusive: given.tax_mode === "inclusive" }];
}

// ---- Prices --------------------------------------------------------------------------------------------------------------

const TIER_MODES = { graduated: "graduated", volume: "volume", stairstep: "volume", package: "package" };

/** The bands of a case. The price of a stair is that of the whole band. */
export function tiersOf({ given, has }) {
  if (has("package_price")) return { mode: "package", bands: [{ to: null, unitAmount: toDecimal(given.package_price) }], packageSize: given.package_size, free: given.free_units ?? 0 };
  const packaged = has("package_size");
  const stairs = given.model === "stairstep";
  return {
    mode: packaged ? "package" : TIER_MODES[given.model ?? "graduated"],
    bands: given.tiers.map(({ to, price, flat, price_per_package }) => {
      const unit = packaged ? price_per_package ?? price : price;
      return {
        to,
        ...(stairs ? { flatAmount: toDecimal(price) } : { unitAmount: toDecimal(unit ?? 0) }),
        ...(!stairs && flat !== undefined ? { flatAmount: toDecimal(flat) } : {}),
      };
    }),
    ...(packaged ? { packageSize: given.package_size, free: given.free_units ?? 0 } : {}),
  };
}

/** Bands that end at a fraction, counted in parts of a unit that make each end a whole number. */
function inWholeBands(tiers, quantity) {
  const places = Math.max(0, ...tiers.bands.map(({ to }) => (to === null ? 0 : decimals(to))));
  const parts = fraction(10 ** places);
  const count = (units) => Number(toDecimal(multiply(fraction(units), parts)));
  const unit = (amount) => (tiers.mode === "package" ? amount : toDecimal(divide(fraction(amount), parts)));
  const band = ({ to, unitAmount, ...rest }) => ({ ...rest, to: to === null ? null : count(to), ...(unitAmount === undefined ? {} : { unitAmount: unit(unitAmount) }) });
  const packages = tiers.packageSize === undefined ? {} : { packageSize: count(tiers.packageSize), free: count(tiers.free) };
  return { tiers: { ...tiers, bands: tiers.bands.map(band), ...packages }, quantity: toDecimal(multiply(fraction(quantity), parts)) };
}

/** Any quantity in the bands of the case: its amount, and the exact one. */
export const inBands = (reading, quantity) =>
  priceQuantity({ ...inWholeBands(tiersOf(reading), quantity), currency: reading.currency, rounding: roundingOf(reading, "line") });

/** The amount of one unit, as a price's fields: below the currency's minor unit it is a band. */
function amountFields(price, currency) {
  const places = decimals(price);
  return places !== undefined && places <= digitsOf(currency) ? { amount: toDecimal(price) } : inOneBand(price);
}

const inOneBand = (price) => ({ amount: "0", tiers: { mode: "volume", bands: [{ to: null, unitAmount: toDecimal(price) }] } });
/** The same, but what costs nothing is billed like what costs something: to the engine a price of nothing is that of a free plan. */
export const billedFields = (price, currency) => (fraction(price).n === 0n ? inOneBand(price) : amountFields(price, currency));

const perSeat = (fields) => (fields.tiers ? fields : { ...fields, per: "seat" });
/** The amount of one unit of a plan: for the subscription, or for each seat. */
export const priceFields = (price, currency, inSeats = false) => (inSeats ? perSeat(billedFields(price, currency)) : billedFields(price, currency));
const plan = (id, prices, rest = {}) => ({ id, name: id, prices: [prices].flat(), ...rest });

function addOn(id, { price, tiers }, interval, kind, currency) {
  const every = { one_time: "once", metered: "metered" }[kind] ?? interval;
  const fields = tiers ? { amount: "0", tiers } : amountFields(price, currency);
  return { id, name: id, interval: every, ...fields, ...(fields.tiers ? { per: "unit" } : {}) };
}

// ---- The policy ----------------------------------------------------------------------------------------------------------

const UNUSED_TIME = { credit: "credit", forfeit: "forfeit", extend: "extend", append: "forfeit", reprice: "forfeit" };

export function policyOf(reading, time, { roundOn, minimum = true } = {}) {
  const { given, has } = reading;
  const rank = given.direction_by === "rank" || (!has("direction_by") && has("plans"));
  return {
    preset: "stripe",
    direction: rank ? "rank" : "price",
    effective: given.effective ?? "now",
    period: given.period ?? "keep",
    unusedTime: UNUSED_TIME[given.unused_time ?? "credit"],
    unusedOperations: "forfeit",
    charge: given.net_same_item ? "difference" : given.charge ?? "remaining",
    collect: given.collect ?? "now",
    changeDay: given.change_day ?? "unused",
    rounding: roundingOf(reading, roundOn),
    proration: { ...prorationOf(reading, time.basis), ...sideOf(reading, time), total: "period" },
    credit: { base: has("paid") || isStatedCredit(reading) ? "paid" : "list", earlier: given.earlier ?? "cap", cap: "none", excess: given.excess ?? "balance", futureGrants: "forfeit" },
    ...(has("minimum_charge") && minimum ? { minimumCharge: toDecimal(given.minimum_charge) } : {}),
    acknowledge: [],
  };
}

/** Where a cut is finer than the engine's, the engine cuts to the same side, so that what is rounded at an edge falls to the same side. */
function sideOf(reading, { period, at, basis }) {
  if (!isFine(reading) || !period) return {};
  const { factor } = prorate({ amount: "1", currency: reading.currency, period, from: at, proration: { ...prorationOf(reading, basis), factorDigits: undefined, factorRounding: undefined } });
  return { factorRounding: compare(finelyCut(factor, reading), fraction(factor)) < 0 ? "down" : "up" };
}

// ---- What was paid -------------------------------------------------------------------------------------------------------

/** The spans that were billed: listed, or the whole period with what was paid for it, credited of it and received. */
function paidSpans(reading, time, bill) {
  const { given, has, zone } = reading;
  if (has("paid")) {
    const spans = given.paid.map(({ start, end, amount }) => ({ start: stamp(start, zone), end: stamp(end, zone), amount: toDecimal(amount) }));
    // What was received and credited is told of all spans together.
    const received = receivedOf(reading);
    return spans.map((span, index) => (index === 0 ? { ...span, ...creditedOf(reading), ...received } : { ...span, ...(received.received ? { received: "0" } : {}) }));
  }
  // What is left of a period is worth a stated amount: as if just that had been paid for it.
  if (isStatedCredit(reading)) return statedSpans(reading, time);
  const from = billedFrom(reading);
  if (!from || !isBefore(time.period.start, from)) return paidPeriod(reading, time, bill);
  if (!isBefore(from, time.period.end)) return [];
  const { amount } = prorate({ amount: bill(), currency: reading.currency, period: time.period, from, proration: prorationOf(reading, time.basis), rounding: roundingOf(reading, "line") });
  return [{ start: from, end: time.period.end, amount, ...receivedOf(reading), ...creditedOf(reading) }];
}

/** A stated value of the rest, less its percentages, at most what was paid; what was paid beyond it was for the time before. */
function statedSpans(reading, { at, period }) {
  const { given, has } = reading;
  const percents = [given.old_discount, given.discount, given.discounts].flat().filter((discount) => discount?.type === "percent");
  const less = percents.reduce((left, { value: percent }) => multiply(left, subtract(one, divide(fraction(percent), fraction(100)))), fraction(given.potential_credit));
  const value = fraction(rounded(less, reading));
  const rest = { start: at, end: period.end };
  if (!has("amount_paid", "credits_already_issued")) return [{ ...rest, amount: toDecimal(value) }];
  const paid = has("amount_paid") ? fraction(given.amount_paid) : value;
  const amount = least(value, paid);
  const credited = fraction(given.credits_already_issued ?? 0);
  const ofRest = least(credited, amount);
  const before = { start: later(period.start, -DAY), end: period.start, amount: toDecimal(subtract(paid, amount)), credited: toDecimal(subtract(credited, ofRest)) };
  return [before, { ...rest, amount: toDecimal(amount), credited: toDecimal(ofRest) }];
}

const least = (a, b) => (compare(a, b) < 0 ? a : b);

/** Since when a subscription is billed that began, or was free, within the period. */
function billedFrom(reading) {
  if (!reading.has("start")) return undefined;
  return reading.has("trial_days") ? trialEnd(reading) : reading.time("start");
}

function paidPeriod(reading, { period }, bill) {
  const { given, has } = reading;
  // What may go back as money depends on what was received: all of it, where nothing else is said.
  if (!has("amount_paid", "credits_already_issued") && given.excess !== "refund") return undefined;
  const billed = has("amount_paid") && !has("excess") ? toDecimal(given.amount_paid) : bill();
  return [{ ...period, amount: billed, ...creditedOf(reading), ...receivedOf(reading) }];
}

const creditedOf = ({ given, has }) => (has("credits_already_issued") ? { credited: toDecimal(given.credits_already_issued) } : {});

/** With `excess`, `amount_paid` is what was received for the whole invoice; the part of it is rounded, as money is received. */
function receivedOf(reading) {
  const { given, has } = reading;
  if (!has("amount_paid") || !has("excess")) return {};
  const share = multiply(fraction(given.amount_paid), fraction(given.invoice_share ?? 1));
  return { received: rounded(share, reading) };
}

// ---- The documents -------------------------------------------------------------------------------------------------------

/**
 * Everything for one preview. `only: "old"` leaves out what is new: the subscription ends, which shows the credit alone.
 * `purchase`: nothing runs yet, what is new is bought. `bill` tells what the old items are billed for a full period.
 */
export function documents(reading, options = {}) {
  const { given, has, currency } = reading;
  const time = options.time ?? when(reading, { spanned: isSpan(reading) });
  let items = options.items ?? itemsOf(reading);
  if (options.only === "old") items = items.map(({ new: _, ...item }) => item);
  const discounts = discountsOf(reading);
  const grid = options.purchase ? { interval: reading.oldInterval } : gridOf(reading, { ...time, interval: time.interval ?? reading.oldInterval });
  const oldInterval = grid.interval;
  // A divisor that is given stands for the other interval. Only what restarts goes back to the interval of the case.
  const divided = has("total") && !has("remaining", "used");
  const newInterval = options.purchase || (given.period === "restart" && !has("remaining", "used", "remaining_fraction"))
    ? reading.newInterval
    : has("new_daily_price") ? dailyPlan(reading).interval
    : has("new_interval") && !divided ? reading.newInterval : oldInterval;
  const shape = { reading, options, time, items, discounts, oldInterval, newInterval, currency };

  const sold = options.purchase ? bought(shape) : options.only === "old" || endsAll(shape) ? ended(shape) : changed(shape);
  if (items.some((item) => item.negative)) {
    discounts.documents.push({ id: "beyond", amount: toDecimal(sum([items[0].old.price, items[0].old.price])) });
    discounts.before.unshift("beyond");
  }

  const catalog = {
    currency,
    plans: sold.plans,
    ...(sold.addOns?.length ? { addOns: sold.addOns } : {}),
    ...(discounts.documents.length ? { discounts: discounts.documents } : {}),
    policy: policyOf(reading, time, options),
  };
  const customer = {
    ...(taxesOf(reading, options).length ? { taxes: taxesOf(reading, options) } : {}),
    ...(has("balance") ? { balance: toDecimal(given.balance) } : {}),
  };
  if (options.purchase) {
    const change = { at: options.at ?? time.at, ...sold.change, ...(discounts.after.length ? { discounts: discounts.after } : {}) };
    return { catalog, subscription: customer, change, time };
  }
  const paid = paidSpans(reading, time, options.bill);
  const trial = given.status === "trial"
    ? { status: "trial", trialEnd: reading.time("trial_end") ?? time.period.end }
    : has("trial_days") && has("start") && isBefore(time.at, trialEnd(reading)) ? { status: "trial", trialEnd: trialEnd(reading) } : {};
  const subscription = {
    ...sold.subscription,
    interval: oldInterval,
    period: time.period,
    ...(grid.anchor === undefined ? {} : { anchor: grid.anchor }),
    ...(has("scheduled_price") && !sold.change.cancel ? { scheduled: { at: time.at, plan: "scheduled" } } : {}),
    ...(paid ? { paid } : {}),
    ...(discounts.before.length ? { discounts: discounts.before } : {}),
    ...trial,
    ...customer,
  };
  const change = {
    at: time.at,
    ...sold.change,
    ...(sold.change.cancel || (!discounts.before.length && !discounts.after.length) ? {} : { discounts: discounts.after }),
  };
  return { catalog, subscription, change, time };
}

const endsAll = ({ items, reading }) => {
  const ends = reading.given.cancel === true || reading.has("cancel_at");
  if ((reading.family === "direction" && !ends) || reading.has("lines") || !items.some((item) => item.old)) return false;
  return isCancel(reading) || (items.length === 1 && !items[0].new);
};

/** A first purchase: a recurring item that comes first is the plan, the others are add-ons. */
function bought({ reading, options, items, newInterval, currency }) {
  const { given, has } = reading;
  const all = items.filter((item) => item.new);
  const recurring = all.find((item) => item.kind === "recurring");
  // Lines stand in the order of the components: where another kind comes first, the plan beneath costs nothing.
  const main = recurring === all[0] || has("base_price") ? recurring : undefined;
  const rest = all.filter((item) => item !== main);
  const interval = options.interval ?? newInterval;
  const trial = options.trial ? { trial: options.trial } : {};
  let fields;
  let seats;
  if (has("tiers", "package_price")) {
    fields = { amount: toDecimal(given.base_price ?? 0), tiers: tiersOf(reading) };
    seats = main?.new.quantity ?? Number(given.quantity ?? 1);
  } else if (!main) {
    fields = rest.length ? { amount: toDecimal(given.base_price ?? 0) } : billedFields(given.base_price ?? 0, currency);
    if (fields.tiers) seats = 1;
  } else {
    const one = billedFields(main.new.price, currency);
    seats = main.new.quantity !== 1 || one.tiers ? main.new.quantity : undefined;
    fields = seats === undefined ? one : perSeat(one);
    if (has("base_price")) fields = { amount: toDecimal(given.base_price), tiers: { mode: "volume", bands: [{ to: null, unitAmount: main.new.price }] } };
    if (has("base_price")) seats = main.new.quantity;
  }
  return {
    plans: [plan("new", { interval, ...fields }, trial)],
    addOns: rest.map((item, index) => addOn(`item-${index + 2}`, item.new, interval, item.kind, currency)),
    change: {
      plan: "new",
      interval,
      ...(seats === undefined ? {} : { seats }),
      ...(rest.length ? { addOns: rest.map((item, index) => ({ id: `item-${index + 2}`, quantity: item.new.quantity })) } : {}),
      ...(options.anchor === undefined ? {} : { anchor: options.anchor }),
    },
  };
}

/** The subscription ends with all that it has. */
function ended({ reading, items, oldInterval, currency }) {
  const main = items.find((item) => item.old && item.kind === "recurring");
  const others = items.filter((item) => item.old && item !== main);
  if (!main) return withoutPlan({ reading, items, oldInterval, currency }, { cancel: true });
  if (main.old.tiers) {
    const { plans, subscription } = seatsInBands({ reading, oldInterval }, main.old.tiers, main.old.quantity, 0);
    return { plans, subscription, change: { cancel: true } };
  }
  const one = amountFields(main.old.price, currency);
  const seats = main.old.quantity !== 1 || one.tiers ? main.old.quantity : undefined;
  return {
    plans: [plan("old", { interval: oldInterval, ...(seats === undefined ? one : perSeat(one)) })],
    addOns: others.map((item, index) => addOn(`item-${index + 2}`, item.old, oldInterval, item.kind, currency)),
    subscription: {
      plan: "old",
      ...(seats === undefined ? {} : { seats }),
      ...(others.length ? { addOns: others.map((item, index) => ({ id: `item-${index + 2}`, quantity: item.old.quantity })) } : {}),
    },
    change: { cancel: true },
  };
}

/** A running subscription changes: as a plan where the first item is replaced, else as add-ons of a plan that stays. */
function changed(shape) {
  const { reading, items } = shape;
  const { has } = reading;
  const [main] = items;
  if (main?.old?.tiers) return seatsInBands(shape, main.old.tiers, main.old.quantity, main.new?.quantity ?? 0);
  const replaced = main && main.kind === "recurring" && main.old && main.new && !has("lines");
  if (has("base_price")) {
    const onlySeats = items.length === 1 && replaced && equal(fraction(main.old.price), fraction(main.new.price));
    if (!onlySeats) return withoutPlan(shape);
    return seatsInBands(shape, { mode: "volume", bands: [{ to: null, unitAmount: main.old.price }] }, main.old.quantity, main.new.quantity);
  }
  return replaced ? replacedPlan(shape) : withoutPlan(shape);
}

/** A base line and seats priced by bands; the seats change. */
function seatsInBands({ reading, oldInterval }, tiers, before, after) {
  return {
    plans: [plan("same", { interval: oldInterval, amount: toDecimal(reading.given.base_price ?? 0), tiers })],
    subscription: { plan: "same", seats: Number(before) },
    change: { seats: Number(after) },
  };
}

function replacedPlan({ reading, items, oldInterval, newInterval, currency, options }) {
  const { given, has } = reading;
  const [main, ...rest] = items;
  const from = amountFields(main.old.price, currency);
  const to = amountFields(main.new.price, currency);
  const inSeats = [from, to].some((fields) => fields.tiers) || [main.old, main.new].some(({ quantity }) => quantity !== 1) || has("minimum_quantity");
  const fields = (one) => (inSeats ? perSeat(one) : one);
  const samePrice = equal(fraction(main.old.price), fraction(main.new.price)) && sameInterval(oldInterval, newInterval);
  const stays = samePrice && !has("minimum_quantity") && (main.old.quantity !== main.new.quantity || has("new_anchor_day")) && given.status !== "trial";
  const priceOf = (one, interval) => ({ interval, ...fields(one) });
  const plans = stays
    ? [plan("old", priceOf(from, oldInterval))]
    : [
        // A plan for one may become a plan for seats; its own price then stays one for the subscription.
        plan("old", has("minimum_quantity") && main.old.quantity === 1 ? { interval: oldInterval, ...from } : priceOf(from, oldInterval)),
        plan("new", priceOf(to, newInterval), {
          ...(has("minimum_quantity") ? { seats: { min: given.minimum_quantity } } : {}),
          ...(options.trial ? { trial: options.trial } : {}),
        }),
      ];
  if (has("scheduled_price")) plans.push(plan("scheduled", priceOf(amountFields(given.scheduled_price, currency), oldInterval)));
  const oldSeats = inSeats && !(has("minimum_quantity") && main.old.quantity === 1);
  const raised = has("minimum_quantity") && main.old.quantity <= given.minimum_quantity && main.new.quantity === given.minimum_quantity;
  const added = addOnsOf(rest, oldInterval, newInterval, currency, 2);
  return {
    plans,
    addOns: added.documents,
    subscription: { plan: "old", ...(oldSeats ? { seats: main.old.quantity } : {}), ...(added.before.length ? { addOns: added.before } : {}) },
    change: {
      ...(stays ? {} : { plan: "new", interval: newInterval }),
      ...(inSeats && !raised && (!stays || main.old.quantity !== main.new.quantity) ? { seats: main.new.quantity } : {}),
      ...(added.before.length || added.after.length ? { addOns: added.after } : {}),
      ...(options.anchor === undefined ? {} : { anchor: options.anchor }),
    },
  };
}

/** Each item is an add-on, or two where it is replaced; the plan beneath stays, and costs only the base price. */
function withoutPlan({ reading, items, oldInterval, newInterval = oldInterval, currency, options = {} }, change = {}) {
  const added = addOnsOf(items, oldInterval, newInterval, currency, 1);
  return {
    plans: [plan("base", { interval: oldInterval, amount: toDecimal(reading.given.base_price ?? 0) })],
    addOns: added.documents,
    subscription: { plan: "base", ...(added.before.length ? { addOns: added.before } : {}) },
    change: { ...change, ...(change.cancel ? {} : { addOns: added.after }), ...(options.anchor === undefined ? {} : { anchor: options.anchor }) },
  };
}

function addOnsOf(items, oldInterval, newInterval, currency, from) {
  const documents = [];
  const before = [];
  const after = [];
  items.forEach((item, index) => {
    for (const [when, list, interval] of [["old", before, oldInterval], ["new", after, newInterval]]) {
      const priced = item[when];
      if (!priced) continue;
      const id = `item-${index + from}-${when}`;
      documents.push(addOn(id, priced, interval, item.kind, currency));
      list.push({ id, quantity: priced.quantity });
    }
  });
  return { documents, before, after };
}

/** Any number as the engine rounds it: a price of one unit, or of minus one. */
export function rounded(value, reading, { currency = reading.currency, rounding = roundingOf(reading, "line") } = {}) {
  const given = fraction(value);
  const few = (rounding.digits ?? digitsOf(currency)) < PRICE_DIGITS;
  const exact = few && (decimals(given) ?? Infinity) > PRICE_DIGITS ? leaning(given, PRICE_DIGITS) : given;
  if (decimals(exact) !== undefined && decimals(exact) <= PRICE_DIGITS) {
    const tiers = { mode: "volume", bands: [{ to: null, unitAmount: toDecimal(absolute(exact)) }] };
    return priceQuantity({ tiers, quantity: exact.n < 0n ? -1 : 1, currency, rounding }).amount;
  }
  // No decimal is exact: the numerator's share of one in so many milliseconds.
  const start = "2025-01-01T00:00:00Z";
  const input = { amount: absolute(exact).n.toString(), currency, period: { start, end: later(start, Number(exact.d)) }, to: later(start, 1), proration: { basis: "millisecond" }, rounding };
  const { amount } = prorate(input);
  return exact.n < 0n ? toDecimal(negate(fraction(amount))) : amount;
}

/** The most decimals of a price. */
const PRICE_DIGITS = 12;

export const isFine = ({ given }) => given.factor_digits > FACTOR_DIGITS;

/** A factor cut to more decimals than the engine cuts to: so many times larger, it is an amount that the engine rounds. */
export function finelyCut(factor, reading) {
  const { factor_digits: digits, factor_rounding: mode = "half_up" } = reading.given;
  const larger = fraction(10n ** BigInt(digits - FACTOR_DIGITS));
  return divide(fraction(rounded(multiply(fraction(factor), larger), reading, { rounding: { mode, on: "line", digits: FACTOR_DIGITS } })), larger);
}

/** The value to so many decimals that it rounds as before to fewer: of what lies beyond, the last one only says that there is more. */
function leaning(value, places) {
  const power = fraction(10n ** BigInt(places - 1));
  const larger = multiply(fraction(value), power);
  const whole = fraction(larger.n / larger.d);
  const rest = sign(subtract(larger, whole));
  return divide(add(whole, divide(fraction(rest), fraction(10))), power);
}
