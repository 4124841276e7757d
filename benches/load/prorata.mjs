import init, { Catalog } from "prorata";

export async function first({ catalog, subscription, change }) {
  await init();
  return new Catalog(catalog).checkout(subscription).preview(change);
}
