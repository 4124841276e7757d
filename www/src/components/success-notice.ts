import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { date, isZero, money } from "../format";
import { confirmedText } from "../messages";
import { hasSubscription } from "../state";
import { text } from "../texts";
import { checkIcon } from "./icons";
import { PageElement } from "./page-element";

/** Says that the change happened; takes the focus, since the button that was pressed is gone. */
class SuccessNotice extends PageElement {
  override updated(changed: PropertyValues): void {
    const before = changed.get("page") as { state?: { confirmed?: unknown } } | undefined;
    if (!this.page.state.confirmed || !before || before.state?.confirmed) return;
    // While the review is still open, nothing outside of it takes the focus.
    requestAnimationFrame(() => this.querySelector<HTMLElement>(".success")?.focus());
  }

  override render(): TemplateResult | typeof nothing {
    const { state, context } = this.page;
    const { confirmed: receipt } = state;
    if (!receipt) return nothing;
    const { preview: confirmed } = receipt;
    return html`
      <div class="success" tabindex="-1">
        ${checkIcon}
        <div>
          <p class="success-title">${confirmedText(confirmed, context.planName(confirmed.change.plan ?? (hasSubscription(state.current) ? state.current.plan : "")), context.unit)}</p>
          <p>${isZero(confirmed.dueNow) ? text("success-nothing-paid", { date: date(confirmed.change.at) }) : text("success-paid", { amount: money(confirmed.dueNow, context.currency, confirmed.digits), date: date(confirmed.change.at) })}</p>
        </div>
      </div>
    `;
  }
}
customElements.define("success-notice", SuccessNotice);
