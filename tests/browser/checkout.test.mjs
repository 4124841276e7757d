// The checkout page in a browser. Every figure is worked by hand beside the test; none is copied from what the page printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reading, unmarked, visits } from "./page.mjs";

const visit = visits();

visit("a first purchase pays the full price of the first period", async (customer) => {
  await customer.startFrom("Make", "No subscription yet");
  // Core, 10,000 a month: 10.59. A period of 30 days from March 11 ends on April 10.
  await customer.expectDue("$10.59");
  await customer.expectText(customer.summary, "Then $10.59 a month from April 10, 2026");
  assert.deepEqual(await customer.lines(), { Core: "$10.59", Total: "$10.59" });
  await customer.summary.getByRole("button", { name: "Review and pay $10.59" }).click();
  await customer.goOn();
  await customer.bill("United States", { State: "Oregon" });
  await customer.goOn();
  await customer.dialog.getByLabel("Test card that is accepted").check();
  await customer.goOn();
  await customer.dialog.getByRole("button", { name: "Pay $10.59" }).click();

  await customer.expectText(customer.notice, "Your subscription to Core has begun.");
  await customer.expectText(customer.notice, "$10.59 paid on March 11, 2026.");
  await customer.expectText(customer.current, "10,000 operations unused");
  await customer.expectText(customer.plan("Core"), "Current plan");
});

visit("an upgrade turns unused operations into credit and keeps its numbers after paying", async (customer) => {
  // 113.85 × 160,000 ÷ 150,000 = 121.44; Pro with 150,000 costs 180.53; 180.53 − 121.44 = 59.09.
  await customer.expectDue("$59.09");
  const lines = { Pro: "$180.53", "Credit for 160,000 unused operations": "−$121.44", Total: "$59.09" };
  assert.deepEqual(await customer.lines(), lines);
  await customer.expectText(customer.summary, "$113.85 × 160,000 ÷ 150,000");
  await customer.expectText(customer.summary, "Then $180.53 a month from April 10, 2026");
  await customer.expectText(customer.plan("Pro"), "$59.09");
  // Teams with 150,000 costs 343.01; 343.01 − 121.44 = 221.57.
  await customer.expectText(customer.plan("Teams"), "$221.57");

  await customer.pay("$59.09");
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  await customer.expectDue("$59.09");
  assert.deepEqual(await customer.lines(), lines);
  await customer.expectText(customer.plan("Pro"), "Current plan");
  await customer.expectText(customer.current, "150,000 operations unused");
});

visit("without a server, orders are kept in the browser", async (customer) => {
  const { page } = customer;
  await customer.pay("$59.09");
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  await page.reload();
  const orders = page.getByRole("region", { name: "Your orders" });
  await customer.expectText(orders, "Kept in this browser only: this page has no server.");
  await customer.expectText(orders, "Upgrade from Core to Pro");
  await customer.expectText(customer.current, "150,000 operations unused");
});

visit("a credit above the bill is capped, and what is lost is said and acknowledged", async (customer) => {
  // Pro with 80,000 costs 107.06 and the credit is worth 121.44: 14.38 is lost.
  await customer.choice.getByLabel("Operations a month").selectOption("80000");
  await customer.expectDue("$0.00");
  await customer.expectText(customer.summary, "worth $121.44, limited to the bill of $107.06");
  await customer.expectText(customer.summary, "$14.38 of your credit of $121.44 is above the bill and is not paid out.");
  await customer.expectText(customer.plan("Pro"), "$14.38 not given back");
  await customer.summary.getByRole("button", { name: "Review the change" }).click();
  await customer.dialog.getByLabel("I understand that $14.38 is not given back.").check();
  await customer.dialog.getByRole("button", { name: "Confirm the change" }).click();
  await customer.expectText(customer.notice, "Nothing was charged on March 11, 2026.");
});

