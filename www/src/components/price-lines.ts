import type { Amount, Line, Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { isNegative, isZero, money } from "../format";
import { because, lineTitle, summary, type Context } from "../messages";
import { DocumentElement } from "./document-element";

/** What is bought first, then what is credited for it, then what is computed from both. */
const order: Partial<Record<Line["kind"], number>> = { charge: 0, add_on: 0, extra_operations: 0, difference: 0, unused_time: 1, unused_operations: 1, future_grants: 1 };

function inReadingOrder(lines: Line[]): Line[] {
  return [...lines].sort((a, b) => (order[a.kind] ?? 2) - (order[b.kind] ?? 2));
}

/** The lines of a preview with the reason for each, down to what is due. */
class PriceLines extends DocumentElement {
  static override properties = { preview: { attribute: false }, context: { attribute: false } };
  declare preview: Preview;
  declare context: Context;

  override render(): TemplateResult {
    const { preview } = this;
    const settled = ([
      [summary.balanceUsed, preview.balanceUsed],
      [summary.deferred, preview.deferred],
      [summary.toBalance, preview.toBalance],
      [summary.refund, preview.refund],
      [summary.forfeited, preview.forfeited],
    ] satisfies [string, Amount][]).filter(([, amount]) => !isZero(amount));
    return html`
      <dl class="lines">
        ${inReadingOrder(preview.lines).map((line) => this.#line(line))}
        <div class="line line-total">
          <dt>${summary.total}</dt>
          <dd>${this.#cash(preview.total)}</dd>
        </div>
        ${settled.map(([label, amount]) => html`<div class="line line-settled"><dt>${label}</dt><dd>${this.#cash(amount)}</dd></div>`)}
        ${settled.length > 0 ? html`<div class="line line-total"><dt>${summary.dueToday}</dt><dd>${this.#cash(preview.dueNow)}</dd></div>` : nothing}
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
          ${lineTitle(line, this.preview, this.context)}
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
