// The page's state in its address, and what can be taken along. Figures are worked by hand beside each test.
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { unmarked, visits } from "./page.mjs";

const visit = visits();

const packed = (document) => deflateRawSync(typeof document === "string" ? document : JSON.stringify(document)).toString("base64url");

async function follow(customer, address) {
  await customer.page.goto("about:blank");
  await customer.page.goto(new URL(address, visit.site().address).href);
}

visit("a link shows another person the same preview", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.choosePlan("Business");
  await customer.choice.getByRole("textbox", { name: "Seats" }).fill("12");
  // 12 × 29.00 × 21 ÷ 31 = 235.74 and 10 × 15.00 × 21 ÷ 31 = 101.61; the difference is 134.13.
  await customer.expectDue("$134.13");
  const address = await customer.addressOnceSettled();
  assert.deepEqual(Object.fromEntries(new URL(address).searchParams), { shop: "nitro", example: "nitro-full", at: "2026-03-11", action: "change", plan: "business", interval: "month", seats: "12" });
  const other = await visit.site().open();
  try {
    await follow(other, address);
    await other.expectDue("$134.13");
    await other.expectText(other.current, "Pro");
    assert.equal(await other.addressOnceSettled(), address);
    other.check();
  } finally {
    await other.close();
  }
});

visit("a link holds what the customer has, too, where it is no example's", async (customer) => {
  await customer.page.getByText("Edit what you have").click();
  await customer.current.getByLabel("Balance in USD").fill("25.50");
  await customer.expectDue("$33.59"); // 59.09 − 25.50
  const address = await customer.addressOnceSettled();
  await follow(customer, address);
  await customer.expectDue("$33.59");
});

visit("Back returns to the plan that was chosen before, and past all that a slider did", async (customer) => {
  await customer.expectDue("$59.09");
  await customer.choosePlan("Teams");
  await customer.expectDue("$221.57"); // 343.01 − 121.44
  await customer.addressOnceSettled();
  const before = await customer.page.evaluate(() => history.length);
  await customer.page.locator("#clock-slider").focus();
  for (let day = 0; day < 5; day += 1) await customer.page.keyboard.press("ArrowRight");
  assert.equal(new URL(await customer.addressOnceSettled()).searchParams.get("at"), "2026-03-16");
  assert.equal(await customer.page.evaluate(() => history.length), before);
  await customer.choosePlan("Pro");
  await customer.expectDue("$59.09");
  await customer.addressOnceSettled();
  await customer.page.goBack();
  await customer.expectDue("$221.57");
  assert.equal(await customer.page.locator("#clock-date").inputValue(), "2026-03-16");
  await customer.page.goBack();
  await customer.expectDue("$59.09");
  await customer.page.goForward();
  await customer.expectDue("$221.57");
});

const hostile = [
  ["?shop=make&plan=gold&interval=fortnight&operations=-1&at=2026-02-30", "at, plan, interval, operations"],
  ["?shop=acme", "shop"],
  ["?shop=make&example=long-gone&seats=1e9&effective=yesterday&action=__proto__", "example, action, seats, effective"],
  ["?shop=own", "catalog"],
  ["#have=AAAA", "have"],
  ["#have=%00%ff%22", "have"],
  [`#have=${packed("{")}`, "have"],
  [`#have=${packed([1])}`, "have"],
  [`#have=${packed({ plan: "core", interval: "month", operations: 150_000, period: { start: "2026-03-31", end: "2026-03-01" } })}`, "have"],
  [`#have=${packed('{"__proto__":{"plan":"pro"},"constructor":1}')}`, "have"],
  // Six million letters that take six thousand.
  [`#have=${packed(`"${"a".repeat(6_000_000)}"`)}`, "have"],
  [`?shop=own#catalog=${packed({ currency: "USD", policy: "make", plans: [{ id: "a", name: "A", prices: [] }] })}`, "catalog"],
];
for (const [address, keys] of hostile) {
  visit(`a link that means nothing is told and harms nothing: ${address.slice(0, 60)}`, async (customer) => {
    await follow(customer, address);
    await customer.expectText(customer.page.locator("address-notice"), "Parts of this link mean nothing here");
    assert.equal(unmarked(await customer.page.locator("address-notice p").innerText()), `Parts of this link mean nothing here, or no longer do: ${keys}. The page shows what is left of it.`);
    await customer.expectDue("$59.09");
    await customer.page.getByRole("button", { name: "Dismiss" }).click();
    assert.equal(await customer.page.locator("address-notice p").count(), 0);
  });
}

visit("what others wrote into the address stays there", async (customer) => {
  await follow(customer, "?utm_source=mail");
  await customer.expectDue("$59.09");
  await customer.choosePlan("Teams");
  assert.equal(new URL(await customer.addressOnceSettled()).searchParams.get("utm_source"), "mail");
});

visit("the answer is copied as text, and as a link, by the keyboard alone", async (customer) => {
  const { page } = customer;
  await customer.expectDue("$59.09");
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await customer.summary.getByRole("button", { name: "Copy link" }).press("Enter");
  await customer.expectText(customer.summary.locator(".share"), "Copied");
  const link = await clipboard();
  assert.equal(new URL(link).searchParams.get("plan"), "pro");
  await customer.summary.getByRole("button", { name: "Copy as text" }).press("Enter");
  await page.waitForFunction(async (before) => (await navigator.clipboard.readText()) !== before, link);
  assert.equal(await clipboard(), `Upgrade from Core to Pro
Prices of March 11, 2026

Due today: $59.09
Then $180.53 a month from April 10, 2026

Pro: $180.53
  March 11 – April 10, 2026
Credit for 160,000 unused operations: −$121.44
  $113.85 × 160,000 ÷ 150,000
Total: $59.09

Available: 150,000 operations
Next invoice: $180.53 on April 10, 2026

Prices of plans are list prices, before tax.

${link}`);
}, { permissions: ["clipboard-read", "clipboard-write"] });
