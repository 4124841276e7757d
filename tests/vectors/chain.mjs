// Answers of cases with several changes of one subscription.

import { fraction, multiply, subtract, sum, toDecimal } from "./fraction.mjs";
import { instant, later, stamp } from "./clock.mjs";
import { documents, priceFields } from "./documents.mjs";
import { billOf, memo, previewAnswers, run } from "./bill.mjs";
import { derive } from "./reading.mjs";
import { when } from "./when.mjs";

const JOINED = ["lines", "proration_lines", "credits", "charges"];
const ADDED = [
  "credit", "charge", "net", "subtotal", "discount", "tax", "total", "credit_tax", "credit_total", "credit_applied", "refund", "to_balance",
  "balance_used", "applied_balance", "due_now",
];

/** Several changes of one subscription: each is previewed, and applied before the next. What follows is what follows the last. */
export function chainAnswers(reading) {
  const { given } = reading;
  const steps = memo(() => stepsOf(reading));
  const last = () => steps().at(-1);
  const each = (key) => steps().map((step) => step[key]());
  const added = (key) => sum(each(key));
  return {
    ...Object.fromEntries(Object.keys(last()).map((key) => [key, () => last()[key]()])),
    ...Object.fromEntries(JOINED.map((key) => [key, () => each(key).flat()])),
    ...Object.fromEntries(ADDED.map((key) => [key, () => added(key)])),
    nets: () => each("net"),
    totals: () => Object.fromEntries(["line", "net"].map((on) => [on, sum(each("totals").map((totals) => totals[on]))])),
    current_invoice: () => steps()[0].current_invoice(),
    period_total: () => {
      const [first] = steps();
      return sum([subtract(first.period_total(), sum(first.lines())), ...each("lines").flat()]);
    },
  };
}

/** The answers of each change, on the subscription that the one before left. */
function stepsOf(reading) {
  const { given } = reading;
  const { instants, ...time } = instantsOf(reading);
  const quantity = Number(given.quantity ?? given.new_quantity ?? given.old_quantity ?? 1);
  const { prices, changes_at: _, remaining_fractions: __, minimum_charge: least, ...rest } = given;
  const changes = instants.map((at, index) => {
    const step = derive(reading, { ...rest, old_price: prices[index], new_price: prices[index + 1], old_quantity: quantity, new_quantity: quantity });
    return { step, make: (more = {}) => documents(step, { time: { ...time, at }, bill: billOf(step), ...more }) };
  });
  const first = changes[0].make();
  const inSeats = quantity !== 1 || prices.some((price) => priceFields(price, reading.currency).tiers);
  const plans = prices.map((price, index) => ({ id: `plan-${index}`, name: `plan-${index}`, prices: [{ interval: first.subscription.interval, ...priceFields(price, reading.currency, inSeats) }] }));
  const catalog = { ...first.catalog, plans };
  let subscription = { ...first.subscription, plan: "plan-0", ...(inSeats ? { seats: quantity } : {}) };
  return changes.map(({ step, make }, index) => {
    const change = { at: instants[index], plan: `plan-${index + 1}`, ...(first.change.discounts ? { discounts: first.change.discounts } : {}) };
    const scenario = run({ catalog, subscription, change, time: { ...time, at: instants[index] } });
    const before = subscription;
    subscription = scenario.checkout.apply(scenario.preview);
    const answers = previewAnswers(step, scenario, make);
    if (least === undefined) return answers;
    // What may be refused is computed all the same; the refusal is that of the same bill with a least charge.
    const strict = { ...catalog, policy: { ...catalog.policy, minimumCharge: toDecimal(least) } };
    return { ...answers, due_now: () => run({ catalog: strict, subscription: before, change }).preview.dueNow };
  });
}

function instantsOf(reading) {
  const { given, has } = reading;
  if (!has("remaining_fractions")) {
    const instants = [given.changes_at ?? given.change_at].flat().map((text) => stamp(text, reading.zone));
    return { ...when(derive(reading, { ...given, change_at: [given.changes_at ?? given.change_at].flat()[0] })), instants };
  }
  const parts = given.remaining_fractions.map(fraction);
  // One period in which every part is a whole number of days, or of milliseconds.
  const common = parts.reduce((known, part) => known * fraction(`${known}/${part.d}`).d, 1n);
  const time = when(derive(reading, { ...given, remaining_fraction: `1/${common}` }));
  const length = instant(time.period.end) - instant(time.period.start);
  const instants = parts.map((part) => later(time.period.end, -Number(multiply(part, fraction(length)).n)));
  return { ...time, instants };
}
