import { html, nothing, type TemplateResult } from "lit";
import { count } from "../format";
import { intervalName, problem } from "../messages";
import { sameInterval } from "../organisations";
import { choose } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { problemOf } from "../view";
import "./number-field";
import { PageElement } from "./page-element";

/** What holds for every plan: the interval, the tier and the seats. */
class PlanOptions extends PageElement {
  override render(): TemplateResult {
    const { state, view, context } = this.page;
    const { choice } = state;
    const found = problemOf(state, view, "seats");
    return html`
      <div class="options">
        ${view.intervals.length > 1
          ? html`<fieldset class="field">
              <legend>${text("choosing-billing")}</legend>
              <div class="segments">
                ${view.intervals.map(
                  (interval) => html`<label class="segment">
                    <input type="radio" name="interval" .checked=${sameInterval(choice.interval, interval)} @change=${() => store.update(choose({ interval }))} />
                    <span>${intervalName(interval)}</span>
                  </label>`,
                )}
              </div>
            </fieldset>`
          : nothing}
        ${view.tiers.length > 0
          ? html`<div class="field">
              <label for="tier">${text("choosing-tier", { unit: context.unit })}</label>
              <select id="tier" @change=${(event: Event) => store.update(choose({ tier: Number((event.target as HTMLSelectElement).value) }))}>
                ${view.tiers.map((tier) => html`<option value=${tier} .selected=${choice.tier === tier}>${count(tier)}</option>`)}
              </select>
            </div>`
          : nothing}
        ${view.perSeat
          ? html`<number-field
              class="seats-field"
              .name=${"seats"}
              .label=${text("choosing-seats")}
              .value=${choice.seats ?? 1}
              .least=${1}
              .most=${50}
              .slider=${true}
              .typed=${state.invalid.seats}
              .error=${found === undefined ? undefined : found === "not_a_number" ? text("problem-not-a-number") : problem(found, context)}
              .onValue=${(seats: number) => store.update(choose({ seats }))}
            ></number-field>`
          : nothing}
      </div>
    `;
  }
}
customElements.define("plan-options", PlanOptions);