visit("a downgrade is blocked until the team is chosen and the change acknowledged", async (customer) => {
  await customer.startFrom("Make", "Teams, with three teams");
  // Pro with 40,000 costs 62.35 in full; 10,000 move along: 50,000 until 30 days after March 21.
  await customer.expectDue("$62.35");
  await customer.summary.getByRole("button", { name: "Review and pay $62.35" }).click();

  const { dialog } = customer;
  const row = (name) => dialog.getByRole("row", { name }).getByRole("cell").allInnerTexts();
  assert.deepEqual(await row(/^Plan/), ["Teams", "Pro"]);
  assert.deepEqual(await row(/^Operations/), ["150,000", "40,000"]);
  assert.deepEqual(await row(/^Price/), ["$343.01", "$62.35"]);
  assert.deepEqual(await row(/^Period ends/), ["March 31, 2026", "April 20, 2026"]);
  await customer.expectText(dialog, "50,000");
  await customer.expectText(dialog, "Moved and extra operations expire on April 20, 2026.");

  const goOn = dialog.getByRole("button", { name: "Continue" });
  assert.equal(await goOn.getAttribute("aria-disabled"), "true");
  await customer.expectText(dialog.locator(".missing"), "Choose the team to keep.");
  // A click leads to what is missing and goes nowhere.
  await goOn.click({ force: true });
  assert.equal(await dialog.isVisible(), true);
  assert.equal(await customer.page.evaluate(() => document.activeElement.name), "keep-team");

  await dialog.getByLabel("Sales").check();
  assert.equal(await goOn.getAttribute("aria-disabled"), "true");
  await dialog.getByLabel("I understand that this is a downgrade").check();
  assert.equal(await goOn.getAttribute("aria-disabled"), "false");
  await goOn.click();
  await dialog.getByRole("button", { name: "Pay $62.35" }).click();
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  await customer.page.waitForFunction(() => document.activeElement.className === "success");
  await customer.expectText(customer.current, "50,000 operations unused");
});

visit("from a year to the same tier by the month is a downgrade, and what is left moves along", async (customer) => {
  await customer.startFrom("Make", "Pro for a year, half of it left");
  // 20,000 a month cost 34.12; 20,000 + 90,000 = 110,000 until 30 days after July 1.
  await customer.expectDue("$34.12");
  await customer.expectText(customer.plan("Pro"), "Downgrade");
  await customer.expectText(customer.summary, "110,000");
  await customer.expectText(customer.summary, "Moved and extra operations expire on July 31, 2026.");
});

visit("tax is added and the balance taken off before anything is charged", async (customer) => {
  await customer.page.getByText("Edit what you have").click();
  await customer.select(customer.current.getByLabel("Tax"), "8.25%, on top");
  await customer.current.getByLabel("Balance in USD").fill("25.50");
  // 59.09 × 8.25 percent = 4.874925, so 4.87; 59.09 + 4.87 = 63.96; 63.96 − 25.50 = 38.46.
  await customer.expectDue("$38.46");
  const { Tax, Total, ...rest } = await customer.lines();
  assert.deepEqual({ Tax, Total, balance: rest["Paid from your balance"] }, { Tax: "$4.87", Total: "$63.96", balance: "$25.50" });
  assert.equal(await customer.summary.getByText("Taxes are not included.").count(), 0);
  await customer.current.getByLabel("Balance in USD").fill("25.5x");
  await customer.expectText(customer.current.locator("#field-current-balance-error"), "Enter an amount such as 25 or 25.50.");
  assert.equal(await customer.current.getByLabel("Balance in USD").inputValue(), "25.5x");
});

visit("a year of Core: the month's operations become credit, the prepaid months are named as lost", async (customer) => {
  await customer.startFrom("Make", "Core for a year");
  // 108.00 × 5,000 ÷ 120,000 = 4.50; Pro for a year costs 192.00; nine months of 9.00 are lost: 81.00.
  await customer.expectDue("$187.50");
  assert.deepEqual(await customer.lines(), { Pro: "$192.00", "Credit for 5,000 unused operations": "−$4.50", Total: "$187.50" });
  await customer.expectText(customer.summary, "$81.00 paid ahead for 90,000 operations that were still to come.");
  // Monthly 12 × 18.82 = 225.84; 225.84 − 192.00 = 33.84, which is 14.98 percent.
  await customer.expectText(customer.plan("Pro"), "Saves $33.84 a year (15%)");
});

