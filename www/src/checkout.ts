/** Talks with the host: opens accounts, takes snapshots, confirms. What it answers goes into the state. */
import { accountOpened, asking, confirmed, confirming, hostKnown, openedOf, openReview, refuse, removedOf, renewed, snapshotTaken, type Refused } from "./checkout-state";
import { examples } from "./examples";
import { newAccount, peopleFor } from "./host/account";
import type { HostConfiguration } from "./host/configuration";
import { HostRefusal, type Account, type AccountId, type Arrangement, type Confirmation, type Host, type Opening } from "./host/host";
import { localHost } from "./host/local";
import { opaqueId } from "./host/opaque";
import { remoteHost } from "./host/remote";
import { catalogs } from "./organisations";
import { chooseExample, type Action, type PageState } from "./state";
import { store } from "./store";
import { computeView, unanswered } from "./view";

const local = localHost({ newAccount: beginning, catalogOf: (id) => (id === "own" ? store.state.catalog : catalogs[newAccount(id).organisation]), storage: storage() });
let remote: Host | undefined;

/** The visitor's own documents are nobody else's business. */
function hostOf(id: AccountId): Host {
  return id === "own" ? local : (remote ?? local);
}

function beginning(id: AccountId): Account {
  if (id !== "own") return newAccount(id);
  const { current, at } = store.state;
  return { id, organisation: "own", at, role: "owner", current, people: peopleFor(current), billing: null, method: null };
}

/** Browsers may forbid it, also by throwing. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Asks who the host is, and for the account on view; again whenever another one is. */
export async function startHost(): Promise<void> {
  const configuration = await fetch("./host.json").then((response) => response.json() as Promise<HostConfiguration>).catch(() => undefined);
  if (configuration?.endpoint) remote = remoteHost(configuration.endpoint);
  if (configuration) store.update(hostKnown({ links: configuration.links, remote: remote !== undefined }));
  let shown = store.state.checkout.account;
  store.subscribe(() => {
    const id = store.state.checkout.account;
    if (id === shown) return;
    shown = id;
    void openAccount();
  });
  await openAccount();
}

export async function openAccount(): Promise<void> {
  await ask(async (id) => {
    const opening = await hostOf(id).open(id);
    return accountOpened(opening, opaqueId(), isUntouched(store.state));
  });
}

/** The page shows the example as it begins: then the account, as the visitor left it, may take its place. */
function isUntouched({ example, current, at }: PageState): boolean {
  const begun = examples.find(({ id }) => id === example);
  return begun !== undefined && begun.at === at && begun.current === current;
}

/** Sets the demonstration, and shows what comes of it. */
export async function arrange(arrangement: Omit<Arrangement, "version">): Promise<void> {
  const { example } = store.state;
  await ask(async (id) => {
    const version = store.state.checkout.opening?.version ?? (await hostOf(id).open(id)).version;
    const opening = await hostOf(id).arrange(id, { ...arrangement, version });
    if (arrangement.restart) store.update(chooseExample(example));
    return accountOpened(opening, opaqueId(), arrangement.restart === true);
  });
}

/** Opens the review at once; the snapshot for it comes meanwhile. */
export async function beginCheckout(): Promise<void> {
  store.update(openReview);
  await ask(async (id) => snapshotTaken(await snapshotFor(id, store.state), opaqueId()));
}

/** Where the visitor set the clock or what the customer has, the host is told so first. */
async function snapshotFor(id: AccountId, { at, current, checkout }: PageState): Promise<Opening> {
  const host = hostOf(id);
  const known = checkout.opening ?? (await host.open(id));
  if (known.role === "member") return known;
  const { account, version } = known;
  const changed = JSON.stringify(account.current) !== JSON.stringify(current);
  if (!changed && account.at === at) {
    const opening = await host.open(id);
    if (opening.version !== version) throw new HostRefusal("subscription_changed", { message: "the subscription was changed elsewhere" });
    return opening;
  }
  return host.arrange(id, { version, at, ...(changed && { current }) });
}

let pending: Promise<void> = Promise.resolve();

/** One question after the other; an answer for another account comes too late. */
function ask(question: (id: AccountId) => Promise<Action>): Promise<void> {
  pending = pending.then(() => askNow(question));
  return pending;
}

async function askNow(question: (id: AccountId) => Promise<Action>): Promise<void> {
  const id = store.state.checkout.account;
  store.update(asking);
  try {
    const answer = await question(id);
    if (store.state.checkout.account === id) store.update(answer);
  } catch (error) {
    if (store.state.checkout.account === id) await take(error, id);
  }
}

/** Waits for the snapshot where it is still on its way. */
export async function confirmChange(): Promise<void> {
  if (store.state.checkout.waiting === "confirming") return;
  await pending;
  const { state } = store;
  const { preview } = computeView(state);
  const opened = openedOf(state);
  if (!preview || !opened || state.checkout.trail.length === 0 || unanswered(preview).length > 0) return;
  const id = state.checkout.account;
  const { billing, method, key } = state.checkout;
  const confirmation: Confirmation = { snapshot: opened.snapshot.id, key, preview, billing: billing.country === "" ? null : billing, method, removed: removedOf(state) };
  store.update(confirming);
  try {
    const answer = await hostOf(id).confirm(confirmation);
    store.update(confirmed(answer, opaqueId()));
  } catch (error) {
    await take(error, id);
  }
}

const changed: readonly string[] = ["amount_changed", "catalog_changed", "subscription_changed", "snapshot_expired", "already_confirmed", "role"];

/** A no of the host; where things changed, the page is given them as they are now. */
async function take(caught: unknown, id: AccountId): Promise<void> {
  const error = refusalOf(caught);
  const refused: Refused = { code: error.code, details: error.details, shown: computeView(store.state).preview ?? null };
  // Whether an unanswered confirmation was carried out is not known: the same key asks again.
  const key = error.code === "unreachable" || error.code === "failed" || error.code === "too_many" ? store.state.checkout.key : opaqueId();
  if (!changed.includes(error.code)) return store.update(refuse(refused, key));
  try {
    store.update(renewed(refused, await hostOf(id).open(id), key));
  } catch (again) {
    const { code, details } = refusalOf(again);
    store.update(refuse({ ...refused, code, details }, key));
  }
}

/** What is no refusal is a defect, and must not leave the page waiting. */
function refusalOf(error: unknown): HostRefusal {
  if (error instanceof HostRefusal) return error;
  console.error(error);
  return new HostRefusal("failed", { message: "something went wrong on the page" });
}
