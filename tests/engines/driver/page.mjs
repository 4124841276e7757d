// One interface over the engines: what somebody does on a page, by role and name. An engine brings its `hands`:
// goto, run, element, click, type, press, resize, picture, close.
import { setTimeout as wait } from "node:timers/promises";

const PATIENCE = 10_000;

export class Page {
  #hands;
  #reader;

  constructor(hands, reader) {
    this.#hands = hands;
    this.#reader = reader;
  }

  async goto(address) {
    await this.#hands.goto(address);
    await this.#hands.run(this.#reader);
  }

  /** The result of a function in the page; promises are awaited. Arguments and result are plain data or elements. */
  evaluate(work, ...given) {
    return this.#hands.run(work, ...given);
  }

  /** The only element of a role and name; `within` another one where there are more. */
  async find(role, name, { within, begins = false } = {}) {
    return this.eventually(`one ${role}${name === undefined ? "" : ` “${name}”`}`, async () => {
      const found = await this.#hands.run((role, name, within, begins) => reader.all(role, name ?? undefined, { within: within ?? undefined, begins }).length, role, name ?? null, within ?? null, begins);
      if (found !== 1) throw new Error(`there are ${found}`);
      return this.#hands.element((role, name, within, begins) => reader.all(role, name ?? undefined, { within: within ?? undefined, begins })[0], role, name ?? null, within ?? null, begins);
    });
  }

  has(role, name, { begins = false } = {}) {
    return this.#hands.run((role, name, begins) => reader.all(role, name, { begins }).length > 0, role, name, begins);
  }

  async click(role, name, where) {
    await this.eventually(`clicking ${role} “${name}”`, async () => this.#touch(await this.find(role, name, where)));
  }

  /** At once in the middle of the window: the page's own smooth scrolling would move it away from under the pointer. */
  async #touch(element) {
    await this.#hands.run((element) => element.scrollIntoView({ behavior: "instant", block: "center" }), element);
    await this.#hands.click(element);
  }

  /** Replaces what stands in a field. */
  async fill(name, text, where) {
    const field = await this.find("textbox", name, where);
    await this.#touch(field);
    await this.#hands.run((field) => field.select(), field);
    await this.#hands.type(field, text);
  }

  /** Chooses from a list by what stands there. */
  async choose(name, label, where) {
    const list = await this.find("combobox", name, where);
    await this.eventually(`“${label}” in the list “${name}”`, () =>
      this.#hands.run((list, label) => {
        const option = [...list.options].find((option) => reader.plain(option.textContent) === label);
        if (!option) throw new Error(`only ${[...list.options].map((option) => option.textContent.trim()).join(", ")}`);
        option.selected = true;
        for (const type of ["input", "change"]) list.dispatchEvent(new Event(type, { bubbles: true }));
      }, list, label));
  }

  press(key) {
    return this.#hands.press(key);
  }

  /** Repeats what fails until it succeeds; for so long, nothing is wrong. */
  async eventually(what, work, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (Date.now() > end) throw new Error(`${what}: ${error.message}`, { cause: error });
        await wait(50);
      }
    }
  }

  resize(width, height) {
    return this.#hands.resize(width, height);
  }

  /** A PNG of what is painted by now. */
  async picture() {
    await this.#hands.run(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return this.#hands.picture();
  }

  close() {
    return this.#hands.close();
  }
}
