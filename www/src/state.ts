import type { Answers, CatalogDocument, CustomerDocument, Effective, Interval, SubscriptionDocument } from "prorata";
import { checkoutOf, newCheckout, type CheckoutState } from "./checkout-state";
import { examples, examplesOf, type Example } from "./examples";
import type { Receipt } from "./host/host";
import { catalogs, intervalsOf, isPerSeat, operationsPerMonth, planOf, sameInterval, tiersOf, type OrganisationId } from "./organisations";

/** What the customer asks for. */
export interface Choice {
  action: "change" | "extra_operations" | "cancel" | "renew" | "withdraw";
  /** `null`: no plan chosen yet. */
  plan: string | null;
  interval: Interval;
  /** Operations per month; `null` where the catalog sells none. */
  tier: number | null;
  /** `null` where the catalog sells none. */
  seats: number | null;
  extraOperations: number;
  /** How many of each add-on; `null`: as many as there are. */
  addOns: Record<string, number> | null;
  /** A discount of the catalog, by its id. */
  code: string | null;
  /** When and in which period, both `null` for the first way that the policy offers. */
  effective: Effective | null;
  period: "keep" | "restart" | null;
}

export type Current = SubscriptionDocument | CustomerDocument;

/** Number fields, by the name that the documents give them. */
export type FieldName = "seats" | "current.seats" | "current.members" | "current.teams" | "current.unusedOperations" | "current.balance" | "extraOperations" | "removeMembers" | "need" | "perDay" | `addOn.${string}`;

/** Whose catalog is shown: one that comes with the page, or the visitor's own. */
export type ShopId = OrganisationId | "own";

/** The visitor's own documents, and what was typed where it is not (yet) one of them. */
export interface Own {
  catalog: CatalogDocument;
  current: Current;
  drafts: { catalog: string | null; current: string | null };
}

export interface PageState {
  engine: "loading" | "ready" | "failed";
  organisation: ShopId;
  /** Kept while another catalog is shown. */
  own: Own | null;
  /** Keys of the address that mean nothing (any more). */
  ignored: string[];
  /** What is for sale, whoever sells it. */
  catalog: CatalogDocument;
  example: string;
  /** The clock of the page, a date: prices hold at this instant and no other clock is read. */
  at: string;
  /** What the customer has, or only who the customer is before a first purchase. */
  current: Current;
  choice: Choice;
  answers: Answers;
  /** How much the customer looks for, and the lowest plan that will do; `null`: as much as is chosen, any plan. */
  need: { number: number | null; plan: string | null };
  /** Operations used a day while the change waits; `null`: as many as until now. */
  perDay: number | null;
  /** What was typed where it is not a whole number, kept until it is mended. */
  invalid: Partial<Record<FieldName, string>>;
  /** On the way from what is chosen to what is confirmed. */
  checkout: CheckoutState;
  /** What was just confirmed, until the next change begins. */
  confirmed: Receipt | null;
}

export type Action = (state: PageState) => PageState;

export function hasSubscription(current: Current): current is SubscriptionDocument {
  return "plan" in current;
}

/** What stays when another customer is looked at. */
type Kept = Pick<PageState, "engine" | "own" | "checkout">;

export function begin({ engine, own, checkout }: Kept, example: Example): PageState {
  return {
    engine,
    own,
    ignored: [],
    checkout: checkoutOf(example.id, { checkout }),
    organisation: example.organisation,
    catalog: catalogs[example.organisation],
    example: example.id,
    at: example.at,
    current: example.current,
    choice: example.choice,
    answers: {},
    need: { number: null, plan: null },
    perDay: null,
    invalid: {},
    confirmed: null,
  };
}

export function initialState(): PageState {
  return begin({ engine: "loading", own: null, checkout: newCheckout("make-upgrade") }, examplesOf("make")[0]!);
}

/** Begins with the visitor's own documents; what is chosen stays where they sell it. */
export function beginOwn(state: PageState, own: Own): PageState {
  const { catalog, current } = own;
  return { ...state, ...unanswered, organisation: "own", own, ignored: [], example: "", catalog, current, at: clockIn(current, state.at), choice: choiceIn(catalog, current, state.choice), invalid: {}, checkout: checkoutOf("own", state) };
}

/** The day, or the first one of the period where it lies outside. */
function clockIn(current: Current, at: string): string {
  if (!hasSubscription(current)) return at;
  const [start, end] = [String(current.period.start).slice(0, 10), String(current.period.end).slice(0, 10)];
  return at < start || at > end ? start : at;
}

