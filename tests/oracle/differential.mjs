// node tests/oracle/differential.mjs [--cases N] [--seed S]
// Compares the engine with the oracle on random chains of changes. A case is one change: its whole preview, and what applying it gives.

import { readFileSync } from "node:fs";
import { Catalog, PricingError } from "../../pkg/node.js";
import { readCatalog } from "./catalog.mjs";
import { differences, ofEngine, ofOracle } from "./compare.mjs";
import { randomChange, randomStart } from "./generate.mjs";
import { preview } from "./preview.mjs";
import { unexplained } from "./explain.mjs";
import { random } from "./random.mjs";
import { Refusal } from "./refusal.mjs";
import { meaning, readSubscription } from "./subscription.mjs";
import { smallest } from "./shrink.mjs";

const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : Number(process.argv[at + 1]); };
const cases = option("cases", 20_000), seed = option("seed", (Date.now() ^ (process.pid << 8)) >>> 0), only = option("show", 40);

function askEngine(document, subscription, change) {
  let catalog, checkout;
  try {
    catalog = new Catalog(document);
    checkout = catalog.checkout(subscription);
    const shown = checkout.preview(change);
    return { flat: { ...ofEngine(shown), unexplained: unexplained(shown, readCatalog(document).money.mode, subscription?.taxes) }, applied: checkout.apply(shown) };
  } catch (error) {
    if (!PricingError.is(error)) return { error: `crash: ${error.message}` };
    return { error: error.code, document: error.kind === "document" };
  } finally { checkout?.free(); catalog?.free(); }
}

function askOracle(catalog, state, change) {
  try {
    const answer = preview(catalog, state, change);
    return { flat: { ...ofOracle(answer.preview, catalog.money), unexplained: "" }, state: answer.state };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.code };
    throw error;
  }
}

/** The differences of one change. `state` is the oracle's own where the chain has one. */
function compareOne({ document, subscription, change }, catalog = readCatalog(document), state = undefined) {
  const engine = askEngine(document, subscription, change);
  const oracle = askOracle(catalog, state ?? readSubscription(catalog, subscription), change);
  if (engine.error || oracle.error) {
    const found = engine.error === oracle.error ? [] : [{ path: "error", engine: engine.error ?? null, oracle: oracle.error ?? null }];
    return { found, engine, oracle };
  }
  const found = differences(engine.flat, oracle.flat);
  const applied = differences(prefixed(meaning(catalog, readSubscription(catalog, engine.applied))), prefixed(meaning(catalog, oracle.state)));
  return { found: [...found, ...applied], engine, oracle };
}
const prefixed = (object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [`applied.${key}`, value]));

let passed = 0, failed = 0;
const signatures = new Map();
function report(one, found) {
  const kind = ["renew", "cancel", "withdraw", "anchor", "extraOperations"].find((key) => one.change[key] !== undefined) ?? (one.subscription.plan ? "change" : "purchase");
  const signature = `${kind}: ${found.map(({ path, engine, oracle }) => (path === "error" ? `error ${engine} / ${oracle}` : path)).join(" ")}`;
  const entry = signatures.get(signature) ?? { count: 0, example: one };
  entry.count += 1;
  if (JSON.stringify(one).length < JSON.stringify(entry.example).length) entry.example = one;
  signatures.set(signature, entry);
}

// What was found once is asked again.
for (const { id, what, rule, ...one } of JSON.parse(readFileSync(new URL("findings.json", import.meta.url), "utf8"))) {
  const { found } = compareOne(one);
  if (!found.length) { passed += 1; continue; }
  failed += 1;
  console.log(`${id}: ${what} [${rule}]${found.map(({ path, engine, oracle }) => `\n      ${path}: engine ${engine} · oracle ${oracle}`).join("")}`);
}

const r = random(seed);
const started = performance.now();
let left = cases;
while (left > 0) {
  const { document, subscription } = randomStart(r);
  const catalog = readCatalog(document);
  let at = subscription, state = readSubscription(catalog, subscription);
  for (let step = 0, steps = 1 + r.below(5); step < steps && left > 0; step += 1, left -= 1) {
    const change = randomChange(r, document, state);
    const one = { document, subscription: at, change };
    let result;
    try { result = compareOne(one, catalog, state); } catch (error) { result = { found: [{ path: "oracle", engine: "", oracle: error.stack.split("\n").slice(0, 3).join(" ") }], engine: {} }; }
    if (!result.found.length) passed += 1;
    else { failed += 1; report(one, result.found); }
    // A disagreement that leaves no trace does not end the chain.
    if (result.found.some(({ path }) => ["oracle", "error"].includes(path) || path.startsWith("applied"))) break;
    if (result.engine.applied) { at = result.engine.applied; state = result.oracle.state; }
  }
}

console.log(`\nseed ${seed}, ${cases} random cases, ${Math.round(performance.now() - started)} ms`);
const groups = [...signatures].sort((a, b) => b[1].count - a[1].count);
for (const [signature, { count, example }] of groups.slice(0, only)) {
  const one = smallest(example, (candidate) => { try { return compareOne(candidate).found; } catch { return []; } });
  let found;
  try { ({ found } = compareOne(one)); } catch (error) { found = [{ path: "oracle", oracle: error.stack }]; }
  console.log(`\n${count} × ${signature}`);
  console.log(JSON.stringify({ catalog: one.document, subscription: one.subscription, change: one.change, differences: found }));
}
if (groups.length > only) console.log(`\n… and ${groups.length - only} more kinds`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
