import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { applyCode, removeCode, typeCode } from "../checkout-state";
import { store } from "../store";
import { text } from "../texts";
import { PageElement } from "./page-element";

/** A promotion code: one of the catalog's discounts, or an error at its field. */
class PromotionCode extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { state, view } = this.page;
    const discounts = view.catalog.discounts ?? [];
    const { code, action } = state.choice;
    if (discounts.length === 0 || (action !== "change" && action !== "renew")) return nothing;
    if (code !== null) {
      return html`<p class="code-applied">
        <span role="status">${text("code-applied", { code })}</span>
        <button type="button" class="text-button" @click=${() => store.update(removeCode)}>${text("code-remove")}</button>
      </p>`;
    }
    const { typed, unknown } = state.checkout.code;
    return html`
      <details class="disclosure" ?open=${typed !== ""}>
        <summary>${text("code-label")}</summary>
        <form class="code" novalidate @submit=${(event: Event) => (event.preventDefault(), store.update(applyCode))}>
          <div class="field">
            <label class="visually-hidden" for="promotion-code">${text("code-label")}</label>
            <input
              id="promotion-code"
              type="text"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              aria-invalid=${unknown ? "true" : "false"}
              aria-describedby=${unknown ? "code-error code-hint" : "code-hint"}
              .value=${live(typed)}
              @input=${(event: Event) => store.update(typeCode((event.target as HTMLInputElement).value))}
            />
            ${unknown ? html`<p class="field-error" id="code-error" role="alert">${text("code-unknown")}</p>` : nothing}
            <p class="hint" id="code-hint">${text("code-example", { code: discounts[0]!.id })}</p>
          </div>
          <button type="submit" class="button">${text("code-apply")}</button>
        </form>
      </details>
    `;
  }
}
customElements.define("promotion-code", PromotionCode);
