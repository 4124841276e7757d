import { PricingError, type Amount, type CatalogDocument, type Change, type Checkout, type Comparison, type Interval, type Line, type PlanDocument, type Preview, type PriceDocument, type Problem, type RequiredAction } from "prorata";
import { compareAmounts, minus, percentOf } from "./amounts";
import { customerOf } from "./customer";
import { checkoutFor } from "./engine";
import { isExpired } from "./expiry";
import { counterpart, intervalsOf, isOnSale, isPerSeat, operationsPerMonth, planOf, priceFor, sameInterval, tiersOf } from "./organisations";
import { aside, hasSubscription, type Choice, type FieldName, type PageState } from "./state";

/** One plan as its card shows it. */
export interface Offer {
  plan: PlanDocument;
  /** The list price that the choice of interval and tier leads to; absent where the plan is not sold online. */
  price?: PriceDocument;
  /** What the engine says of it; absent until it is loaded. */
  entry?: Comparison;
  /** What a year at the annual price saves. */
  saving?: { amount: Amount; percent: string };
  /** The customer has this plan. */
  current: boolean;
  selected: boolean;
}

export interface Failure {
  kind: PricingError["kind"];
  problems: Problem[];
}

/** Everything that the components show, computed anew from the state on every input. */
export interface View {
  catalog: CatalogDocument;
  offers: Offer[];
  tiers: number[];
  intervals: Interval[];
  perSeat: boolean;
  expired: boolean;
  /** What holds now, as the answer to a change that asks for nothing. */
  now?: Preview;
  /** The next larger tier of the plan that the customer has, and what is due today for it. */
  nextTier?: { price: PriceDocument; dueNow: Amount };
  /** The answer to what is chosen. */
  preview?: Preview;
  /** What the next invoice bills once: without it, it would not be what follows every period. */
  later: Line[];
  /** The same change in every way that the policy offers; none where there is no choice. */
  ways: Preview[];
  /** Why there is no answer. */
  failure?: Failure;
  /** Fields of what the customer has that the engine refused. */
  currentFailure?: Failure;
}

export function computeView(state: PageState): View {
  const { catalog } = state;
  const view: View = {
    catalog,
    offers: offersOf(state, catalog, []),
    tiers: tiersOf(catalog),
    intervals: intervalsOf(catalog),
    perSeat: isPerSeat(catalog),
    expired: isExpired(state.current, state.at),
    later: [],
    ways: [],
  };
  if (state.engine !== "ready") return view;

  let checkout: Checkout;
  try {
    checkout = checkoutFor(catalog, customerOf(state), state.at);
  } catch (error) {
    view.currentFailure = failureOf(error);
    return view;
  }

  const entries = attempt(() => checkout.compare(withSeats({ at: state.at, ...wishesOf(state), ...(view.expired && { renew: true as const }) }, state, view)));
  if (Array.isArray(entries)) {
    view.offers = offersOf(state, catalog, entries);
    const next = nextTierOf(state, entries);
    if (next) view.nextTier = next;
  }

  if (hasSubscription(state.current)) {
    const now = attempt(() => checkout.preview({ at: state.at }));
    if (!isFailure(now)) view.now = now;
  }

  if (hasInvalidField(state)) return view;
  const change = changeOf(state, view);
  if (!change) return view;
  view.ways = waysOf(checkout, change, state);
  const answer = attempt(() => checkout.preview(change));
  if (isFailure(answer)) {
    view.failure = answer;
    return view;
  }
  view.preview = answer;
  view.later = billedOnceLater(checkout, change, catalog, answer);
  return view;
}

function billedOnceLater(checkout: Checkout, change: Change, catalog: CatalogDocument, { next }: Preview): Line[] {
  const once = (catalog.addOns ?? []).filter(({ interval }) => interval === "once").map(({ id }) => id);
  if (!next || once.length === 0) return [];
  const invoices = attempt(() => checkout.schedule(change, 1));
  if (isFailure(invoices)) return [];
  return invoices.filter(({ at }) => at === next.at).flatMap(({ lines }) => lines.filter(({ addOn }) => addOn !== undefined && once.includes(addOn)));
}

/** The change that the choice stands for; nothing where no plan is chosen. */
export function changeOf(state: PageState, view: View): Change | undefined {
  const { choice, at } = state;
  const change: Change = { at, ...wayOf(choice), ...(Object.keys(state.answers).length > 0 && { answers: state.answers }) };
  switch (choice.action) {
    case "cancel":
      return { ...change, cancel: true };
    case "withdraw":
      return { ...change, withdraw: true };
    case "extra_operations":
      return { ...change, extraOperations: choice.extraOperations };
    case "renew":
      return { ...change, ...wishesOf(state), renew: true };
    case "change": {
      const offer = view.offers.find((candidate) => candidate.selected);
      if (!offer?.price) return undefined;
      const { id, interval, operations, per, tiers } = offer.price;
      const target: Change = {
        ...change,
        ...wishesOf(state),
        plan: offer.plan.id,
        interval,
        ...(operations !== undefined && { operations }),
        ...(id !== undefined && { price: id }),
        ...(view.expired && { renew: true as const }),
      };
      // A price that counts no seats, of a plan that states none, refuses them.
      return per === "seat" || tiers || offer.plan.seats ? withSeats(target, state, view) : target;
    }
  }
}

