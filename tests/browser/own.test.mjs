// The visitor's own catalog, and the code behind a preview. Figures are worked by hand beside each test.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { unmarked, visits } from "./page.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'";
const visit = visits({ permissions: ["clipboard-read", "clipboard-write"] }, (page) =>
  page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  }));

async function openOwn(customer) {
  await customer.page.getByRole("radio", { name: "Your own", exact: true }).check();
  await customer.page.locator("code-editor:not([hidden]) .cm-content").waitFor();
}

/** Replaces a document by what is on the clipboard. */
async function paste(customer, name, content) {
  await customer.page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
  await customer.page.getByRole("textbox", { name }).focus();
  await customer.page.keyboard.press("Control+A");
  await customer.page.keyboard.press("Delete");
  await fromClipboard(customer, typeof content === "string" ? content : JSON.stringify(content, null, 1));
}

async function fromClipboard({ page }, content) {
  if (content === "") return;
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), content);
  await page.keyboard.press("Control+V");
}

/** What is wrong, and where: `["Catalog, line 3, column 7: …"]`. */
async function problems(customer) {
  const found = await customer.page.locator(".own-problems li").evaluateAll((items) => items.map((item) => `${item.querySelector("button").innerText}: ${item.querySelector("span").innerText}`));
  return found.map(unmarked);
}

const state = (customer) => customer.page.locator(".own-state");
const holds = (customer) => customer.expectText(state(customer), "Both documents hold.");

const shop = {
  currency: "JPY",
  unit: "credits",
  policy: "restart_with_credit",
  plans: [
    { id: "small", name: "Small", prices: [{ interval: { unit: "month", count: 3 }, amount: "9000" }] },
    { id: "large", name: "Large", prices: [{ interval: { unit: "month", count: 3 }, amount: "18000" }, { interval: "year", amount: "60000" }] },
  ],
};
const subscription = { plan: "small", interval: { unit: "month", count: 3 }, period: { start: "2026-01-01", end: "2026-04-01" } };

visit("the visitor's own documents begin as those on view and drive the whole page", async (customer) => {
  await customer.expectDue("$59.09");
  await openOwn(customer);
  await customer.expectDue("$59.09");
  await holds(customer);
  await paste(customer, "Catalog", shop);
  // The subscription is still that of another catalog.
  await customer.expectText(state(customer), "The page still shows the last documents that held.");
  await customer.expectDue("$59.09");
  await paste(customer, "Subscription", subscription);
  await holds(customer);
  await customer.choosePlan("Large");
  // March 11, 21 of 90 days left: 9,000 × 21 ÷ 90 = 2,100; 18,000 − 2,100 = 15,900.
  await customer.expectDue("¥15,900");
  await customer.expectText(customer.summary, "Then ¥18,000 every 3 months from June 11, 2026");
  await customer.choice.getByRole("radio", { name: "Annual" }).check();
  await customer.expectDue("¥57,900"); // 60,000 − 2,100
  // Another shop and back: nothing is lost.
  await customer.page.getByRole("radio", { name: "Make", exact: true }).check();
  await customer.expectDue("$59.09");
  await openOwn(customer);
  await holds(customer);
  await customer.expectText(customer.current, "Small");
});

visit("what was paid for several things is told with the share of each", async (customer) => {
  await openOwn(customer);
  const month = (id, name, amount) => ({ id, name, prices: [{ interval: "month", amount }] });
  await paste(customer, "Catalog", {
    currency: "USD", policy: { preset: "stripe", collect: "now" },
    plans: [month("basic", "Basic", "30.00"), month("plus", "Plus", "60.00")],
    addOns: [{ id: "backup", name: "Backup", interval: "month", amount: "10.00" }],
  });
  const march = { start: "2026-03-01", end: "2026-04-01" };
  await paste(customer, "Subscription", { plan: "basic", interval: "month", period: march, addOns: [{ id: "backup", quantity: 1 }], paid: [{ ...march, amount: "20.00" }] });
  await holds(customer);
  await customer.choosePlan("Plus");
  // 20.00 × 21 ÷ 31 × 30 ÷ 40 = 10.16 back; 60.00 × 21 ÷ 31 = 40.65.
  await customer.expectDue("$30.49");
  await customer.expectText(customer.summary, "$20.00 paid × 21 of 31 days unused");
  await customer.expectText(customer.summary, "× its share: $30.00 of the $40.00 that a period costs");
});

visit("a trial is told, and what the invoice after it bills once", async (customer) => {
  await openOwn(customer);
  await paste(customer, "Catalog", {
    currency: "USD", policy: "stripe",
    plans: [{ id: "basic", name: "Basic", prices: [{ interval: "month", amount: "10.00" }], trial: { unit: "day", count: 14 } }],
    addOns: [{ id: "setup", name: "Setup", interval: "once", amount: "50.00" }],
  });
  await paste(customer, "Subscription", { plan: "basic", interval: "month", status: "trial", trialEnd: "2026-03-15", period: { start: "2026-03-01", end: "2026-03-15" } });
  await holds(customer);
  await customer.expectText(customer.current, "Trial until March 15, 2026");
  await customer.choice.getByRole("button", { name: "Setup: +1" }).click();
  await customer.expectDue("$0.00");
  await customer.expectText(customer.summary, "Change the add-ons of Basic");
  await customer.expectText(customer.summary, "Then $10.00 a month from March 15, 2026");
  await customer.expectText(customer.summary, "$60.00 on March 15, 2026");
  await customer.expectText(customer.summary, "With Setup for $50.00, once");
  await customer.summary.getByRole("button", { name: "Review the change" }).click();
  await customer.expectText(customer.dialog, "With Setup for $50.00, once");
});

