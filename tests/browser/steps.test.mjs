// The steps from review to receipt, in front of the real server. Every figure is worked by hand beside the test.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startServer } from "../server/server.mjs";
import { openSite } from "./page.mjs";

let site;
let server;
/** What stands until the last test is over. */
const lasting = { ends: [], after: (end) => lasting.ends.push(end) };

before(async () => {
  site = await openSite(async () => {
    server = await startServer(lasting);
    return { address: server.address, close: () => server.stop() };
  });
});
after(async () => {
  await site?.close();
  for (const end of lasting.ends.reverse()) await end();
});

/** Runs a visit and fails where the console complains; a refusal is an answer, though browsers report its status. */
function visit(name, run, options) {
  test(name, async () => {
    const customer = await site.open(options);
    try {
      await run(customer);
      assert.deepEqual(customer.complaints.filter((text) => !text.startsWith("Failed to load resource")), []);
    } finally {
      await customer.close();
    }
  });
}

const refusal = (customer) => customer.page.locator("[data-refused]");
const orders = (customer) => customer.page.getByRole("region", { name: "Your orders" });
const payButton = (customer, amount) => customer.dialog.getByRole("button", { name: `Pay ${amount}` });

visit("Make: an upgrade is confirmed by the server, has a receipt, and is there after a reload", async (customer) => {
  const { page } = customer;
  await customer.pay("$59.09");
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  await page.waitForFunction(() => document.activeElement.className === "success");
  await customer.expectText(customer.plan("Pro"), "Current plan");
  assert.deepEqual(await customer.lines(), { Pro: "$180.53", "Credit for 160,000 unused operations": "−$121.44", Total: "$59.09" });
  await customer.expectText(customer.summary, "Ada Okafor");
  const number = (await orders(customer).getByRole("button").innerText()).match(/R-\d{6}/)[0];

  await page.reload();
  await customer.expectText(customer.current, "150,000 operations unused");
  await customer.expectText(orders(customer), "Upgrade from Core to Pro");
  await customer.expectText(orders(customer), "$59.09");
  await orders(customer).getByRole("button", { name: `Receipt ${number}` }).click();
  await customer.expectText(customer.dialog, "Credit for 160,000 unused operations");
  await customer.expectText(customer.dialog, "Test card that is accepted");
  await customer.expectText(customer.dialog, "San Francisco, CA 94107");
  // On paper the receipt stands alone.
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("heading", { level: 1 }).isVisible(), false);
  assert.equal(await customer.dialog.getByRole("heading", { name: `Receipt ${number}` }).isVisible(), true);
  for (const name of ["Close", "Print the receipt"]) assert.equal(await customer.dialog.getByRole("button", { name }).count(), 0);
  await page.emulateMedia({ media: null });
  await page.keyboard.press("Escape");
  assert.equal(await customer.dialog.isVisible(), false);

  await page.getByRole("button", { name: "Start over" }).click();
  await customer.expectText(customer.current, "160,000 operations unused");
  await customer.expectDue("$59.09");
  await customer.expectText(orders(customer), number);
});

visit("Anaconda: a first purchase asks for billing details and a way to pay, each once", async (customer) => {
  const { page, dialog } = customer;
  await customer.startFrom("Anaconda", "No subscription yet, but an individual one");
  await customer.expectText(customer.current.getByRole("link", { name: "End your individual subscription" }), "End");
  await customer.summary.getByRole("button", { name: "Review and pay $250.00" }).click(); // 5 × 50.00
  await customer.goOn();
  await customer.expectText(dialog.locator("h2:focus"), "Who is billed?");

  // Mistakes are told at their fields, the first of which has the focus.
  await dialog.getByLabel("Name").fill("Mei Tanaka");
  await customer.goOn();
  assert.equal(await page.evaluate(() => document.activeElement.id), "billing-country");
  await customer.expectText(dialog.locator("#billing-street-error"), "Enter street and number.");
  await customer.expectText(dialog.locator("#billing-country-error"), "Choose the country.");
  await customer.bill("United States", { State: "New York" });
  assert.equal(await dialog.locator(".field-error").count(), 0);
  // 250.00 × 8.875 percent = 22.1875, so 22.19.
  await customer.expectDue("$272.19", dialog);
  await customer.expectText(dialog.getByRole("status"), "Due today: $272.19");

  // Whoever leaves and comes back finds what was typed.
  await dialog.getByRole("button", { name: "Close" }).click();
  await customer.summary.getByRole("button", { name: "Review and pay $272.19" }).click();
  await customer.goOn();
  await customer.expectText(dialog.locator("h2:focus"), "How do you pay?");
  await customer.goOn();
  await customer.expectText(dialog.locator("#method-error"), "Choose a way to pay.");
  await dialog.getByLabel("Test card that is accepted").check();
  await customer.goOn();
  await customer.expectText(dialog, "Springfield, NY 97201");
  await customer.expectText(dialog.locator("renewal-note"), "Renews on April 11, 2026 with $272.19, and so on until you cancel.");
  await payButton(customer, "$272.19").click();
  await customer.expectText(customer.notice, "Your subscription to Business has begun.");
  assert.deepEqual(await customer.lines(), { Business: "$250.00", "Sales tax": "$22.19", Total: "$272.19" });

  // The next change knows both.
  await customer.choice.getByRole("textbox", { name: "Seats" }).fill("6");
  await customer.summary.getByRole("button", { name: /^Review and pay/ }).click();
  await dialog.getByLabel("I understand that my payment method is charged").check();
  await customer.goOn();
  await customer.expectText(dialog.locator("h2:focus"), "Confirm your change");
});

