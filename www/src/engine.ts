import init, { Catalog, type Checkout } from "prorata";
import { catalogs, type OrganisationId } from "./organisations";
import { engineFailed, engineLoading, engineReady, hasSubscription, type Current } from "./state";
import { store } from "./store";

/** Loads the engine; runs again when the customer asks for another try. */
export async function start(): Promise<void> {
  store.update(engineLoading);
  try {
    await init();
    store.update(engineReady);
  } catch {
    store.update(engineFailed);
  }
}

const parsed = new Map<OrganisationId, Catalog>();

function catalogFor(organisation: OrganisationId): Catalog {
  let catalog = parsed.get(organisation);
  if (!catalog) parsed.set(organisation, (catalog = new Catalog(catalogs[organisation])));
  return catalog;
}

let latest: { organisation: OrganisationId; current: Current; expired: boolean; checkout: Checkout } | undefined;

/** One checkout is held at a time: every input asks the same one until what the customer has changes. */
export function checkoutFor(organisation: OrganisationId, current: Current, at: string): Checkout {
  const expired = isExpired(current, at);
  if (latest && latest.organisation === organisation && latest.current === current && latest.expired === expired) return latest.checkout;
  const document: Current = expired ? { ...current, status: "expired" } : current;
  const checkout = catalogFor(organisation).checkout(document);
  latest?.checkout.free();
  latest = { organisation, current, expired, checkout };
  return checkout;
}

/** The example has no renewal of its own: past the period's end the subscription has run out. */
export function isExpired(current: Current, at: string): boolean {
  return hasSubscription(current) && at > String(current.period.end).slice(0, 10);
}
