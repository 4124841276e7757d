import type { Preview } from "prorata";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { beginCheckout, confirmChange } from "../checkout";
import { goBack, goOn, leave, missMethod, openedOf, stepOf, touch, type Step } from "../checkout-state";
import { billingFields, billingProblems } from "../host/billing";
import { announcement, changeTitle, confirmText, missing } from "../messages";
import { hasSubscription } from "../state";
import { needed } from "../steps";
import { store } from "../store";
import { text } from "../texts";
import { isNothing, unanswered } from "../view";
import "./billing-form";
import "./confirm-step";
import "./due-today";
import "./host-refusal";
import { closeIcon } from "./icons";
import { PageElement } from "./page-element";
import "./payment-choice";
import "./renewal-note";
import "./review-step";

/** Long enough that typing is at rest. */
const settled = 700;

/** The way from what is chosen to what is confirmed, one step at a time. */
class CheckoutDialog extends PageElement {
  static override properties = { ...PageElement.properties, spoken: { state: true } };
  declare private spoken: string;
  #due: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override updated(changed: PropertyValues): void {
    const dialog = this.querySelector("dialog");
    const preview = this.#preview();
    if (preview && !dialog?.open) dialog?.showModal();
    if (!preview && dialog?.open) dialog.close();
    const before = changed.get("page") as PageElement["page"] | undefined;
    const step = preview && stepOf(this.page.state);
    if (before && step && step !== stepOf(before.state)) this.#arriveAt(step);
    this.#speakOf(preview);
  }

  /** Whoever goes on or back reads on from the heading of the step. */
  #arriveAt(step: Step): void {
    const { refused } = this.page.state.checkout;
    this.querySelector(".review-body")?.scrollTo({ top: 0 });
    if (step === "payment" && refused?.code === "payment_declined") return;
    this.querySelector<HTMLElement>("#step-title")?.focus();
  }

  /** Another address may change the amount while somebody types: it is told once they pause. */
  #speakOf(preview: Preview | undefined): void {
    if (this.#due === preview?.dueNow) return;
    const first = this.#due === undefined;
    this.#due = preview?.dueNow;
    clearTimeout(this.#timer);
    if (preview && !first) this.#timer = setTimeout(() => (this.spoken = announcement(preview, this.page.context)), settled);
    else this.spoken = "";
  }

  /** What the dialog is about; nothing while it is closed. */
  #preview(): Preview | undefined {
    const { preview } = this.page.view;
    return this.page.state.checkout.trail.length > 0 && preview && !isNothing(preview) ? preview : undefined;
  }

  override render(): TemplateResult {
    const preview = this.#preview();
    return html`
      <dialog class="review" aria-labelledby="step-title" @cancel=${this.#cancel} @close=${() => store.update(leave)}>
        ${preview ? this.#content(preview) : nothing}
      </dialog>
    `;
  }

  /** Escape is one step back. */
  readonly #cancel = (event: Event): void => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    if (this.page.state.checkout.waiting !== "confirming") store.update(goBack);
  };

  #content(preview: Preview): TemplateResult {
    const { state, context } = this.page;
    const step = stepOf(state)!;
    const from = hasSubscription(state.current) ? context.planName(state.current.plan) : null;
    const to = context.planName(preview.change.plan ?? (hasSubscription(state.current) ? state.current.plan : ""));
    const steps = needed(preview);
    const last = steps.at(-1) === step;
    const open = step === "review" || step === "confirm" ? unanswered(preview) : [];
    const cancels = preview.direction === "cancel";
    const busy = state.checkout.waiting === "confirming";
    return html`
      <form class="review-form" novalidate @submit=${(event: Event) => (event.preventDefault(), this.#go(preview, step, last))}>
        <header class="review-head">
          <div>
            ${steps.length > 1 ? this.#steps(steps, step) : nothing}
            <h2 id="step-title" tabindex="-1" autofocus>${titleOf(step, cancels)}</h2>
            <p>${changeTitle(preview, from, to)}</p>
          </div>
          <button type="button" class="icon-button" aria-label=${text("review-close")} ?disabled=${busy} @click=${() => store.update(leave)}>${closeIcon}</button>
        </header>
        <div class="review-body">
          <host-refusal .page=${this.page}></host-refusal>
          ${this.#step(step, preview)}
        </div>
        <footer class="review-foot">
          <div class="review-due"><due-today .preview=${preview} .context=${context} .paid=${false}></due-today></div>
          ${open.length > 0
            ? html`<div class="missing" id="missing">
                <p>${text("review-blocked")}</p>
                <ul>${open.map((action) => html`<li>${missing(action)}</li>`)}</ul>
              </div>`
            : nothing}
          ${last ? html`<renewal-note .preview=${preview} .context=${context}></renewal-note>` : nothing}
          <div class="review-buttons">
            <button type="button" class="button button-quiet" ?disabled=${busy} @click=${() => store.update(goBack)}>${state.checkout.trail.length > 1 ? text("step-back") : cancels ? text("review-keep") : text("review-close")}</button>
            <button type="submit" class="button button-primary ${cancels ? "button-end" : ""}" aria-disabled=${open.length > 0 || busy ? "true" : "false"} aria-describedby=${open.length > 0 ? "missing" : nothing}>
              ${busy ? text("step-confirming") : last ? confirmText(preview, context) : text("step-continue")}
            </button>
          </div>
        </footer>
        <p class="visually-hidden" role="status" aria-atomic="true">${busy ? text("step-confirming") : (this.spoken ?? "")}</p>
      </form>
    `;
  }

  #steps(steps: Step[], present: Step): TemplateResult {
    const names: Record<Step, string> = { review: text("step-review"), billing: text("step-billing"), payment: text("step-payment"), confirm: text("step-confirm") };
    return html`<ol class="steps" aria-label=${text("steps-label")}>
      ${steps.map((step) => html`<li aria-current=${step === present ? "step" : nothing} class=${steps.indexOf(step) < steps.indexOf(present) ? "step-done" : ""}>${names[step]}</li>`)}
    </ol>`;
  }

  #step(step: Step, preview: Preview): TemplateResult {
    switch (step) {
      case "review": return html`<review-step .page=${this.page} .preview=${preview}></review-step>`;
      case "billing": return html`<billing-form .page=${this.page}></billing-form>`;
      case "payment": return html`<payment-choice .page=${this.page}></payment-choice>`;
      case "confirm": return html`<confirm-step .page=${this.page} .preview=${preview}></confirm-step>`;
    }
  }

  #go(preview: Preview, step: Step, last: boolean): void {
    if (this.page.state.checkout.waiting === "confirming") return;
    // Without the account nothing is known of taxes and of what is on file: it is asked for again.
    if (!openedOf(this.page.state)) return void beginCheckout();
    if (step === "billing") store.update(touch(billingFields));
    if (step === "payment" && this.page.state.checkout.method === null) store.update(missMethod);
    if (this.#leadToMissing(step, preview)) return;
    if (last) void confirmChange();
    else store.update(goOn(preview));
  }

  /** Whether something is missing; then the first of it has the focus. */
  #leadToMissing(step: Step, preview: Preview): boolean {
    const field = this.#missing(step, preview);
    field?.focus();
    return field !== undefined;
  }

  #missing(step: Step, preview: Preview): HTMLElement | undefined {
    const fields = (selector: string): HTMLInputElement[] => [...this.querySelectorAll<HTMLInputElement>(selector)];
    const { checkout } = this.page.state;
    switch (step) {
      case "billing": {
        const wrong = billingProblems(checkout.billing, openedOf(this.page.state)?.taxRules ?? []).map(({ field }) => `billing-${field}`);
        return fields("billing-form :is(input, select)").find(({ id }) => wrong.includes(id));
      }
      case "payment":
        return checkout.method === null ? fields("payment-choice input")[0] : undefined;
      default: {
        if (unanswered(preview).length === 0) return undefined;
        const questions = fields("required-actions input");
        return questions.find((field) => field.type === "text" || !field.checked) ?? questions[0];
      }
    }
  }
}

function titleOf(step: Step, cancels: boolean): string {
  switch (step) {
    case "review": return cancels ? text("review-title-cancel") : text("review-title");
    case "billing": return text("step-billing-title");
    case "payment": return text("step-payment-title");
    case "confirm": return text("step-confirm-title");
  }
}

customElements.define("checkout-dialog", CheckoutDialog);
