import type { Preview } from "prorata";
import { html, type TemplateResult } from "lit";
import { isZero, money } from "../format";
import { announcement } from "../messages";
import { hasSubscription } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { isNothing } from "../view";
import "./address-notice";
import "./change-summary";
import "./checkout-dialog";
import "./current-subscription";
import "./demonstration-bar";
import "./extra-operations";
import "./host-refusal";
import "./language-picker";
import "./load-failure";
import "./look-closer";
import "./organisation-picker";
import { firstSnapshot, PageElement, snapshotOf } from "./page-element";
import "./page-footer";
import "./plan-list";
import "./past-orders";
import "./role-notice";
import "./subscription-end";
import "./success-notice";

/** Goes to the answer without a step in the history, whose address is the state's. */
function toSummary(event: Event): void {
  const summary = document.getElementById("summary");
  if (!summary) return;
  event.preventDefault();
  summary.scrollIntoView();
  summary.focus({ preventScroll: true });
}

/** Long enough that a slider is at rest, short enough to be an answer to what was done. */
const settled = 700;

/** The page: it renders what follows from the state. */
class CheckoutPage extends PageElement {
  static override properties = { ...PageElement.properties, spoken: { state: true } };
  /** What the live region holds; it follows the view once the input is at rest. */
  declare private spoken: string;
  #unsubscribe: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.page = firstSnapshot();
    this.spoken = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = store.subscribe(() => {
      this.page = snapshotOf(store.state);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.spoken = this.#announcement()), settled);
    });
    this.page = snapshotOf(store.state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    const { state, view } = this.page;
    const shown = state.confirmed?.preview ?? view.preview;
    const barred = state.checkout.opening?.role === "member";
    return html`
      <header class="masthead">
        <p class="wordmark">${text("page-name")}</p>
        <organisation-picker .page=${this.page}></organisation-picker>
        <language-picker></language-picker>
      </header>
      <main class="layout">
        <div class="intro">
          <h1>${this.#title()}</h1>
          <p>${text("page-lead")}</p>
        </div>
        <div class="column">
          <load-failure .page=${this.page}></load-failure>
          <address-notice .page=${this.page}></address-notice>
          ${this.#refusal()}
          <success-notice .page=${this.page}></success-notice>
          <demonstration-bar .page=${this.page}></demonstration-bar>
          ${barred ? html`<role-notice .page=${this.page}></role-notice>` : this.#choice(shown)}
        </div>
        ${barred ? "" : html`<aside class="beside"><change-summary .page=${this.page}></change-summary></aside>`}
      </main>
      <page-footer .page=${this.page}></page-footer>
      <checkout-dialog .page=${this.page}></checkout-dialog>
      <p class="visually-hidden" role="status" aria-atomic="true">${this.spoken}</p>
    `;
  }

  /** The editor comes when somebody has documents of their own. */
  #own(): TemplateResult {
    void import("./own-catalog");
    return html`<own-catalog .page=${this.page}></own-catalog>`;
  }

  #choice(shown: Preview | undefined): TemplateResult {
    const { state, context } = this.page;
    return html`
      ${state.organisation === "own" && state.engine === "ready" ? this.#own() : ""}
      <current-subscription .page=${this.page}></current-subscription>
      <plan-list .page=${this.page}></plan-list>
      <look-closer .page=${this.page}></look-closer>
      <extra-operations .page=${this.page}></extra-operations>
      <past-orders .page=${this.page}></past-orders>
      <subscription-end .page=${this.page}></subscription-end>
      ${shown
        ? html`<a class="due-bar" href="#summary" @click=${toSummary}>
            <span class="due-label">${state.confirmed && !isZero(shown.dueNow) ? text("success-paid-today") : text("summary-due-today")}</span>
            <span class="amount">${money(shown.dueNow, context.currency, shown.digits)}</span>
            <span class="due-bar-more">${text("summary-to-details")}</span>
          </a>`
        : ""}
    `;
  }

  /** In the dialog while it is open, which is where the eyes are. */
  #refusal(): TemplateResult | string {
    const { state, view } = this.page;
    const inDialog = state.checkout.trail.length > 0 && view.preview !== undefined && !isNothing(view.preview);
    return inDialog ? "" : html`<host-refusal .page=${this.page}></host-refusal>`;
  }

  override updated(): void {
    document.title = this.#title();
  }

  #title(): string {
    return hasSubscription(this.page.state.current) ? text("page-title-change") : text("page-title-first");
  }

  #announcement(): string {
    const { state, view, context } = this.page;
    if (state.confirmed) return "";
    if (view.failure) return text("summary-refusal");
    return view.preview ? announcement(view.preview, context) : "";
  }
}
customElements.define("checkout-page", CheckoutPage);