function choiceIn(catalog: CatalogDocument, current: Current, choice: Choice): Choice {
  const owned = hasSubscription(current) ? current : undefined;
  const plan = planOf(catalog, choice.plan ?? "") ?? planOf(catalog, owned?.plan ?? "");
  const intervals = intervalsOf(catalog);
  const tiers = tiersOf(catalog);
  const held = owned?.operations === undefined ? undefined : operationsPerMonth({ ...owned, operations: owned.operations });
  return {
    ...choice,
    ...anyWay,
    action: "change",
    plan: plan?.id ?? null,
    interval: [choice.interval, owned?.interval, intervals[0]].find((wanted) => wanted !== undefined && intervals.some((interval) => sameInterval(interval, wanted))) ?? "month",
    tier: [choice.tier, held, tiers[0]].find((wanted) => wanted != null && tiers.includes(wanted)) ?? null,
    seats: isPerSeat(catalog) ? (choice.seats ?? owned?.seats ?? 1) : null,
    extraOperations: 0,
    addOns: null,
    code: null,
  };
}

export const dismissIgnored: Action = (state) => ({ ...state, ignored: [] });

export const engineReady: Action = (state) => ({ ...state, engine: "ready" });
export const engineFailed: Action = (state) => ({ ...state, engine: "failed" });
export const engineLoading: Action = (state) => ({ ...state, engine: "loading" });

/** The visitor's own catalog begins as what is shown. */
export const chooseOrganisation = (organisation: ShopId): Action => (state) =>
  organisation === "own" ? beginOwn(state, state.own ?? { catalog: state.catalog, current: state.current, drafts: { catalog: null, current: null } }) : begin(state, examplesOf(organisation)[0]!);

export const chooseExample = (id: string): Action => (state) => {
  const example = examples.find((candidate) => candidate.id === id);
  return example ? begin(state, example) : state;
};

/** The first way that the policy offers. */
export const anyWay = { effective: null, period: null } as const;

/** Answers hold for one change: what was acknowledged for 10 dollars is not acknowledged for 100. */
export const unanswered = { answers: {}, confirmed: null } as const;

export const setClock = (at: string): Action => (state) => (at === "" ? state : { ...state, ...unanswered, at });

export const choose = (part: Partial<Choice>): Action => (state) => ({
  ...state,
  ...unanswered,
  choice: { ...state.choice, action: "change", ...anyWay, ...part },
});

/** What is typed stays as it is; the page goes on with the last documents that hold. */
export const setDraft = (document: keyof Own["drafts"], text: string): Action => (state) =>
  state.own ? { ...state, own: { ...state.own, drafts: { ...state.own.drafts, [document]: text } } } : state;

/** Goes on with documents that hold. */
export const takeDocuments = (catalog: CatalogDocument, current: Current): Action => (state) => (state.own ? beginOwn(state, { ...state.own, catalog, current }) : state);

/** Looking for something changes nothing of what is chosen. */
export const setNeed = (part: Partial<PageState["need"]>): Action => (state) => ({ ...state, need: { ...state.need, ...part } });

export const setPerDay = (perDay: number): Action => (state) => ({ ...state, perDay });

export const setCurrent = (current: Current): Action => (state) => ({ ...state, ...unanswered, current, own: ownWith(current, state) });

/** The visitor's own subscription is the one that the page goes on with. */
export function ownWith(current: Current, { organisation, own }: PageState): Own | null {
  return organisation === "own" && own ? { ...own, current, drafts: { ...own.drafts, current: null } } : own;
}

/** Fields of what is looked at, which change nothing of what is chosen. */
export const aside: FieldName[] = ["need", "perDay"];

/** Keeps what was typed where it is no number; `null` where it is one again. */
export const setInvalid = (field: FieldName, text: string | null): Action => (state) => {
  const { [field]: before, ...others } = state.invalid;
  if (text === null && before === undefined) return state;
  const invalid = text === null ? others : { ...others, [field]: text };
  if (aside.includes(field)) return { ...state, invalid };
  if (field !== "removeMembers") return { ...state, ...unanswered, invalid };
  // This field is an answer itself: the others stand, and without a number it is none.
  const { removeMembers: _, ...answers } = state.answers;
  return { ...state, answers, invalid };
};

export const answer = (part: Answers): Action => (state) => ({ ...state, answers: { ...state.answers, ...part } });