visit("extra operations cost the plan's price per operation and 25 percent", async (customer) => {
  await customer.startFrom("Make", "Core for a year");
  // 108.00 × 1,000 ÷ 120,000 × 1.25 = 1.125, charged 1.13; ten thousand cost 11.25.
  await customer.expectText(customer.page.locator("extra-operations"), "1,000 operations for $1.13");
  const field = customer.page.getByRole("textbox", { name: "Extra operations to buy" });
  await field.fill("1000");
  await customer.expectDue("$1.13");
  await customer.expectText(customer.summary, "exactly $1.125, rounded");
  await field.fill("10000");
  await customer.expectDue("$11.25");
  await customer.pay("$11.25");
  await customer.expectText(customer.current, "15,000 operations unused");
});

visit("added seats are billed on confirmation for the rest of the period", async (customer) => {
  await customer.startFrom("Anaconda", "Business, with 12 seats");
  // 21 of 31 days: 15 × 50.00 × 21 ÷ 31 = 508.06, 12 × 50.00 × 21 ÷ 31 = 406.45; the difference is 101.61.
  await customer.expectDue("$101.61");
  await customer.expectText(customer.summary, "Then $750.00 a month from April 1, 2026");
  await customer.summary.getByRole("button", { name: "Review and pay $101.61" }).click();
  assert.equal(await customer.dialog.getByRole("button", { name: "Continue" }).getAttribute("aria-disabled"), "true");
  await customer.dialog.getByLabel("I understand that my payment method is charged $101.61 when I confirm.").check();
  await customer.goOn();
  await customer.dialog.getByRole("button", { name: "Pay $101.61" }).click();
  await customer.expectText(customer.current, "9 of 15 seats taken");
});

visit("removed seats become credit on the balance, never cash", async (customer) => {
  await customer.startFrom("Anaconda", "Business, with 12 seats");
  // Three seats fewer: 450.00 × 21 ÷ 31 = 304.84, 600.00 × 21 ÷ 31 = 406.45; 101.61 stays the customer's.
  await customer.choice.getByRole("textbox", { name: "Seats" }).fill("9");
  await customer.expectDue("$0.00");
  const lines = await customer.lines();
  assert.equal(lines["Added to your balance"], "$101.61");
  // Next month 450.00 − 101.61 = 348.39.
  await customer.expectText(customer.summary, "$348.39 on April 1, 2026");
  await customer.expectText(customer.summary, "Your organisation is full: all 9 seats are taken.");
});

visit("a first purchase beside an individual subscription warns of being billed twice", async (customer) => {
  await customer.startFrom("Anaconda", "No subscription yet, but an individual one");
  await customer.expectDue("$250.00"); // 5 × 50.00
  await customer.expectText(customer.summary, "Your individual subscription goes on beside this one and is billed too.");
});

visit("a cancellation takes two steps, keeps the period and can be taken back", async (customer) => {
  await customer.startFrom("Anaconda", "Business, with 12 seats");
  await customer.page.getByRole("button", { name: "Cancel subscription" }).click();
  const { dialog } = customer;
  await customer.expectDue("$0.00", dialog);
  await customer.expectText(dialog, "Your subscription stays active until April 1, 2026");
  const again = dialog.getByRole("button", { name: "Cancel subscription" });
  assert.equal(await again.getAttribute("aria-disabled"), "true");
  await dialog.getByLabel("I understand that my subscription ends on April 1, 2026.").check();
  await again.click();
  await customer.expectText(customer.notice, "Your subscription ends on April 1, 2026.");
  await customer.expectText(customer.current, "Until then you keep everything.");

  await customer.current.getByRole("button", { name: "Keep my subscription as it is" }).click();
  await customer.summary.getByRole("button", { name: "Review the change" }).click();
  await customer.dialog.getByRole("button", { name: "Keep my subscription" }).click();
  await customer.expectText(customer.notice, "You keep Business. Nothing changes.");
  assert.equal(await customer.current.getByText("Until then you keep everything.").count(), 0);
});

