// Workers, where WebAssembly comes compiled as a module of its own and may not be compiled at run time.
import { attach, imports } from "./api.js";
import module from "./dist/prorata_bg.wasm";

attach(new WebAssembly.Instance(module, imports));

/** Nothing is left to do here; the same line as on every host. */
export default async function init() {}

export { Catalog, Checkout, PricingError, convertOperations, inZone, periods, priceQuantity, prorate, transferOperations, version } from "./api.js";
