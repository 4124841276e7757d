import { html, type TemplateResult } from "lit";
import { customerOf } from "../customer";
import { text } from "../texts";
import { PageElement } from "./page-element";
import "./add-on-list";
import "./plan-card";
import "./plan-options";

class PlanList extends PageElement {
  override render(): TemplateResult {
    const { state, view, context } = this.page;
    const bought = state.confirmed?.preview.change.plan;
    return html`
      <section aria-labelledby="plans-title">
        <h2 id="plans-title">${text("choosing-title")}</h2>
        <plan-options .page=${this.page}></plan-options>
        <fieldset class="plans">
          <legend class="visually-hidden">${text("choosing-plans")}</legend>
          ${view.offers.map((offer) => html`<plan-card .offer=${offer} .context=${context} .taxes=${customerOf(state).taxes} .fresh=${offer.current && bought === offer.plan.id}></plan-card>`)}
        </fieldset>
        <add-on-list .page=${this.page}></add-on-list>
      </section>
    `;
  }
}
customElements.define("plan-list", PlanList);