visit("cancelling leads to the free plan at the period's end, and nothing moves along", async (customer) => {
  await customer.page.getByRole("button", { name: "Cancel subscription" }).click();
  await customer.expectText(customer.dialog, "Your subscription stays active until March 31, 2026");
  await customer.expectText(customer.dialog.locator("change-facts"), "1,000");
  await customer.dialog.getByRole("button", { name: "Cancel subscription" }).click();
  await customer.expectText(customer.current, "Your subscription ends on March 31, 2026.");
  await customer.expectText(customer.current, "160,000 operations unused");
});

visit("members learn when they are deactivated after a cancellation", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.page.getByRole("button", { name: "Cancel subscription" }).click();
  // The period ends on April 1 and five days of grace follow; one of ten is the owner.
  await customer.expectText(customer.dialog, "On April 6, 2026 9 members are deactivated. The owner stays");
});

visit("a downgrade can wait for the period's end and be taken back", async (customer) => {
  await customer.startFrom("Anaconda", "Business, with 12 seats");
  await customer.choice.getByRole("textbox", { name: "Seats" }).fill("10");
  await customer.summary.getByLabel(reading("On April 1, 2026, when the period ends")).check();
  await customer.expectText(customer.summary, "The change happens on April 1, 2026 and can be withdrawn until then.");
  await customer.expectText(customer.summary, "Then $500.00 a month from April 1, 2026"); // 10 × 50.00
  await customer.summary.getByRole("button", { name: "Review the change" }).click();
  await customer.dialog.getByRole("button", { name: "Change on April 1, 2026" }).click();
  await customer.expectText(customer.notice, "On April 1, 2026 your subscription changes to 10 seats.");
  await customer.expectText(customer.current, "On April 1, 2026 your subscription changes to 10 seats.");
  await customer.expectText(customer.current, "9 of 12 seats taken");
  await customer.current.getByRole("button", { name: "Keep my subscription as it is" }).click();
  await customer.summary.getByRole("button", { name: "Review the change" }).click();
  await customer.dialog.getByRole("button", { name: "Keep my subscription" }).click();
  assert.equal(await customer.current.getByText("your subscription changes to").count(), 0);
});

visit("a cancellation that stands is told at every other change, with the day that it then takes effect", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.page.getByRole("button", { name: "Cancel subscription" }).click();
  await customer.dialog.getByRole("button", { name: "Cancel subscription" }).click();
  await customer.notice.waitFor();
  await customer.choosePlan("Business");
  await customer.expectText(customer.summary, "Your cancellation stands: your subscription ends on April 1, 2026.");
  await customer.summary.getByRole("radio", { name: /^Now, and a new period begins/ }).check();
  await customer.expectText(customer.summary, "Your cancellation stands: your subscription ends on April 11, 2026.");
});

visit("a change within the plan that waits is not told as one to another plan", async (customer) => {
  await customer.startFrom("Anaconda", "Starter for a year");
  await customer.choosePlan("Starter");
  await customer.page.getByRole("radio", { name: "Monthly", exact: true }).check();
  await customer.expectText(customer.summary, "Change Starter to monthly billing");
  await customer.summary.getByLabel(/when the period ends/).check();
  await customer.summary.getByRole("button", { name: "Review the change" }).click();
  await customer.dialog.getByRole("button", { name: /^Change on/ }).click();
  await customer.expectText(customer.notice, "your subscription to Starter changes.");
  await customer.expectText(customer.current, "your subscription to Starter changes.");
});

visit("add-ons alone are told as what changes", async (customer) => {
  await customer.startFrom("Anaconda", "Business, with 12 seats");
  await customer.choice.getByRole("textbox", { name: "Seats" }).fill("12");
  await customer.choice.getByRole("button", { name: "Onboarding session: +1" }).click();
  await customer.expectText(customer.summary, "Change the add-ons of Business");
  await customer.summary.getByRole("button", { name: "Review and pay $500.00" }).click();
  await customer.dialog.getByRole("checkbox").check();
  await customer.goOn();
  await customer.dialog.getByRole("button", { name: "Pay $500.00" }).click();
  await customer.expectText(customer.notice, "Your add-ons were changed.");
});

