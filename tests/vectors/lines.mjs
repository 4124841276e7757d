// Answers of cases whose lines exist already.

import { absolute, fraction, sign, subtract, sum, toDecimal, zero } from "./fraction.mjs";
import { documents } from "./documents.mjs";
import { billOf, gross, previewAnswers, run } from "./bill.mjs";
import { invoicesAnswers } from "./purchase.mjs";
import { derive } from "./reading.mjs";

const time = { basis: "day", period: { start: "2025-01-01", end: "2025-02-01" }, interval: "month", at: "2025-01-01" };

/** Makes the documents of a case whose lines exist: each is an item that is added or removed for a whole period. */
export const agreed = (reading) => (more = {}) => documents(reading, { time, bill: billOf(reading), ...more });

/** Existing lines: each is an item that is added or removed for a whole period, or together one that changes. */
export function linesAnswers(reading) {
  const { given } = reading;
  const lines = given.lines.map(fraction);
  const options = { time, bill: billOf(reading) };
  if (given.net_same_item) {
    const price = (list) => ({ price: toDecimal(sum(list.map(absolute))), quantity: 1 });
    const before = price(lines.filter((line) => sign(line) < 0));
    const after = price(lines.filter((line) => sign(line) > 0));
    options.items = [{ kind: "recurring", old: before, new: after }];
    if (sign(fraction(before.price)) === 0) options.items = [{ kind: "recurring", new: after }];
    if (sign(fraction(after.price)) === 0) options.items = [{ kind: "recurring", old: before }];
    const same = (more = {}) => documents(derive(reading, { ...given, lines: undefined }), { ...options, ...more });
    return previewAnswers(reading, run(same()), same);
  }
  const make = agreed(reading);
  const answers = previewAnswers(reading, run(make()), make);
  // Sold anew, beside what is given back, the lines stand at full price with the discounts beside them.
  const anew = derive(reading, { ...given, period: "restart", charge: "full" });
  const sold = lines.some((line) => sign(line) < 0) ? agreed(anew) : (more = {}) => documents(reading, { ...options, purchase: true, ...more });
  const whole = previewAnswers(reading, run(sold()), sold);
  const pick = (...keys) => Object.fromEntries(keys.map((key) => [key, whole[key]]));
  const bill = { ...answers, ...pick("lines", "subtotal", "discount", "discounts", "net", "tax", "total", "due_now", "charge", "charges") };
  return reading.has("next_amount") || given.collect === "next_invoice" ? { ...bill, ...followed(reading, whole) } : bill;
}

/** What is paid of the lines, and of the invoice after them: of that, nothing more is known than its amount. */
function followed(reading, { net, discount }) {
  const { lines: _, net_same_item: __, discount: ___, discounts: ____, ...rest } = reading.given;
  const amount = subtract(fraction(net()), gross(reading) ? fraction(discount()) : zero);
  const bills = invoicesAnswers(derive(reading, { next_amount: "0", ...rest, amount: toDecimal(amount) }));
  const keys = ["due_now", "balance_used", "applied_balance", "balance_after", "next_invoice", "next_balance_used", "next_due", "balance_after_next"];
  return Object.fromEntries(keys.map((key) => [key, bills[key]]));
}
