// One case, read: its keys with their defaults, its times as timestamps for the engine.

import { isDate, isTime, stamp } from "./clock.mjs";
import { interval } from "./interval.mjs";

/** The keys that a case may give; of another one nothing could be said. */
const KNOWN = new Set(`
  proration_basis change_day begun factor_digits factor_rounding rounding round_on scale effective period unused_time
  charge collect currency currencies old_price new_price old_quantity new_quantity quantity minimum_quantity price
  base_price components prices scheduled_price new_daily_price potential_credit amount_paid invoice_share
  credits_already_issued earlier paid excess balance amount next_amount amounts minimum_charge lines net_same_item
  proration_lines discount old_discount new_discount discounts subtotal tax_rate_percent tax_mode tiers model package_size
  package_price free_units plan_price included_operations unused_operations operations surcharge_percent bundle
  already_bought_operations new_included_operations full_grant plans direction_by old_plan new_plan
  old_included_operations monthly_price annual_price annual_discount_percent interval old_interval new_interval
  period_start period_end change_at changes_at cancel cancel_at remaining used total unit remaining_fraction
  remaining_fractions used_start used_end segments full_periods start end through anchor_date anchor_day new_anchor_day
  anchor_change_at at count subscription_ends_at local_start local_end timezone status trial_start trial_end new_trial
  trial_days
`.split(/\s+/));

export function read({ id, family, given: stated, expect }) {
  const clock = zoneOf(stated);
  const shown = clock && BY_MONTHS.has(stated.proration_basis);
  const given = withinPeriod(withoutTrial(onBothSides(counted(shown ? onWall(stated, clock) : stated))));
  const unknown = Object.keys(given).filter((key) => !KNOWN.has(key));
  if (unknown.length) throw new Error(`not in the format: ${unknown.join(", ")}`);
  const asks = (...keys) => keys.some((key) => key in expect);
  const has = (...keys) => keys.some((key) => given[key] !== undefined && given[key] !== null);
  const zone = shown ? undefined : clock;
  return {
    id, family, given, expect, asks, has, zone, clock,
    currency: given.currency ?? "USD",
    time: (key) => (has(key) ? stamp(given[key], zone) : undefined),
    oldInterval: interval(given.old_interval ?? given.interval),
    newInterval: interval(given.new_interval ?? given.old_interval ?? given.interval),
  };
}

const COUNTS = new Set(`
  scale factor_digits minimum_quantity package_size free_units included_operations unused_operations operations bundle
  already_bought_operations new_included_operations old_included_operations full_periods anchor_day new_anchor_day count
  trial_days to
`.trim().split(/\s+/));

/** Counts that are written as strings are numbers all the same. */
const counted = (given) => Object.fromEntries(Object.entries(given).map(([key, value]) => {
  if (key === "tiers" && Array.isArray(value)) return [key, value.map(counted)];
  return [key, COUNTS.has(key) && typeof value === "string" && /^\d+(\.0+)?$/.test(value) ? Number(value) : value];
}));

/** The one price of a case whose quantity changes is that of both sides. */
function onBothSides(given) {
  const { price, ...rest } = given;
  const changes = given.old_quantity !== undefined || given.new_quantity !== undefined;
  if (price === undefined || !changes || given.old_price !== undefined || given.new_price !== undefined) return given;
  return { ...rest, old_price: price, new_price: price };
}

/** No free days are no trial. */
function withoutTrial({ trial_days: days, ...rest }) {
  return days === undefined || Number(days) === 0 ? rest : { ...rest, trial_days: days };
}

/** Wall clock times within a period are those of a span. */
function withinPeriod(given) {
  const { local_start: from, local_end: to, ...rest } = given;
  if (from === undefined || to === undefined || given.period_start === undefined || given.used_start !== undefined) return given;
  return { ...rest, used_start: from, used_end: to };
}

/** Months begin by the wall clock, whatever the offset: with these bases it is the only clock. */
export const BY_MONTHS = new Set(["month", "actual_30", "thirty_360"]);

function eachTime(value, shown) {
  if (isTime(value)) return isDate(value) ? value : shown(value);
  if (Array.isArray(value)) return value.map((item) => eachTime(item, shown));
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachTime(item, shown)])) : value;
}

const withoutOffset = (text) => text.replace(/(Z|[+-]\d{2}:\d{2})$/, "");
const onWall = (given, zone) => eachTime(given, (text) => withoutOffset(stamp(text, zone)));
/** The times of timestamps as their own clocks show them. */
export const shownTimes = (times) => eachTime(times, (text) => `${withoutOffset(text)}Z`);

/** The zone that is stated. Times with offsets beside ones without are all read in UTC, as those without are. */
function zoneOf(given) {
  if (given.timezone) return given.timezone;
  const offsets = new Set(times(given).map((text) => /T.*([+-]\d\d:\d\d)$/.exec(text)?.[1] ?? "+00:00"));
  return offsets.size > 1 ? "UTC" : undefined;
}

const times = (value) => {
  if (isTime(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(times) : [];
};

/** The same case with other keys. */
export const derive = ({ id, family, expect }, given) => read({ id, family, given, expect });

/** The rounding that the case states; `scale` is its number of decimals. */
export function roundingOf({ given }, on = given.round_on ?? "line") {
  return { mode: given.rounding ?? "half_up", on, ...(given.scale === undefined ? {} : { digits: given.scale }) };
}

/** The most decimals that the engine cuts a factor to. */
export const FACTOR_DIGITS = 12;

/** The proration that the case states; a finer cut as near as the engine comes to it. */
export function prorationOf({ given }, basis = given.proration_basis ?? given.unit ?? "day") {
  return {
    basis,
    ...(given.factor_digits === undefined ? {} : { factorDigits: Math.min(given.factor_digits, FACTOR_DIGITS), factorRounding: given.factor_rounding ?? "half_up" }),
    ...(given.begun === undefined ? {} : { begun: given.begun }),
  };
}

/** Whether the case ends the subscription: by word, by family, or because only an old price is known. */
export function isCancel(reading) {
  const { given, family, has, asks } = reading;
  if (given.cancel === true || has("cancel_at")) return true;
  // Of a base line and units the units alone may go.
  if (has("tiers", "package_price") && has("new_quantity") && isNothing(given.new_quantity)) return !has("base_price") && !isNothing(given.old_quantity);
  if (has("new_price", "new_daily_price", "components", "new_anchor_day")) return isNothing(given.new_price) && isNothing(given.new_quantity) && has("old_price") && family === "cancel";
  if (["cancel", "refund_split"].includes(family)) return true;
  if (family === "whole_cycle_refund" && has("price", "old_price")) return true;
  // A span that is charged does not end, though it be asked what is credited of it.
  if (has("price") && has("used_start", "used_end") && asks("charge", "charges")) return false;
  if (has("price")) return asks("credit", "credit_tax", "credit_total", "refund", "to_balance", "consumed");
  return has("old_price", "potential_credit", "paid");
}

const isNothing = (value) => value === undefined || Number(value) === 0;