visit("Nitro: a renewal after the end is paid and restores the seats", async (customer) => {
  await customer.startFrom("Nitro", "Pro, run out three days ago");
  await customer.pay("$150.00"); // 10 × 15.00
  await customer.expectText(customer.notice, "Your subscription to Pro is renewed.");
  await customer.expectText(customer.current, "10 of 10 seats taken");
  await customer.expectText(orders(customer), "Renew Pro");
});

visit("another country changes the tax: the preview renews, and the receipt says so", async (customer) => {
  const { dialog } = customer;
  await customer.summary.getByRole("button", { name: "Review and pay $59.09" }).click();
  await customer.goOn();
  await dialog.getByRole("button", { name: "Change billing details" }).click();
  await dialog.getByLabel("Country").selectOption({ label: "Germany" });
  // 59.09 × 19 percent = 11.2271, so 11.23; 59.09 + 11.23 = 70.32.
  await customer.expectDue("$70.32", dialog);
  await customer.expectText(dialog.getByRole("status"), "Due today: $70.32");
  // A business elsewhere in the Union accounts for the tax itself.
  await dialog.getByLabel("Country").selectOption({ label: "France" });
  await customer.expectDue("$70.91", dialog); // 20 percent of 59.09 is 11.818, so 11.82.
  await dialog.getByLabel("VAT number (optional)").fill("DE1");
  await customer.goOn();
  await customer.expectText(dialog.locator("#billing-vatId-error"), "This does not read like a VAT number of this country");
  await dialog.getByLabel("VAT number (optional)").fill("FR40303265045");
  await customer.expectDue("$59.09", dialog);
  await dialog.getByLabel("Country").selectOption({ label: "Germany" });
  await customer.goOn();
  await payButton(customer, "$70.32").click();
  const { VAT, Total } = await customer.lines();
  assert.deepEqual([VAT, Total], ["$11.23", "$70.32"]);
});

visit("a declined card changes nothing, and another one pays", async (customer) => {
  const { dialog } = customer;
  await customer.summary.getByRole("button", { name: "Review and pay $59.09" }).click();
  await customer.goOn();
  await dialog.getByRole("button", { name: "Change the way to pay" }).click();
  await dialog.getByLabel("Test card that is declined").check();
  await customer.goOn();
  await payButton(customer, "$59.09").click();
  await customer.expectText(refusal(customer), "The payment was declined. Nothing was charged and nothing has changed.");
  await dialog.getByLabel("Test card that is accepted").check();
  assert.equal(await refusal(customer).count(), 0);
  await customer.goOn();
  await payButton(customer, "$59.09").click();
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  assert.equal(await orders(customer).getByRole("listitem").count(), 1);
});

visit("a stale tab is shown the fresh amount, keeps what was entered, and can confirm it", async (customer) => {
  const { page, dialog } = customer;
  // Teams costs 343.01; 343.01 − 121.44 = 221.57.
  await customer.choosePlan("Teams");
  await customer.summary.getByRole("button", { name: "Review and pay $221.57" }).click();
  await customer.goOn();
  await dialog.getByRole("button", { name: "Change billing details" }).click();
  await dialog.getByLabel("Company (optional)").fill("Harbor & Sons");
  await customer.goOn();

  const other = await site.another(customer);
  await other.pay("$59.09");
  await other.expectText(other.notice, "Your plan was changed to Pro.");
  await other.page.close();

  await payButton(customer, "$221.57").click();
  await customer.expectText(refusal(customer), "The subscription was changed in the meantime, perhaps in another tab. Nothing was charged.");
  // 150,000 unused operations of Pro are worth 180.53; 343.01 − 180.53 = 162.48.
  await customer.expectText(refusal(customer), "Due today: $221.57 before, $162.48 now.");
  await customer.expectText(dialog, "Harbor & Sons");
  await payButton(customer, "$162.48").click();
  await customer.expectText(customer.notice, "Your plan was changed to Teams.");
  assert.equal(await page.evaluate(() => document.querySelectorAll(".order").length), 2);
});

visit("500 operations used while somebody reads change no price, and are used", async (customer) => {
  const { page } = customer;
  await customer.summary.getByRole("button", { name: "Review and pay $59.09" }).click();
  await customer.goOn();
  await page.evaluate(() => fetch("./api/accounts/make-upgrade/usage", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ operations: 500 }) }));
  await payButton(customer, "$59.09").click();
  await customer.expectText(customer.current, "149,500 operations unused");
});

