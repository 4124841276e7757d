import type { Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { date, money } from "../format";
import { choose, type Choice } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { PageElement } from "./page-element";

let made = 0;

/** Where the policy offers a choice of when, every way beside the others: today, next and the operations. */
class ChangeWays extends PageElement {
  /** The summary and the review each have a group of their own. */
  readonly #group = `way-${(made += 1)}`;

  override render(): TemplateResult | typeof nothing {
    const { ways } = this.page.view;
    if (ways.length === 0) return nothing;
    const chosen = ways.find((preview) => isChosen(preview, this.page.state.choice)) ?? ways[0];
    return html`
      <fieldset class="ways">
        <legend>${text("ways-title")}</legend>
        <div class="ways-list">${ways.map((preview) => this.#way(preview, preview === chosen))}</div>
      </fieldset>
    `;
  }

  #way(preview: Preview, checked: boolean): TemplateResult {
    const { state, context } = this.page;
    const { effective = null, period = null } = preview.change;
    const cash = (amount: string): string => money(amount, context.currency, preview.digits);
    return html`
      <label class="way">
        <input type="radio" name=${this.#group} .checked=${checked} @change=${() => store.update(choose({ action: state.choice.action, effective, period }))} />
        <span class="way-name">${nameOf(preview)}</span>
        <span class="way-due"><span class="amount">${cash(preview.dueNow)}</span> ${text("ways-today")}</span>
        <span class="way-then">
          ${preview.next ? html`<span>${text("ways-next", { amount: cash(preview.next.amount), date: date(preview.next.at) })}</span>` : nothing}
          ${preview.operations ? html`<span>${text("units", { operations: preview.operations.available, unit: context.unit })}</span>` : nothing}
        </span>
      </label>
    `;
  }
}

function isChosen({ change }: Preview, { effective, period }: Choice): boolean {
  return change.effective === (effective ?? undefined) && change.period === (period ?? undefined);
}

function nameOf({ change, effectiveAt }: Preview): string {
  if (change.effective === "period_end") return text("ways-period-end", { date: date(effectiveAt) });
  return change.period === "restart" ? text("ways-restart") : text("ways-now");
}

customElements.define("change-ways", ChangeWays);
