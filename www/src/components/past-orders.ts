import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { isLocal, openedOf, read } from "../checkout-state";
import type { Receipt } from "../host/host";
import { date, money } from "../format";
import { changeTitle } from "../messages";
import { store } from "../store";
import { text } from "../texts";
import { closeIcon } from "./icons";
import { PageElement } from "./page-element";
import { contextOf } from "./receipt-view";

/** Every order, with its receipt. */
class PastOrders extends PageElement {
  override updated(_changed: PropertyValues): void {
    const dialog = this.querySelector("dialog");
    const receipt = this.#reading();
    if (receipt && !dialog?.open) dialog?.showModal();
    if (!receipt && dialog?.open) dialog.close();
  }

  #reading(): Receipt | undefined {
    const { reading } = this.page.state.checkout;
    return openedOf(this.page.state)?.receipts.find(({ number }) => number === reading);
  }

  override render(): TemplateResult | typeof nothing {
    const { state } = this.page;
    const receipts = openedOf(state)?.receipts ?? [];
    const { billingPortal } = state.checkout.host.links;
    if (receipts.length === 0) return nothing;
    const reading = this.#reading();
    return html`
      <section class="aside-section" aria-labelledby="orders-title">
        <h2 id="orders-title">${text("orders-title")}</h2>
        <ul class="orders">${receipts.map((receipt) => this.#order(receipt))}</ul>
        ${isLocal(state) ? html`<p class="hint">${text("orders-local")}</p>` : nothing}
        ${billingPortal === undefined ? nothing : html`<p><a href=${billingPortal} target="_blank" rel="noreferrer">${text("links-portal")}</a></p>`}
      </section>
      <dialog class="review receipt-dialog" aria-labelledby="receipt-title" @close=${() => store.update(read(null))}>
        ${reading
          ? html`
              <header class="review-head">
                <div>
                  <h2 id="receipt-title" tabindex="-1" autofocus>${text("receipt-title", { number: reading.number })}</h2>
                  <p>${this.#title(reading)}</p>
                </div>
                <button type="button" class="icon-button" aria-label=${text("receipt-close")} @click=${() => store.update(read(null))}>${closeIcon}</button>
              </header>
              <div class="review-body"><receipt-view .receipt=${reading} .past=${true} .context=${this.page.context}></receipt-view></div>
            `
          : nothing}
      </dialog>
    `;
  }

  #title({ preview, from, names }: Receipt): string {
    const name = (id: string): string => names[id] ?? id;
    return changeTitle(preview, from === null ? null : name(from), name(preview.change.plan ?? from ?? ""));
  }

  #order(receipt: Receipt): TemplateResult {
    const { currency, digits } = contextOf(receipt, this.page.context);
    return html`<li class="order">
      <span class="order-what">${this.#title(receipt)}<span class="hint">${date(receipt.at)}</span></span>
      <span class="amount">${money(receipt.paid, currency, digits)}</span>
      <button type="button" class="text-button" @click=${() => store.update(read(receipt.number))}>${text("receipt-open", { number: receipt.number })}</button>
    </li>`;
  }
}
customElements.define("past-orders", PastOrders);
