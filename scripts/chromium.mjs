// One Chromium for the tests: the first that is there, or else the first that can be installed.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure, root, run, step } from "./command.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
// Nothing but the page under test: no sandbox (which root cannot have), no calls home.
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function find() {
  const { PRORATA_CHROMIUM: named, PATH } = process.env;
  if (named) {
    if (existsSync(named)) return named;
    throw new Failure(`PRORATA_CHROMIUM names no file: ${named}`);
  }
  const { chromium } = await import("playwright-core");
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find((path) => existsSync(path));
}

export async function setUpChromium() {
  if (await find()) return;
  const debian = existsSync("/etc/debian_version");
  await attempt("Chromium by Playwright", () => run(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"], { quiet: true }));
  if (!(await find()) && debian && process.getuid() === 0) {
    await attempt("Chromium by apt-get", async () => {
      await run("apt-get", ["update"]);
      await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env: { DEBIAN_FRONTEND: "noninteractive" } });
    });
  }
  if (!(await find())) throw new Failure(`the tests need a Chromium: ${debian ? "sudo apt-get install -y chromium" : "npx playwright-core install chromium"}`);
}

/** Another way may follow. */
function attempt(what, install) {
  return step(what, "about a minute", install).catch((error) => console.log(`✗ ${error.message}`));
}

export async function launchChromium() {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: await find(), args: FLAGS });
}
