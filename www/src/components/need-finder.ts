import { html, nothing, type TemplateResult } from "lit";
import { customerOf } from "../customer";
import { money } from "../format";
import { grant, intervalName, withExtra } from "../messages";
import { isOnSale, operationsPerMonth } from "../organisations";
import { countedOf, recommend, type Candidate, type Counted, type Recommendation } from "../recommendation";
import { choose, hasSubscription, setNeed } from "../state";
import { store } from "../store";
import { taxWords } from "../tax-words";
import { text } from "../texts";
import { currentPrice } from "../view";
import "./number-field";
import { PageElement } from "./page-element";

/** Beyond this the engine refuses a count. */
const most = 1_000_000_000_000;
const between = " · ";

/** "How many do you need?": the cheapest way to have them, with the next best one. */
class NeedFinder extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { state, view, context } = this.page;
    const counted = countedOf(view.catalog);
    if (!counted) return nothing;
    const needed = this.#needed(counted);
    const answers = state.invalid.need === undefined && needed > 0 && needed <= most ? recommend(view.catalog, { number: needed, plan: state.need.plan, at: state.at }) : undefined;
    return html`
      <div class="need-fields">
        <number-field
          .name=${"need"}
          .label=${counted === "seats" ? text("needs-field-seats") : text("needs-field-operations", { unit: context.unit })}
          .value=${needed}
          .least=${1}
          .step=${counted === "seats" ? 1 : 1000}
          .typed=${state.invalid.need}
          .error=${state.invalid.need === undefined ? undefined : text("problem-not-a-number")}
          .onValue=${(number: number) => store.update(setNeed({ number }))}
        ></number-field>
        <div class="field">
          <label for="need-plan">${text("needs-plan")}</label>
          <select id="need-plan" @change=${(event: Event) => store.update(setNeed({ plan: (event.target as HTMLSelectElement).value || null }))}>
            <option value="" .selected=${state.need.plan === null}>${text("needs-plan-any")}</option>
            ${view.catalog.plans.filter(isOnSale).map((plan) => html`<option value=${plan.id} .selected=${state.need.plan === plan.id}>${text("needs-plan-least", { plan: plan.name })}</option>`)}
          </select>
        </div>
      </div>
      ${answers ? html`<div class="need-answers" aria-live="polite">${answers.length === 0 ? html`<p>${text("needs-none")}</p>` : answers.map((answer) => this.#answer(answer, answers.length > 1, counted, needed))}</div>` : nothing}
      <p class="hint">${text("needs-prices", { tax: taxWords(customerOf(state).taxes) })}</p>
    `;
  }

  /** What was typed, else what is chosen. */
  #needed(counted: Counted): number {
    const { need, choice } = this.page.state;
    return need.number ?? (counted === "seats" ? choice.seats : choice.tier) ?? 1;
  }

  #answer({ horizon, best, runnerUp, difference }: Recommendation, differ: boolean, counted: Counted, needed: number): TemplateResult {
    const title = !differ ? text("needs-cheapest") : horizon === "month" ? text("needs-for-month") : text("needs-for-year");
    return html`
      <section class="need-answer">
        <h4>${title}</h4>
        <p class="need-plan">${best.plan.name}</p>
        <p class="hint">${this.#parts(best, counted, needed)}</p>
        <p class="need-cost">${horizon === "month" ? text("needs-cost-month", { amount: this.#cash(best.cost) }) : text("needs-cost-year", { amount: this.#cash(best.cost) })}</p>
        ${runnerUp && difference !== undefined
          ? html`<p class="hint">${text("needs-runner-up", { amount: this.#cash(difference), way: `${runnerUp.plan.name}${between}${this.#parts(runnerUp, counted, needed)}` })}</p>`
          : nothing}
        ${this.#button(best, needed, counted)}
      </section>
    `;
  }

  #parts({ price, extra, extraAmount }: Candidate, counted: Counted, needed: number): string {
    const { unit } = this.page.context;
    const granted = counted === "seats" ? text("seats", { seats: needed }) : grant(price, unit);
    const bought = extra === 0 ? [] : [withExtra(extra, unit, this.#cash(extraAmount), price)];
    return [...(granted === undefined ? [] : [granted]), intervalName(price.interval), ...bought].join(between);
  }

  #button({ plan, price, extra }: Candidate, needed: number, counted: Counted): TemplateResult {
    const { state, context } = this.page;
    const held = hasSubscription(state.current) && state.current.plan === plan.id && currentPrice(state) === price && (counted !== "seats" || state.current.seats === needed);
    if (held && extra === 0) return html`<p>${text("needs-have")}</p>`;
    if (held) {
      return html`<button type="button" class="button" @click=${() => store.update(choose({ action: "extra_operations", extraOperations: extra }))}>
        ${text("needs-choose-extra", { unit: context.unit })}
      </button>`;
    }
    const target = { plan: plan.id, interval: price.interval, tier: operationsPerMonth(price) ?? null, ...(counted === "seats" && { seats: needed }) };
    return html`<button type="button" class="button" @click=${() => store.update(choose(target))}>${text("needs-choose")}</button>`;
  }

  #cash(amount: string): string {
    return money(amount, this.page.context.currency, this.page.context.digits);
  }
}
customElements.define("need-finder", NeedFinder);
