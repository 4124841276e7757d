import { periods, type CustomerDocument, type Interval, type SubscriptionDocument, type Tax } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { civilDate, count, daysBetween, percent } from "../format";
import { amountExpected, intervalName, problem } from "../messages";
import { cycleOf, isOnSale, planOf, priceFor, sameInterval, tiersOf } from "../organisations";
import { hasSubscription, setClock, setCurrent, type Current, type FieldName } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { currentTier, problemOf } from "../view";
import "./amount-field";
import "./number-field";
import { PageElement } from "./page-element";

/** Taxes to choose from; a host would know which ones apply. */
function taxChoices(): Tax[][] {
  const [id, name] = ["tax", text("current-tax")];
  return [[], [{ id, name, rate: "8.25" }], [{ id, name, rate: "20", inclusive: true }]];
}

/** The form in which a visitor describes what the customer has. */
class SubscriptionEditor extends PageElement {
  override render(): TemplateResult {
    const { state, view, context } = this.page;
    const owned = hasSubscription(state.current) ? state.current : undefined;
    const tier = currentTier(state);
    const teamCount = Array.isArray(state.current.teams) ? state.current.teams.length : state.current.teams;
    const taxes = taxChoices();
    const counted = view.catalog.plans.some((plan) => plan.teams !== undefined);
    return html`
      <div class="editor">
        ${view.currentFailure
          ? html`<div class="field-error" role="alert"><p>${text("summary-mend-current")}</p><ul>${view.currentFailure.problems.map((found) => html`<li>${problem(found, context)}</li>`)}</ul></div>`
          : nothing}
        <div class="editor-grid">
          <div class="field">
            <label for="current-plan">${text("current-plan")}</label>
            <select id="current-plan" @change=${(event: Event) => this.#setPlan((event.target as HTMLSelectElement).value)}>
              <option value="" .selected=${!owned}>${text("current-none")}</option>
              ${view.catalog.plans.filter(isOnSale).map((plan) => html`<option value=${plan.id} .selected=${owned?.plan === plan.id}>${plan.name}</option>`)}
            </select>
          </div>
          ${owned
            ? html`<div class="field">
                <label for="current-interval">${text("current-billing")}</label>
                <select id="current-interval" @change=${(event: Event) => this.#setPrice(view.intervals[Number((event.target as HTMLSelectElement).value)]!, tier)}>
                  ${view.intervals.map((interval, index) => html`<option value=${index} .selected=${sameInterval(owned.interval, interval)}>${intervalName(interval)}</option>`)}
                </select>
              </div>`
            : nothing}
          ${owned && tier !== null
            ? html`<div class="field">
                <label for="current-tier">${text("choosing-tier", { unit: context.unit })}</label>
                <select id="current-tier" @change=${(event: Event) => this.#setPrice(owned.interval, Number((event.target as HTMLSelectElement).value))}>
                  ${[...new Set([tier, ...tiersOf(view.catalog)])].sort((a, b) => a - b).map((value) => html`<option value=${value} .selected=${value === tier}>${count(value)}</option>`)}
                </select>
              </div>`
            : nothing}
          ${owned && tier !== null ? this.#number("current.unusedOperations", text("current-unused", { unit: context.unit }), owned.unusedOperations ?? 0, Math.max(owned.operations ?? 0, 10_000) * 2, (value) => this.#patch({ unusedOperations: value }), 500) : nothing}
          ${owned && view.perSeat ? this.#number("current.seats", text("current-seats"), owned.seats ?? 1, 50, (value) => this.#setSeats(value)) : nothing}
          ${view.perSeat ? this.#number("current.members", text("current-members"), state.current.members ?? 0, 50, (value) => this.#patch({ members: value })) : nothing}
          ${counted ? this.#number("current.teams", text("current-teams"), teamCount ?? 1, 10, (value) => this.#setTeams(value)) : nothing}
          <amount-field
            .name=${"current.balance"}
            .label=${text("current-balance", { currency: context.currency })}
            .value=${state.current.balance ?? "0"}
            .typed=${state.invalid["current.balance"]}
            .error=${this.#amountError("current.balance")}
            .onValue=${(value: string) => this.#patch({ balance: value })}
          ></amount-field>
          <div class="field">
            <label for="current-tax">${text("current-tax")}</label>
            <select id="current-tax" @change=${(event: Event) => this.#patch({ taxes: taxes[Number((event.target as HTMLSelectElement).value)] ?? [] })}>
              ${taxes.map((list, index) => html`<option value=${index} .selected=${list[0]?.rate === state.current.taxes?.[0]?.rate}>${list[0] ? text(list[0].inclusive ? "current-tax-included" : "current-tax-on-top", { rate: percent(list[0].rate) }) : text("current-tax-none")}</option>`)}
            </select>
          </div>
          ${view.perSeat
            ? html`<label class="check">
                <input type="checkbox" .checked=${state.current.individualSubscription ?? false} @change=${(event: Event) => this.#patch({ individualSubscription: (event.target as HTMLInputElement).checked })} />
                <span>${text("current-individual")}</span>
              </label>`
            : nothing}
        </div>
      </div>
    `;
  }

  #number(name: FieldName, label: string, value: number, most: number, onValue: (value: number) => void, step = 1): TemplateResult {
    const { state, view, context } = this.page;
    const found = problemOf(state, view, name);
    return html`<number-field
      .name=${name}
      .label=${label}
      .value=${value}
      .most=${most}
      .step=${step}
      .slider=${true}
      .typed=${state.invalid[name]}
      .error=${found === undefined ? undefined : found === "not_a_number" ? text("problem-not-a-number") : problem(found, context)}
      .onValue=${onValue}
    ></number-field>`;
  }

  #amountError(name: FieldName): string | undefined {
    const { state, view, context } = this.page;
    const found = problemOf(state, view, name);
    return found === "not_a_number" ? amountExpected() : found && problem(found, context);
  }

  #patch(part: Partial<Current>): void {
    store.update(setCurrent({ ...this.page.state.current, ...part } as Current));
  }

