// The states that the page can be in, each with the way to it from a fresh page in English.
const examples = {
  Make: ["Core, with 160,000 operations left", "Teams, with three teams", "Pro for a year, half of it left", "Core for a year", "No subscription yet"],
  Nitro: ["Pro, every seat taken", "Business, with 28 members", "Pro, run out three days ago", "No subscription yet"],
  Anaconda: ["Business, with 12 seats", "Starter for a year", "No subscription yet, but an individual one"],
};

const review = async (customer) => {
  await customer.summary.getByRole("button", { name: /^Review/ }).click();
  await customer.dialog.waitFor();
};
const toBilling = async (customer) => {
  await customer.startFrom("Anaconda", "No subscription yet, but an individual one");
  await review(customer);
  await customer.goOn();
};
const toPayment = async (customer) => {
  await toBilling(customer);
  await customer.bill("United States", { State: "New York" });
  await customer.goOn();
};
const openEverything = ({ page }) =>
  page.evaluate(async () => {
    const opened = (details) => new Promise((resolve) => {
      details.addEventListener("toggle", resolve, { once: true });
      details.open = true;
    });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // What opens may hold more that opens, and parts that are loaded first; charts are drawn once they are measured.
    for (let depth = 0; depth < 4; depth += 1) {
      await Promise.all([...document.querySelectorAll("details:not([open])")].map(opened));
      await frame();
      await Promise.all([...document.querySelectorAll(":not(:defined)")].map(({ localName }) => customElements.whenDefined(localName)));
      await frame();
      await frame();
    }
  });

/** Where a visitor can start, and everything that opens from there. */
export const situations = {
  ...Object.fromEntries(Object.entries(examples).flatMap(([organisation, titles]) => titles.map((title) => [`${organisation}: ${title}`, (customer) => customer.startFrom(organisation, title)]))),
  ...Object.fromEntries(Object.entries(examples).map(([organisation, [title]]) => [`${organisation}, everything open`, async (customer) => {
    await customer.startFrom(organisation, title);
    await openEverything(customer);
  }])),
};

/** What follows from what a visitor does. */
export const answers = {
  "a field with a mistake": async (customer) => {
    await customer.page.getByText("Edit what you have").click();
    await customer.current.getByLabel("Balance in USD").fill("25.5x");
  },
  "no number": async (customer) => {
    await customer.startFrom("Nitro", "Pro, every seat taken");
    await customer.choice.getByRole("textbox", { name: "Seats" }).fill("4o");
  },
  "a refusal": async (customer) => {
    await customer.startFrom("Nitro", "Pro, every seat taken");
    await customer.choice.getByRole("textbox", { name: "Seats" }).fill("40");
  },
  "a review": (customer) => review(customer),
  "a review with teams to choose": async (customer) => {
    await customer.startFrom("Make", "Teams, with three teams");
    await review(customer);
    await openEverything(customer);
  },
  "a review with members to remove": async (customer) => {
    await customer.startFrom("Nitro", "Business, with 28 members");
    await review(customer);
    await openEverything(customer);
  },
  "a cancellation": async (customer) => {
    await customer.startFrom("Anaconda", "Business, with 12 seats");
    await customer.page.getByRole("button", { name: "Cancel subscription" }).click();
  },
  "billing details": toBilling,
  "billing details with mistakes": async (customer) => {
    await toBilling(customer);
    await customer.goOn();
  },
  "the way to pay, not chosen": async (customer) => {
    await toPayment(customer);
    await customer.goOn();
  },
  "the confirmation": async (customer) => {
    await toPayment(customer);
    await customer.dialog.getByLabel("Test card that is accepted").check();
    await customer.goOn();
  },
  "a declined payment": async (customer) => {
    await toPayment(customer);
    await customer.dialog.getByLabel("Test card that is declined").check();
    await customer.goOn();
    await customer.dialog.getByRole("button", { name: /^Pay/ }).click();
    await customer.page.locator("[data-refused]").waitFor();
  },
  "the receipt": async (customer) => {
    await customer.pay("$59.09");
    await customer.notice.waitFor();
  },
  "an order of the past": async (customer) => {
    await customer.pay("$59.09");
    await customer.page.getByRole("region", { name: "Your orders" }).getByRole("button").click();
    await customer.dialog.waitFor();
  },
  "the code of a preview, and a catalog of one's own": async (customer) => {
    await customer.page.getByRole("radio", { name: "Your own", exact: true }).check();
    await customer.page.locator("code-editor:not([hidden]) .cm-content").waitFor();
    await openEverything(customer);
  },
  "a catalog of one's own with mistakes": async ({ page }) => {
    await page.getByRole("radio", { name: "Your own", exact: true }).check();
    await page.getByRole("textbox", { name: "Catalog" }).press("x");
    await page.locator(".own-problems li").first().waitFor();
  },
  "a planned change": async (customer) => {
    await customer.page.getByRole("button", { name: "Cancel subscription" }).click();
    await customer.dialog.getByRole("button", { name: "Cancel subscription" }).click();
    await customer.notice.waitFor();
  },
};

export const states = { ...situations, ...answers };

/** What is put in the way of the page before it loads. */
export const hindered = {
  "the engine cannot be loaded": (page) => page.route("**/*.wasm", (route) => route.abort()),
  "the engine is on its way": (page) => page.route("**/*.wasm", () => {}),
};

/** Turns the page into another language as it stands, also behind an open dialog. */
export async function speak({ page }, language) {
  await page.evaluate((language) => {
    const list = document.querySelector("#language");
    list.value = language;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }, language);
  await page.waitForFunction((language) => document.documentElement.lang.split("-")[0] === language, language);
}
