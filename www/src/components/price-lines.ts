import type { Amount, Line, Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { inReadingOrder, settledAmounts } from "../bill";
import { derivation } from "../derivation";
import { isNegative, money } from "../format";
import { because, lineTitle, type Context } from "../messages";
import { text } from "../texts";
import { DocumentElement } from "./document-element";

/** The lines of a preview with the reason for each, down to what is due. */
class PriceLines extends DocumentElement {
  static override properties = { preview: { attribute: false }, context: { attribute: false }, open: { state: true } };
  declare preview: Preview;
  declare context: Context;
  /** The lines that are open, by their place: they stay open while an input changes their amounts. */
  declare private open: ReadonlySet<number>;

  constructor() {
    super();
    this.open = new Set();
  }

  override render(): TemplateResult {
    const { preview } = this;
    const settled = settledAmounts(preview);
    return html`
      <dl class="lines">
        ${inReadingOrder(preview.lines).map((line, index) => this.#line(line, index))}
        <div class="line line-total">
          <dt>${text("summary-total")}</dt>
          <dd>${this.#cash(preview.total)}</dd>
        </div>
        ${settled.map(([label, amount]) => html`<div class="line line-settled"><dt>${label}</dt><dd>${this.#cash(amount)}</dd></div>`)}
        ${settled.length > 0 ? html`<div class="line line-total"><dt>${text("summary-due-today")}</dt><dd>${this.#cash(preview.dueNow)}</dd></div>` : nothing}
      </dl>
    `;
  }

  #line(line: Line, index: number): TemplateResult {
    const title = lineTitle(line, this.context);
    const reasons = because(line, this.context);
    const steps = derivation(line, this.context);
    const open = this.open.has(index);
    // An inclusive tax adds nothing; what it contains is shown instead.
    const amount = line.included ?? line.amount;
    return html`
      <div class="line ${isNegative(amount) ? "line-credit" : ""}">
        <dt>
          ${steps.length === 0 ? title : html`<button type="button" class="line-title" aria-expanded=${open ? "true" : "false"} @click=${() => this.#toggle(index)}>${title}</button>`}
          ${reasons.map((reason) => html`<span class="because">${reason}</span>`)}
        </dt>
        <dd>${this.#cash(amount)}</dd>
        ${open && steps.length > 0 ? html`<dd class="derivation"><dl>${steps.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></dd>` : nothing}
      </div>
    `;
  }

  #toggle(index: number): void {
    const open = new Set(this.open);
    if (!open.delete(index)) open.add(index);
    this.open = open;
  }

  #cash(amount: Amount): string {
    return money(amount, this.context.currency, this.preview.digits);
  }
}
customElements.define("price-lines", PriceLines);
