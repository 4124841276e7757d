// Random catalogs, subscriptions and changes, with the edges hit often.

import { readFileSync } from "node:fs";
import { fraction, decimal, sum } from "./fraction.mjs";
import { digitsOf } from "./money.mjs";
import { instant, interval, openPeriod, after } from "./calendar.mjs";
import { items, readCatalog } from "./catalog.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../../www/catalogs/${name}.json`, import.meta.url), "utf8"));
const SEEDS = ["make", "nitro", "anaconda"].map(read);

const clean = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
const QUARTER = { unit: "month", count: 3 };

// Catalogs ------------------------------------------------------------------------------------

const AMOUNTS = {
  2: ["0.01", "0.05", "1.25", "3.33", "9.99", "10.00", "10.00", "19.99", "20.00", "33.33", "49.50", "100.00", "113.85", "999.95", "1200.00"],
  0: ["1", "7", "100", "999", "1000", "1001", "3333", "12000"],
  3: ["0.001", "0.125", "1.000", "3.333", "9.995", "10.000", "29.950", "120.500"],
};
const ALLOWANCES = [1, 3, 7, 100, 1000, 1500, 10000, 150000];

function randomCatalog(r) {
  const preset = r.chance(0.3) ? "make" : "stripe";
  const currency = r.pick(["USD", "USD", "USD", "EUR", "JPY", "KWD"]);
  const amount = () => r.pick(AMOUNTS[digitsOf(currency)]);
  const metered = preset === "make" ? r.chance(0.9) : r.chance(0.4);
  const plans = [];
  if (r.chance(0.5)) plans.push({ id: "free", name: "Free", teams: r.chance(0.4) ? 1 : undefined, prices: [clean({ interval: "month", amount: "0", operations: metered && r.chance(0.7) ? r.pick([10, 100]) : undefined })] });
  const names = ["a", "b", "c"].slice(0, 1 + r.below(3));
  for (const id of names) plans.push(randomPlan(r, id, { metered, preset, amount, currency }));
  const addOns = r.chance(0.4);
  // Add-ons of another interval than the price's are rarer than those of the same.
  const oneInterval = addOns && r.chance(0.85);
  if (oneInterval) for (const plan of plans) plan.prices = plan.prices.filter((price) => price.interval === "month").length ? plan.prices.filter((price) => price.interval === "month") : plan.prices.map((price) => { const { resets, ...rest } = price; return { ...rest, interval: "month" }; });
  return clean({
    currency,
    policy: randomPolicy(r, preset, amount),
    graceDays: r.chance(0.4) ? r.pick([0, 3, 5]) : undefined,
    plans: plans.map(clean),
    addOns: addOns ? r.some([
      { id: "x", name: "X", amount: amount(), interval: "month" },
      { id: "y", name: "Y", amount: amount(), interval: "month", per: "seat" },
      { id: "z", name: "Z", amount: amount(), interval: "year" },
      { id: "once", name: "Once", amount: amount(), interval: "once" },
      { id: "usage", name: "Usage", amount: amount(), interval: "metered" },
    ].filter((one) => !oneInterval || one.id !== "z"), 0.5) : undefined,
    discounts: r.chance(0.5) ? r.some([
      { id: "ten", percent: "10" }, { id: "third", percent: "33.3" }, { id: "all", percent: "100" }, { id: "fix", amount: amount() }, { id: "cents", amount: amount() },
      { id: "only", percent: "50", plans: [r.pick(names)] }, { id: "twice", percent: "20", periods: r.pick([1, 2, 3]) }, { id: "until", percent: "25", until: r.pick(["2026-03-01", "2024-03-01", "2027-01-31"]) },
    ], 0.5) : undefined,
  });
}

