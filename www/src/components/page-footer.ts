import { html, nothing, type TemplateResult } from "lit";
import { page } from "../messages";
import { PageElement } from "./page-element";

class PageFooter extends PageElement {
  override render(): TemplateResult {
    const unknown = this.page.view.catalog.metadata?.["unknown"];
    return html`
      <footer class="footer">
        <p>${page.footerDemonstration}</p>
        <p>${page.footerExamples}</p>
        ${Array.isArray(unknown) ? html`<p>${unknown.map((text) => html`${String(text)} `)}</p>` : nothing}
      </footer>
    `;
  }
}
customElements.define("page-footer", PageFooter);
