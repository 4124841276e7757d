// Runs cases in the format of FORMAT.md through the public interface of the package.
//
//   node tests/vectors/run.mjs [file…]
//
// Without files, every *.json beside this one. PRORATA_PACKAGE names another entry of the package.

import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { answer } from "./answers.mjs";
import { matches } from "./compare.mjs";
import { source, version } from "./engine.mjs";
import { show } from "./fraction.mjs";
import { read } from "./reading.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const DISPUTED = "disputed.json";

const disputed = new Map(JSON.parse(readFileSync(join(here, DISPUTED), "utf8")).map(({ id, reason }) => [id, reason]));
const named = process.argv.slice(2);
const files = named.length ? named : readdirSync(here).filter((name) => name.endsWith(".json") && name !== DISPUTED).sort().map((name) => join(here, name));

const printed = (value) => JSON.stringify(value, (_, item) => (typeof item?.n === "bigint" ? show(item) : item)) ?? "nothing";
const told = (error) => (error.code ? `${error.code} at ${error.path || "the document"}: ${error.message}` : error.message);

/** The keys of a case that fail, each with what was expected and what came. */
function failuresOf(vector) {
  const reading = read(vector);
  const results = answer(reading);
  return Object.entries(vector.expect).flatMap(([key, expected]) => {
    const { value, error } = results[key];
    if (!error && matches(expected, value, key, reading.clock)) return [];
    return [`${key}: expected ${printed(expected)}, computed ${error ? told(error) : printed(value)}`];
  });
}

const totals = { passed: 0, failed: 0, disputed: 0 };
console.log(`prorata ${version} (${source})`);
for (const file of files) {
  const counts = { passed: 0, failed: 0, disputed: 0 };
  for (const vector of JSON.parse(readFileSync(file, "utf8"))) {
    let failures;
    try {
      failures = failuresOf(vector);
    } catch (error) {
      failures = [told(error)];
    }
    const outcome = failures.length === 0 ? "passed" : disputed.has(vector.id) ? "disputed" : "failed";
    counts[outcome] += 1;
    for (const failure of failures) console.log(`${outcome} ${vector.id} (${vector.family}) ${failure}`);
    if (outcome === "disputed") console.log(`  disputed: ${disputed.get(vector.id)}`);
  }
  for (const outcome of Object.keys(totals)) totals[outcome] += counts[outcome];
  console.log(`${basename(file)}: ${counts.passed} passed, ${counts.failed} failed${counts.disputed ? `, ${counts.disputed} disputed` : ""}`);
}
if (totals.disputed) console.log(`${totals.disputed} disputed`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed ? 1 : 0);
