/** The way from what is chosen to what is confirmed: its part of the page's state, and what changes it. */
import type { Preview } from "prorata";
import { billingProblems, noBilling, type BillingDetails } from "./host/billing";
import type { HostConfiguration } from "./host/configuration";
import type { AccountId, Confirmed, Opened, Opening, RefusalCode, RefusalDetails } from "./host/host";
import type { Method } from "./host/methods";
import { anyWay, ownWith, unanswered, type Action, type PageState } from "./state";
import { needed } from "./steps";

export type Step = "review" | "billing" | "payment" | "confirm";

/** What the host said no to, and what was on view then. */
export interface Refused {
  code: RefusalCode;
  details: RefusalDetails;
  shown: Preview | null;
}

export interface HostKnown {
  links: HostConfiguration["links"];
  remote: boolean;
}

export interface CheckoutState {
  account: AccountId;
  /** Who the host is: links, and whether there is a server at all. */
  host: HostKnown;
  /** What the host said last of the account. */
  opening: Opening | null;
  /** The steps taken, the present one last; none while choosing. */
  trail: Step[];
  /** What the host is asked for at the moment. */
  waiting: "opening" | "confirming" | null;
  /** The same for every attempt at one confirmation. */
  key: string;
  refused: Refused | null;
  billing: BillingDetails;
  /** Fields whose mistakes are shown: not before somebody was there. */
  touched: (keyof BillingDetails)[];
  method: Method | null;
  /** Somebody went on without one. */
  methodMissing: boolean;
  /** Who leaves the organisation. */
  removed: string[];
  /** The promotion code as it is typed, and whether it is none. */
  code: { typed: string; unknown: boolean };
  /** The number of the receipt that is read. */
  reading: string | null;
}

export function newCheckout(account: AccountId, host: HostKnown = { links: {}, remote: false }): CheckoutState {
  return { account, host, opening: null, trail: [], waiting: null, key: "", refused: null, billing: noBilling, touched: [], method: null, methodMissing: false, removed: [], code: { typed: "", unknown: false }, reading: null };
}

/** Another account is another checkout; the same one is where it was, with nothing under way. */
export function checkoutOf(account: AccountId, { checkout }: Pick<PageState, "checkout">): CheckoutState {
  return checkout.account === account ? { ...checkout, trail: [], refused: null } : newCheckout(account, checkout.host);
}

const inCheckout = (part: Partial<CheckoutState>): Action => (state) => ({ ...state, checkout: { ...state.checkout, ...part } });

export function openedOf({ checkout }: PageState): Opened | undefined {
  const { opening } = checkout;
  return opening && opening.role !== "member" ? opening : undefined;
}

export const stepOf = ({ checkout }: PageState): Step | undefined => checkout.trail.at(-1);

/** Answers that name nobody have nobody removed. */
export function removedOf({ answers, checkout }: PageState): string[] {
  return answers.removeMembers === undefined ? [] : checkout.removed;
}

export const hostKnown = (host: HostKnown): Action => inCheckout({ host });

/** Whether orders are the page's own alone. */
export const isLocal = ({ checkout }: PageState): boolean => !checkout.host.remote || checkout.account === "own";

// --- The steps ---------------------------------------------------------------------------------

export const openReview: Action = (state) => inCheckout({ trail: ["review"], refused: null })(state);

/** Goes on to a step; one that was taken before is returned to. */
export const goTo = (step: Step): Action => (state) => {
  const { trail } = state.checkout;
  const before = trail.indexOf(step);
  return inCheckout({ trail: before === -1 ? [...trail, step] : trail.slice(0, before + 1) })(state);
};

/** The next step that still wants something, or the last one. */
export const goOn = (preview: Preview): Action => (state) => {
  const { billing, method, trail } = state.checkout;
  const steps = needed(preview);
  const present = trail.at(-1);
  const incomplete = (step: Step): boolean =>
    (step === "billing" && (billing.country === "" || billingProblems(billing, openedOf(state)?.taxRules ?? []).length > 0)) || (step === "payment" && method === null);
  const next = steps.find((step) => step !== present && incomplete(step)) ?? steps.at(-1)!;
  return goTo(next)(state);
};

/** One step back; from the first one to the choice. Who leaves the review of a cancellation has not asked for one. */
export const goBack: Action = (state) => (state.checkout.trail.length > 1 ? inCheckout({ trail: state.checkout.trail.slice(0, -1) })(state) : leave(state));

export const leave: Action = (state) => {
  const left = inCheckout({ trail: [], refused: null })(state);
  return state.choice.action === "cancel" && state.checkout.trail.length > 0 ? { ...left, ...unanswered, choice: { ...state.choice, action: "change", ...anyWay } } : left;
};

export const setBilling = (part: Partial<BillingDetails>): Action => (state) => inCheckout({ billing: { ...state.checkout.billing, ...part } })(state);

