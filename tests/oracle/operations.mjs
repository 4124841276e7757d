// Operations after a change, and what is bought on top.

import { fraction } from "./fraction.mjs";
import { monthlyResets } from "./calendar.mjs";
import { grantsMonthly, isFree, periodAllowance } from "./catalog.mjs";

export function operationsAfter(catalog, state, moved, at) {
  const { price, plan, period } = state;
  const rule = plan.extraOperations;
  if (price.operations === undefined && !moved.available && !moved.forfeited && !moved.converted) return undefined;
  const resetsAt = price.operations === undefined ? undefined : !grantsMonthly(price) ? period.end : [...monthlyResets(period), period.end].find((reset) => reset.ms > at.ms) ?? period.end;
  return {
    allowance: price.operations ?? 0, transferred: 0, converted: 0, forfeited: 0, ...moved, resetsAt,
    expiresAt: moved.transferred || moved.bought ? resetsAt ?? period.end : undefined, bought: undefined,
    extra: rule && price.operations && !isFree(price) ? extraOffer(catalog, state) : undefined,
  };
}

export function extraOffer(catalog, { plan, price, extra }) {
  const { bundle, surcharge = "0", maxPerPeriod } = plan.extraOperations;
  const maximum = maxPerPeriod === "allowance" ? price.operations : maxPerPeriod;
  return { bundle, bought: extra, left: maximum === undefined ? null : wholeBundles(maximum - extra, bundle), amount: catalog.money.round(extraPrice(price, bundle, surcharge)) };
}

const wholeBundles = (operations, bundle) => Math.max(0, Math.floor(operations / bundle) * bundle);

export const extraPrice = (price, count, surcharge) => price.amount.times(fraction(count)).over(fraction(periodAllowance(price))).times(fraction(100).plus(fraction(surcharge))).over(fraction(100));

export const goingOn = (catalog, current, at, extra = 0) => operationsAfter(catalog, current, { available: current.unused + extra, bought: current.extra }, at);

export const fresh = (catalog, view) => operationsAfter(catalog, view, { available: view.price.operations ?? 0 }, view.period.start);
