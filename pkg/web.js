// Browsers and their bundlers: loaded by `init()`.
import { attach } from "./api.js";
import load from "./dist/prorata.js";
import { hostError } from "./error.js";

let loading;

/** Loads the engine once, however often it is called; after a failure the next call tries again. */
export default function init(source) {
  loading ??= start(source).catch((cause) => {
    loading = undefined;
    throw Object.assign(hostError("load_failed", `The engine could not be loaded: ${cause.message}`), { cause });
  });
  return loading;
}

// The address is written out here and nowhere else: bundlers that read it emit the file once.
async function start(source = new URL("./dist/prorata_bg.wasm", import.meta.url)) {
  await load({ module_or_path: source });
  attach();
}

export { Catalog, Checkout, PricingError, convertOperations, inZone, periods, priceQuantity, prorate, transferOperations, version } from "./api.js";