visit("leaving the review of a cancellation leaves everything as it was", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.page.getByRole("button", { name: "Cancel subscription" }).click();
  await customer.page.keyboard.press("Escape");
  assert.equal(await customer.dialog.isVisible(), false);
  // 12 × 15.00 × 21 ÷ 31 = 121.94, 10 × 15.00 × 21 ÷ 31 = 101.61; the difference is 20.33.
  await customer.expectDue("$20.33");
});

visit("a full organisation is told that nobody can join; seats make room", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.expectText(customer.current, "Your organisation is full: all 10 seats are taken. Nobody can join until you add seats or remove members.");
  await customer.pay("$20.33");
  await customer.expectText(customer.current, "10 of 12 seats taken");
  assert.equal(await customer.current.getByText("Nobody can join").count(), 0);
});

visit("too few seats for the members ask who goes", async (customer) => {
  await customer.startFrom("Nitro", "Business, with 28 members");
  // 25 × 15.00 × 21 ÷ 31 = 254.03 against 30 × 29.00 × 21 ÷ 31 = 589.35: 335.32 to the balance.
  await customer.expectDue("$0.00");
  assert.equal((await customer.lines())["Added to your balance"], "$335.32");
  await customer.summary.getByRole("button", { name: "Review the change" }).click();
  await customer.dialog.getByLabel("I understand that this is a downgrade").check();
  const confirm = customer.dialog.getByRole("button", { name: "Confirm the change" });
  assert.equal(await confirm.getAttribute("aria-disabled"), "true");
  for (const name of ["Jonas Weber", "Mei Tanaka", "Layla Haddad"]) await customer.dialog.getByLabel(name).check();
  assert.equal(await confirm.getAttribute("aria-disabled"), "false");
  await confirm.click();
  await customer.expectText(customer.current, "25 of 25 seats taken");
});

visit("a subscription that ran out can be renewed", async (customer) => {
  await customer.startFrom("Nitro", "Pro, run out three days ago");
  await customer.expectText(customer.current, "Ran out on April 1, 2026");
  await customer.expectDue("$150.00"); // 10 × 15.00
  await customer.pay("$150.00");
  await customer.expectText(customer.notice, "Your subscription to Pro is renewed.");
});

visit("what is not possible is a state with its reason, and what was typed stays", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  const seats = customer.choice.getByRole("textbox", { name: "Seats" });
  await seats.fill("40");
  await customer.expectText(customer.summary.locator("[data-refusal]"), "This plan allows at most 25 seats.");
  assert.equal(await seats.getAttribute("aria-invalid"), "true");
  assert.equal(await seats.inputValue(), "40");
  await seats.fill("4o");
  await customer.expectText(customer.page.locator("plan-options .field-error"), "Enter a whole number.");
  assert.equal(await seats.inputValue(), "4o");
  assert.equal(await customer.summary.getByRole("button").count(), 0);
  await seats.fill("12");
  await customer.expectDue("$20.33");
});

visit("every input is answered in the same frame, without the network", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.expectDue("$20.33");
  const requests = [];
  customer.page.on("request", (request) => requests.push(request.url()));
  const shown = await customer.page.evaluate(async () => {
    const slider = document.querySelector("#clock-slider");
    slider.value = "15";
    slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
    await document.querySelector("checkout-page").updateComplete;
    await new Promise(requestAnimationFrame);
    return document.querySelector("change-summary .due-large").textContent;
  });
  // March 16, 16 of 31 days: 180.00 × 16 ÷ 31 = 92.90, 150.00 × 16 ÷ 31 = 77.42; the difference is 15.48.
  assert.equal(shown, "$15.48");
  assert.deepEqual(requests, []);
});

visit("the amount is announced once the input is at rest", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.expectText(customer.page.getByRole("status"), "Due today: $20.33, then $180.00 a month from April 1, 2026.");
});

