import init, { Catalog, type CatalogDocument, type Checkout } from "prorata";
import { attempt } from "./attempt";
import { asOf, isExpired } from "./expiry";
import { engineFailed, engineLoading, engineReady, type Current } from "./state";
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

const parsed = new WeakMap<CatalogDocument, Catalog>();

function parse(document: CatalogDocument): Catalog {
  let catalog = parsed.get(document);
  if (!catalog) parsed.set(document, (catalog = new Catalog(document)));
  return catalog;
}

let latest: { catalog: CatalogDocument; current: Current; expired: boolean; checkout: Checkout } | undefined;

/** One checkout is held at a time: every input asks the same one until what the customer has changes. */
export function checkoutFor(catalog: CatalogDocument, current: Current, at: string): Checkout {
  const expired = isExpired(current, at);
  if (latest && latest.catalog === catalog && latest.current === current && latest.expired === expired) return latest.checkout;
  const checkout = parse(catalog).checkout(asOf(current, at));
  latest?.checkout.free();
  latest = { catalog, current, expired, checkout };
  return checkout;
}

/** One question about somebody else than the customer. */
export function ask<T>(catalog: CatalogDocument, current: Current, question: (checkout: Checkout) => T): T {
  const checkout = parse(catalog).checkout(current);
  try {
    return question(checkout);
  } finally {
    checkout.free();
  }
}

/** Whether the engine takes both documents. */
export function accepts(catalog: CatalogDocument, current: Current): boolean {
  return attempt(() => ask(catalog, current, () => true)) ?? false;
}
