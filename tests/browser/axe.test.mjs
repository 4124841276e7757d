// axe-core over every state of the page: light and dark, on a desk and on a phone, in every language.
import assert from "node:assert/strict";
import axe from "axe-core";
import { after, before, test } from "node:test";
import { openSite } from "./page.mjs";
import { hindered, speak, states } from "./states.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DESK = { width: 1280, height: 900 };
// As high as the page is: on a lower one the bar at the bottom lies over whatever is scrolled under it.
const PHONE = { width: 375, height: 6000 };

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** Every violation with the places that have it. */
async function violations(page, options) {
  // As the browser's own tools do it, since the page's policy lets no script in.
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target, any, all }) => `${target.join(" ")} (${[...any, ...all].map(({ message }) => message).join("; ")})`).join(" | ")}`);
}

/** On a desk in light colours, on a phone in dark ones, and the other way round for the colours alone. */
async function inspect({ page }) {
  const found = [];
  const look = async (what, viewport, colorScheme, runOnly) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page, { runOnly })).map((violation) => `${what}: ${violation}`));
  };
  await look("light, desk", DESK, "light", TAGS);
  await look("dark, desk", DESK, "dark", ["color-contrast"]);
  await look("dark, phone", PHONE, "dark", TAGS);
  await look("light, phone", PHONE, "light", ["color-contrast"]);
  assert.deepEqual(found, []);
}

function state(name, reach, prepare) {
  test(name, async () => {
    const customer = await site.open({}, prepare);
    try {
      await reach(customer);
      await inspect(customer);
    } finally {
      await customer.close();
    }
  });
}

for (const [name, reach] of Object.entries(states)) state(name, reach);
for (const [name, hinder] of Object.entries(hindered)) state(name, () => {}, hinder);

for (const language of ["de", "ja", "ar"]) {
  for (const name of ["Make, everything open", "a review with teams to choose", "billing details with mistakes", "the receipt"]) {
    state(`${name}, in ${language}`, async (customer) => {
      await states[name](customer);
      await speak(customer, language);
    });
  }
}
