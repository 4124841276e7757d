import type { Amount, Line, Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { inReadingOrder, settledAmounts } from "../bill";
import { isNegative, money } from "../format";
import { because, lineTitle, type Context } from "../messages";
import { text } from "../texts";
import { DocumentElement } from "./document-element";

/** The lines of a preview with the reason for each, down to what is due. */
class PriceLines extends DocumentElement {
  static override properties = { preview: { attribute: false }, context: { attribute: false } };
  declare preview: Preview;
  declare context: Context;

  override render(): TemplateResult {
    const { preview } = this;
    const settled = settledAmounts(preview);
    return html`
      <dl class="lines">
        ${inReadingOrder(preview.lines).map((line) => this.#line(line))}
        <div class="line line-total">
          <dt>${text("summary-total")}</dt>
          <dd>${this.#cash(preview.total)}</dd>
        </div>
        ${settled.map(([label, amount]) => html`<div class="line line-settled"><dt>${label}</dt><dd>${this.#cash(amount)}</dd></div>`)}
        ${settled.length > 0 ? html`<div class="line line-total"><dt>${text("summary-due-today")}</dt><dd>${this.#cash(preview.dueNow)}</dd></div>` : nothing}
      </dl>
    `;
  }

  #line(line: Line): TemplateResult {
    const reasons = because(line, this.context);
    // An inclusive tax adds nothing; what it contains is shown instead.
    const amount = line.included ?? line.amount;
    return html`
      <div class="line ${isNegative(amount) ? "line-credit" : ""}">
        <dt>
          ${lineTitle(line, this.context)}
          ${reasons.map((reason) => html`<span class="because">${reason}</span>`)}
        </dt>
        <dd>${this.#cash(amount)}</dd>
      </div>
    `;
  }

  #cash(amount: Amount): string {
    return money(amount, this.context.currency, this.preview.digits);
  }
}
customElements.define("price-lines", PriceLines);
