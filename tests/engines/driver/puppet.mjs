// Chromium by its own protocol, and a stock Firefox by WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { CHROMIUM_FLAGS } from "../../../scripts/chromium.mjs";

export async function openPuppet(name) {
  const [executablePath] = await findBrowser(name);
  const browser = await puppeteer.launch(
    name === "firefox"
      ? { browser: "firefox", executablePath, headless: true, extraPrefsFirefox: { "intl.accept_languages": "en-US", "intl.locale.requested": "en-US" } }
      : { browser: "chrome", executablePath, headless: true, args: [...CHROMIUM_FLAGS, "--lang=en-US"] },
  );
  const version = (await browser.version()).replace(/^.*?\/([\d.]+).*$/, "$1");
  return { version, open: (size) => open(browser, size), close: () => browser.close() };
}

async function open(browser, { width, height }) {
  // Nothing is kept from one page to the next.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });
  return {
    goto: (address) => page.goto(address),
    run: (work, ...given) => page.evaluate(work, ...given),
    element: async (work, ...given) => (await page.evaluateHandle(work, ...given)).asElement(),
    click: (element) => element.click(),
    type: (element, text) => element.type(text),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewport({ width, height }),
    picture: () => page.screenshot(),
    close: () => context.close(),
  };
}
