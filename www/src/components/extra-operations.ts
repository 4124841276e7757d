import { html, nothing, type TemplateResult } from "lit";
import { money } from "../format";
import { extra, grant, notANumber, problem } from "../messages";
import { choose } from "../state";
import { store } from "../store";
import { problemOf } from "../view";
import "./number-field";
import { PageElement } from "./page-element";

/** Extra operations on top of the plan, where the catalog sells them. */
class ExtraOperations extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { state, view, context } = this.page;
    const offer = view.now?.operations?.extra;
    if (!offer || offer.left === 0) return nothing;
    const found = state.choice.action === "extra_operations" ? problemOf(state, view, "extraOperations") : undefined;
    const most = Math.min(offer.left ?? Infinity, offer.bundle * 50);
    return html`
      <section class="aside-section" aria-labelledby="extra-title">
        <h2 id="extra-title">${extra.title(context.unit)}</h2>
        <p>${extra.offer(offer.bundle, money(offer.amount, context.currency, context.digits), context.unit)}</p>
        <number-field
          .name=${"extraOperations"}
          .label=${extra.field(context.unit)}
          .value=${state.choice.action === "extra_operations" ? state.choice.extraOperations : 0}
          .least=${0}
          .most=${most}
          .step=${offer.bundle}
          .slider=${true}
          .typed=${state.invalid.extraOperations}
          .error=${found === undefined ? undefined : found === "not_a_number" ? notANumber : problem(found, context)}
          .hint=${offer.left === null ? undefined : extra.left(offer.left, context.unit)}
          .onValue=${(extraOperations: number) => store.update(extraOperations === 0 ? choose({ extraOperations }) : choose({ action: "extra_operations", extraOperations }))}
        ></number-field>
        ${view.nextTier ? html`<p class="hint">${extra.orMoveUp(grant(view.nextTier.price, context.unit) ?? "", money(view.nextTier.dueNow, context.currency, context.digits))}</p>` : nothing}
      </section>
    `;
  }
}
customElements.define("extra-operations", ExtraOperations);
