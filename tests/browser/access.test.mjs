// What a program can tell of WCAG 2.2 AA beyond axe-core: reflow, targets, the keyboard, forced colours, motion.
import assert from "node:assert/strict";
import { visits } from "./page.mjs";
import { speak, states } from "./states.mjs";

const visit = visits();

for (const state of ["Make, everything open", "Anaconda, everything open", "a review with teams to choose", "billing details with mistakes", "the receipt", "an order of the past", "a catalog of one's own with mistakes"]) {
  visit(`${state}: on 320 pixels nothing runs out of the page and every target is large enough, in every language`, async (customer) => {
    await states[state](customer);
    const found = {};
    for (const language of ["en", "de", "ja", "ar"]) {
      await speak(customer, language);
      const { wide, small } = await customer.page.evaluate(misfits);
      if (wide.length + small.length > 0) found[language] = { wide, small };
    }
    assert.deepEqual(found, {});
  }, { viewport: { width: 320, height: 700 } });
}

/** In the page: the elements that make it scroll sideways, and the targets below 24 pixels. */
function misfits() {
  const named = (element) => `${element.localName}.${element.className} “${element.textContent.trim().replace(/\s+/g, " ").slice(0, 30)}”`;
  const shown = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const scrolls = [document.documentElement, ...document.querySelectorAll("dialog[open]")].some((box) => box.scrollWidth > box.clientWidth);
  // What scrolls or clips by itself may be wider than the page.
  const inBox = (element) => {
    for (let box = element.parentElement; box; box = box.parentElement) if (box !== document.body && box !== document.documentElement && getComputedStyle(box).overflowX !== "visible") return true;
    return false;
  };
  const outside = (element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < -0.5 || right > document.documentElement.clientWidth + 0.5);
  };
  // The label of a box is part of the target, and links within sentences are as high as their line.
  const target = (element) => element.labels?.[0]?.contains(element) ? element.labels[0] : element;
  const targets = shown.filter((element) => element.matches("button, select, summary, input, textarea, a[href]:not(p a, li a, dd a)"));
  const small = targets.map(target).filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && (width < 24 || height < 24);
  });
  return { wide: scrolls ? shown.filter((element) => outside(element) && !inBox(element)).map(named) : [], small: small.map(named) };
}

const places = ["Make, everything open", "Nitro, everything open", "the receipt", "a catalog of one's own with mistakes"];
/** What opens over the page, with buttons that stay in sight where little fits. */
const steps = ["a review with teams to choose", "billing details with mistakes"];
for (const [device, viewport, visited] of [["desk", { width: 1280, height: 900 }, [...places, ...steps]], ["phone", { width: 375, height: 700 }, [...places, ...steps]], ["desk that is enlarged twice", { width: 640, height: 450 }, steps]]) {
  for (const state of visited) {
    visit(`${state}, on a ${device}: Tab reaches everything, and what it reaches is seen`, async (customer) => {
      const { page } = customer;
      await states[state](customer);
      const wanted = await page.evaluate(markStops);
      const faults = [];
      for (let presses = 0; presses < wanted.length + 30; presses += 1) {
        await page.keyboard.press("Tab");
        let fault = await page.evaluate(arrive);
        if (fault === "end") break;
        // The editor marks its frame a moment later.
        for (let patience = 0; fault && patience < 10; patience += 1) {
          await page.waitForTimeout(20);
          fault = await page.evaluate(arrive);
        }
        if (fault) faults.push(fault);
      }
      assert.deepEqual(faults, []);
      const missed = await page.evaluate(() => [...document.querySelectorAll("[data-stop]:not([data-reached])")].map((element) => element.dataset.stop));
      assert.deepEqual(missed, []);
      assert.ok(wanted.length > (steps.includes(state) ? 5 : 10));
    }, { viewport });
  }
}

/** In the page: marks what Tab has to reach, and sets out from the first of it; of a group of radio buttons the chosen one, or the first. */
function markStops() {
  const groups = new Set();
  const reachable = document.querySelector("dialog[open]") ?? document;
  const stops = [...reachable.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== "radio") return true;
    const group = [...document.getElementsByName(element.name)];
    if (group.some(({ checked }) => checked)) return element.checked;
    return !groups.has(element.name) && groups.add(element.name);
  });
  for (const stop of stops) stop.dataset.stop = `${stop.localName} ${stop.id || stop.name || stop.getAttribute("aria-label") || stop.textContent.trim().slice(0, 30)}`;
  stops[0].focus();
  stops[0].dataset.reached = "";
  return stops.map(({ dataset }) => dataset.stop);
}

/** In the page: what is wrong with where the focus is; "end" where it has left the page. */
function arrive() {
  let element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return "end";
  element.dataset.reached = "";
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const name = `${element.localName} ${element.id || element.className} “${element.textContent.trim().slice(0, 30)}”`;
  // A field in a frame shows the focus by its frame.
  const near = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement, element.getRootNode().host, ...(element.closest(".cm-editor") ? [element.closest(".cm-editor")] : [])];
  const outlined = near.some((part) => {
    if (!part) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  });
  if (!outlined) return `${name}: the focus is not seen`;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  if (bottom < 1 || top > innerHeight - 1) return `${name}: out of sight`;
  const onTop = element.getRootNode().elementFromPoint(x, y);
  const label = element.labels?.[0];
  const itself = onTop && (element.contains(onTop) || onTop.contains(element) || label?.contains(onTop));
  return itself ? "" : `${name}: covered by ${onTop?.localName}.${onTop?.className}`;
}

visit("with forced colours, what is chosen and where the focus is are still seen", async ({ page }) => {
  /** How a radio button's place looks, chosen and not. */
  for (const [group, one, other] of [["Billing", "Monthly", "Annual"], ["Organisation", "Make", "Nitro"]]) {
    const place = page.locator("label").filter({ has: page.getByRole("radio", { name: one, exact: true }) });
    // The pointer rests elsewhere, so that it makes no difference.
    await page.getByRole("radio", { name: other, exact: true }).check();
    await page.getByRole("heading", { level: 1 }).hover();
    await page.evaluate(() => document.activeElement.blur());
    const off = await place.screenshot();
    await page.getByRole("radio", { name: one, exact: true }).check();
    await page.getByRole("heading", { level: 1 }).hover();
    await page.evaluate(() => document.activeElement.blur());
    const on = await place.screenshot();
    assert.ok(!on.equals(off), `${group}: ${one} looks the same, chosen and not`);
    await page.getByRole("radio", { name: one, exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    assert.ok(!(await place.screenshot({ animations: "disabled" })).equals(on), `${group}: the focus is not seen`);
  }
}, { forcedColors: "active" });

for (const [state, reach] of Object.entries({ "the page": () => {}, ...Object.fromEntries(["Make, everything open", "a review", "the receipt"].map((state) => [state, states[state]])) })) {
  visit(`${state}: nothing moves for those who want no motion`, async (customer) => {
    await reach(customer);
    const moving = () => customer.page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll("body, body *")].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      }).map(({ localName, className }) => `${localName}.${className}`));
    assert.deepEqual(await moving(), []);
    await customer.page.emulateMedia({ reducedMotion: "no-preference" });
    assert.notDeepEqual(await moving(), []);
  });
}