visit("what does not hold is named at its place, and the last documents that held stay", async (customer) => {
  await openOwn(customer);
  const wrong = `{
  "currency": "USD",
  "policy": "make",
  "colour": "red",
  "plans": [
    { "id": "core", "name": "Core", "prices": [
      { "interval": "month", "amount": "10.595", "operations": 10000 },
      { "interval": "month", "amount": "-1.00", "operations": 20000 }
    ] }
  ]
}`;
  await paste(customer, "Catalog", wrong);
  await customer.expectText(state(customer), "3 problems.");
  assert.deepEqual((await problems(customer)).map((problem) => problem.split(":")[0]).sort(), ["Catalog, line 4, column 3", "Catalog, line 7, column 40", "Catalog, line 8, column 40"]);
  await customer.expectText(customer.page.locator(".own-problems"), "plans[0].prices[0].amount: at most 2 decimals");
  await customer.expectDue("$59.09");
  // Each problem leads to its place, by the keyboard too.
  await customer.page.getByRole("button", { name: /line\D*4\D/ }).press("Enter");
  await customer.page.waitForFunction(() => document.activeElement?.tagName === "CODE-EDITOR");
  await customer.page.keyboard.insertText(" ");
  await customer.expectText(customer.page.locator(".own-problems"), "Catalog, line 4, column 4");
  // What was typed is still there after another shop was looked at.
  await customer.page.getByRole("radio", { name: "Nitro", exact: true }).check();
  await openOwn(customer);
  await customer.expectText(state(customer), "3 problems.");
});

visit("text that is no JSON, hostile names and odd values are told, not followed", async (customer) => {
  await openOwn(customer);
  await paste(customer, "Catalog", '{ "currency": "USD" "policy": "make" }');
  await customer.expectText(customer.page.locator(".own-problems"), "Catalog, line 1, column 21");
  await customer.expectText(customer.page.locator(".own-problems"), "A comma is expected here.");
  await paste(customer, "Catalog", '{ "__proto__": { "currency": "EUR" }, "constructor": 1, "plans": [] }');
  await customer.expectText(customer.page.locator(".own-problems"), "__proto__");
  assert.equal(await customer.page.evaluate(() => ({}).currency), undefined);
  for (const odd of ["", "[]", "null", "7", '"a"', `${"[".repeat(50_000)}${"]".repeat(50_000)}`]) {
    await paste(customer, "Catalog", odd);
    await customer.page.waitForFunction(() => document.querySelectorAll(".own-problems li").length > 0);
    await customer.expectDue("$59.09");
  }
});

visit("a document that is too large is refused, and what stood there stays", async (customer) => {
  await openOwn(customer);
  await customer.page.getByRole("textbox", { name: "Catalog" }).focus();
  await fromClipboard(customer, " ".repeat(500_001));
  await customer.expectText(state(customer), "This document is too large: at most 500,000 letters.");
  await customer.expectDue("$59.09");
  await customer.page.locator("own-catalog input[type=file]").setInputFiles({ name: "large.json", mimeType: "application/json", buffer: Buffer.alloc(600_000, 32) });
  await customer.expectText(state(customer), "This document is too large");
  await customer.page.locator("own-catalog input[type=file]").setInputFiles({ name: "subscription.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ plan: "core", interval: "month", operations: 10_000, period: { start: "2026-03-01", end: "2026-03-31" } })) });
  await customer.page.getByRole("textbox", { name: "Subscription" }).waitFor();
  await holds(customer);
  await customer.expectDue("$180.53"); // nothing is unused
});

visit("a link holds the visitor's own documents, too", async (customer) => {
  await openOwn(customer);
  await paste(customer, "Catalog", shop);
  await paste(customer, "Subscription", subscription);
  await holds(customer);
  await customer.choosePlan("Large");
  await customer.expectDue("¥15,900");
  const address = await customer.addressOnceSettled();
  const other = await visit.site().open();
  try {
    await other.page.goto("about:blank");
    await other.page.goto(address);
    await other.expectDue("¥15,900");
    await other.expectText(other.current, "Small");
    other.check();
  } finally {
    await other.close();
  }
});

visit("the code behind a preview runs and computes what the page shows", async (customer) => {
  const { page } = customer;
  const run = async () => execFileSync(process.execPath, ["--input-type=module", "--eval", await page.locator("code-panel .code").innerText()], { cwd: root, encoding: "utf8" }).trim();
  await page.locator(".closer-panel > summary").last().press("Enter");
  await customer.expectText(page.locator("code-panel .code"), "console.log");
  assert.equal(await run(), "59.09");
  await page.locator("copy-button button").press("Enter");
  await customer.expectText(page.locator("copy-button"), "Copied");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator("code-panel .code").innerText());
  await customer.startFrom("Nitro", "Pro, run out three days ago");
  await customer.expectDue("$150.00");
  assert.equal(await run(), "150.00");
  await customer.startFrom("Anaconda", "No subscription yet, but an individual one");
  await customer.expectDue("$250.00");
  assert.equal(await run(), "250.00");
});

visit("what was typed is there after a reload, also where it does not hold", async (customer) => {
  await openOwn(customer);
  await paste(customer, "Catalog", shop);
  await paste(customer, "Subscription", subscription);
  await holds(customer);
  await customer.expectText(customer.current, "Small");
  await paste(customer, "Catalog", '{ "currency": ');
  await customer.expectText(state(customer), "The page still shows the last documents that held.");
  await customer.addressOnceSettled();
  await customer.page.reload();
  await customer.page.locator("code-editor:not([hidden]) .cm-content").waitFor();
  await customer.expectText(customer.current, "Small");
  await customer.expectText(customer.page.locator(".own-problems"), "Catalog, line 1, column");
  assert.equal((await customer.page.getByRole("textbox", { name: "Catalog" }).innerText()).trim(), '{ "currency":');
});
