// Answers of cases with several changes of one subscription.

import { Catalog } from "./engine.mjs";
import { fraction, multiply, sum, toDecimal } from "./fraction.mjs";
import { instant, later, stamp } from "./clock.mjs";
import { documents } from "./documents.mjs";
import { billOf, billed, gross, memo } from "./bill.mjs";
import { derive } from "./reading.mjs";
import { when } from "./when.mjs";

/** Several changes of one subscription: each is previewed, and applied before the next. */
export function chainAnswers(reading) {
  const { given } = reading;
  const { instants, basis, period, interval: every } = instantsOf(reading);
  const quantity = Number(given.quantity ?? given.new_quantity ?? given.old_quantity ?? 1);
  const [current] = given.prices;
  const items = [{ kind: "recurring", old: { price: toDecimal(current), quantity }, new: { price: toDecimal(given.prices.at(-1)), quantity } }];
  const first = documents(reading, { time: { basis, period, interval: every, at: instants[0] }, items, bill: billOf(reading) });
  const seats = quantity === 1 ? {} : { seats: quantity };
  const priced = (price) => ({ interval: first.subscription.interval, amount: toDecimal(price), ...(quantity === 1 ? {} : { per: "seat" }) });
  const plans = given.prices.map((price, index) => ({ id: `plan-${index}`, name: `plan-${index}`, prices: [priced(price)] }));
  const catalog = new Catalog({ ...first.catalog, plans });
  const steps = memo(() => {
    let subscription = { ...first.subscription, plan: "plan-0", ...seats };
    return instants.map((at, index) => {
      const checkout = catalog.checkout(subscription);
      const change = { at, plan: `plan-${index + 1}` };
      const preview = checkout.preview(change);
      subscription = checkout.apply(preview);
      return { preview, change, checkout };
    });
  });
  const views = memo(() => steps().map(({ preview }) => billed(preview, { gross: gross(reading), discounts: [] })));
  const last = () => steps().at(-1);
  const next = () => last().checkout.schedule(last().change, 1)[0];
  const total = (key) => sum(views().map((view) => view[key]()));
  return {
    lines: () => views().flatMap((view) => view.lines()),
    proration_lines: () => views().flatMap((view) => view.proration_lines()),
    credits: () => views().flatMap((view) => view.credits()),
    charges: () => views().flatMap((view) => view.charges()),
    nets: () => views().map((view) => view.net()),
    net: () => total("net"),
    credit: () => total("credit"),
    charge: () => total("charge"),
    tax: () => total("tax"),
    total: () => total("total"),
    due_now: () => last().preview.dueNow,
    balance_used: () => total("balance_used"),
    balance_after: () => last().preview.balanceAfter,
    balance_after_next: () => next().balanceAfter,
    next_invoice: () => next().total,
    next_balance_used: () => next().balanceUsed,
    next_due: () => next().amount,
    next_billing_date: () => next().at,
    period_start_after: () => last().preview.period.start,
    period_end_after: () => last().preview.period.end,
  };
}

function instantsOf(reading) {
  const { given, has } = reading;
  if (!has("remaining_fractions")) {
    const instants = [given.changes_at ?? given.change_at].flat().map((text) => stamp(text, reading.zone));
    return { ...when(derive(reading, { ...given, change_at: [given.changes_at ?? given.change_at].flat()[0] })), instants };
  }
  const parts = given.remaining_fractions.map(fraction);
  // One period in which every part is a whole number of days, or of milliseconds.
  const common = parts.reduce((product, part) => (product % part.d === 0n ? product : product * part.d), 1n);
  const time = when(derive(reading, { ...given, remaining_fraction: `1/${common}` }));
  const length = instant(time.period.end) - instant(time.period.start);
  const instants = parts.map((part) => later(time.period.end, -Number(multiply(part, fraction(length)).n)));
  return { ...time, instants };
}
