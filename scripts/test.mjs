// `npm test`: every suite in order, and one line of totals. `node scripts/test.mjs NAME…` runs only the named ones, as
// `npm run test:engines` does with the one that needs two more browsers;
// `--bless` rewrites golden files instead of comparing with them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { build } from "./build.mjs";
import { setUpChromium } from "./chromium.mjs";
import { Failure, main, root, run } from "./command.mjs";
import { setUpEngines, wantedEngines } from "./engines.mjs";
import { installTarball } from "./package.mjs";
import { size } from "./size.mjs";
import { setUp, setUpLints } from "./tools.mjs";
import { runVectors } from "./vectors.mjs";

const SUITES = {
  format: () => run("cargo", ["fmt", "--all", "--check"]),
  "lint native": () => clippy("--all-targets"),
  // The binding is compiled for this target only.
  "lint wasm": () => clippy("-p", "prorata-wasm", "--target", "wasm32-unknown-unknown"),
  // One seed, so that a run says the same again; another by PROPTEST_RNG_SEED.
  rust: () => run("cargo", ["test", "--no-fail-fast"], { env: { PROPTEST_RNG_SEED: process.env.PROPTEST_RNG_SEED ?? "20260301" } }),
  build: (env) => build(env).then(installTarball),
  // From here on against the tarball, installed as a user would.
  vectors: () => runVectors(),
  // One seed here, too; `npm run oracle` takes another each time.
  oracle: () => run(process.execPath, ["tests/oracle/differential.mjs", "--cases", "20000", "--seed", process.env.PRORATA_SEED ?? "1"]),
  node: () => nodeTests("tests/node"),
  types: () => nodeTests("tests/types"),
  packaging: () => nodeTests("tests/packaging"),
  server: () => buildSite().then(() => nodeTests("tests/server")),
  browser: () => buildSite().then(() => nodeTests("tests/browser", { PRORATA_SITE: "built" })),
  size,
  engines: () => buildSite().then(everyEngine),
};
const names = Object.keys(SUITES);
/** Only when it is asked for: everything else needs one browser. */
const ASKED = ["engines"];
const needsBuild = (name) => names.indexOf(name) > names.indexOf("build");

const clippy = (...target) => run("cargo", ["clippy", ...target, "--", "-D", "warnings"]);

function nodeTests(folder, env = {}) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.mjs")).map((name) => `${folder}/${name}`);
  if (!files.length) throw new Failure(`${folder} has no *.test.mjs`);
  return run(process.execPath, ["--test", "--test-reporter=spec", "--test-timeout=900000", ...files], { env });
}

function choose(asked) {
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown) throw new Failure(`no suite is called ${unknown}, only ${names.join(", ")}`);
  if (!asked.length) return names.filter((name) => !ASKED.includes(name));
  return names.filter((name) => asked.includes(name) || (name === "build" && asked.some(needsBuild)));
}

/** Vite is there only after the set-up. */
async function buildSite() {
  const { buildPage, buildServer } = await import("./site.mjs");
  await Promise.all([buildPage(), buildServer()]);
}

/** One after the other, so that they do not take the processor from each other; all of them, whichever fails. */
async function everyEngine() {
  const outputs = [];
  const failed = [];
  for (const engine of wantedEngines()) {
    try {
      outputs.push(await nodeTests("tests/engines", { PRORATA_ENGINE: engine }));
    } catch (error) {
      outputs.push(error.output);
      failed.push(engine);
    }
  }
  const output = outputs.join("");
  if (failed.length) throw Object.assign(new Failure(`failed in ${failed.join(", ")}`), { output });
  return output;
}

/** What cargo and `tests/vectors` print of a run, and what Node's runner does. */
const COUNTS = /^(?:test result: \w+\. )?(?<passed>\d+) passed[;,] (?<failed>\d+) failed(?:[;,] (?<skipped>\d+) (?:ignored|skipped))?/gm;
const NODE_COUNTS = /^ℹ pass (?<passed>\d+)\nℹ fail (?<failed>\d+)\nℹ cancelled (?<cancelled>\d+)\nℹ skipped (?<skipped>\d+)/gm;

/** Sums the counts in what a suite printed; a suite without any is one test. */
function count(output, ok) {
  const text = stripVTControlCharacters(output);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { groups } of [...text.matchAll(COUNTS), ...text.matchAll(NODE_COUNTS)]) {
    total.passed += Number(groups.passed);
    total.failed += Number(groups.failed) + Number(groups.cancelled ?? 0);
    total.skipped += Number(groups.skipped ?? 0);
  }
  return ok ? { ...total, passed: total.passed || 1 } : { ...total, failed: total.failed || 1 };
}

async function runSuite(work) {
  const start = performance.now();
  let output;
  let ok = true;
  try {
    output = await work();
  } catch (error) {
    ok = false;
    output = error.output;
    console.error(error instanceof Failure ? `✗ ${error.message}` : error);
  }
  return { ...count(output ?? "", ok), seconds: Math.round((performance.now() - start) / 1000) };
}

await main(async () => {
  const { values, positionals } = parseArgs({ options: { bless: { type: "boolean" } }, allowPositionals: true });
  const chosen = choose(positionals);
  if (values.bless) process.env.PRORATA_BLESS = "1";

  const env = await setUp();
  await setUpLints();
  if (chosen.includes("packaging") || chosen.includes("browser")) await setUpChromium();
  if (chosen.includes("engines")) await setUpEngines();

  const results = {};
  for (const name of chosen) {
    console.log(`\n━━ ${name}`);
    results[name] = await runSuite(() => {
      if (needsBuild(name) && results.build.failed) throw new Failure("not run, since there is no build");
      return SUITES[name](env);
    });
  }

  console.log();
  console.table(results);
  const total = (key) => Object.values(results).reduce((sum, result) => sum + result[key], 0);
  console.log(`${total("passed")} passed, ${total("failed")} failed${total("skipped") ? `, ${total("skipped")} skipped` : ""}`);
  if (total("failed")) process.exitCode = 1;
});
