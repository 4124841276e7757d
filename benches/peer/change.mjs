// What a change asks for: its target and its direction.
export class PricingError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "PricingError";
    this.code = code;
  }
}

/** Operations granted in a whole period of a price, and in a year. */
export const periodAllowance = (price) => (price.operations ?? 0) * (price.resets === "month" && price.interval === "year" ? 12 : 1);
export const yearlyAllowance = (price) => periodAllowance(price) * (price.interval === "month" ? 12 : 1);

export const isPerSeat = (plan) => plan.prices.some((price) => price.per === "seat");

function findPrice(plan, interval, operations, current) {
  const sold = plan.prices.filter((price) => price.onSale && price.interval === interval);
  if (!sold.length) throw new PricingError("unknown_interval", `${plan.name} is not sold by the ${interval}`);
  if (operations !== undefined) {
    const price = sold.find((candidate) => candidate.operations === operations);
    if (!price) throw new PricingError("unknown_tier", `${plan.name} has no tier of ${operations}`);
    return price;
  }
  const same = current?.operations !== undefined && sold.find((price) => yearlyAllowance(price) === yearlyAllowance(current));
  const price = same || (sold.length === 1 && sold[0]);
  if (!price) throw new PricingError("unknown_tier", `${plan.name} has several tiers, and not the current one: name one`);
  return price;
}

function seatsOf(plan, asked, held) {
  const { min = 1, max = Infinity } = plan.seats ?? {};
  if (!isPerSeat(plan)) {
    if (asked !== undefined) throw new PricingError("not_offered", `${plan.name} has no seats to choose`);
    return undefined;
  }
  const seats = asked ?? Math.max(held ?? min, min);
  if (seats < min) throw new PricingError("seats_below_minimum", `${plan.name} has at least ${min} seats`);
  if (seats > max) throw new PricingError("seats_above_maximum", `${plan.name} has at most ${max} seats`);
  return seats;
}

export function currentTerms(catalog, { plan: id, interval, operations, seats }) {
  const plan = catalog.plans.find((candidate) => candidate.id === id);
  if (!plan) throw new PricingError("unknown_plan", `there is no plan ${id}`);
  return { plan, price: findPrice(plan, interval, operations), seats: seatsOf(plan, seats) };
}

/** What a change leaves out stays as it is. */
export function targetTerms(catalog, current, change) {
  const plan = change.plan === undefined ? current.plan : catalog.plans.find((candidate) => candidate.id === change.plan);
  if (!plan) throw new PricingError("unknown_plan", `there is no plan ${change.plan}`);
  if (!plan.onSale) throw new PricingError("not_for_sale", `${plan.name} is not sold online`);
  const keepsPrice = plan === current.plan && change.interval === undefined && change.operations === undefined;
  const price = keepsPrice ? current.price : findPrice(plan, change.interval ?? current.price.interval, change.operations, current.price);
  if (price.amount.isZero()) throw new PricingError("not_offered", "cancellations are not covered here");
  return { plan, price, seats: seatsOf(plan, change.seats, current.seats) };
}

const LENGTH = { month: 1, year: 12 };

/** The first difference decides: plan, allowance, interval, seats. */
export function directionOf(catalog, current, target) {
  const differences = [
    ["plan", catalog.plans.indexOf(target.plan) - catalog.plans.indexOf(current.plan)],
    ["tier", yearlyAllowance(target.price) - yearlyAllowance(current.price)],
    ["interval", LENGTH[target.price.interval] - LENGTH[current.price.interval]],
    ["seats", (target.seats ?? 0) - (current.seats ?? 0)],
  ];
  const [cause, difference] = differences.find(([, value]) => value !== 0) ?? [null, 0];
  return { cause, direction: difference > 0 ? "upgrade" : difference < 0 ? "downgrade" : "none" };
}
