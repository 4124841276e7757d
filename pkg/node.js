// Node, Bun, Deno and bundles for them: loaded when imported. The engine comes as text in a module, since a bundled
// server no longer has the files of the package beside it.
import { Buffer } from "node:buffer";
import { attach, imports } from "./api.js";
import engine from "./dist/prorata_inline.js";

// Without top-level await, so that `require()` takes this module too.
attach(new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(engine, "base64")), imports));

/** Nothing is left to do here; the same line as on every host. */
export default async function init() {}

export { Catalog, Checkout, PricingError, convertOperations, inZone, periods, priceQuantity, prorate, transferOperations, version } from "./api.js";
