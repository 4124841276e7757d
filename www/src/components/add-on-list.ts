import type { AddOnDocument } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { money } from "../format";
import { perInterval } from "../messages";
import { choose, hasSubscription } from "../state";
import { store } from "../store";
import { text } from "../texts";
import "./number-field";
import { PageElement } from "./page-element";

/** What is bought beside the plan, one stepper each. */
class AddOnList extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { addOns = [] } = this.page.view.catalog;
    if (addOns.length === 0 || this.page.state.engine !== "ready") return nothing;
    return html`
      <fieldset class="add-ons">
        <legend>${text("add-ons-title")}${this.#areExamples() ? html` <span class="example-mark">${text("page-example-mark")}</span>` : nothing}</legend>
        <div class="add-ons-list">${addOns.map((addOn) => this.#addOn(addOn))}</div>
        <p class="hint">${text("add-ons-note")}</p>
      </fieldset>
    `;
  }

  /** Invented, as opposed to having a source. */
  #areExamples(): boolean {
    const examples = this.page.view.catalog.metadata?.["examples"];
    return typeof examples === "object" && examples !== null && "addOns" in examples;
  }

  #addOn(addOn: AddOnDocument): TemplateResult {
    const { state } = this.page;
    const name = `addOn.${addOn.id}` as const;
    const invalid = state.invalid[name];
    const chosen = this.#chosen();
    return html`<number-field
      .name=${name}
      .label=${addOn.name}
      .value=${chosen[addOn.id] ?? 0}
      .typed=${invalid}
      .error=${invalid === undefined ? undefined : text("problem-not-a-number")}
      .hint=${this.#price(addOn)}
      .onValue=${(quantity: number) => store.update(choose({ addOns: { ...chosen, [addOn.id]: quantity } }))}
    ></number-field>`;
  }

  /** As many as are chosen, or else as there are. */
  #chosen(): Record<string, number> {
    const { choice, current } = this.page.state;
    if (choice.addOns) return choice.addOns;
    const held = hasSubscription(current) ? (current.addOns ?? []) : [];
    return Object.fromEntries(held.map(({ id, quantity }) => [id, quantity]));
  }

  #price({ amount, interval }: AddOnDocument): string {
    const { context } = this.page;
    const price = money(amount, context.currency, context.digits);
    if (interval === "once") return text("add-on-once", { amount: price });
    if (interval === "metered") return text("add-on-metered", { amount: price });
    return perInterval(price, interval);
  }
}
customElements.define("add-on-list", AddOnList);
