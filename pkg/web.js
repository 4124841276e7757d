// Browsers and their bundlers: loaded by `init()`.
import { attach, imports } from "./api.js";
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
  const given = await (typeof source === "string" || source instanceof URL ? fetch(source) : source);
  const made = await (given instanceof Response ? instantiateResponse(given) : WebAssembly.instantiate(given, imports));
  // Of a compiled module it is the instance itself.
  attach(made.instance ?? made);
}

async function instantiateResponse(response) {
  if (!response.ok) throw new Error(`${response.url} gave ${response.status} ${response.statusText}`);
  // Compiled while it comes, which browsers do only with what is served as WebAssembly.
  if (response.headers.get("content-type") === "application/wasm") return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

export { Catalog, Checkout, PricingError, convertOperations, inZone, periods, priceQuantity, prorate, transferOperations, version } from "./api.js";
