import { html, nothing, type TemplateResult } from "lit";
import { money } from "../format";
import { orMoveUp, problem } from "../messages";
import { choose } from "../state";
import { store } from "../store";
import { text } from "../texts";
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
        <h2 id="extra-title">${text("extra-title", { unit: context.unit })}</h2>
        <p>${text("extra-offer", { operations: offer.bundle, amount: money(offer.amount, context.currency, context.digits), unit: context.unit })}</p>
        <number-field
          .name=${"extraOperations"}
          .label=${text("extra-field", { unit: context.unit })}
          .value=${state.choice.action === "extra_operations" ? state.choice.extraOperations : 0}
          .least=${0}
          .most=${most}
          .step=${offer.bundle}
          .slider=${true}
          .typed=${state.invalid.extraOperations}
          .error=${found === undefined ? undefined : found === "not_a_number" ? text("problem-not-a-number") : problem(found, context)}
          .hint=${offer.left === null ? undefined : text("extra-left", { operations: offer.left, unit: context.unit })}
          .onValue=${(extraOperations: number) => store.update(extraOperations === 0 ? choose({ extraOperations }) : choose({ action: "extra_operations", extraOperations }))}
        ></number-field>
        ${view.nextTier ? html`<p class="hint">${orMoveUp(view.nextTier.price, context.unit, money(view.nextTier.dueNow, context.currency, context.digits))}</p>` : nothing}
      </section>
    `;
  }
}
customElements.define("extra-operations", ExtraOperations);
