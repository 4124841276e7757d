import type { Preview } from "prorata";
import { html, type TemplateResult } from "lit";
import { beginCheckout } from "../checkout";
import { customerOf } from "../customer";
import { date, isZero, money } from "../format";
import type { Receipt } from "../host/host";
import { changeTitle, problem } from "../messages";
import { hasSubscription } from "../state";
import { text } from "../texts";
import { hasInvalidField, isNothing } from "../view";
import "./change-facts";
import "./change-notes";
import "./change-ways";
import "./due-today";
import { alertIcon } from "./icons";
import { PageElement } from "./page-element";
import "./price-lines";
import "./promotion-code";
import "./receipt-view";
import "./share-actions";

/** The answer to what is chosen, beside the choice, on every input. */
class ChangeSummary extends PageElement {
  override render(): TemplateResult {
    return html`<section class="summary" id="summary" aria-labelledby="summary-title" tabindex="-1">${this.#content()}</section>`;
  }

  #content(): TemplateResult {
    const { state, view, context } = this.page;
    if (state.engine !== "ready") {
      return html`<h2 class="summary-title" id="summary-title">${text("summary-title")}</h2><p class="summary-empty">${state.engine === "loading" ? text("page-loading") : text("page-load-failed")}</p>`;
    }
    if (state.confirmed) return this.#receipt(state.confirmed);
    if (view.preview && !isNothing(view.preview)) return this.#answer(view.preview);
    if (view.failure) {
      return html`
        <h2 class="summary-title" id="summary-title">${text("summary-title")}</h2>
        <div class="note note-alert" data-refusal>
          ${alertIcon}
          <div>
            <h3>${text("summary-refusal")}</h3>
            <ul>${view.failure.problems.map((found) => html`<li>${problem(found, context)}</li>`)}</ul>
          </div>
        </div>
      `;
    }
    const empty = view.currentFailure ? text("summary-mend-current") : hasInvalidField(state) ? text("summary-mend-field") : view.preview ? text("summary-nothing-changes") : text("summary-nothing-chosen");
    return html`<h2 class="summary-title" id="summary-title">${text("summary-title")}</h2><p class="summary-empty">${empty}</p>`;
  }

  #answer(preview: Preview): TemplateResult {
    const { state, view, context } = this.page;
    const from = hasSubscription(state.current) ? state.current.plan : null;
    const to = preview.change.plan ?? from ?? "";
    const due = money(preview.dueNow, context.currency, preview.digits);
    const untaxed = (customerOf(state).taxes ?? []).length === 0;
    return html`
      <h2 class="summary-title" id="summary-title">${changeTitle(preview, from === null ? null : context.planName(from), context.planName(to))}</h2>
      <div class="summary-due"><due-today .preview=${preview} .context=${context} .paid=${false}></due-today></div>
      <div class="summary-action">
        <button type="button" class="button button-primary" @click=${() => void beginCheckout()}>${isZero(preview.dueNow) ? text("button-review") : text("button-review-pay", { amount: due })}</button>
      </div>
      <change-ways .page=${this.page}></change-ways>
      ${preview.lines.length > 0 ? html`<h3 class="visually-hidden">${text("summary-lines")}</h3><price-lines .preview=${preview} .context=${context}></price-lines>` : ""}
      <promotion-code .page=${this.page}></promotion-code>
      <change-notes .preview=${preview} .context=${context}></change-notes>
      <change-facts .preview=${preview} .context=${context} .later=${view.later}></change-facts>
      <share-actions .page=${this.page} .preview=${preview}></share-actions>
      <p class="print-only hint">${text("share-at", { date: date(preview.change.at) })}</p>
      ${untaxed ? html`<p class="hint">${text("page-taxes-not-included")}</p>` : ""}
    `;
  }

  /** The numbers that were confirmed, unchanged. */
  #receipt(receipt: Receipt): TemplateResult {
    return html`
      <h2 class="summary-title" id="summary-title">${text("success-receipt", { date: date(receipt.at) })}</h2>
      <receipt-view .receipt=${receipt} .past=${false} .context=${this.page.context}></receipt-view>
    `;
  }
}
customElements.define("change-summary", ChangeSummary);
