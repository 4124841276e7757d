import type { Preview } from "prorata";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { changeTitle, confirmText, missing } from "../messages";
import { closeReview, hasSubscription } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { unanswered } from "../view";
import "./change-facts";
import "./change-notes";
import "./comparison-table";
import "./change-ways";
import "./due-today";
import { closeIcon } from "./icons";
import { PageElement } from "./page-element";
import "./price-lines";
import "./required-actions";

/** The step before a change that takes something away or has something to answer. */
class ReviewDialog extends PageElement {
  static override properties = { ...PageElement.properties, onConfirm: { attribute: false } };
  declare onConfirm: () => void;

  override updated(_changed: PropertyValues): void {
    const dialog = this.querySelector("dialog");
    const open = this.page.state.reviewing && this.page.view.preview !== undefined;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }

  override render(): TemplateResult {
    const { state, view } = this.page;
    const preview = state.reviewing ? view.preview : undefined;
    return html`
      <dialog class="review" aria-labelledby="review-title" @close=${() => store.update(closeReview)}>
        ${preview ? this.#content(preview) : nothing}
      </dialog>
    `;
  }

  #content(preview: Preview): TemplateResult {
    const { state, context } = this.page;
    const from = hasSubscription(state.current) ? context.planName(state.current.plan) : null;
    const open = unanswered(preview);
    const cancels = preview.direction === "cancel";
    return html`
      <header class="review-head">
        <div>
          <h2 id="review-title" tabindex="-1" autofocus>${cancels ? text("review-title-cancel") : text("review-title")}</h2>
          <p>${changeTitle(preview, from, context.planName(preview.change.plan ?? (hasSubscription(state.current) ? state.current.plan : "")))}</p>
        </div>
        <button type="button" class="icon-button" aria-label=${text("review-close")} @click=${() => store.update(closeReview)}>${closeIcon}</button>
      </header>
      <div class="review-body">
        <comparison-table .rows=${preview.comparison} .context=${context}></comparison-table>
        <change-ways .page=${this.page}></change-ways>
        <change-notes .preview=${preview} .context=${context}></change-notes>
        <required-actions .page=${this.page} .preview=${preview}></required-actions>
        <change-facts .preview=${preview} .context=${context}></change-facts>
        ${preview.lines.length > 0
          ? html`<details class="disclosure"><summary>${text("summary-lines")}</summary><price-lines .preview=${preview} .context=${context}></price-lines></details>`
          : nothing}
      </div>
      <footer class="review-foot">
        <div class="review-due"><due-today .preview=${preview} .context=${context} .paid=${false}></due-today></div>
        ${open.length > 0
          ? html`<div class="missing" id="missing">
              <p>${text("review-blocked")}</p>
              <ul>${open.map((action) => html`<li>${missing(action)}</li>`)}</ul>
            </div>`
          : nothing}
        <div class="review-buttons">
          <button type="button" class="button button-quiet" @click=${() => store.update(closeReview)}>${cancels ? text("review-keep") : text("review-close")}</button>
          <button
            type="button"
            class="button button-primary ${cancels ? "button-end" : ""}"
            aria-disabled=${open.length > 0 ? "true" : "false"}
            aria-describedby=${open.length > 0 ? "missing" : nothing}
            @click=${() => (open.length > 0 ? this.#leadToMissing() : this.onConfirm())}
          >
            ${confirmText(preview, context)}
          </button>
        </div>
      </footer>
    `;
  }

  #leadToMissing(): void {
    const fields = [...this.querySelectorAll<HTMLInputElement>("required-actions input")];
    (fields.find((field) => (field.type === "text" ? true : !field.checked)) ?? fields[0])?.focus();
  }
}
customElements.define("review-dialog", ReviewDialog);
