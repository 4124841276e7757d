// One Chromium for the tests of `npm test`.
import { join } from "node:path";
import { findBrowser, setUpBrowser } from "./browsers.mjs";
import { root, run } from "./command.mjs";

/** Nothing but the page under test: no sandbox (which root cannot have), no calls home. */
export const CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function setUpChromium() {
  return setUpBrowser("chromium", ["Chromium by Playwright", () => run(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"], { quiet: true })]);
}

export async function launchChromium() {
  const { chromium } = await import("playwright-core");
  const [executablePath] = await findBrowser("chromium");
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}