/** What is wished for beside the plan: add-ons, and a discount beside those that hold. */
function wishesOf({ choice, current, catalog }: PageState): Pick<Change, "addOns" | "discounts"> {
  const { addOns, code } = choice;
  const held = (current.discounts ?? []).map((discount) => (typeof discount === "string" ? discount : discount.id));
  return {
    ...(addOns && { addOns: (catalog.addOns ?? []).map(({ id }) => ({ id, quantity: addOns[id] ?? 0 })).filter(({ quantity }) => quantity > 0) }),
    ...(code !== null && { discounts: [...new Set([...held, code])] }),
  };
}

function wayOf({ effective, period }: Choice): Pick<Change, "effective" | "period"> {
  return { ...(effective && { effective }), ...(period && { period }) };
}

function withSeats(change: Change, state: PageState, view: View): Change {
  return view.perSeat && state.choice.seats !== null ? { ...change, seats: state.choice.seats } : change;
}

function offersOf(state: PageState, catalog: CatalogDocument, entries: Comparison[]): Offer[] {
  const { choice, current } = state;
  return catalog.plans.map((plan) => {
    const offer: Offer = {
      plan,
      current: hasSubscription(current) && current.plan === plan.id,
      selected: (choice.action === "change" || choice.action === "renew") && choice.plan === plan.id,
    };
    const price = isOnSale(plan) ? priceFor(plan, choice.interval, choice.tier) : undefined;
    if (!price) return offer;
    offer.price = price;
    const entry = entryOf(entries, plan, price);
    if (entry) offer.entry = entry;
    const monthly = sameInterval(price.interval, "year") ? counterpart(plan, price, "month") : undefined;
    const other = monthly && entryOf(entries, plan, monthly);
    if (entry && other && entry.problem === undefined && other.problem === undefined) {
      const amount = minus(other.perYear, entry.perYear);
      if (compareAmounts(amount, "0") > 0) offer.saving = { amount, percent: percentOf(amount, other.perYear) };
    }
    return offer;
  });
}

function entryOf(entries: Comparison[], plan: PlanDocument, price: PriceDocument): Comparison | undefined {
  return entries.find((entry) => entry.plan === plan.id && sameInterval(entry.interval, price.interval) && entry.operations === price.operations);
}

function nextTierOf(state: PageState, entries: Comparison[]): View["nextTier"] {
  const held = currentPrice(state);
  if (!hasSubscription(state.current) || held?.operations === undefined) return undefined;
  const plan = planOf(state.catalog, state.current.plan);
  const larger = plan?.prices
    .filter((price) => sameInterval(price.interval, held.interval) && (price.operations ?? 0) > held.operations!)
    .sort((a, b) => (a.operations ?? 0) - (b.operations ?? 0))[0];
  const entry = plan && larger && entryOf(entries, plan, larger);
  return entry && entry.problem === undefined ? { price: larger, dueNow: entry.dueNow } : undefined;
}

function waysOf(checkout: Checkout, { effective: _, period: __, ...change }: Change, state: PageState): Preview[] {
  if (!hasSubscription(state.current) || (state.choice.action !== "change" && state.choice.action !== "cancel")) return [];
  const answers = attempt(() => checkout.alternatives(change));
  const ways = isFailure(answers) ? [] : answers.filter((preview) => preview.direction !== "none");
  return ways.length > 1 ? ways : [];
}

/** Whether a change leaves everything as it is. */
export function isNothing(preview: Preview): boolean {
  return preview.direction === "none" && preview.cause === null;
}

export function unanswered(preview: Preview): RequiredAction[] {
  return preview.required.filter((action) => !action.answered);
}

/** The price that the customer has now, as the catalog lists it. */
export function currentPrice(state: PageState): PriceDocument | undefined {
  const { current } = state;
  if (!hasSubscription(current)) return undefined;
  return planOf(state.catalog, current.plan)?.prices.find(
    (price) => sameInterval(price.interval, current.interval) && (current.operations === undefined || price.operations === current.operations),
  );
}

/** Operations per month that the customer has now. */
export function currentTier(state: PageState): number | null {
  const price = currentPrice(state);
  return (price && operationsPerMonth(price)) ?? null;
}

/** The problem that the engine or the form has with a field, for showing it there. */
export function problemOf(state: PageState, view: View, field: FieldName): Problem | "not_a_number" | undefined {
  if (state.invalid[field] !== undefined) return "not_a_number";
  const [failure, path] = field.startsWith("current.") ? [view.currentFailure, field.slice("current.".length)] : [view.failure, field];
  return failure?.problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.endsWith(`.${path}`));
}

/** Whether a field that the price depends on holds no number. */
export function hasInvalidField(state: PageState): boolean {
  return (Object.keys(state.invalid) as FieldName[]).some((field) => field !== "removeMembers" && !aside.includes(field));
}

function attempt<T>(compute: () => T): T | Failure {
  try {
    return compute();
  } catch (error) {
    return failureOf(error);
  }
}

function isFailure(answer: object): answer is Failure {
  return "problems" in answer && "kind" in answer;
}

/** What is no pricing error is a defect of the page and must not look like a price. */
function failureOf(error: unknown): Failure {
  if (PricingError.is(error)) return { kind: error.kind, problems: error.problems };
  throw error;
}
