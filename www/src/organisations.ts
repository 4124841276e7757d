import type { CatalogDocument, Interval, PlanDocument, PriceDocument } from "prorata";
import anaconda from "../catalogs/anaconda.json";
import make from "../catalogs/make.json";
import nitro from "../catalogs/nitro.json";

export type OrganisationId = "make" | "nitro" | "anaconda";
/** The engine validates each document when it parses it; JSON modules are typed too widely to say so. */
export const catalogs: Record<OrganisationId, CatalogDocument> = {
  make: make as unknown as CatalogDocument,
  nitro: nitro as unknown as CatalogDocument,
  anaconda: anaconda as unknown as CatalogDocument,
};

export const organisations = Object.keys(catalogs) as OrganisationId[];

export function organisationName(id: OrganisationId): string {
  return String(catalogs[id].metadata?.["name"] ?? id);
}

const monthsIn = { day: 0, week: 0, month: 1, year: 12 } as const;
const daysIn = { day: 1, week: 7, month: 0, year: 0 } as const;

/** How long an interval is, in months and days: 12 months are a year, 7 days a week. */
function lengthOf(interval: Interval): { months: number; days: number } {
  const { unit, count } = typeof interval === "string" ? { unit: interval, count: 1 } : interval;
  return { months: monthsIn[unit] * count, days: daysIn[unit] * count };
}

/** 0 for an interval of days or weeks. */
export function monthsOf(interval: Interval): number {
  return lengthOf(interval).months;
}

export function sameInterval(a: Interval, b: Interval): boolean {
  const [one, other] = [lengthOf(a), lengthOf(b)];
  return one.months === other.months && one.days === other.days;
}

/** The intervals in which a catalog sells, shortest first. */
export function intervalsOf(catalog: CatalogDocument): Interval[] {
  const all: Interval[] = [];
  for (const { interval } of catalog.plans.flatMap((plan) => plan.prices)) if (!all.some((known) => sameInterval(known, interval))) all.push(interval);
  const days = (interval: Interval): number => lengthOf(interval).months * 30 + lengthOf(interval).days;
  return all.sort((a, b) => days(a) - days(b));
}

export function planOf(catalog: CatalogDocument, id: string): PlanDocument | undefined {
  return catalog.plans.find((plan) => plan.id === id);
}

export function isOnSale(plan: PlanDocument): boolean {
  return plan.onSale !== false && plan.prices.some((price) => price.onSale !== false);
}

export function isFree(price: PriceDocument): boolean {
  return !/[1-9]/.test(price.amount) && price.tiers === undefined;
}

/** An invented price, as opposed to one with a source. */
export function isExample(price: PriceDocument): boolean {
  return price.metadata?.["example"] === true;
}

/** Tiers are named by what they grant in a month, so that one choice holds for monthly and annual prices; in days, by what they grant in a period. */
export function operationsPerMonth(price: Pick<PriceDocument, "interval" | "operations" | "resets">): number | undefined {
  if (price.operations === undefined) return undefined;
  return price.resets === "month" ? price.operations : price.operations / Math.max(monthsOf(price.interval), 1);
}

/** Tiers from which the customer can choose, smallest first. */
export function tiersOf(catalog: CatalogDocument): number[] {
  const tiers = new Set<number>();
  for (const plan of catalog.plans) {
    for (const price of plan.prices) {
      const tier = operationsPerMonth(price);
      if (tier !== undefined && !isFree(price)) tiers.add(tier);
    }
  }
  return [...tiers].sort((a, b) => a - b);
}

/** How the catalog counts its periods: 30 and 365 days, or by the calendar. */
export function cycleOf(catalog: CatalogDocument): "fixed" | "calendar" {
  const { policy } = catalog;
  const [preset, cycle] = typeof policy === "string" ? [policy, undefined] : [policy.preset, policy.cycle];
  return cycle ?? (preset === "make" ? "fixed" : "calendar");
}

export function isPerSeat(catalog: CatalogDocument): boolean {
  return catalog.plans.some((plan) => plan.prices.some((price) => price.per === "seat"));
}

/** The price of a plan nearest to what was chosen: its only one for a plan that has no choice. */
export function priceFor(plan: PlanDocument, interval: Interval, tier: number | null): PriceDocument | undefined {
  const distance = (price: PriceDocument): number =>
    (sameInterval(price.interval, interval) ? 0 : 1) + (tier === null || operationsPerMonth(price) === tier ? 0 : 2);
  return plan.prices
    .filter((price) => price.onSale !== false)
    .reduce<PriceDocument | undefined>((best, price) => (best && distance(best) <= distance(price) ? best : price), undefined);
}

/** The same tier in the other interval. */
export function counterpart(plan: PlanDocument, price: PriceDocument, interval: Interval): PriceDocument | undefined {
  return plan.prices.find((other) => sameInterval(other.interval, interval) && operationsPerMonth(other) === operationsPerMonth(price));
}
