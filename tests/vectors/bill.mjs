// Bills read off: what a preview, or an invoice that follows it, says of the keys of a case.

import { Catalog, prorate } from "./engine.mjs";
import { absolute, add, compare, divide, equal, fraction, multiply, negate, sign, subtract, sum, toDecimal, zero } from "./fraction.mjs";
import { nextDay, previousDay } from "./clock.mjs";
import { discountsOf, documents, finelyCut, isFine, itemsOf, rounded } from "./documents.mjs";
import { agreed } from "./lines.mjs";
import { prorationOf, read } from "./reading.mjs";
import { spanOf } from "./when.mjs";

const SERVICE = new Set(["discount", "tax", "rounding"]);
export const memo = (compute) => {
  let known;
  return () => (known ??= { value: compute() }).value;
};

/** A preview with what led to it. */
export function run({ catalog, subscription, change, time }) {
  const checkout = new Catalog(catalog).checkout(subscription);
  const preview = memo(() => checkout.preview(change));
  const invoices = new Map();
  return {
    time, catalog, subscription, change, checkout,
    get preview() { return preview(); },
    schedule(count) {
      if (!invoices.has(count)) invoices.set(count, checkout.schedule(change, count));
      return invoices.get(count);
    },
  };
}

/** What a full period of the old items is billed, net of discount: read off a purchase of them. */
export function billOf(reading) {
  return () => {
    const items = itemsOf(reading).filter((item) => item.old && item.kind === "recurring").map((item) => ({ kind: item.kind, new: item.old }));
    const bought = documents(reading, { purchase: true, items, taxes: false, minimum: false, interval: reading.oldInterval });
    // What was billed came with the discounts of then.
    bought.change.discounts = discountsOf(reading).before;
    delete bought.subscription.balance;
    return run(bought).preview.total;
  };
}

/** What is bought or given up is a step as well, up or down. */
export const directionOf = ({ direction }) => ({ new: "upgrade", cancel: "downgrade" })[direction] ?? direction;

const isCredit = (line) => sign(fraction(line.amount)) < 0;
export const amounts = (lines) => lines.map((line) => line.amount);
const included = (lines) => sum(lines.filter((line) => line.kind === "tax" && line.included !== undefined).map((line) => line.included));
const factorOf = (line) => line.because.factor ?? line.because.paid?.[0]?.factor;
const factorText = ({ remaining, total, cut }) => cut ?? `${remaining}/${total}`;

/** Lines as a case counts them: prices and credits, without those of amount 0. */
export const shown = (lines) => lines.filter((line) => !SERVICE.has(line.kind) && sign(fraction(line.amount)) !== 0);

/** The lines with what the discounts take off the full-period prices: of each its part, in the smallest units by largest remainder. */
function withDiscounts({ lines, discount }, scale) {
  const full = lines.filter((line) => line.because.kind === "full_period" && sign(fraction(line.amount)) > 0);
  const off = fraction(discount);
  if (off.n === 0n || full.length === 0) return lines;
  const whole = sum(amounts(full));
  const unit = 10n ** BigInt(scale ?? (discount.split(".")[1] ?? "").length);
  const shares = full.map((line) => {
    const exact = multiply(divide(multiply(off, fraction(line.amount)), whole), fraction(unit));
    return { line, units: exact.n / exact.d, rest: subtract(exact, fraction(exact.n / exact.d)) };
  });
  let left = multiply(off, fraction(unit)).n - shares.reduce((total, { units }) => total + units, 0n);
  for (const share of [...shares].sort((a, b) => compare(b.rest, a.rest))) if (left > 0n) { share.units += 1n; left -= 1n; }
  const parts = new Map(shares.map(({ line, units }) => [line, divide(fraction(units), fraction(unit))]));
  return lines.map((line) => (parts.has(line) ? { ...line, amount: toDecimal(subtract(fraction(line.amount), parts.get(line))) } : line));
}

/** What bills say alike: a preview, or an invoice of a schedule. `gross`: discounts are asked for beside the prices. */
export function billed(bill, { gross, discounts, scale }) {
  const lines = shown(gross ? bill.lines : withDiscounts(bill, scale));
  const carved = included(bill.lines);
  return {
    lines: () => amounts(lines),
    credits: () => amounts(lines.filter(isCredit)).map((amount) => absolute(fraction(amount))),
    charges: () => amounts(lines.filter((line) => !isCredit(line))),
    credit: () => negate(sum(amounts(lines.filter(isCredit)))),
    charge: () => sum(amounts(lines.filter((line) => !isCredit(line)))),
    proration_lines: () => amounts(lines.filter((line) => line.because.kind !== "full_period")),
    subtotal: () => bill.subtotal,
    discount: () => bill.discount,
    discounts: () => discounts.map(({ id }) => negate(sum(amounts(bill.lines.filter((line) => line.kind === "discount" && line.because.id === id))))),
    net: () => subtract(subtract(subtract(fraction(bill.total), fraction(bill.tax)), carved), gross ? negate(fraction(bill.discount)) : zero),
    tax: () => add(fraction(bill.tax), carved),
    total: () => bill.total,
    balance_used: () => bill.balanceUsed,
    applied_balance: () => negate(fraction(bill.balanceUsed)),
    balance_after: () => bill.balanceAfter,
    line_quantity: () => (lines.find((line) => !isCredit(line)) ?? lines[0])?.quantity ?? null,
  };
}

