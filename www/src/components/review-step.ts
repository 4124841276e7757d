import type { Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { text } from "../texts";
import "./change-facts";
import "./change-notes";
import "./change-ways";
import "./comparison-table";
import { PageElement } from "./page-element";
import "./price-lines";
import "./required-actions";

/** What changes, what is lost, and what the change asks for. */
class ReviewStep extends PageElement {
  static override properties = { ...PageElement.properties, preview: { attribute: false } };
  declare preview: Preview;

  override render(): TemplateResult {
    const { preview } = this;
    const { context } = this.page;
    return html`
      <comparison-table .rows=${preview.comparison} .context=${context}></comparison-table>
      <change-ways .page=${this.page}></change-ways>
      <change-notes .preview=${preview} .context=${context}></change-notes>
      <required-actions .page=${this.page} .preview=${preview}></required-actions>
      <change-facts .preview=${preview} .context=${context} .later=${this.page.view.later}></change-facts>
      ${preview.lines.length > 0
        ? html`<details class="disclosure"><summary>${text("summary-lines")}</summary><price-lines .preview=${preview} .context=${context}></price-lines></details>`
        : nothing}
    `;
  }
}
customElements.define("review-step", ReviewStep);
