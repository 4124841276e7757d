import { html, nothing, type TemplateResult } from "lit";
import { openedOf, setMethod } from "../checkout-state";
import { methods } from "../host/methods";
import { methodName } from "../methods";
import { store } from "../store";
import { text } from "../texts";
import { PageElement } from "./page-element";

/** How it is paid: simulated ways, told apart by what happens. */
class PaymentChoice extends PageElement {
  override render(): TemplateResult {
    const { checkout } = this.page.state;
    const onFile = openedOf(this.page.state)?.account.method;
    const { billingPortal } = checkout.host.links;
    return html`
      <p class="note">${text("payment-simulated")}</p>
      <fieldset class="field methods" aria-describedby=${checkout.methodMissing ? "method-error" : nothing}>
        <legend>${text("payment-legend")}</legend>
        ${methods.map(
          (method) => html`<label class="check">
            <input type="radio" name="method" value=${method} .checked=${checkout.method === method} @change=${() => store.update(setMethod(method))} />
            <span>${methodName(method)}${method === onFile ? html` <span class="badge">${text("payment-on-file")}</span>` : nothing}</span>
          </label>`,
        )}
        ${checkout.methodMissing ? html`<p class="field-error" id="method-error">${text("payment-missing")}</p>` : nothing}
      </fieldset>
      ${billingPortal === undefined ? nothing : html`<p class="hint"><a href=${billingPortal} target="_blank" rel="noreferrer">${text("payment-portal")}</a></p>`}
    `;
  }
}
customElements.define("payment-choice", PaymentChoice);
