import { Catalog } from "../peer/index.mjs";

export async function first({ catalog, subscription, change }) {
  return new Catalog(catalog).checkout(subscription).preview(change);
}
