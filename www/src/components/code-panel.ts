import { html, type TemplateResult } from "lit";
import { customerOf } from "../customer";
import { asOf } from "../expiry";
import { snippetFor } from "../snippet";
import { text } from "../texts";
import { changeOf } from "../view";
import "./copy-button";
import { PageElement } from "./page-element";

/** The code that computes what the page shows. */
class CodePanel extends PageElement {
  override render(): TemplateResult {
    const { state, view } = this.page;
    const change = changeOf(state, view) ?? { at: state.at };
    const code = snippetFor(state.catalog, asOf(customerOf(state), state.at), change, view.preview);
    return html`
      <div class="code-head"><p class="hint">${text("code-hint")}</p><copy-button .content=${code}></copy-button></div>
      <pre class="code" tabindex="0" role="region" aria-label=${text("code-title")} dir="ltr"><code>${code}</code></pre>
    `;
  }
}
customElements.define("code-panel", CodePanel);
