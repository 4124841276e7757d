// Memory after many previews, good and failing ones mixed, and after many checkouts that are opened and freed. Started
// with --expose-gc, so that what JavaScript merely has not collected yet does not count.
import { parseArgs } from "node:util";
import { table } from "./measure.mjs";
import { failing, scenarios } from "./scenarios.mjs";

const { values } = parseArgs({ options: { millions: { type: "string", default: "0.2" } } });
const many = Math.round(Number(values.millions) * 1_000_000);

const PAGE = 65_536;
/** The package makes one instance of the engine, and keeps it to itself. */
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const instance = new Instance(module, imports);
  memory = instance.exports.memory;
  return instance;
};
const { Catalog, PricingError } = await import("prorata");
const [{ catalog: document, subscription, changes }] = scenarios;
const mixed = [...changes, ...failing];
const catalog = new Catalog(document);
const checkout = catalog.checkout(subscription);

let failed = 0;
function previews(count) {
  for (let index = 0; index < count; index += 1) {
    try {
      checkout.preview(mixed[index % mixed.length]);
    } catch (error) {
      if (!PricingError.is(error)) throw error;
      failed += 1;
    }
  }
}

function checkouts(count) {
  for (let index = 0; index < count; index += 1) {
    const opened = new Catalog(document);
    const customer = opened.checkout(subscription);
    opened.free();
    customer.preview(changes[index % changes.length]);
    customer.free();
  }
}

const rows = [];
function record(what) {
  globalThis.gc();
  const { heapUsed, heapTotal, rss } = process.memoryUsage();
  const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
  rows.push([what, memory.buffer.byteLength / PAGE, megabytes(memory.buffer.byteLength), megabytes(heapUsed), megabytes(heapTotal), megabytes(rss)]);
}

record("the catalog and one checkout open");
previews(10_000);
record("after 10,000 previews");
previews(many - 10_000);
record(`after ${many.toLocaleString("en-US")} previews, ${failed.toLocaleString("en-US")} of them failing`);
checkouts(1_000);
record("after 1,000 more catalogs and checkouts, opened and freed");
table("(e) Memory", ["", "pages of WebAssembly", "MiB", "JavaScript heap MiB", "room for it MiB", "process MiB"], rows);
