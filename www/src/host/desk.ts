import { PricingError, type Catalog, type Checkout, type Preview, type SubscriptionDocument, type Verdict } from "prorata";
import { asOf } from "../expiry";
import { hasSubscription, type Current } from "../state";
import { billingProblems, taxesFor, type TaxRule } from "./billing";
import { HostRefusal, type Account, type Confirmation, type Drift, type Receipt, type RefusalCode, type RefusalDetails } from "./host";

/** What a snapshot remembers of the account that it was made of. */
export interface Pinned {
  /** As it was, unused operations included. */
  current: Current;
  at: string;
  version: number;
  /** Tells one catalog from another. */
  catalog: string;
}

export interface Case {
  account: Account;
  version: number;
  pinned: Pinned;
  /** Operations used since the snapshot was made. */
  used: number;
  catalog: Catalog;
  catalogMark: string;
  taxRules: TaxRule[];
  settings: DeskSettings;
  confirmation: Confirmation;
}

export interface DeskSettings {
  /** Seconds that a snapshot holds. */
  maxAge: number;
  /** So many operations may be used between snapshot and confirmation without a new price. */
  pinnedOperations: number;
}

export const deskSettings: DeskSettings = { maxAge: 900, pinnedOperations: 1_000 };

/** What a confirmation leads to. */
export interface Outcome {
  /** Computed here; the only one that is charged. */
  preview: Preview;
  account: Account;
}

const messages: Partial<Record<RefusalCode, string>> = {
  role: "only an owner or an admin of the organisation changes its subscription",
  catalog_changed: "the catalog has changed since the page was opened",
  subscription_changed: "the subscription has changed since the page was opened",
  snapshot_expired: "the prices were confirmed too long ago",
  amount_changed: "what was shown differs from what is computed here",
  unanswered: "something that the change asks for is not answered",
  not_possible: "this change is not on offer",
  billing: "the billing details are not complete",
  in_progress: "another confirmation of this account is being carried out",
};

export function refuse(code: RefusalCode, details: Partial<RefusalDetails> = {}): never {
  throw new HostRefusal(code, { message: messages[code] ?? code, ...details });
}

/** Checks a confirmation from the top, and says what it leads to. Nothing is stored or charged here. */
export function examine(subject: Case): Outcome {
  const { account, confirmation, pinned } = subject;
  if (account.role === "member") refuse("role");
  const problems = confirmation.billing ? billingProblems(confirmation.billing, subject.taxRules) : [];
  if (problems.length > 0) refuse("billing", { problems: problems.map(({ field, code }) => ({ path: `billing.${field}`, code, message: code })) });

  const usageDrifted = subject.used > subject.settings.pinnedOperations;
  const moved = pinned.version !== subject.version;
  const before = moved || usageDrifted ? account.current : pinned.current;
  const checkout = subject.catalog.checkout(asOf(priced(before, subject), account.at));
  try {
    const { verdict, drift } = judge(checkout, subject);
    if (pinned.catalog !== subject.catalogMark) refuse("catalog_changed", { drift });
    if (moved) refuse("subscription_changed", { drift });
    if (verdict.problems.some(({ code }) => code === "stale" || code === "future")) refuse("snapshot_expired", { drift });
    if (drift.length > 0) refuse("amount_changed", { drift });
    if (verdict.problems.length > 0) refuse("unanswered", { problems: verdict.problems });
    const { preview } = verdict;
    if (preview.direction === "none" && preview.cause === null) refuse("not_possible");
    if (isCharged(preview) && !confirmation.billing && !account.billing) refuse("billing", { problems: [{ path: "billing", code: "missing", message: "is missing" }] });
    if (isCharged(preview) && confirmation.method === null) refuse("malformed", { message: "a way to pay is missing", problems: [{ path: "method", code: "missing", message: "is missing" }] });
    const people = staying(account, preview, confirmation.removed);
    const next = takeOff(checkout.apply(preview), usageDrifted ? 0 : subject.used);
    return { preview, account: { ...account, current: next, people, billing: confirmation.billing ?? account.billing, method: confirmation.method ?? account.method } };
  } catch (error) {
    if (!PricingError.is(error)) throw error;
    return refuseFor(error, subject);
  } finally {
    checkout.free();
  }
}

