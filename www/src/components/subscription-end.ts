import { html, nothing, type TemplateResult } from "lit";
import { beginCheckout } from "../checkout";
import { date } from "../format";
import { isFree } from "../organisations";
import { choose, hasSubscription } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { currentPrice } from "../view";
import { PageElement } from "./page-element";

/** The end of a subscription: cancelling it, and renewing it once it has run out. */
class SubscriptionEnd extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { state, view } = this.page;
    if (!hasSubscription(state.current) || state.engine !== "ready") return nothing;
    if (view.expired) {
      const { plan } = state.current;
      return html`<section class="aside-section" aria-labelledby="end-title">
        <h2 id="end-title">${text("ending-renew-title")}</h2>
        <p>${text("ending-renew-lead", { date: date(String(state.current.period.end)) })}</p>
        <button type="button" class="button" @click=${() => store.update(choose({ action: "renew", plan }))}>${text("ending-renew")}</button>
      </section>`;
    }
    const price = currentPrice(state);
    if (state.current.scheduled?.cancel || (price && isFree(price))) return nothing;
    return html`<section class="aside-section" aria-labelledby="end-title">
      <h2 id="end-title">${text("ending-title")}</h2>
      <p>${text("ending-lead")}</p>
      <button
        type="button"
        class="button button-quiet"
        @click=${() => {
          store.update(choose({ action: "cancel" }));
          void beginCheckout();
        }}
      >
        ${text("ending-cancel")}
      </button>
    </section>`;
  }
}
customElements.define("subscription-end", SubscriptionEnd);
