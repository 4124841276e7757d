// What makes the checkout page understandable. Every figure is worked by hand beside the test.
import assert from "node:assert/strict";
import { reading, unmarked, visits } from "./page.mjs";

const visit = visits();

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

/** Opens a panel by its place; what opens within another one is none. */
async function open(customer, panel) {
  const summary = customer.page.locator(".closer-panel > summary").nth(panel);
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

/** A table's figures, row by row. */
const rowsOf = (table) => table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText)));

visit("what waiting costs is said, drawn and listed, by the day and by what is used", async (customer) => {
  await open(customer, 1);
  const panel = customer.page.locator("waiting-costs");
  // 20,000 of 180,000 operations were used in ten days: 2,000 a day. On March 31 there are 120,000 left, worth
  // 113.85 × 120,000 ÷ 150,000 = 91.08, and 180.53 − 91.08 = 89.45 are due; 89.45 − 59.09 = 30.36.
  await customer.expectText(panel, "If you change on March 31, 2026 instead of today, $30.36 more is due.");
  assert.equal(await panel.getByRole("textbox", { name: reading("Operations used a day") }).inputValue(), "2,000");
  const chart = panel.getByRole("slider", { name: "Day to look at" });
  await chart.focus();
  await customer.page.keyboard.press("ArrowRight");
  // 158,000 left: 119.92; 180.53 − 119.92 = 60.61.
  assert.match(unmarked(await chart.getAttribute("aria-valuetext")), /^Mar 12: \$60\.61/);
  await customer.page.keyboard.press("End");
  assert.match(unmarked(await chart.getAttribute("aria-valuetext")), /^Mar 31: \$89\.45/);
  await panel.getByText("As a table").press("Enter");
  const rows = await rowsOf(panel.locator("table"));
  assert.equal(rows.length, 21);
  assert.deepEqual([rows[0].slice(0, 3), rows[1].slice(0, 3), rows[20].slice(0, 3)], [["Mar 11, 2026", "0", "$59.09"], ["Mar 12, 2026", "2,000", "$60.61"], ["Mar 31, 2026", "40,000", "$89.45"]]);
  await panel.getByRole("radio", { name: reading("By operations used") }).press("Space");
  await chart.focus();
  await customer.page.keyboard.press("Home");
  await customer.page.keyboard.press("ArrowRight");
  assert.match(unmarked(await chart.getAttribute("aria-valuetext")), /^2,000 operations: \$60\.61/);
});

visit("where time is credited, waiting makes a change cheaper until nothing is left of the period", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await open(customer, 1);
  await customer.expectText(customer.page.locator("waiting-costs"), "If you change on April 1, 2026 instead of today, $20.33 less is due.");
});

visit("the next twelve invoices are drawn and listed as the engine computes them", async (customer) => {
  await customer.startFrom("Anaconda", "Business, with 12 seats");
  await customer.choice.getByRole("textbox", { name: "Seats" }).fill("9");
  await open(customer, 2);
  const panel = customer.page.locator("coming-invoices");
  // 101.61 of credit leave 450.00 − 101.61 = 348.39 in April; eleven times 450.00 follow: 5,298.39.
  await customer.expectText(panel, "$5,298.39 in 12 invoices until March 1, 2027.");
  await panel.getByText("As a table").press("Enter");
  const rows = await rowsOf(panel.locator("table"));
  assert.equal(rows.length, 12);
  assert.deepEqual([rows[0], rows[1], rows[11]], [
    ["Apr 1, 2026", "Apr 1 – May 1", "$450.00", "$101.61", "$348.39"],
    ["May 1, 2026", "May 1 – Jun 1", "$450.00", "$0.00", "$450.00"],
    ["Mar 1, 2027", "Mar 1 – Apr 1", "$450.00", "$0.00", "$450.00"],
  ]);
  const chart = panel.getByRole("slider", { name: "Invoice to look at" });
  await chart.focus();
  assert.equal(unmarked(await chart.getAttribute("aria-valuetext")), "April 1, 2026: $348.39");
  await customer.page.keyboard.press("ArrowRight");
  assert.equal(unmarked(await chart.getAttribute("aria-valuetext")), "May 1, 2026: $450.00");
  // One bar for each; the first is lower by the credit.
  const heights = await panel.locator(".chart-bar").evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("height"))));
  assert.equal(heights.length, 12);
  assert.ok(Math.abs(heights[0] / heights[1] - 348.39 / 450) < 0.01);
});

visit("charts are loaded when they are first looked at, and fit a page 320 pixels wide", async (customer) => {
  const requests = [];
  customer.page.on("request", (request) => requests.push(request.url()));
  assert.equal(await customer.page.evaluate(() => customElements.get("waiting-chart")), undefined);
  await open(customer, 1);
  await open(customer, 2);
  await customer.page.locator("waiting-chart svg").waitFor();
  await customer.page.locator("invoices-chart svg").waitFor();
  assert.ok(requests.some((url) => url.includes("waiting-costs")));
  await customer.page.locator("waiting-costs").getByText("As a table").press("Enter");
  assert.equal(await customer.page.evaluate(() => document.documentElement.scrollWidth), 320);
}, { viewport: { width: 320, height: 700 } });

