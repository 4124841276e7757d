// The built page and the package in the engine that PRORATA_ENGINE names, from a folder deep in a plain file server, under the page's own policy.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../scripts/command.mjs";
import { policyOf, reported, serveFiles } from "../static.mjs";
import { Customer } from "./customer.mjs";
import { openEngine } from "./driver/index.mjs";
import { expected } from "./expected.mjs";
import { flows } from "./flows.mjs";

const DEEP = "/some/deep/path/";
const folders = { [DEEP]: join(root, "www/dist"), "/package/": join(root, "tests/node_modules/prorata") };
const read = (path) => readFileSync(join(root, path), "utf8");
const golden = readdirSync(join(root, "tests/golden")).filter((name) => name.endsWith(".request.json")).map((name) => {
  const { catalog, ...request } = JSON.parse(read(`tests/golden/${name}`));
  return { name, catalog: JSON.parse(read(`www/catalogs/${catalog}.json`)), request, answer: read(`tests/golden/${name.replace(".request.", ".answer.")}`).trimEnd() };
});

let site;
let engine;
before(async () => {
  site = await serveFiles(folders, { headers: reported(policyOf(folders[DEEP])) });
  engine = await openEngine(process.env.PRORATA_ENGINE);
  console.log(engine.title);
});
after(() => Promise.all([site?.close(), engine?.close()]));

/** Runs a visit on a fresh page, and fails where the browser reports that the page broke its policy. */
function visit(what, work, address = () => `${site.origin}${DEEP}`) {
  test(what, async () => {
    site.reports.length = 0;
    const page = await engine.open();
    try {
      await page.goto(address());
      await work(page);
    } finally {
      await page.close();
    }
    assert.deepEqual(site.reports, []);
  });
}

for (const flow of flows) {
  visit(`${flow.system}: ${flow.what} shows what Node computes`, async (page) => {
    const customer = new Customer(page);
    await customer.startFrom(flow.system, flow.example);
    await flow.act(customer);
    await compare(customer, flow);
  });
}

visit("an upgrade goes through its steps, is paid, and its receipt says what was shown", async (page) => {
  const customer = new Customer(page);
  const { due, lines } = expected({ id: "make-upgrade", change: { plan: "pro", interval: "month", operations: 150_000 } });
  await customer.expectDue(due);
  await page.click("button", `Review and pay ${due}`);
  await page.click("button", "Continue");
  await page.click("button", `Pay ${due}`);
  await page.find("button", "Receipt", { begins: true });
  await customer.expectDue(due);
  const shown = await customer.figures();
  for (const amount of lines) assert.ok(shown.lines.includes(amount), `${amount} among ${shown.lines}`);
});

for (const [language, locale] of [["Deutsch", "de-DE"], ["日本語", "ja-JP"], ["العربية", "ar-EG"]]) {
  visit(`in ${language} the figures are written as Node writes them`, async (page) => {
    await page.choose("Language", language);
    await new Customer(page).expectDue(expected({ id: "make-upgrade", change: { plan: "pro", interval: "month", operations: 150_000 } }, locale).due);
  });
}

visit("the golden answers are the same to the byte", async (page) => {
  const given = golden.map(({ catalog, request }) => ({ catalog, ...request }));
  const answers = await page.evaluate(answer, `${site.origin}/package/web.js`, given);
  assert.deepEqual(answers, golden.map(({ answer }) => answer));
});

test("a server that does not know the type of .wasm will do", async () => {
  const plain = await serveFiles(folders, { types: { ".wasm": "application/octet-stream" } });
  const page = await engine.open();
  try {
    await page.goto(`${plain.origin}${DEEP}`);
    await compare(new Customer(page), { id: flows[0].id, change: { plan: "pro", interval: "month", operations: 150_000 } });
  } finally {
    await page.close();
    await plain.close();
  }
});

test("what breaks the policy would be noticed", async () => {
  site.reports.length = 0;
  const page = await engine.open();
  try {
    await page.goto(`${site.origin}${DEEP}`);
    await page.evaluate(() => document.body.setAttribute("style", "color: red"));
    await page.eventually("a report", () => assert.match(site.reports.join(), /style-src/));
  } finally {
    await page.close();
  }
});

/** In the page: every request answered by the package, as text. */
async function answer(address, given) {
  const { default: init, Catalog, PricingError } = await import(address);
  await init();
  return given.map(({ catalog, subscription, change }) => {
    try {
      return JSON.stringify(new Catalog(catalog).checkout(subscription).preview(change), null, 2);
    } catch (error) {
      if (!PricingError.is(error)) throw error;
      return JSON.stringify({ kind: error.kind, problems: error.problems }, null, 2);
    }
  });
}

async function compare(customer, flow) {
  const right = expected(flow);
  await customer.expectDue(right.due);
  const shown = await customer.figures();
  for (const amount of right.lines) assert.ok(shown.lines.includes(amount), `${amount} among ${shown.lines}`);
  for (const amount of right.then) assert.ok(shown.then.some((sentence) => sentence.includes(amount)), `${amount} in ${shown.then}`);
  if (flow.change.plan) assert.equal(shown.plans[flow.change.plan], right.plan(flow.change));
}
