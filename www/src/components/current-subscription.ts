import type { Change, SubscriptionDocument } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { money } from "../format";
import { current, exampleTitles, grant, perInterval } from "../messages";
import { examplesOf, type Example } from "../examples";
import { choose, chooseExample, hasSubscription } from "../state";
import { store } from "../store";
import { currentPrice } from "../view";
import { alertIcon, infoIcon } from "./icons";
import { PageElement } from "./page-element";
import "./period-clock";
import "./subscription-editor";

/** What the customer has now, where in the period the page stands, and the form to change either. */
class CurrentSubscription extends PageElement {
  override render(): TemplateResult {
    const { state } = this.page;
    return html`
      <section class="panel current" aria-labelledby="current-title">
        <div class="panel-head">
          <h2 id="current-title">${current.title}</h2>
          ${state.organisation === "own" ? nothing : this.#examples(examplesOf(state.organisation))}
        </div>
        ${this.#facts()} ${this.#notices()}
        <period-clock .page=${this.page}></period-clock>
        ${state.engine === "ready"
          ? html`<details class="disclosure">
              <summary>${current.edit}</summary>
              <subscription-editor .page=${this.page}></subscription-editor>
            </details>`
          : nothing}
      </section>
    `;
  }

  #examples(examples: Example[]): TemplateResult {
    return html`
      <div class="start-from">
        <label for="example">${current.startFrom}</label>
        <select id="example" @change=${(event: Event) => store.update(chooseExample((event.target as HTMLSelectElement).value))}>
          ${examples.map((example) => html`<option value=${example.id} .selected=${example.id === this.page.state.example}>${exampleTitles[example.id]}</option>`)}
        </select>
      </div>
    `;
  }

  #facts(): TemplateResult {
    const { state, view, context } = this.page;
    if (!hasSubscription(state.current)) return html`<p class="current-plan">${current.none}</p>`;
    const price = currentPrice(state);
    const { unusedOperations, seats } = state.current;
    const facts: string[] = [];
    const granted = price && grant(price, context.unit);
    if (granted) facts.push(granted);
    if (price && !/^0(\.0*)?$/.test(price.amount)) {
      const amount = money(price.amount, context.currency, context.digits);
      facts.push(price.per === "seat" ? current.perSeat(perInterval(amount, price.interval)) : perInterval(amount, price.interval));
    }
    if (view.now?.seats && view.now.seats.limit !== null) facts.push(current.seatsTaken(view.now.seats.used, view.now.seats.limit));
    else if (seats !== undefined) facts.push(current.seatCount(seats));
    if (unusedOperations !== undefined) facts.push(current.unusedCount(unusedOperations, context.unit));
    return html`
      <p class="current-plan">${context.planName(state.current.plan)}</p>
      <ul class="facts">
        ${facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
    `;
  }

  #notices(): TemplateResult | typeof nothing {
    const { state, view } = this.page;
    if (!hasSubscription(state.current)) return nothing;
    const { scheduled } = state.current;
    const seats = view.now?.seats;
    const full = seats?.full && seats.limit !== null ? html`<p class="note note-alert">${alertIcon}<span>${current.full(seats.limit)}</span></p>` : nothing;
    const waits = scheduled
      ? html`<div class="note">
          ${infoIcon}
          <span>${this.#scheduled(state.current, scheduled)}</span>
          <button type="button" class="text-button" @click=${() => store.update(choose({ action: "withdraw" }))}>${current.withdraw}</button>
        </div>`
      : nothing;
    return html`${full}${waits}`;
  }

  #scheduled(owned: SubscriptionDocument, change: Change): string {
    const end = String(owned.period.end);
    if (change.cancel) return current.scheduledCancel(end);
    if (change.seats !== undefined && (change.plan ?? owned.plan) === owned.plan && change.seats !== owned.seats) return current.scheduledSeats(change.seats, end);
    return current.scheduledChange(this.page.context.planName(change.plan ?? owned.plan), end);
  }
}
customElements.define("current-subscription", CurrentSubscription);
