import type { Change, SubscriptionDocument } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { date, money } from "../format";
import { changesWithin, grant, perInterval, seatPerInterval } from "../messages";
import { choose, hasSubscription } from "../state";
import { store } from "../store";
import { text } from "../texts";
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
        <div class="panel-head"><h2 id="current-title">${text("current-title")}</h2></div>
        ${this.#facts()} ${this.#notices()}
        <period-clock .page=${this.page}></period-clock>
        ${state.engine === "ready"
          ? html`<details class="disclosure">
              <summary>${text("current-edit")}</summary>
              <subscription-editor .page=${this.page}></subscription-editor>
            </details>`
          : nothing}
      </section>
    `;
  }

  #facts(): TemplateResult {
    const { state, view, context } = this.page;
    if (!hasSubscription(state.current)) return html`<p class="current-plan">${text("current-none")}</p>`;
    const price = currentPrice(state);
    const { unusedOperations, seats, status, trialEnd, period } = state.current;
    const facts: string[] = [];
    if (status === "trial" && !view.expired) facts.push(text("current-trial", { date: date(String(trialEnd ?? period.end)) }));
    const granted = price && grant(price, context.unit);
    if (granted) facts.push(granted);
    if (price && !/^0(\.0*)?$/.test(price.amount)) {
      const amount = money(price.amount, context.currency, context.digits);
      facts.push(price.per === "seat" ? seatPerInterval(amount, price.interval) : perInterval(amount, price.interval));
    }
    if (view.now?.seats && view.now.seats.limit !== null) facts.push(text("current-seats-taken", { used: view.now.seats.used, seats: view.now.seats.limit }));
    else if (seats !== undefined) facts.push(text("seats", { seats }));
    if (unusedOperations !== undefined) facts.push(text("current-units-unused", { operations: unusedOperations, unit: context.unit }));
    return html`
      <p class="current-plan">${context.planName(state.current.plan)}</p>
      <ul class="facts">
        ${facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
    `;
  }

  #notices(): TemplateResult | typeof nothing {
    const { state, view } = this.page;
    if (!hasSubscription(state.current)) return this.#individual();
    const { scheduled } = state.current;
    const seats = view.now?.seats;
    const full = seats?.full && seats.limit !== null ? html`<p class="note note-alert">${alertIcon}<span>${text("current-full", { seats: seats.limit })}</span></p>` : nothing;
    const waits = scheduled
      ? html`<div class="note">
          ${infoIcon}
          <span>${this.#scheduled(state.current, scheduled)}</span>
          <button type="button" class="text-button" @click=${() => store.update(choose({ action: "withdraw" }))}>${text("current-withdraw")}</button>
        </div>`
      : nothing;
    return html`${full}${waits}${this.#individual()}`;
  }

  #individual(): TemplateResult | typeof nothing {
    const { current: held, checkout } = this.page.state;
    const { individualSubscription } = checkout.host.links;
    if (!held.individualSubscription || individualSubscription === undefined) return nothing;
    return html`<div class="note">${infoIcon}<span>${text("current-individual")}</span><a href=${individualSubscription} target="_blank" rel="noreferrer">${text("links-individual")}</a></div>`;
  }

  #scheduled(owned: SubscriptionDocument, change: Change): string {
    const end = String(owned.period.end);
    if (change.cancel) return text("current-scheduled-cancel", { date: date(end) });
    const plan = this.page.context.planName(change.plan ?? owned.plan);
    if ((change.plan ?? owned.plan) !== owned.plan) return text("current-scheduled-plan", { plan, date: date(end) });
    return changesWithin(plan, change.seats === owned.seats ? undefined : change.seats, end);
  }
}
customElements.define("current-subscription", CurrentSubscription);
