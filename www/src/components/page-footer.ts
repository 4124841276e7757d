import { html, nothing, type TemplateResult } from "lit";
import { unknownOf } from "../messages";
import { text } from "../texts";
import { PageElement } from "./page-element";

class PageFooter extends PageElement {
  override render(): TemplateResult {
    const { organisation } = this.page.state;
    return html`
      <footer class="footer">
        <p>${text("page-demonstration")}</p>
        <p>${text("page-examples")}</p>
        ${organisation === "own" ? nothing : html`<p>${unknownOf(organisation)}</p>`}
      </footer>
    `;
  }
}
customElements.define("page-footer", PageFooter);
