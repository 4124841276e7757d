import { html, nothing, type TemplateResult } from "lit";
import { money } from "../format";
import { summary } from "../messages";
import { choose } from "../state";
import { store } from "../store";
import { PageElement } from "./page-element";

/** Where the policy offers a choice of when, both with their amounts. */
class ChangeWays extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { state, view, context } = this.page;
    if (view.ways.length === 0 || !view.preview) return nothing;
    const { effectiveAt } = view.preview;
    return html`
      <fieldset class="field ways">
        <legend>${summary.ways}</legend>
        ${view.ways.map(
          ({ effective, preview }) => html`
            <label class="check">
              <input
                type="radio"
                name="effective"
                value=${effective}
                .checked=${preview.effectiveAt === effectiveAt}
                @change=${() => store.update(choose({ action: state.choice.action, effective }))}
              />
              <span>${effective === "now" ? summary.wayNow(money(preview.dueNow, context.currency, preview.digits)) : summary.wayPeriodEnd(preview.effectiveAt)}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }
}
customElements.define("change-ways", ChangeWays);
