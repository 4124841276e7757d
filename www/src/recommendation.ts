/** The cheapest way to have so many operations a month, or so many seats, extra operations included. */
import { periods, type Amount, type CatalogDocument, type Comparison, type PlanDocument, type PriceDocument, type SubscriptionDocument } from "prorata";
import { compareAmounts, minus, plus, times } from "./amounts";
import { attempt } from "./attempt";
import { ask } from "./engine";
import { cycleOf, isPerSeat, monthsOf, sameInterval, tiersOf } from "./organisations";

/** What is counted: operations where the catalog sells tiers of them, else seats. */
export type Counted = "operations" | "seats";

/** For how long: a month leaves out what is paid for a longer time at once. */
export type Horizon = "month" | "year";

/** One way to have what is needed. Amounts are list prices, without tax and discounts. */
export interface Candidate {
  plan: PlanDocument;
  price: PriceDocument;
  /** Bought on top every time the allowance is granted. */
  extra: number;
  extraAmount: Amount;
  /** Of the horizon, extra operations included. */
  cost: Amount;
}

export interface Recommendation {
  horizon: Horizon;
  best: Candidate;
  runnerUp?: Candidate;
  /** What the runner-up costs more. */
  difference?: Amount;
}

export interface Need {
  number: number;
  /** The lowest plan that will do; `null`: any. */
  plan: string | null;
  /** The day on which prices hold. */
  at: string;
}

export function countedOf(catalog: CatalogDocument): Counted | undefined {
  if (tiersOf(catalog).length > 0) return "operations";
  return isPerSeat(catalog) ? "seats" : undefined;
}

/** One answer where the same way is cheapest for a month and for a year, two where they differ, none where nothing on sale is enough. */
export function recommend(catalog: CatalogDocument, need: Need): Recommendation[] {
  const counted = countedOf(catalog);
  const least = Math.max(0, catalog.plans.findIndex((plan) => plan.id === need.plan));
  const plans = catalog.plans.slice(least);
  const entries = ask(catalog, {}, (checkout) => checkout.compare({ at: need.at, ...(counted === "seats" && { seats: need.number }) }));
  const offers = entries.flatMap((entry) => offerOf(catalog, plans, entry, counted, need));
  const [month, year] = [cheapest("month", offers.filter((offer) => offer.months <= 1)), cheapest("year", offers)];
  if (month && year && month.best.price === year.best.price) return [year];
  return [month, year].filter((answer) => answer !== undefined);
}

/** A price that is enough, with what is bought on top. */
interface Offer extends Omit<Candidate, "cost"> {
  months: number;
  cost: Record<Horizon, Amount>;
}

function cheapest(horizon: Horizon, offers: Offer[]): Recommendation | undefined {
  const [best, runnerUp] = offers
    .map(({ months: _, cost, ...offer }): Candidate => ({ ...offer, cost: cost[horizon] }))
    .sort((a, b) => compareAmounts(a.cost, b.cost) || a.extra - b.extra);
  if (!best) return undefined;
  return { horizon, best, ...(runnerUp && { runnerUp, difference: minus(runnerUp.cost, best.cost) }) };
}

function offerOf(catalog: CatalogDocument, plans: PlanDocument[], entry: Comparison, counted: Counted | undefined, need: Need): Offer[] {
  const plan = plans.find((candidate) => candidate.id === entry.plan);
  const price = plan?.prices.find((candidate) => candidate.operations === entry.operations && sameInterval(candidate.interval, entry.interval) && (entry.price === undefined || candidate.id === entry.price));
  // What is billed by days has no amount of a month.
  const months = monthsOf(entry.interval);
  if (!plan || !price || months === 0 || entry.problem !== undefined) return [];
  const bought = counted === "operations" ? extraFor(catalog, plan, price, need) : { extra: 0, extraAmount: "0" as Amount, perYear: 0 };
  if (!bought) return [];
  const { extra, extraAmount, perYear } = bought;
  return [{ plan, price, months, extra, extraAmount, cost: { month: plus(entry.perMonth, extraAmount), year: plus(entry.perYear, times(extraAmount, perYear)) } }];
}

/** What has to be bought on top whenever the allowance is granted; nothing where that much is not sold. */
function extraFor(catalog: CatalogDocument, plan: PlanDocument, price: PriceDocument, need: Need): { extra: number; extraAmount: Amount; perYear: number } | undefined {
  if (price.operations === undefined) return undefined;
  const months = price.resets === "month" ? 1 : monthsOf(price.interval);
  const missing = need.number * months - price.operations;
  if (missing <= 0) return { extra: 0, extraAmount: "0", perYear: 0 };
  const bundle = plan.extraOperations?.bundle;
  // Years are counted in whole grants.
  if (bundle === undefined || 12 % months !== 0) return undefined;
  const extra = Math.ceil(missing / bundle) * bundle;
  const extraAmount = extraAmountOf(catalog, plan, price, extra, need.at);
  return extraAmount === undefined ? undefined : { extra, extraAmount, perYear: 12 / months };
}

/** What the engine asks of somebody who has this price and buys so many on top; nothing where it refuses. */
function extraAmountOf(catalog: CatalogDocument, plan: PlanDocument, price: PriceDocument, extraOperations: number, at: string): Amount | undefined {
  const [period] = periods({ anchor: at, interval: price.interval, count: 1, cycle: cycleOf(catalog) });
  if (!period) return undefined;
  const owned: SubscriptionDocument = {
    plan: plan.id,
    interval: price.interval,
    ...(price.operations !== undefined && { operations: price.operations }),
    ...(price.id !== undefined && { price: price.id }),
    period: { start: period.start, end: period.end },
  };
  return attempt(() => ask(catalog, owned, (checkout) => checkout.preview({ at: period.start, extraOperations }).subtotal));
}
