import { html, nothing, type TemplateResult } from "lit";
import { text } from "../texts";
import { PageElement } from "./page-element";

class PageFooter extends PageElement {
  override render(): TemplateResult {
    const unknown = this.page.view.catalog.metadata?.["unknown"];
    return html`
      <footer class="footer">
        <p>${text("page-demonstration")}</p>
        <p>${text("page-examples")}</p>
        ${Array.isArray(unknown) ? html`<p>${unknown.map((text) => html`${String(text)} `)}</p>` : nothing}
      </footer>
    `;
  }
}
customElements.define("page-footer", PageFooter);
