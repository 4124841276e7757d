import type { Preview } from "prorata";
import { html, type TemplateResult } from "lit";
import { money } from "../format";
import type { Context } from "../messages";
import { text } from "../texts";
import { whatFollows } from "../what-follows";
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
      <p class="due-label">${this.paid ? text("success-paid-today") : text("summary-due-today")}</p>
      <p class="due-large">${money(preview.dueNow, context.currency, preview.digits)}</p>
      ${whatFollows(preview, context).map((sentence) => html`<p class="due-then">${sentence}</p>`)}
    `;
  }
}
customElements.define("due-today", DueToday);
