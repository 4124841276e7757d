// The built checkout page on a local address, and a browser to use it with.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import { launchChromium } from "../../scripts/chromium.mjs";

const root = fileURLToPath(new URL("../../www", import.meta.url));

/** The page's files, and nobody behind them. */
async function serveFiles() {
  const server = await preview({ root, logLevel: "warn", preview: { port: 0 } });
  return { address: server.resolvedUrls.local[0], close: () => server.close() };
}

export async function openSite(serve = serveFiles) {
  // Files of a suite run side by side: a site that each built anew would be taken away under the others.
  if (process.env.PRORATA_SITE !== "built") await build({ root, logLevel: "warn" });
  const server = await serve();
  const browser = await launchChromium();
  const { address } = server;
  return {
    address,
    /** A fresh page; `check` fails the test on anything that the console complains of. */
    async open(options = {}, prepare = async () => {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      // Long, so that a machine at work fails nothing.
      page.setDefaultTimeout(30_000);
      passOverMarks(page);
      const complaints = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await prepare(page);
      await page.goto(address);
      return Object.assign(new Customer(page), { complaints, close: () => context.close() });
    },
    /** Another tab of the same visitor. */
    async another({ page }) {
      const tab = await page.context().newPage();
      await tab.goto(address);
      return new Customer(tab);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Tests that each visit one site, and fail where the console complains; `site()` opens more than one visit. */
export function visits(common = {}, prepareAll = async () => {}) {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());
  const visit = (name, run, options = {}, prepare = prepareAll) =>
    test(name, async () => {
      const customer = await site.open({ ...common, ...options }, prepare);
      try {
        await run(customer);
        customer.check();
      } finally {
        await customer.close();
      }
    });
  return Object.assign(visit, { site: () => site });
}

/** A text as it is read: the marks around its placeables, which keep their direction, are not seen. */
export const unmarked = (text) => text.replaceAll(/[\u2066-\u2069]/g, "");

/** Finds a text whatever marks stand in it; the whole of it with `exact`, else any part in any case, as Playwright does. */
export function reading(text, { exact = false } = {}) {
  const pattern = [...text].map((letter) => (letter === " " ? "\\s+" : letter.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"))).join("[\u2066-\u2069]*");
  return exact ? new RegExp(`^[\u2066-\u2069]*${pattern}[\u2066-\u2069]*$`) : new RegExp(pattern, "i");
}

/** What Playwright finds by a text is found whatever marks stand in it. */
function passOverMarks(page) {
  for (const prototype of [page, page.locator("html")].map(Object.getPrototypeOf)) {
    if (Object.hasOwn(prototype, passes)) continue;
    prototype[passes] = true;
    for (const method of ["getByLabel", "getByText"]) {
      const find = prototype[method];
      prototype[method] = function (text, options) {
        return find.call(this, typeof text === "string" ? reading(text, options) : text);
      };
    }
    const { getByRole } = prototype;
    prototype.getByRole = function (role, { name, ...options } = {}) {
      return getByRole.call(this, role, typeof name === "string" ? { ...options, name: reading(name, options) } : { ...options, name });
    };
  }
}
const passes = Symbol("passes over marks");

/** Uses the page as somebody does who reads it: by its labels and its texts. */
class Customer {
  constructor(page) {
    this.page = page;
    this.summary = page.getByRole("complementary");
    this.dialog = page.getByRole("dialog");
  }

  async startFrom(organisation, example) {
    await this.page.getByRole("radio", { name: organisation, exact: true }).check();
    await this.select(this.page.getByLabel("Start from"), example);
  }

  /** Chooses an option by the text that is read. */
  async select(field, label) {
    await field.selectOption(await field.locator("option").filter({ hasText: reading(label, { exact: true }) }).first().getAttribute("value"));
  }

  async choosePlan(name) {
    await this.plan(name).getByRole("radio").check();
  }

  plan(name) {
    return this.page.locator("plan-card").filter({ has: this.page.locator(".plan-name", { hasText: new RegExp(`^${name}\\b`) }) });
  }

  get current() {
    return this.page.getByRole("region", { name: "What you have" });
  }

  /** What is chosen, as opposed to what the customer has. */
  get choice() {
    return this.page.getByRole("region", { name: "Choose a plan" });
  }

  get notice() {
    return this.page.locator(".success");
  }

  /** From the summary through the steps that ask nothing more, up to the button that pays. */
  async pay(amount) {
    await this.summary.getByRole("button", { name: reading(`Review and pay ${amount}`) }).click();
    await this.goOn();
    await this.dialog.getByRole("button", { name: reading(`Pay ${amount}`, { exact: true }) }).click();
  }

  goOn() {
    return this.dialog.getByRole("button", { name: "Continue" }).click();
  }

  /** Billing details of somebody new. */
  async bill(country, rest = {}) {
    const { dialog } = this;
    await dialog.getByLabel("Name").fill("Mei Tanaka");
    await dialog.getByLabel("Street and number").fill("1 Main Street");
    await dialog.getByLabel("Postal code").fill("97201");
    await dialog.getByLabel("City").fill("Springfield");
    await dialog.getByLabel("Country").selectOption({ label: country });
    for (const [label, value] of Object.entries(rest)) await dialog.getByLabel(label).selectOption({ label: value });
  }

  /** The amount of today as it is shown, once it is the one that is expected. */
  async expectDue(amount, where = this.summary) {
    await this.expectText(where.locator(".due-large"), amount);
  }

  async expectText(locator, text) {
    await locator.filter({ hasText: reading(text) }).first().waitFor().catch(async () => {
      assert.fail(`expected "${text}", found "${unmarked((await locator.allInnerTexts()).join(" | "))}"`);
    });
  }

  /** The address once nothing is written into it any more: by the page's own clock, where what was set earlier ends earlier. */
  addressOnceSettled() {
    return this.page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return location.href;
    });
  }

  /** The lines of the summary or the receipt: `{ title: amount }`, without the reasons. */
  async lines() {
    const lines = await this.summary.locator("price-lines .line").evaluateAll((lines) => {
      const title = (line) => [...(line.querySelector(".line-title") ?? line.querySelector("dt")).childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").trim();
      return lines.map((line) => [title(line), line.querySelector("dd").innerText]);
    });
    return Object.fromEntries(lines.map((line) => line.map(unmarked)));
  }

  check() {
    assert.deepEqual(this.complaints, []);
  }
}