visit("a line opens to its derivation, down to what limits and what rounds it", async (customer) => {
  const derivationOf = (locator) => locator.locator(".derivation dl > div").evaluateAll((steps) => steps.map((step) => [...step.children].map((part) => part.innerText)));
  await customer.choice.getByLabel("Operations a month", { exact: true }).selectOption("80000");
  const line = customer.summary.locator("price-lines .line").filter({ hasText: "Credit for" });
  const title = line.getByRole("button");
  assert.equal(await title.getAttribute("aria-expanded"), "false");
  await title.press("Enter");
  assert.equal(await title.getAttribute("aria-expanded"), "true");
  // 113.85 ÷ 150,000 = 0.000759; × 160,000 = 121.44, which Pro with 80,000 for 107.06 does not hold.
  assert.deepEqual((await derivationOf(line)).map((step) => step.map(unmarked)), [
    ["Price of a whole period", "$113.85 for 150,000 operations"],
    ["Price of one", "$0.000759"],
    ["Unused", "160,000 operations"],
    ["Worth", "$121.44"],
    ["Limited to the bill", "$107.06"],
    ["Amount", "$107.06"],
  ]);
  // It stays open while what it says follows the choice: 180.53 holds all of it.
  await customer.choice.getByLabel("Operations a month", { exact: true }).selectOption("150000");
  await customer.expectDue("$59.09");
  assert.deepEqual((await derivationOf(line)).map((step) => step.map(unmarked)).slice(3), [["Amount", "$121.44"]]);
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.summary.locator("price-lines .line").first().getByRole("button").press("Space");
  // 12 × 15.00 × 21 ÷ 31 = 121.9354838709677…, half up 121.94.
  assert.deepEqual((await derivationOf(customer.summary.locator("price-lines .line").first())).map((step) => step.map(unmarked)), [
    ["Price of a whole period", "$15.00"],
    ["Quantity", "12"],
    ["Remaining", "21 of 31 days"],
    ["Exactly", "$121.935483870968"],
    ["Amount", "$121.94"],
  ]);
});

visit("operations after a change are shown by how long they last", async (customer) => {
  const shown = async () => (await customer.summary.locator("change-facts section .line").allInnerTexts()).map((line) => unmarked(line).replaceAll(/\s+/g, " "));
  await customer.startFrom("Make", "Teams, with three teams");
  await customer.expectDue("$62.35");
  assert.deepEqual(await shown(), [
    "Granted by the plan Granted anew on April 20, 2026. 40,000",
    "Moved along Moved and extra operations expire on April 20, 2026. 10,000",
    "Available 50,000",
  ]);
  await customer.startFrom("Make", "Core for a year");
  const field = customer.page.getByRole("textbox", { name: reading("Extra operations to buy") });
  await field.fill("10000");
  await customer.expectDue("$11.25");
  assert.deepEqual(await shown(), [
    "Left in this period Granted anew on April 1, 2026. 5,000",
    "Bought on top Moved and extra operations expire on April 1, 2026. 10,000",
    "Available 15,000",
  ]);
});

visit("changing is weighed against staying and buying what will be missing, with the day on which that turns", async (customer) => {
  await open(customer, 1);
  const panel = customer.page.locator("waiting-costs");
  await customer.expectText(panel, "What is left lasts until March 31, 2026: to stay, nothing has to be bought.");
  const field = panel.getByRole("textbox", { name: reading("Operations used a day") });
  const use = async (number) => {
    await field.focus();
    await field.fill(number);
  };
  // Ten thousand a day need 200,000, of which 160,000 are left: 40,000 × 113.85 ÷ 150,000 × 1.25 = 37.95, below 59.09.
  await use("10000");
  await customer.expectText(panel, "Staying costs less: 40,000 extra operations until March 31, 2026 for $37.95.");
  // 14,000 need 280,000: 120,000 are missing, for 113.85. On March 16 the change costs 180.53 − 113.85 × 90,000 ÷ 150,000 =
  // 112.22, on March 17 180.53 − 113.85 × 76,000 ÷ 150,000 = 122.85.
  await use("14000");
  await customer.expectText(panel, "Staying costs more today: 120,000 extra operations until March 31, 2026 for $113.85. From March 17, 2026 on it costs less than changing.");
  await panel.getByText("Break-even").waitFor();
  await panel.getByText("As a table").press("Enter");
  const rows = await rowsOf(panel.locator("table"));
  assert.deepEqual([rows[5], rows[6]], [["Mar 16, 2026", "70,000", "$112.22", "$113.85"], ["Mar 17, 2026", "84,000", "$122.85", "$113.85"]]);
  // 15,000 need 140,000 more, and only 120,000 can still be bought.
  await use("15000");
  await customer.expectText(panel, "So many operations as will be missing until March 31, 2026 are not sold on top.");
});
