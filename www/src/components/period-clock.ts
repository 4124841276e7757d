import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { addDays, date, daysBetween, shortEnds } from "../format";
import { isFree } from "../organisations";
import { hasSubscription, setClock } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { currentPrice } from "../view";
import { PageElement } from "./page-element";

/** So many days past the end the slider reaches, to show what a subscription that ran out looks like. */
const daysPastTheEnd = 14;

class PeriodClock extends PageElement {
  override render(): TemplateResult {
    const { state, view } = this.page;
    const dateField = html`
      <input
        id="clock-date"
        type="date"
        class="clock-date"
        aria-label=${hasSubscription(state.current) ? text("current-today") : text("current-first-day")}
        .value=${live(state.at)}
        min=${hasSubscription(state.current) ? String(state.current.period.start).slice(0, 10) : nothing}
        @change=${(event: Event) => store.update(setClock((event.target as HTMLInputElement).value))}
      />
    `;
    if (!hasSubscription(state.current)) {
      return html`
        <div class="clock">
          <div class="clock-head">
            <label for="clock-date">${text("current-first-day")}</label>
            ${dateField}
          </div>
        </div>
      `;
    }
    const start = String(state.current.period.start);
    const end = String(state.current.period.end);
    const total = daysBetween(start, end);
    const used = daysBetween(start, state.at);
    const price = currentPrice(state);
    const reach = total + (price && isFree(price) ? 0 : daysPastTheEnd);
    const [first, last] = shortEnds(start, end);
    const past = used - total;
    const position = view.expired ? text("current-expired", { date: date(end) }) : used < 0 ? text("current-before", { date: date(start) }) : text("current-position", { used, total });
    const spoken = view.expired ? text("current-clock-expired", { date: date(state.at), days: past }) : text("current-clock", { date: date(state.at), used, total });
    return html`
      <div class="clock">
        <div class="clock-head">
          <label for="clock-slider">${text("current-today")}</label>
          ${dateField}
          <span class="clock-position">${position}</span>
        </div>
        <div class="clock-track" .style=${`--share: ${used / reach}; --end: ${total / reach}`}>
          <input
            id="clock-slider"
            class="slider"
            type="range"
            min="0"
            max=${reach}
            step="1"
            aria-valuetext=${spoken}
            aria-describedby="clock-hint"
            .value=${live(String(used))}
            @input=${(event: InputEvent) => store.update(setClock(addDays(start, Number((event.target as HTMLInputElement).value))))}
          />
          <div class="clock-ends" aria-hidden="true">
            <span>${first}</span>
            <span class="clock-end">${last}</span>
          </div>
        </div>
        <p class="visually-hidden" id="clock-hint">${text("current-today-hint")}</p>
      </div>
    `;
  }
}
customElements.define("period-clock", PeriodClock);