  #setPlan(id: string): void {
    const { state, view } = this.page;
    const customer = customerOf(state.current);
    if (id === "") {
      store.update(setCurrent(customer));
      return;
    }
    const interval = hasSubscription(state.current) ? state.current.interval : state.choice.interval;
    const start = hasSubscription(state.current) ? String(state.current.period.start) : state.at;
    const next = this.#subscription(id, interval, currentTier(state) ?? state.choice.tier, start, customer);
    if (!next) return;
    if (view.perSeat) next.seats = fitting(planOf(view.catalog, id)?.seats, (hasSubscription(state.current) ? state.current.seats : undefined) ?? state.choice.seats ?? 1);
    this.#replace(next);
  }

  #setPrice(interval: Interval, tier: number | null): void {
    const { current: owned } = this.page.state;
    if (!hasSubscription(owned)) return;
    const { plan, seats } = owned;
    const next = this.#subscription(plan, interval, tier, String(owned.period.start), customerOf(owned));
    if (!next) return;
    if (seats !== undefined) next.seats = seats;
    this.#replace(next);
  }

  #setSeats(seats: number): void {
    const { current: owned } = this.page.state;
    if (!hasSubscription(owned)) return;
    // What was billed for other seats is no longer what was paid; the list price stands in for it.
    const { paid: _, ...rest } = owned;
    store.update(setCurrent({ ...rest, seats }));
  }

  #setTeams(number: number): void {
    const known = Array.isArray(this.page.state.current.teams) ? this.page.state.current.teams : [];
    this.#patch({ teams: Array.from({ length: number }, (_, index) => known[index] ?? { id: `team-${index + 1}`, name: text("current-team", { number: index + 1 }) }) });
  }

  /** A subscription that began at `start`, billed at the list price, with nothing of its allowance used. */
  #subscription(id: string, interval: Interval, tier: number | null, start: string, customer: CustomerDocument): SubscriptionDocument | undefined {
    const { catalog } = this.page.view;
    const plan = planOf(catalog, id);
    const price = plan && priceFor(plan, interval, tier);
    if (!plan || !price) return undefined;
    const period = periods({ anchor: start, interval: price.interval, count: 1, cycle: cycleOf(catalog) })[0];
    if (!period) return undefined;
    return {
      ...customer,
      plan: id,
      interval: price.interval,
      ...(price.operations !== undefined && { operations: price.operations, unusedOperations: price.operations }),
      period: { start: period.start, end: period.end },
    };
  }

  /** Another period must not leave the page's clock outside of it. */
  #replace(next: SubscriptionDocument): void {
    const { at } = this.page.state;
    const [start, end] = [String(next.period.start), String(next.period.end)];
    store.update(setCurrent(next));
    if (daysBetween(start, at) < 0 || daysBetween(at, end) < 0) store.update(setClock(civilDate(start)));
  }
}

/** Who the customer is, whatever the subscription. */
function customerOf({ taxes, discounts, balance, members, teams, individualSubscription }: Current): CustomerDocument {
  const all = { taxes, discounts, balance, members, teams, individualSubscription };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as CustomerDocument;
}

function fitting(limits: { min?: number; max?: number } | undefined, seats: number): number {
  return Math.min(limits?.max ?? seats, Math.max(limits?.min ?? 1, seats));
}

customElements.define("subscription-editor", SubscriptionEditor);