visit("a server that is gone loses nothing: the same confirmation is repeated and happens once", async (customer) => {
  const { dialog } = customer;
  const { port } = new URL(server.address);
  await customer.summary.getByRole("button", { name: "Review and pay $59.09" }).click();
  await customer.goOn();
  await payButton(customer, "$59.09").waitFor();
  await dialog.getByRole("button", { name: "Change the way to pay" }).click();
  await dialog.getByLabel("Test card that takes a while").check();
  await customer.goOn();
  await payButton(customer, "$59.09").click();
  await customer.expectText(dialog, "Confirming…");
  await customer.page.waitForTimeout(300);
  await server.kill();
  await customer.expectText(refusal(customer), "The server does not answer. Try again: whatever happens, it is confirmed and charged once.");
  server = await startServer(lasting, { data: server.data, port });
  await payButton(customer, "$59.09").click();
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  assert.equal(await orders(customer).getByRole("listitem").count(), 1);
});

visit("without an answer the page previews all the same, says so, and asks again", async (customer) => {
  const { page, dialog } = customer;
  await page.route("**/api/**", (route) => route.abort());
  await page.reload();
  await customer.expectDue("$59.09");
  await customer.expectText(refusal(customer), "The server does not answer.");
  await customer.summary.getByRole("button", { name: "Review and pay $59.09" }).click();
  await customer.expectText(refusal(customer), "The server does not answer.");
  await page.unroute("**/api/**");
  await Promise.all([page.waitForResponse("**/api/**"), customer.goOn()]);
  assert.equal(await refusal(customer).count(), 0);
  await customer.goOn();
  await payButton(customer, "$59.09").click();
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  assert.equal(await dialog.isVisible(), false);
});

visit("a member is told why there is nothing to see, and whom to ask", async (customer) => {
  const { page } = customer;
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await page.getByLabel("You are").selectOption({ label: "Member" });
  await customer.expectText(page.getByRole("region", { name: "You see no subscription here" }), "Ask Ada Okafor or Jonas Weber.");
  assert.equal(await customer.summary.count(), 0);
  assert.equal(await customer.current.count(), 0);
  await page.getByLabel("You are").selectOption({ label: "Admin" });
  await customer.expectDue("$20.33");
});

visit("a promotion code is taken off, and a wrong one is told at its field", async (customer) => {
  const { summary } = customer;
  await summary.locator("summary", { hasText: "Promotion code" }).click();
  const field = summary.getByRole("textbox", { name: "Promotion code" });
  await field.fill("SUMMER");
  await field.press("Enter");
  await customer.expectText(summary.locator("#code-error"), "There is no such promotion code.");
  assert.equal(await field.inputValue(), "SUMMER");
  await field.fill("spring20");
  await summary.getByRole("button", { name: "Apply" }).click();
  // 20 percent of 180.53 is 36.106, so 36.11; 180.53 − 36.11 − 121.44 = 22.98.
  await customer.expectDue("$22.98");
  const lines = { Pro: "$180.53", "Credit for 160,000 unused operations": "−$121.44", "Discount SPRING20": "−$36.11", Total: "$22.98" };
  assert.deepEqual(await customer.lines(), lines);
  await customer.pay("$22.98");
  assert.deepEqual(await customer.lines(), lines);
  await customer.expectText(customer.summary, "$144.42 on April 10, 2026"); // 180.53 − 36.11
});

visit("an add-on is bought beside the seats", async (customer) => {
  await customer.startFrom("Nitro", "Pro, every seat taken");
  await customer.choice.getByRole("button", { name: "Professional support: +1" }).click();
  // 450.00 × 21 ÷ 31 = 304.84, beside 20.33 for two seats.
  await customer.expectDue("$325.17");
  assert.equal((await customer.lines())["Professional support"], "$304.84");
  await customer.pay("$325.17");
  await customer.expectText(customer.summary, "$630.00 on April 1, 2026"); // 12 × 15.00 + 450.00
  assert.equal(await customer.choice.getByRole("textbox", { name: "Professional support" }).inputValue(), "1");
});

visit("the visitor's own catalog is confirmed by the page alone", async (customer) => {
  const { page, dialog } = customer;
  await customer.expectDue("$59.09");
  const asked = [];
  await page.waitForLoadState("networkidle");
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("radio", { name: "Your own", exact: true }).check();
  await customer.summary.getByRole("button", { name: "Review and pay $59.09" }).click();
  await customer.goOn();
  await customer.bill("United States", { State: "Oregon" });
  await customer.goOn();
  await dialog.getByLabel("Test card that is accepted").check();
  await customer.goOn();
  await payButton(customer, "$59.09").click();
  await customer.expectText(customer.notice, "Your plan was changed to Pro.");
  await customer.expectText(orders(customer), "Kept in this browser only");
  assert.deepEqual(asked.filter((url) => url.includes("/api/")), []);
});
