import type { Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { addressLines } from "../address-lines";
import { goTo } from "../checkout-state";
import { methodName } from "../methods";
import { store } from "../store";
import { text } from "../texts";
import { unanswered } from "../view";
import "./change-notes";
import { PageElement } from "./page-element";
import "./price-lines";
import "./required-actions";
import { needed } from "../steps";

/** Everything at one glance, before the button that pays. */
class ConfirmStep extends PageElement {
  static override properties = { ...PageElement.properties, preview: { attribute: false } };
  declare preview: Preview;

  override render(): TemplateResult {
    const { preview } = this;
    const { state, context } = this.page;
    const { billing, method } = state.checkout;
    return html`
      <price-lines .preview=${preview} .context=${context}></price-lines>
      <dl class="given">
        <div>
          <dt>${text("step-billed-to")}</dt>
          <dd>${addressLines(billing).map((line) => html`<span><bdi>${line}</bdi></span>`)}</dd>
          <dd><button type="button" class="text-button" @click=${() => store.update(goTo("billing"))}>${text("step-edit-billing")}</button></dd>
        </div>
        ${needed(preview).includes("payment") && method
          ? html`<div>
              <dt>${text("step-pays-with")}</dt>
              <dd>${methodName(method)}</dd>
              <dd><button type="button" class="text-button" @click=${() => store.update(goTo("payment"))}>${text("step-edit-payment")}</button></dd>
            </div>`
          : nothing}
      </dl>
      ${unanswered(preview).length > 0 ? html`<required-actions .page=${this.page} .preview=${preview}></required-actions>` : nothing}
      <change-notes .preview=${preview} .context=${context}></change-notes>
    `;
  }
}
customElements.define("confirm-step", ConfirmStep);
