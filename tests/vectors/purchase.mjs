// Answers of cases that are invoices: something bought, finished amounts, a renewal with lines that were agreed before.

import { Catalog, periods } from "./engine.mjs";
import { absolute, add, fraction, sign, toDecimal } from "./fraction.mjs";
import { documents } from "./documents.mjs";
import { amounts, billOf, invoiceAnswers, memo, previewAnswers, run } from "./bill.mjs";
import { agreed } from "./lines.mjs";
import { derive } from "./reading.mjs";
import { when } from "./when.mjs";

/** Something bought, or a plain invoice: nothing runs before. */
export function purchaseAnswers(reading, options = {}) {
  const { given, has, time: at } = reading;
  // What restarts a period begins with the change.
  const changes = given.period === "restart" ? at("change_at") : undefined;
  const start = at("start") ?? changes ?? at("period_start") ?? at("change_at") ?? at("at");
  const anchor = has("new_anchor_day") ? given.new_anchor_day : at("anchor_date") ?? (has("anchor_day") ? given.anchor_day : undefined);
  const basis = given.proration_basis ?? given.unit ?? "day";
  const from = start ?? "2025-01-01";
  const [{ of: period }] = periods({ anchor: anchor ?? from, interval: reading.newInterval, from, count: 1 });
  const time = { basis, at: from, period };
  if (has("trial_days")) Object.assign(options, { trial: { unit: "day", count: given.trial_days } });
  const make = (more = {}) => documents(reading, { purchase: true, time, anchor, ...options, ...more });
  const scenario = run(make());
  return previewAnswers(reading, scenario, make);
}

/** Two finished invoices, one after the other: a purchase, then another plan from the next renewal on. */
export function invoicesAnswers(reading) {
  const { given, has } = reading;
  const amount = fraction(given.amount ?? given.subtotal ?? 0);
  // A credit is a line of a subscription that goes on.
  const { amount: _, subtotal: __, ...rest } = given;
  const negative = sign(amount) < 0;
  if (given.collect === "next_invoice" && sign(amount) > 0) return waitingAnswers(reading, amount);
  const items = [{ kind: "recurring", new: { price: toDecimal(amount), quantity: 1 } }];
  const make = negative ? agreed(derive(reading, { ...rest, lines: [toDecimal(amount)] })) : (more = {}) => documents(reading, { purchase: true, items, time: when(reading), bill: billOf(reading), ...more });
  const scenario = run(make());
  const answers = previewAnswers(reading, scenario, make);
  if (!has("next_amount")) return answers;
  const following = memo(() => nextInvoice(reading, scenario));
  return {
    ...answers,
    next_invoice: () => following().total,
    next_balance_used: () => following().balanceUsed,
    next_due: () => following().amount,
    balance_after_next: () => following().balanceAfter,
  };
}

/** An amount that waits for the next invoice: nothing now, then both as one. */
function waitingAnswers(reading, amount) {
  const { amount: _, subtotal: __, collect: ___, next_amount: next = "0", ...rest } = reading.given;
  const { lines, credit, charge, net, tax, total, subtotal, discount, discounts } = invoicesAnswers(derive(reading, { ...rest, amount: toDecimal(amount) }));
  const bills = invoicesAnswers(derive(reading, { ...rest, amount: "0", next_amount: toDecimal(add(amount, fraction(next))) }));
  return { ...bills, lines, credit, charge, net, tax, total, subtotal, discount, discounts };
}

function nextInvoice(reading, scenario) {
  const amount = toDecimal(fraction(reading.given.next_amount));
  const catalog = new Catalog({
    ...scenario.catalog,
    plans: [...scenario.catalog.plans, { id: "next", name: "next", prices: [{ interval: "month", amount }] }],
    policy: { ...scenario.catalog.policy, effective: ["now", "period_end"] },
  });
  const checkout = catalog.checkout(scenario.subscription);
  const held = catalog.checkout(checkout.apply(checkout.preview(scenario.change)));
  return held.schedule({ at: scenario.time.at, plan: "next", interval: "month", effective: "period_end" }, 1)[0];
}

/** An invoice of a price with lines that were agreed before it. */
export function renewalAnswers(reading) {
  const { given } = reading;
  const time = when(reading);
  const items = [{ kind: "recurring", old: { price: toDecimal(fraction(given.price ?? 0)), quantity: Number(given.quantity ?? 1) } }];
  const made = documents(reading, { only: "old", items, time, bill: () => given.price });
  const subscription = {
    ...made.subscription,
    deferred: given.proration_lines.map((line) => ({ kind: "difference", plan: "old", amount: toDecimal(line), quantity: 1, unitAmount: toDecimal(absolute(fraction(line))) })),
  };
  const checkout = new Catalog(made.catalog).checkout(subscription);
  const [invoice] = checkout.schedule({ at: time.period.start }, 1);
  return {
    ...invoiceAnswers(reading, invoice, made.catalog.discounts),
    proration_lines: () => amounts(invoice.lines.filter((line) => line.because.kind === "deferred" && sign(fraction(line.amount)) !== 0)),
  };
}
