import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { isZero, money } from "../format";
import { success } from "../messages";
import { hasSubscription } from "../state";
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
    const { confirmed } = state;
    if (!confirmed) return nothing;
    return html`
      <div class="success" tabindex="-1">
        ${checkIcon}
        <div>
          <p class="success-title">${success.title(confirmed, context.planName(confirmed.change.plan ?? (hasSubscription(state.current) ? state.current.plan : "")))}</p>
          <p>${isZero(confirmed.dueNow) ? success.nothingPaid(confirmed.change.at) : success.paid(money(confirmed.dueNow, context.currency, confirmed.digits), confirmed.change.at)}</p>
        </div>
      </div>
    `;
  }
}
customElements.define("success-notice", SuccessNotice);
