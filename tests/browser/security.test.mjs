// The page without the engine, for whatever reason, and what its code never does.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../scripts/command.mjs";
import { openSite } from "./page.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

const wasm = "**/*.wasm";
/** The page's own policy, but for what lets WebAssembly be compiled. */
const withoutWebAssembly = (page) =>
  page.route((url) => url.pathname === "/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(" &#39;wasm-unsafe-eval&#39;", "") });
  });

/** By what stands in the way: what puts it there, and what takes it away again, where anything does. */
const obstacles = {
  "the policy forbids WebAssembly": [withoutWebAssembly],
  "the browser has no WebAssembly": [(page) => page.addInitScript(() => delete globalThis.WebAssembly)],
  "the engine is not found": [(page) => page.route(wasm, (route) => route.fulfill({ status: 404 })), (page) => page.unroute(wasm)],
  "something else is served": [(page) => page.route(wasm, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" })), (page) => page.unroute(wasm)],
};

for (const [what, [build, remove]] of Object.entries(obstacles)) {
  test(`where ${what}, list prices and another try are offered`, async () => {
    const customer = await site.open({}, build);
    try {
      const { page } = customer;
      await customer.expectText(page.getByRole("alert"), "What is due today cannot be computed right now.");
      await listPricesOnly(customer);
      await remove?.(page);
      await page.getByRole("button", { name: "Try again" }).click();
      if (remove) return await customer.expectDue("$59.09");
      await customer.expectText(page.getByRole("alert"), "What is due today cannot be computed right now.");
      await listPricesOnly(customer);
    } finally {
      await customer.close();
    }
  });
}

test("while the engine is on its way, list prices are shown and nothing is due; then the figures come", async () => {
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  const customer = await site.open({}, (page) => page.route(wasm, (route) => held.then(() => route.continue())));
  try {
    await customer.expectText(customer.summary, "Prices are being prepared.");
    await listPricesOnly(customer);
    assert.equal(await customer.page.getByRole("alert").count(), 0);
    arrive();
    await customer.expectDue("$59.09");
    customer.check();
  } finally {
    await customer.close();
  }
});

async function listPricesOnly(customer) {
  const { page } = customer;
  await customer.expectText(customer.plan("Pro"), "$180.53 a month");
  assert.equal(await page.getByText("Due today", { exact: true }).count(), 0);
  assert.equal(await page.getByText(/[$]0(\.00)?\b/).count(), 0);
  assert.equal(await page.getByRole("button", { name: /^(Pay|Review)/ }).count(), 0);
}

test("no text is taken for markup or code", () => {
  const folder = join(root, "www/src");
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ts"));
  assert.ok(files.length > 20);
  const unsafe = /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|unsafeStatic|document\.write|srcdoc|createContextualFragment|eval\s*\(|new Function|javascript:)/;
  const found = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n").map((line, index) => [`${name}:${index + 1}`, line])).filter(([, line]) => unsafe.test(line));
  assert.deepEqual(found, []);
});

test("the built page has no script or style in its markup", () => {
  const markup = readFileSync(join(root, "www/dist/index.html"), "utf8");
  assert.match(markup, /<meta http-equiv="content-security-policy"/);
  assert.doesNotMatch(markup, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
});
