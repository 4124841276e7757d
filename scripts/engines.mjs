// The three engines, and what drives them: apart from the other packages, since only `npm run test:engines` and the benchmarks need it.
import { BROWSERS, setUpBrowser } from "./browsers.mjs";
import { setUpChromium } from "./chromium.mjs";
import { Failure, npm, step } from "./command.mjs";
import { fingerprint, once } from "./stamp.mjs";

/** All of them, or those that PRORATA_ENGINES names. */
export function wantedEngines() {
  const names = process.env.PRORATA_ENGINES?.split(",") ?? Object.keys(BROWSERS);
  const unknown = names.find((name) => !(name in BROWSERS));
  if (unknown !== undefined) throw new Failure(`no engine is called ${unknown}, only ${Object.keys(BROWSERS).join(", ")}`);
  return names;
}

/** Installs what can be installed; otherwise names everything that is missing at once. */
export async function setUpEngines() {
  await installDrivers();
  const missing = [];
  for (const name of wantedEngines()) {
    try {
      await (name === "chromium" ? setUpChromium() : setUpBrowser(name));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      missing.push(error.message);
    }
  }
  if (missing.length) throw new Failure(`${missing.join("\n✗ ")}\n  PRORATA_ENGINES=chromium,firefox runs only the ones that it names.`);
}

export function installDrivers() {
  const made = fingerprint(["package.json", "package-lock.json"].map((name) => `tests/engines/${name}`));
  return once("engines", made, ["tests/engines/node_modules/.package-lock.json"], () =>
    step("drivers of the browsers", "about 10 s", () => npm(["ci", "--prefix", "tests/engines"])));
}
