import type { Tax } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { isNegative, isZero, magnitude, money, percent } from "../format";
import { directionName, grant, perInterval, problem, seatPerInterval, type Context } from "../messages";
import { isExample, isFree, sameInterval } from "../organisations";
import { choose } from "../state";
import { store } from "../store";
import { taxWords } from "../tax-words";
import { text } from "../texts";
import type { Offer } from "../view";
import { DocumentElement } from "./document-element";

/** One plan: what it is, what it costs, and what is due today for it. */
class PlanCard extends DocumentElement {
  static override properties = { offer: { attribute: false }, context: { attribute: false }, taxes: { attribute: false }, fresh: { attribute: false } };
  declare offer: Offer;
  declare context: Context;
  /** The customer's, as far as they are known. */
  declare taxes: Tax[] | undefined;
  /** The plan that was just bought. */
  declare fresh: boolean;

  override render(): TemplateResult {
    const { plan, price, current, selected } = this.offer;
    const id = `plan-${plan.id}`;
    if (!price) {
      return html`<div class="plan plan-unsold">
        <div class="plan-what"><span class="plan-name">${plan.name}</span></div>
        <div class="plan-due"><span class="plan-note">${text("choosing-unsold")}</span></div>
      </div>`;
    }
    return html`
      <label class="plan ${selected ? "plan-selected" : ""} ${current ? "plan-current" : ""} ${this.fresh ? "plan-fresh" : ""}">
        <input type="radio" name="plan" value=${plan.id} aria-labelledby="${id}-name" aria-describedby="${id}-price ${id}-due" .checked=${selected} @change=${() => store.update(choose({ plan: plan.id }))} />
        <span class="plan-what">
          <span class="plan-name" id="${id}-name">${plan.name}${current ? html` <span class="badge">${text("choosing-current")}</span>` : nothing}</span>
          <span class="plan-facts">${this.#facts().map((fact) => html`<span>${fact}</span>`)}</span>
        </span>
        <span class="plan-price" id="${id}-price">${this.#price()}</span>
        <span class="plan-due" id="${id}-due">${this.#due()}</span>
      </label>
    `;
  }

  #facts(): string[] {
    const { plan, price } = this.offer;
    const facts: string[] = [];
    const granted = price && grant(price, this.context.unit);
    if (granted) facts.push(granted);
    if (plan.teams !== undefined) facts.push(text("choosing-teams", { teams: plan.teams }));
    else if (granted) facts.push(text("choosing-any-teams"));
    if (price?.per === "seat") facts.push(plan.seats?.max === undefined ? text("choosing-any-seats") : text("choosing-seats-most", { seats: plan.seats.max }));
    return facts;
  }

  #price(): TemplateResult {
    const { price, entry, saving } = this.offer;
    if (!price) return html``;
    const { context } = this;
    const cash = (amount: string): string => money(amount, context.currency, context.digits);
    const mark = isExample(price) ? html` <span class="example-mark">${text("page-example-mark")}</span>` : nothing;
    if (isFree(price)) return html`<span class="amount">${text("choosing-free")}</span>${mark === nothing ? nothing : html`<span class="plan-note">${mark}</span>`}`;
    const known = entry && entry.problem === undefined ? entry : undefined;
    const listed = (price.per === "seat" ? seatPerInterval : perInterval)(cash(price.amount), price.interval);
    const main = known ? perInterval(cash(known.perMonth), "month") : listed;
    const notes = [
      ...(known && listed !== main && !(sameInterval(price.interval, "year") && price.per !== "seat") ? [listed] : []),
      ...(known && sameInterval(price.interval, "year") ? [text("choosing-billed-yearly", { amount: cash(known.perYear) })] : []),
    ];
    return html`
      <span class="amount">${main}</span>
      ${notes.map((note) => html`<span class="plan-note">${note}</span>`)}
      <span class="plan-note">${taxWords(this.taxes)}${mark}</span>
      ${saving ? html`<span class="plan-saving">${text("choosing-saves", { amount: cash(saving.amount), share: percent(saving.percent) })}</span>` : nothing}
    `;
  }

  #due(): TemplateResult {
    const { entry } = this.offer;
    const { context } = this;
    const cash = (amount: string): string => money(amount, context.currency, context.digits);
    if (!entry) return html``;
    if (entry.problem !== undefined) return html`<span class="plan-note plan-problem">${problem(entry.problem, context)}</span>`;
    if (entry.direction === "none") return html`<span class="plan-note">${text("choosing-nothing")}</span>`;
    return html`
      <span class="due-label">${text("choosing-due")}</span>
      <span class="amount due-amount">${cash(entry.dueNow)}</span>
      <span class="plan-note">${directionName(entry.direction)}</span>
      ${isZero(entry.lost) ? nothing : html`<span class="plan-note plan-lost">${text("choosing-lost", { amount: cash(entry.lost) })}</span>`}
      ${isNegative(entry.total) && isZero(entry.lost) ? html`<span class="plan-note">${text("choosing-to-balance", { amount: cash(magnitude(entry.total)) })}</span>` : nothing}
    `;
  }
}
customElements.define("plan-card", PlanCard);