function randomPlan(r, id, { metered, preset, amount, currency }) {
  const seats = !metered && r.chance(0.5);
  const intervals = r.pick([["month"], ["month", "year"], ["month", "year"], ["month", "year", QUARTER], ["year"]]);
  const prices = intervals.flatMap((step) => {
    const tiers = metered ? new Set([r.pick(ALLOWANCES), ...r.some(ALLOWANCES, 0.2)]) : [undefined];
    return [...tiers].map((operations) => clean({
      interval: step, amount: amount(), operations, per: seats ? "seat" : undefined,
      resets: operations !== undefined && step === "year" && r.chance(0.5) ? "month" : undefined,
    }));
  });
  if (seats && r.chance(0.25)) {
    for (const price of prices) {
      delete price.per;
      const mode = r.pick(["graduated", "volume", "package"]);
      price.tiers = { mode, ...(mode === "package" && { packageSize: r.pick([1, 2, 5]), ...(r.chance(0.5) && { free: r.pick([1, 3]) }) }), bands: [{ to: r.pick([1, 3, 5]), unitAmount: amount(), flatAmount: r.chance(0.4) ? amount() : undefined }, { to: null, unitAmount: amount() }].map(clean) };
    }
  }
  // By the seat for one interval only, and no range stated.
  const mixed = seats && prices.length > 1 && r.chance(0.2);
  if (mixed) { delete prices[0].per; delete prices[0].tiers; }
  return clean({
    id, name: id.toUpperCase(), prices,
    onSale: r.chance(0.04) ? false : undefined,
    teams: r.chance(0.25) ? r.pick([1, 2]) : undefined,
    seats: seats && !mixed ? clean({ min: r.chance(0.5) ? r.pick([1, 2, 5]) : undefined, max: r.chance(0.3) ? r.pick([5, 20]) : undefined, included: r.chance(0.3) ? r.pick([1, 3]) : undefined }) : undefined,
    trial: preset === "stripe" && r.chance(0.15) ? r.pick([{ unit: "day", count: 14 }, { unit: "day", count: 30 }, "month"]) : undefined,
    extraOperations: metered && r.chance(0.6) ? clean({ bundle: r.pick([1, 10, 1000]), surcharge: r.pick([undefined, "25", "30", "12.5"]), maxPerPeriod: r.pick([undefined, "allowance", 500, 20000]) }) : undefined,
  });
}

function randomPolicy(r, preset, amount) {
  if (r.chance(0.3)) return preset === "stripe" && r.chance(0.7) ? { preset, collect: "now" } : preset;
  const policy = { preset };
  if (preset === "stripe") {
    if (r.chance(0.6)) policy.collect = r.pick(["now", "next_invoice"]);
    if (r.chance(0.15)) policy.upgrade = { effective: r.pick([["now", "period_end"], "period_end"]) };
    if (r.chance(0.2)) policy.downgrade = { effective: r.pick(["now", "period_end", ["period_end", "now"]]) };
    if (r.chance(0.3)) policy.cancel = { effective: r.pick(["now", "period_end", ["now", "period_end"]]) };
    if (r.chance(0.15)) policy.period = r.pick(["keep", "restart", ["restart", "keep"]]);
    if (r.chance(0.25)) policy.unusedOperations = r.pick(["credit", "transfer", "forfeit"]);
    if (r.chance(0.1)) policy.unusedTime = r.pick(["none", "forfeit"]);
    if (r.chance(0.1)) policy.seatsRemoved = { effective: "period_end" };
    if (r.chance(0.1)) policy.credit = { base: "list" };
    if (r.chance(0.25)) policy.credit = { ...policy.credit, cap: r.pick(["bill", "total", "none"]), excess: r.pick(["forfeit", "balance", "refund"]) };
  }
  if (r.chance(0.25)) policy.rounding = { mode: r.pick(["half_even", "down", "up", "half_up"]), ...(r.chance(0.4) && { on: "net" }) };
  if (r.chance(0.1)) policy.minimumCharge = amount();
  if (r.chance(0.2)) policy.acknowledge = r.some(["downgrade", "forfeit", "billing", "cancel"], 0.6);
  return policy;
}

// Time ----------------------------------------------------------------------------------------

