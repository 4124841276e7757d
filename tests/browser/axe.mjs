// axe-core over the page: what a program can tell of WCAG 2.2 AA, and what is held to be good practice.
import assert from "node:assert/strict";
import axe from "axe-core";
import { after, before, test } from "node:test";
import { openSite } from "./page.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DESK = { width: 1280, height: 900 };
// As high as the page is: on a lower one the bar at the bottom lies over whatever is scrolled under it.
const PHONE = { width: 375, height: 6000 };

/** Every violation with the places that have it. */
async function violations(page, options) {
  // As the browser's own tools do it, since the page's policy lets no script in.
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, any, all }) => `${target.join(" ")} (${[...any, ...all].map(({ message }) => message).join("; ")})`).join(" | ")}`);
}

/** On a desk in light colours, on a phone in dark ones, and the other way round for the colours alone. */
export async function inspect({ page }, language = "en") {
  const found = [];
  const look = async (what, viewport, colorScheme, runOnly) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page, { runOnly, resultTypes: ["violations"] })).map((violation) => `${language}, ${what}: ${violation}`));
  };
  await look("light, desk", DESK, "light", TAGS);
  await look("dark, desk", DESK, "dark", ["color-contrast"]);
  await look("dark, phone", PHONE, "dark", TAGS);
  await look("light, phone", PHONE, "light", ["color-contrast"]);
  assert.deepEqual(found, []);
}

/** A test for each state, on a fresh page. */
export function inspectEach(states, hindered = {}) {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());
  for (const [name, inspections] of Object.entries(states)) {
    test(name, async () => {
      const customer = await site.open({}, hindered[name]);
      try {
        await inspections(customer);
      } finally {
        await customer.close();
      }
    });
  }
}

/** A state as it is reached, in English. */
export const inEnglish = (states) => Object.fromEntries(Object.entries(states).map(([name, reach]) => [name, async (customer) => {
  await reach(customer);
  await inspect(customer);
}]));
