import type { Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { date, isZero, money } from "../format";
import type { Context } from "../messages";
import { text } from "../texts";
import { DocumentElement } from "./document-element";

/** When it renews, with how much, and how to end it: beside the button that agrees to it. */
class RenewalNote extends DocumentElement {
  static override properties = { preview: { attribute: false }, context: { attribute: false } };
  declare preview: Preview;
  declare context: Context;

  override render(): TemplateResult {
    const { preview, context } = this;
    const { recurring, direction, effectiveAt } = preview;
    const waits = effectiveAt !== preview.change.at;
    return html`<div class="renewal hint">
      ${direction === "cancel" ? html`<p>${text("step-ends", { date: date(effectiveAt) })}</p>` : nothing}
      ${direction !== "cancel" && recurring && !isZero(recurring.amount) ? html`<p>${text("step-renews", { date: date(recurring.from), amount: money(recurring.amount, context.currency, preview.digits) })} ${text("step-how-to-cancel")}</p>` : nothing}
      ${waits ? html`<p>${text("step-withdraw")}</p>` : nothing}
    </div>`;
  }
}
customElements.define("renewal-note", RenewalNote);