const DATES = ["2024-01-31", "2024-02-29", "2023-03-01", "2023-12-31", "2026-01-01", "2026-01-31", "2026-02-28", "2026-03-01", "2026-03-15", "2026-03-31", "2026-04-30", "2027-02-28", "2028-02-29"];
/** The same date on a clock elsewhere. */
const there = (date, offset) => { const { ms } = instant(date); return text({ ms: ms - offset * 60_000, offset }); };
const OFFSETS = [120, -300, 330, 765, -570];
const text = ({ ms, offset }) => {
  const [date, time] = new Date(ms + offset * 60_000).toISOString().slice(0, 19).split("T");
  if (!offset) return time === "00:00:00" ? date : `${date}T${time}Z`;
  const minutes = Math.abs(offset);
  return `${date}T${time}${offset < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};

function within(r, { start, end }) {
  const span = (end.ms - start.ms) / 1000;
  const day = 86400;
  const at = r.pick([0, span, Math.floor(span / 2), r.below(span + 1), Math.min(span, r.below(Math.ceil(span / day)) * day), Math.min(span, r.below(Math.ceil(span / day)) * day), Math.max(0, span - 1), Math.min(span, 1)]);
  return { ms: start.ms + at * 1000, offset: r.chance(0.8) ? start.offset : 0 };
}

// Subscriptions -------------------------------------------------------------------------------

function customer(r, document) {
  const discounts = document.discounts ?? [];
  const digits = digitsOf(document.currency);
  const held = r.chance(0.5) ? r.shuffle(discounts).slice(0, r.below(4)) : [];
  return clean({
    taxes: r.chance(0.35) ? r.some([{ id: "vat", name: "VAT", rate: r.pick(["20", "7.7", "8.875"]) }, { id: "gst", name: "GST", rate: "5", inclusive: r.chance(0.5) ? true : undefined }, { id: "in", name: "In", rate: "19", inclusive: true }].map(clean), 0.5) : undefined,
    discounts: held.length ? held.map((one) => one.id) : undefined,
    balance: r.chance(0.3) ? r.pick(AMOUNTS[digits]) : undefined,
    members: r.chance(0.3) ? 1 + r.below(9) : undefined,
    teams: r.chance(0.3) ? r.pick([1, 3, [{ id: "t1", name: "T1" }, { id: "t2", name: "T2" }]]) : undefined,
    individualSubscription: r.chance(0.1) ? true : undefined,
  });
}

function someAddOns(r, document) {
  const list = (document.addOns ?? []).filter(() => r.chance(0.5)).map((one) => ({ id: one.id, quantity: 1 + r.below(3) }));
  return list.length ? list : undefined;
}

function seatCount(r, plan) {
  const min = plan.seats?.min ?? 1, max = plan.seats?.max ?? 12;
  return min + r.below(Math.max(1, max - min + 1));
}
const seated = (plan, price) => price.per === "seat" || price.tiers || plan.seats;

function randomSubscription(r, document, catalog) {
  const plan = r.pick(document.plans), price = r.pick(plan.prices);
  const start = instant(r.pick(DATES)), step = interval(price.interval);
  // The same clock on the wall, elsewhere.
  if (r.chance(0.15)) Object.assign(start, instant(there(text(start), r.pick(OFFSETS))));
  if (r.chance(0.2)) start.ms += r.below(86400) * 1000;
  const onTrial = plan.trial && r.chance(0.5);
  const anchor = !onTrial && catalog.policy.cycle === "calendar" && r.chance(0.15) ? r.pick([1, 5, 15, 28, 30, 31]) : undefined;
  const period = onTrial ? { start, end: after(start, interval(plan.trial), catalog.policy.cycle) } : openPeriod(start, step, anchor ?? start, catalog.policy.cycle);
  const who = customer(r, document);
  const allowance = price.operations;
  const extra = plan.extraOperations && allowance && r.chance(0.3) ? plan.extraOperations.bundle * r.pick([1, 3]) : undefined;
  const sub = clean({
    ...who, plan: plan.id, interval: price.interval, operations: allowance,
    // Now and then fewer than the plan is sold with by now.
    seats: seated(plan, price) ? (r.chance(0.05) ? 1 : seatCount(r, plan)) : undefined,
    addOns: someAddOns(r, document),
    status: onTrial ? "trial" : undefined, trialEnd: onTrial ? text(period.end) : undefined,
    period: { start: text(period.start), end: text(period.end) }, anchor,
    unusedOperations: allowance === undefined ? undefined : r.pick([0, allowance, Math.floor(allowance / 2), allowance + (extra ?? 0), Math.floor(allowance * 1.07) + 1, r.below(allowance + 1)]),
    extraOperations: extra,
  });
  if (!onTrial && r.chance(0.6)) sub.paid = randomPaid(r, catalog, sub, plan, price, period);
  return sub;
}

function randomPaid(r, catalog, sub, plan, price, period) {
  const found = catalog.plans.find((one) => one.id === plan.id);
  const list = items(catalog, { plan: found, price: found.prices[plan.prices.indexOf(price)], seats: sub.seats, addOns: sub.addOns ?? [] });
  const listed = catalog.money.round(sum(list.map((item) => item.amount)));
  const { digits } = catalog.money;
  const amount = r.chance(0.7) ? listed : catalog.money.round(listed.times(fraction(r.pick(["0.5", "0.9", "0", "0.333"]))));
  const span = { start: text(period.start), end: text(period.end) };
  const shown = decimal(amount, digits);
  if (r.chance(0.15)) {
    const cut = within(r, period), middle = text(cut);
    if (cut.ms !== period.start.ms && cut.ms !== period.end.ms) {
      const half = catalog.money.round(amount.times(fraction("0.5")));
      return [{ start: span.start, end: middle, amount: decimal(half, digits) }, { start: middle, end: span.end, amount: decimal(amount.minus(half), digits) }];
    }
  }
  return [clean({ ...span, amount: shown, credited: r.chance(0.1) ? decimal(catalog.money.round(amount.times(fraction("0.6"))), digits) : undefined, received: r.chance(0.1) ? decimal(catalog.money.round(amount.times(fraction(r.pick(["0.5", "1.2"])))), digits) : undefined })];
}

// Changes -------------------------------------------------------------------------------------

export function randomChange(r, document, current) {
  const at = current.period ? text(r.chance(0.02) ? { ...current.period.end, ms: current.period.end.ms + 86400000 } : within(r, current.period)) : r.pick(DATES);
  const change = { at };
  const kind = current.plan ? r.pick(["plan", "plan", "plan", "plan", "price", "price", "seats", "seats", "addOns", "cancel", "discounts", "anchor", "extra", "extra", "renew", "renew", "withdraw", "nothing"]) : "plan";
  const plan = r.pick(document.plans), price = r.pick(plan.prices);
  const own = document.plans.find((one) => one.id === current.plan?.id);
  const toward = (target, chosen) => {
    if (r.chance(0.85) || !current.plan) change.interval = chosen.interval;
    if (chosen.operations !== undefined && (r.chance(0.85) || !current.plan)) { change.operations = chosen.operations; change.interval = chosen.interval; }
    if (seated(target, chosen) && r.chance(0.3)) change.seats = r.chance(0.05) ? 0 + (target.seats?.min ?? 1) + 30 : seatCount(r, target);
    if (r.chance(0.1)) change.addOns = someAddOns(r, document) ?? [];
  };
  if (kind === "plan") { change.plan = plan.id; toward(plan, price); }
  if (kind === "price") toward(own, r.pick(own.prices));
  if (kind === "seats") change.seats = seatCount(r, own);
  if (kind === "addOns") change.addOns = someAddOns(r, document) ?? [];
  if (kind === "cancel") change.cancel = true;
  if (kind === "discounts" || r.chance(0.05)) { if (kind !== "cancel" && kind !== "extra" && kind !== "withdraw") change.discounts = r.shuffle(document.discounts ?? []).slice(0, r.below(3)).map((one) => one.id); }
  if (kind === "anchor") change.anchor = r.chance(0.7) ? r.pick([1, 5, 15, 29, 30, 31]) : there(r.pick(DATES), current.period?.start.offset ?? 0);
  if (kind === "extra") { const rule = own.extraOperations; change.extraOperations = (rule?.bundle ?? 10) * (1 + r.below(4)) + (r.chance(0.05) ? 1 : 0); }
  if (kind === "renew") {
    change.renew = true;
    change.at = text(r.chance(0.9) ? { ...current.period.end, ms: current.period.end.ms + r.pick([0, 0, 0, 86400000 * 3, 3600000]) } : within(r, current.period));
    if (r.chance(0.2)) { change.plan = plan.id; toward(plan, price); }
  }
  if (kind === "withdraw") change.withdraw = true;
  if (["plan", "price", "seats", "cancel", "anchor"].includes(kind) && current.plan) {
    if (r.chance(0.25)) change.effective = r.pick(["now", "period_end", "period_end"]);
    if (!["cancel", "anchor"].includes(kind) && r.chance(0.2)) change.period = r.pick(["keep", "restart"]);
  }
  if (r.chance(0.15)) change.answers = { acknowledged: r.some(["downgrade", "forfeit", "billing", "cancel"], 0.6), ...(current.members > 1 && r.chance(0.5) ? { removeMembers: 1 + r.below(current.members - 1) } : {}), ...(Array.isArray(current.teams) && r.chance(0.5) ? { keepTeams: [current.teams[0].id] } : {}) };
  return change;
}

// A start -------------------------------------------------------------------------------------

export function randomStart(r) {
  const document = r.chance(0.25) ? r.pick(SEEDS) : randomCatalog(r);
  const catalog = readCatalog(document);
  const subscription = r.chance(0.12) ? customer(r, document) : randomSubscription(r, document, catalog);
  return { document, subscription };
}