export const gross = ({ asks }) => asks("discount", "discounts", "subtotal");

/** Answers of an invoice: of a schedule, or of lines that were agreed before. */
export function invoiceAnswers(reading, invoice, discounts = []) {
  return { ...billed(invoice, { gross: gross(reading), discounts, scale: reading.given.scale }), due_now: () => invoice.amount, next_invoice: () => invoice.total, next_due: () => invoice.amount, next_balance_used: () => invoice.balanceUsed, balance_after_next: () => invoice.balanceAfter };
}

/** A credit on a bill of its own, with the rounding, the taxes and the excess of the case. */
function creditAlone({ id, family, given, expect }, credit) {
  const kept = ["currency", "scale", "rounding", "round_on", "tax_rate_percent", "tax_mode", "excess"];
  const rest = Object.fromEntries(kept.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]));
  return agreed(read({ id, family, expect, given: { ...rest, lines: [toDecimal(negate(credit))] } }))();
}

/** The answers of a preview by key. `make` builds the documents with other options, for what one preview does not show alone. */
export function previewAnswers(reading, confirmed, make) {
  const { given, asks, has } = reading;
  // What may be refused at the end is computed all the same.
  const scenario = has("minimum_charge") ? run(make({ minimum: false })) : confirmed;
  const { time } = scenario;
  const view = memo(() => billed(scenario.preview, { gross: gross(reading), discounts: scenario.catalog.discounts ?? [], scale: given.scale }));
  const lines = () => shown(scenario.preview.lines);
  const charged = () => lines().filter((line) => !isCredit(line));
  const credited = () => lines().filter(isCredit);
  /** A sum of lines; where only the result is rounded, it is that of the exact amounts. */
  const once = (total, parts) => {
    if (given.round_on !== "net") return total;
    const rest = sum(parts.map((line) => subtract(fraction(line.because.exact ?? line.amount), fraction(line.amount))));
    return rounded(add(total, rest), reading);
  };
  const priced = () => (charged()[0] ?? credited()[0])?.period;
  const next = () => scenario.schedule(1)[0] ?? null;
  const following = (count) => scenario.schedule(count).map((invoice) => invoice.at);
  // The credit alone: with a charge beside it, tax and refund are those of the bill.
  const alone = memo(() => {
    if (scenario.change.cancel) return scenario;
    const ended = run(make({ only: "old" }));
    const credit = view().credit();
    // Where more ends with it, or nothing does, the credit is a line by itself.
    return ended.change.cancel && equal(credit, billed(ended.preview, { gross: false, discounts: [] }).credit()) ? ended : run(creditAlone(reading, credit));
  });
  /** A full period of what is sold before or after the change, as a bill of its own. */
  const whole = (side) => {
    const items = itemsOf(reading).filter((item) => side === "old" || item.kind === "recurring").map((item) => ({ kind: item.kind, new: item[side] }));
    const bought = documents(reading, { purchase: true, items, at: time.period.start, minimum: false, interval: reading.oldInterval });
    delete bought.subscription.balance;
    return run(bought).preview;
  };
  const old = memo(() => whole("old"));
  const oldPrice = () => subtract(fraction(old().total), fraction(old().tax));
  const left = (basis) => prorate({ amount: "1", currency: reading.currency, period: time.period, from: time.at, proration: prorationOf(reading, basis) });
  const daysOf = (factor) => (factor.unit === "day" ? factor : left("day")).remaining;
  const firstFactor = () => {
    for (const line of scenario.preview.lines) if (factorOf(line)) return factorOf(line);
    const { from, to } = spanOf(reading);
    const { remaining, total, unit, factor } = prorate({ amount: "1", currency: reading.currency, period: time.period, from: from ?? time.at, to: to ?? time.period.end, proration: prorationOf(reading, time.basis) });
    return { remaining, total, unit, ...(factor.includes("/") ? {} : { cut: factor }) };
  };

  return {
    ...Object.fromEntries(Object.keys(billed({ lines: [], discount: 0, total: 0, tax: 0 }, { discounts: [] })).map((key) => [key, () => view()[key]()])),
    credit: () => scenario.preview.extension?.credit ?? negate(fraction(once(negate(view().credit()), credited()))),
    charge: () => once(view().charge(), charged()),
    net: () => {
      // Where only the result is rounded, each result is rounded by itself: the net is that of the same bill without tax.
      if (given.round_on !== "net" || !has("tax_rate_percent")) return view().net();
      const untaxed = run(make({ taxes: false, ...(has("minimum_charge") ? { minimum: false } : {}) }));
      return billed(untaxed.preview, { gross: gross(reading), discounts: [], scale: given.scale }).net();
    },
    // Also of a charge that is nothing as it is rounded.
    charge_exact: () => sum(scenario.preview.lines.filter((line) => !SERVICE.has(line.kind) && !isCredit(line)).map((line) => line.because.exact ?? line.amount)),
    totals: () => Object.fromEntries(["line", "net"].map((on) => [on, run(make({ roundOn: on, minimum: false })).preview.total])),
    credit_tax: () => {
      const { preview } = alone();
      return absolute(add(fraction(preview.tax), included(preview.lines)));
    },
    credit_total: () => absolute(fraction(alone().preview.total)),
    refund: () => alone().preview.refund,
    to_balance: () => alone().preview.toBalance,
    consumed: () => subtract(oldPrice(), negate(sum(amounts(shown(alone().preview.lines))))),
    due_now: () => confirmed.preview.dueNow,
    credit_applied: () => {
      const credit = negate(sum(amounts(credited())));
      if (!has("tax_rate_percent")) return subtract(credit, sum([scenario.preview.toBalance, scenario.preview.refund, scenario.preview.forfeited]));
      // With tax, what is beyond the bill holds some: before it, that is the net.
      const net = fraction(view().net());
      return sign(net) < 0 ? add(credit, net) : credit;
    },
    balance_after_next: () => next()?.balanceAfter ?? scenario.preview.balanceAfter,
    current_invoice: () => old().total,
    next_invoice: () => next()?.total ?? null,
    next_base: () => {
      const invoice = next();
      return invoice && sum(amounts(invoice.lines.filter((line) => !SERVICE.has(line.kind) && line.because.kind !== "deferred")));
    },
    next_balance_used: () => next()?.balanceUsed ?? null,
    next_due: () => next()?.amount ?? null,
    next_quantity: () => {
      const invoice = next();
      if (!invoice) return null;
      const sold = invoice.lines.filter((line) => line.kind === "charge" || line.kind === "add_on");
      return (has("base_price") ? sold.at(-1) : sold[0])?.quantity;
    },
    period_total: () => add(oldPrice(), sum(amounts(lines()))),
    fraction: () => {
      const known = firstFactor();
      return isFine(reading) ? finelyCut(`${known.remaining}/${known.total}`, reading) : factorText(known);
    },
    // What is worth nothing buys no days.
    days: () => scenario.preview.extension?.days ?? (given.unused_time === "extend" ? 0 : daysOf(firstFactor())),
    days_exact: () => scenario.preview.extension?.exact ?? "0",
    months_counted: () => {
      const known = firstFactor();
      const { total, remaining } = known.unit === "month" ? known : left("month");
      return total - remaining;
    },
    next_billing_date: () => following(1)[0] ?? null,
    following_billing_date: () => following(2)[1] ?? null,
    billing_dates: () => following(given.count),
    period_start_after: () => scenario.preview.period.start,
    period_end_after: () => scenario.preview.period.end,
    effective_date: () => scenario.preview.effectiveAt,
    prorated_from: () => {
      if (has("used_start", "used_end")) return spanOf(reading).from;
      const start = priced()?.start;
      if (!start) return null;
      return given.change_day === "used" && start === time.at ? nextDay(start) : start;
    },
    prorated_through: () => {
      const end = has("used_start", "used_end") ? spanOf(reading).to : priced()?.end;
      if (!end) return null;
      return time.basis === "day_inclusive" ? end : previousDay(end);
    },
    direction: () => directionOf(scenario.preview),
    days_in_period: () => prorate({ amount: "1", currency: reading.currency, period: time.period, proration: { basis: given.proration_basis === "day_inclusive" ? "day_inclusive" : "day" } }).total,
    ...(has("full_periods") ? { total: () => add(fraction(scenario.preview.total), multiply(fraction(given.full_periods), fraction(whole("new").total))) } : {}),
    ...(asks("line_discounts", "after") ? lineDiscounts(reading, scenario) : {}),
  };
}

/** What a discount leaves of each line, and takes off it; a line that it takes wholly is not shown. */
function lineDiscounts(reading, scenario) {
  const left = () => reading.given.lines.map((_, index) => {
    const line = scenario.preview.lines.find(({ kind, addOn }) => !SERVICE.has(kind) && addOn?.startsWith(`item-${index + 1}-`));
    return line?.amount ?? "0";
  });
  return {
    after: left,
    line_discounts: () => left().map((amount, index) => absolute(subtract(fraction(reading.given.lines[index]), fraction(amount)))),
  };
}
