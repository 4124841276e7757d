// Uses the page in any engine as somebody does who reads it, and reads what it shows.
export class Customer {
  constructor(page) {
    this.page = page;
  }

  async startFrom(organisation, example) {
    await this.page.click("radio", organisation);
    await this.page.choose("Start from", example);
  }

  /** The place where something is chosen, as opposed to what the customer has. */
  async choice() {
    return { within: await this.page.find("region", "Choose a plan") };
  }

  choosePlan(name) {
    return this.page.click("radio", name, { begins: true });
  }

  chooseBilling(name) {
    return this.page.click("radio", name);
  }

  async chooseTier(count) {
    await this.page.choose("Operations a month", count, await this.choice());
  }

  async chooseSeats(count) {
    await this.page.fill("Seats", String(count), await this.choice());
  }

  /** The figures in sight: what is due, the lines with their amounts, and what each plan's card says is due. */
  figures() {
    return this.page.evaluate(() => {
      const dialog = document.querySelector("dialog[open]");
      const answer = dialog ?? document.querySelector("aside");
      const texts = (root, selector) => [...root.querySelectorAll(selector)].map((element) => reader.plain(element.textContent));
      return {
        due: texts(answer, ".due-large")[0],
        then: texts(answer, ".due-then"),
        lines: texts(answer, ".line dd"),
        plans: Object.fromEntries([...document.querySelectorAll("plan-card:has(.due-amount)")].map((card) => [card.querySelector("input").value, texts(card, ".due-amount")[0]])),
      };
    });
  }

  async expectDue(amount) {
    await this.page.eventually(`${amount} due`, async () => {
      const { due } = await this.figures();
      if (due !== amount) throw new Error(`${due} is shown`);
    });
  }
}