export function isCharged({ dueNow }: Preview): boolean {
  return /[1-9]/.test(dueNow);
}

/** With the taxes of the address that was given. */
function priced(current: Current, { account, confirmation, taxRules }: Case): Current {
  if (!confirmation.billing) return current;
  const taxes = taxesFor(confirmation.billing, taxRules, { billing: account.billing, taxes: current.taxes ?? [] });
  return { ...current, taxes };
}

/** The instant is the snapshot's, whatever the page says. */
function judge(checkout: Checkout, { account, confirmation, pinned, settings }: Case): { verdict: Verdict; drift: Drift[] } {
  const shown = confirmation.preview;
  const asked = { ...shown, change: { ...shown.change, at: pinned.at } };
  const verdict = checkout.verify(asked, { now: account.at, maxAge: settings.maxAge });
  const drift: Drift[] = shown.change.at === pinned.at ? verdict.drift : [{ path: "change.at", shown: shown.change.at, computed: pinned.at }, ...verdict.drift];
  return { verdict, drift };
}

/** What the engine does not understand is malformed; what it refuses is not on offer, unless something changed under it. */
function refuseFor(error: PricingError, { pinned, version, catalogMark }: Case): never {
  const problems = error.problems.map(({ code, path, message }) => ({ code, path: path === "" ? "preview" : `preview.${path}`, message }));
  if (pinned.catalog !== catalogMark) refuse("catalog_changed", { problems });
  if (pinned.version !== version) refuse("subscription_changed", { problems });
  if (error.kind === "refusal") refuse("not_possible", { problems });
  return refuse("malformed", { message: "the change is not understood", problems });
}

/** Where members leave, they are named; the owner stays. */
function staying(account: Account, preview: Preview, removed: string[]): Account["people"] {
  const asked = preview.required.find((action) => action.kind === "remove_members");
  const leaving = asked ? (preview.change.answers?.removeMembers ?? 0) : 0;
  if (account.people.length === 0) return [];
  const known = removed.every((id) => account.people.some((person) => person.id === id && person.role !== "owner"));
  if (!known || new Set(removed).size !== leaving || removed.length !== leaving) {
    refuse("unanswered", { problems: [{ code: "unanswered", path: "removed", message: `${leaving} members to be removed, by name, and never the owner` }] });
  }
  return account.people.filter(({ id }) => !removed.includes(id));
}

/** What was used since the snapshot is used of what the customer has now. */
export function takeOff(next: SubscriptionDocument, used: number): SubscriptionDocument {
  return next.unusedOperations === undefined ? next : { ...next, unusedOperations: Math.max(0, next.unusedOperations - used) };
}

export function receiptOf(number: string, before: Account, { preview }: Outcome, confirmation: Confirmation, catalog: { unit?: string; plans: { id: string; name: string }[]; addOns?: { id: string; name: string }[] }): Receipt {
  const from = hasSubscription(before.current) ? before.current.plan : null;
  const named = [from, preview.change.plan, ...preview.lines.flatMap((line) => [line.plan, line.addOn])];
  const names = [...catalog.plans, ...(catalog.addOns ?? [])].filter(({ id }) => named.includes(id)).map(({ id, name }) => [id, name] as const);
  return {
    number,
    at: before.at,
    preview,
    paid: preview.dueNow,
    method: isCharged(preview) ? confirmation.method : null,
    billing: confirmation.billing ?? before.billing,
    removed: before.people.filter(({ id }) => confirmation.removed.includes(id)).map(({ name }) => name),
    from,
    names: Object.fromEntries(names),
    unit: catalog.unit ?? "operations",
  };
}
