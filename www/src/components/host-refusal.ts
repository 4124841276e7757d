import { html, nothing, type TemplateResult } from "lit";
import type { Refused } from "../checkout-state";
import { money } from "../format";
import { text } from "../texts";
import { alertIcon } from "./icons";
import { PageElement } from "./page-element";

/** Why the host did not confirm, and what is different now. */
class HostRefusalNote extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { refused } = this.page.state.checkout;
    if (!refused) return nothing;
    return html`
      <div class="note note-alert" role="alert" data-refused=${refused.code}>
        ${alertIcon}
        <div>${[reasonOf(refused), ...this.#difference(refused)].map((sentence) => html`<p>${sentence}</p>`)}</div>
      </div>
    `;
  }

  /** What was shown, beside what is shown now. */
  #difference({ code, shown }: Refused): string[] {
    if (!["amount_changed", "catalog_changed", "subscription_changed", "snapshot_expired"].includes(code)) return [];
    const { context, view } = this.page;
    const { preview } = view;
    if (!shown || !preview) return [];
    const same = shown.dueNow === preview.dueNow && shown.total === preview.total;
    const cash = (amount: string): string => money(amount, context.currency, preview.digits);
    return [same ? text("refusal-same") : text("refusal-due", { before: cash(shown.dueNow), after: cash(preview.dueNow) }), text("refusal-look-again")];
  }
}

function reasonOf({ code, details }: Refused): string {
  switch (code) {
    case "amount_changed": return text("refusal-amount-changed");
    case "catalog_changed": return text("refusal-catalog-changed");
    case "subscription_changed": return text("refusal-subscription-changed");
    case "snapshot_expired": return text("refusal-snapshot-expired");
    case "already_confirmed": return details.number === undefined ? text("refusal-already-confirmed") : text("refusal-already-confirmed-number", { number: details.number });
    case "in_progress": return text("refusal-in-progress");
    case "role": return text("refusal-role");
    case "unanswered": return text("refusal-unanswered");
    case "billing": return text("refusal-billing");
    case "payment_declined": return text("refusal-payment-declined");
    case "not_possible": return text("refusal-not-possible");
    case "too_many": return text("refusal-too-many");
    case "unreachable": return text("refusal-unreachable");
    case "failed": return text("refusal-failed");
    default: return text("refusal-not-understood");
  }
}

customElements.define("host-refusal", HostRefusalNote);