export const touch = (fields: (keyof BillingDetails)[]): Action => (state) => inCheckout({ touched: [...new Set([...state.checkout.touched, ...fields])] })(state);

export const setMethod = (method: Method): Action => (state) => {
  const { refused } = state.checkout;
  return inCheckout({ method, methodMissing: false, refused: refused?.code === "payment_declined" ? null : refused })(state);
};

export const missMethod: Action = inCheckout({ methodMissing: true });

export const setRemoved = (removed: string[]): Action => (state) => ({ ...inCheckout({ removed })(state), answers: { ...state.answers, removeMembers: removed.length } });

export const typeCode = (typed: string): Action => inCheckout({ code: { typed, unknown: false } });

/** Codes are the catalog's discounts, however they are written. */
export const applyCode: Action = (state) => {
  const typed = state.checkout.code.typed.trim().toUpperCase();
  const found = state.catalog.discounts?.find(({ id }) => id.toUpperCase() === typed);
  if (!found) return inCheckout({ code: { ...state.checkout.code, unknown: typed !== "" } })(state);
  return { ...inCheckout({ code: { typed: "", unknown: false } })(state), ...unanswered, choice: { ...state.choice, code: found.id } };
};

export const removeCode: Action = (state) => ({ ...state, ...unanswered, choice: { ...state.choice, code: null } });

export const read = (reading: string | null): Action => inCheckout({ reading });

// --- The host's answers ------------------------------------------------------------------------

export const asking: Action = inCheckout({ waiting: "opening" });
export const confirming: Action = (state) => inCheckout({ waiting: "confirming", refused: null })(state);

/** What is on file fills the form where nobody typed. */
function adopt(state: PageState, opening: Opening, key: string): PageState {
  if (opening.role === "member") return inCheckout({ opening, waiting: null, trail: [], refused: null })(state);
  const { account } = opening;
  const named = account.people.length > 0 && state.answers.removeMembers !== undefined && state.answers.removeMembers !== state.checkout.removed.length;
  const typed = state.checkout.touched.length > 0 || state.checkout.billing !== noBilling;
  // Where there are names, a number alone says too little.
  const { removeMembers: _, ...answers } = state.answers;
  return inCheckout({ opening, waiting: null, key, billing: typed ? state.checkout.billing : (account.billing ?? noBilling), method: state.checkout.method ?? account.method })(named ? { ...state, answers } : state);
}

/** The account as the host has it, where the visitor has not changed it on the page. */
export const accountOpened = (opening: Opening, key: string, untouched: boolean): Action => (state) => {
  const adopted = adopt(state, opening, key);
  return opening.role === "member" || !untouched ? adopted : withAccount(adopted, opening);
};

function withAccount(state: PageState, { account, catalog }: Opened): PageState {
  const same = JSON.stringify([account.current, account.at, catalog]) === JSON.stringify([state.current, state.at, state.catalog]);
  return same ? state : { ...state, current: account.current, at: account.at, catalog, own: ownWith(account.current, state) };
}

/** A snapshot for what is on view. */
export const snapshotTaken = (opening: Opening, key: string): Action => (state) => adopt(state, opening, key);

/** The host said no and handed out the account anew: what was entered stays, what was acknowledged of other amounts does not. */
export const renewed = (refused: Refused, opening: Opening, key: string): Action => (state) => {
  if (opening.role === "member") return adopt(state, opening, key);
  const over = refused.code === "already_confirmed";
  const next = inCheckout({ refused, ...(over && { trail: [] }) })(withAccount(adopt(state, opening, key), opening));
  if (refused.code === "snapshot_expired") return next;
  const { acknowledged: _, ...answers } = state.answers;
  return { ...next, answers };
};

/** Where the host leads with its no. */
const leadsTo: Partial<Record<RefusalCode, Step>> = { payment_declined: "payment", billing: "billing", unanswered: "review" };

export const refuse = (refused: Refused, key: string): Action => (state) => {
  const next = inCheckout({ refused, key, waiting: null })(state);
  const step = leadsTo[refused.code];
  return step ? goTo(step)(next) : next;
};

/** The subscription after the change is what the customer has now; what was confirmed stays on view, with the same numbers. */
export const confirmed = ({ receipt, opening }: Confirmed, key: string): Action => (state) => {
  const { current } = opening.account;
  const plan = "plan" in current ? current.plan : state.choice.plan;
  const seats = ("plan" in current ? current.seats : undefined) ?? state.choice.seats;
  return {
    ...withAccount(adopt({ ...state, checkout: { ...state.checkout, trail: [], refused: null, removed: [] } }, opening, key), opening),
    choice: { ...state.choice, action: "change", plan, seats, extraOperations: 0, addOns: null, code: null, ...anyWay },
    answers: {},
    invalid: {},
    confirmed: receipt,
  };
};
