// What makes the checkout page understandable. Every figure is worked by hand beside the test.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, unmarked } from "./page.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** Runs a visit and fails where the console complains. */
function visit(name, run, options, prepare) {
  test(name, async () => {
    const customer = await site.open(options, prepare);
    try {
      await run(customer);
      customer.check();
    } finally {
      await customer.close();
    }
  });
}

visit("every way of a change stands beside the others with today, next and its date", async (customer) => {
  await customer.startFrom("Anaconda", "Business, with 12 seats");
  await customer.choice.getByRole("textbox", { name: "Seats" }).fill("9");
  const ways = async () => (await customer.summary.locator(".way").allInnerTexts()).map((way) => unmarked(way).replaceAll(/\s+/g, " "));
  // Kept: 406.45 − 304.84 = 101.61 is credited, so April's 450.00 is 348.39. Restarted: 450.00 − 406.45 = 43.55 and 450.00 a
  // month from March 11 on. At the end: nothing now, 450.00 on April 1.
  assert.deepEqual(await ways(), [
    "Now $0.00 today Next $348.39 on April 1, 2026",
    "Now, and a new period begins $43.55 today Next $450.00 on April 11, 2026",
    "On April 1, 2026, when the period ends $0.00 today Next $450.00 on April 1, 2026",
  ]);
  assert.equal(await customer.summary.getByRole("radio", { name: /^Now \$/ }).isChecked(), true);
  // The keyboard alone moves from one way to the next.
  await customer.summary.getByRole("radio", { name: /^Now \$/ }).focus();
  await customer.page.keyboard.press("ArrowDown");
  await customer.expectDue("$43.55");
  await customer.page.keyboard.press("ArrowDown");
  await customer.expectDue("$0.00");
  await customer.expectText(customer.summary, "The change happens on April 1, 2026");
});

/** The answers to "How many do you need?", each as its texts. */
async function recommended(customer) {
  const answers = await customer.page.locator(".need-answer").evaluateAll((found) =>
    found.map((answer) => Object.fromEntries([["for", "h4"], ["plan", ".need-plan"], ["how", ".need-plan + .hint"], ["cost", ".need-cost"], ["next", ".need-cost + .hint"]].map(([key, selector]) => [key, answer.querySelector(selector)?.innerText]))));
  return answers.map((answer) => Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, value && unmarked(value)])));
}

async function open(customer, panel) {
  const summary = customer.page.locator("look-closer summary").nth(panel);
  await summary.focus();
  await customer.page.keyboard.press("Enter");
}

visit("how many operations are needed leads to the cheapest way, extra operations included, with the next best", async (customer) => {
  await open(customer, 0);
  const field = customer.page.locator("#field-need");
  await field.focus();
  await field.fill("25000");
  await customer.expectText(customer.page.locator(".need-answers"), "$24.70");
  assert.deepEqual(await recommended(customer), [
    // 18.82 for 20,000 and 18.82 × 5,000 ÷ 20,000 × 1.25 = 5.88125, 5.88; 40,000 cost 34.12, which is 9.42 more.
    { for: "For a month", plan: "Core", how: "20,000 operations a month · Monthly · with 5,000 extra operations for $5.88 a month", cost: "$24.70 a month", next: "Next best for $9.42 more: Core · 40,000 operations a month · Monthly" },
    // 192.00 and twelve times 192.00 × 5,000 ÷ 240,000 × 1.25 = 5.00; by the month 12 × 24.70 = 296.40, which is 44.40 more.
    { for: "For a year", plan: "Core", how: "20,000 operations a month · Annual · with 5,000 extra operations for $5.00 a month", cost: "$252.00 a year", next: "Next best for $44.40 more: Core · 20,000 operations a month · Monthly · with 5,000 extra operations for $5.88 a month" },
  ]);
  // Whoever needs the plan Teams pays 62.35 and 62.35 × 5,000 ÷ 20,000 × 1.25 = 19.484375, 19.48.
  await customer.page.getByLabel("Plan", { exact: true }).last().selectOption({ value: "teams" });
  await customer.expectText(customer.page.locator(".need-answers"), "$81.83 a month");
  await customer.page.getByLabel("Plan", { exact: true }).last().selectOption({ value: "" });
  await customer.page.locator(".need-answer").nth(1).getByRole("button", { name: "Choose this" }).press("Enter");
  await customer.expectText(customer.summary, "Then $192.00 a year");
});

visit("how many seats are needed leads to another answer for a month than for a year", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await open(customer, 0);
  // 12 × 15.00 = 180.00 against 12 × 29.00 = 348.00; a year is 12 × 150.00 = 1,800.00 against 12 × 180.00 = 2,160.00.
  const answers = [
    { for: "For a month", plan: "Pro", how: "12 seats · Monthly", cost: "$180.00 a month", next: "Next best for $168.00 more: Business · 12 seats · Monthly" },
    { for: "For a year", plan: "Pro", how: "12 seats · Annual", cost: "$1,800.00 a year", next: "Next best for $360.00 more: Pro · 12 seats · Monthly" },
  ];
  assert.deepEqual(await recommended(customer), answers);
  // Beyond the 25 seats of Pro only Business is left; beyond its 250 nothing is.
  const field = customer.page.locator("#field-need");
  await field.fill("26");
  await customer.expectText(customer.page.locator(".need-answers"), "Business");
  await field.fill("251");
  await customer.expectText(customer.page.locator(".need-answers"), "Nothing that is sold online is enough.");
  await field.fill("2o");
  await customer.expectText(customer.page.locator("need-finder .field-error"), "Enter a whole number.");
  // What is looked for is not what is chosen.
  await customer.expectDue("$20.33");
});