visit("an upgrade can be bought with the keyboard alone", async (customer) => {
  const { page } = customer;
  await customer.expectDue("$59.09");
  const focused = async () => unmarked(await page.evaluate(() => document.activeElement.getAttribute("aria-labelledby") ?? document.activeElement.textContent.trim()));
  const tabTo = async (what) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await focused()) === what) return;
    }
    assert.fail(`Tab does not reach ${what}`);
  };
  await tabTo("plan-pro-name");
  await page.keyboard.press("ArrowDown");
  await customer.expectDue("$221.57"); // Teams: 343.01 − 121.44
  await page.keyboard.press("ArrowUp");
  await customer.expectDue("$59.09");
  await tabTo("Review and pay $59.09");
  await page.keyboard.press("Enter");
  await customer.expectText(customer.dialog.locator("h2:focus"), "Review the change");
  await tabTo("Continue");
  await page.keyboard.press("Enter");
  await customer.expectText(customer.dialog.locator("h2:focus"), "Confirm your change");
  // Escape goes back one step, and nothing is lost.
  await page.keyboard.press("Escape");
  await customer.expectText(customer.dialog.locator("h2:focus"), "Review the change");
  await tabTo("Continue");
  await page.keyboard.press("Enter");
  await customer.expectText(customer.dialog.locator("h2:focus"), "Confirm your change");
  await tabTo("Pay $59.09");
  await page.keyboard.press("Enter");
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  await page.waitForFunction(() => document.activeElement.className === "success");
});

test("without the engine the page shows list prices and a way to try again", async () => {
  const customer = await visit.site().open({}, (page) => page.route("**/*.wasm", (route) => route.abort()));
  try {
    const { page } = customer;
    await customer.expectText(page.getByRole("alert"), "What is due today cannot be computed right now.");
    await customer.expectText(customer.plan("Pro"), "$180.53 a month");
    assert.equal(await page.getByText("Due today", { exact: true }).count(), 0);
    assert.equal(await page.getByText("$0.00", { exact: true }).count(), 0);
    await page.unroute("**/*.wasm");
    await page.getByRole("button", { name: "Try again" }).click();
    await customer.expectDue("$59.09");
  } finally {
    await customer.close();
  }
});

for (const organisation of ["Make", "Nitro", "Anaconda"]) {
  visit(`nothing of ${organisation} runs out of a page 320 pixels wide`, async (customer) => {
    await customer.page.getByRole("radio", { name: organisation, exact: true }).check();
    await customer.page.getByText("Edit what you have").click();
    assert.equal(await customer.page.evaluate(() => document.documentElement.scrollWidth), 320);
    // WCAG 2.5.8: a target is at least 24 pixels in both directions.
    const small = await customer.page.locator("button:visible, select:visible, summary:visible").evaluateAll((targets) =>
      targets.map((target) => [target.textContent.trim().slice(0, 30), target.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name));
    assert.deepEqual(small, []);
  }, { viewport: { width: 320, height: 700 } });
}

for (const colorScheme of ["light", "dark"]) {
  visit(`texts and controls stand out in the ${colorScheme} theme`, async ({ page }) => {
    const ratios = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const luminance = (name) => {
        const [red, green, blue] = style.getPropertyValue(`--${name}`).trim().slice(1).match(/../g).map((part) => parseInt(part, 16) / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ratio = (a, b) => {
        const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (light + 0.05) / (dark + 0.05);
      };
      const texts = [["ink", "paper"], ["muted", "paper"], ["muted", "surface"], ["muted", "sunken"], ["muted", "accent-soft"], ["accent", "surface"],
        ["accent", "paper"], ["on-accent", "accent"], ["alert", "alert-soft"], ["alert", "surface"], ["error", "surface"]];
      const all = [...texts.map((pair) => [pair, 4.5]), [["control", "surface"], 3], [["control", "paper"], 3], [["accent", "surface"], 3]];
      return all.filter(([[a, b], least]) => ratio(a, b) < least).map(([[a, b]]) => `${a} on ${b}: ${ratio(a, b).toFixed(2)}`);
    });
    assert.deepEqual(ratios, []);
  }, { colorScheme });
}

visit("every control has a name", async ({ page }) => {
  for (const organisation of ["Make", "Nitro", "Anaconda"]) {
    await page.getByRole("radio", { name: organisation, exact: true }).check();
    const nameless = await page.locator("input, select, button, summary").evaluateAll((controls) =>
      controls.filter((control) => !(control.labels?.length || control.getAttribute("aria-label") || control.getAttribute("aria-labelledby") || control.textContent.trim())).map((control) => control.outerHTML));
    assert.deepEqual(nameless, []);
  }
});
