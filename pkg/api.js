// The package's functions and classes, the same on every host. An entry of a host makes an instance of the engine, with what
// the engine imports, and calls `attach`.
import * as engine from "./dist/prorata_bg.js";
import { drift } from "./drift.js";
import { PricingError, hostError } from "./error.js";
import { attachIntake, plain, valueAt, written } from "./intake.js";
import { attachTape, readTape } from "./tape.js";

export { inZone } from "./zone.js";
export { PricingError };

export const version = "0.1.0";

export const imports = { "./prorata_bg.js": engine };

let attached = false;

/** Takes an instance of the engine. */
export function attach({ exports }) {
  engine.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  attachIntake(attachTape(exports));
  attached = true;
}

function ensureAttached() {
  if (!attached) throw hostError("not_initialised", "The engine is not loaded yet: await init() first");
}

/** The answer on the tape, or the error that it holds. */
function answer(ok, input) {
  const read = readTape();
  if (ok) return read;
  // Values that the engine keeps no copy of (a number with a fraction, a list, an object) are looked up where they stand.
  for (const problem of read.problems) {
    if (problem.value !== undefined || !problem.path) continue;
    const value = valueAt(input, problem.path);
    if (typeof value === "object" || (typeof value === "number" && !Number.isSafeInteger(value))) problem.value = plain(value);
  }
  throw new PricingError(read.kind, read.problems);
}

/** Of a submitted preview the engine reads the change alone. */
function submitted(preview) {
  if (typeof preview !== "object" || preview === null || Array.isArray(preview)) return preview;
  return "change" in preview ? { change: preview.change } : {};
}

function rule(name) {
  return (input) => {
    ensureAttached();
    return answer(engine[name](written(input)), input);
  };
}

export const prorate = rule("prorate");
export const convertOperations = rule("convertOperations");
export const transferOperations = rule("transferOperations");
export const priceQuantity = rule("priceQuantity");
export const periods = rule("periods");

/** Something held in the engine's memory, until it is freed or forgotten. */
class Held {
  #handle;

  constructor(handle) {
    this.#handle = handle;
  }

  get handle() {
    if (!this.#handle) throw hostError("released", "This object was freed");
    return this.#handle;
  }

  free() {
    this.#handle?.free();
    this.#handle = undefined;
  }
}

export class Catalog {
  #held;

  constructor(input) {
    ensureAttached();
    this.#held = new Held(engine.openCatalog(written(input)) ?? answer(false, input));
  }

  checkout(input) {
    return new Checkout(this.#held.handle.checkout(written(input)) ?? answer(false, input));
  }

  free() {
    this.#held.free();
  }
}

export class Checkout {
  #held;

  constructor(handle) {
    if (!(handle instanceof engine.CheckoutHandle)) throw new TypeError("A checkout comes from catalog.checkout()");
    this.#held = new Held(handle);
  }

  preview(input) {
    return answer(this.#held.handle.preview(written(input)), input);
  }

  compare(input) {
    return answer(this.#held.handle.compare(written(input)), input);
  }

  alternatives(input) {
    return answer(this.#held.handle.alternatives(written(input)), input);
  }

  outlook(input, options) {
    return answer(this.#held.handle.outlook(written([input, options])), input);
  }

  schedule(input, count) {
    return answer(this.#held.handle.schedule(written([input, { count }])), input);
  }

  apply(input) {
    return answer(this.#held.handle.apply(written(submitted(input))), input);
  }

  verify(preview, options) {
    const shown = plain(preview);
    const { problems, preview: computed } = answer(this.#held.handle.verify(written([submitted(shown), options])), shown);
    const found = drift(shown, computed);
    return { ok: found.length === 0 && problems.length === 0, drift: found, problems, preview: computed };
  }

  free() {
    this.#held.free();
  }
}
