import type { Preview } from "prorata";
import { html, type TemplateResult } from "lit";
import { isZero, money } from "../format";
import { success, summary, type Context } from "../messages";
import { DocumentElement } from "./document-element";

/** The amount of today, large, and what follows it. */
class DueToday extends DocumentElement {
  static override properties = { preview: { attribute: false }, context: { attribute: false }, paid: { attribute: false } };
  declare preview: Preview;
  declare context: Context;
  /** The change is confirmed: the same number, paid. */
  declare paid: boolean;

  override render(): TemplateResult {
    const { preview, context } = this;
    return html`
      <p class="due-label">${this.paid ? success.label : summary.dueToday}</p>
      <p class="due-large">${money(preview.dueNow, context.currency, preview.digits)}</p>
      ${this.#then().map((sentence) => html`<p class="due-then">${sentence}</p>`)}
    `;
  }

  #then(): string[] {
    const { preview, context } = this;
    const { recurring, effectiveAt } = preview;
    const waits = effectiveAt !== preview.change.at && isZero(preview.dueNow);
    const sentences: string[] = [];
    if (waits) sentences.push(preview.direction === "cancel" ? summary.ends(effectiveAt) : summary.thenUntilChanged(effectiveAt));
    if (recurring && !isZero(recurring.amount)) sentences.push(summary.then(money(recurring.amount, context.currency, preview.digits), recurring.interval, recurring.from));
    return sentences.length > 0 ? sentences : [summary.noFurther];
  }
}
customElements.define("due-today", DueToday);
