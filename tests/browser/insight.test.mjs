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
