import { html, nothing, type TemplateResult } from "lit";
import "../charts/waiting-chart";
import { isNegative, isZero, magnitude, mediumDate, money, date, count } from "../format";
import { customerOf } from "../customer";
import { checkoutFor } from "../engine";
import { setPerDay } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { changeOf } from "../view";
import { usedPerDay, waitingFor, type Waiting, type WaitingDay } from "../waiting";
import "./number-field";
import { PageElement } from "./page-element";

/** Beyond this the engine refuses a count. */
const most = 1_000_000_000;

/** What is due against the day of the change, as a chart and as a table. */
class WaitingCosts extends PageElement {
  static override properties = { ...PageElement.properties, byUse: { state: true } };
  declare private byUse: boolean;

  constructor() {
    super();
    this.byUse = false;
  }

  override render(): TemplateResult {
    const { state, view } = this.page;
    const change = changeOf(state, view);
    const perDay = Math.min(state.perDay ?? usedPerDay(state, view), most);
    const waiting = change && view.preview && waitingFor(checkoutFor(state.catalog, customerOf(state), state.at), change, state, view, perDay);
    if (!waiting) return html`<p class="hint">${text("waiting-nothing")}</p>`;
    const counted = view.now?.operations !== undefined;
    return html`
      <div class="closer-sentences">${this.#sentences(waiting).map((sentence) => html`<p>${sentence}</p>`)}</div>
      ${counted ? this.#fields(perDay) : nothing}
      ${isFlat(waiting) ? nothing : this.#chart(waiting, counted && this.byUse)}
      <details class="disclosure">
        <summary>${text("chart-table")}</summary>
        ${this.#table(waiting, counted)}
      </details>
    `;
  }

  /** What the chart says, in words. */
  #sentences({ days, difference, breakEven }: Waiting): string[] {
    const last = days.at(-1)!;
    const amount = this.#cash(magnitude(difference));
    const sentences = [
      isZero(difference) ? text("waiting-same") : isNegative(difference) ? text("waiting-less", { amount, date: date(last.at) }) : text("waiting-more", { amount, date: date(last.at) }),
    ];
    const staying = this.#staying(days[0]!, breakEven === undefined ? undefined : days[breakEven]);
    return staying === undefined ? sentences : [...sentences, staying];
  }

  /** How changing compares with staying and buying what will be missing. */
  #staying({ stay }: WaitingDay, breakEven: WaitingDay | undefined): string | undefined {
    const { unit } = this.page.context;
    const operations = this.page.view.now?.operations;
    if (!operations?.extra || operations.resetsAt === undefined) return undefined;
    const until = date(operations.resetsAt);
    if (!stay) return text("waiting-stay-not-sold", { date: until, unit });
    if (stay.operations === 0) return text("waiting-stay-enough", { date: until });
    const missing = { operations: stay.operations, unit, amount: this.#cash(stay.due), date: until };
    if (!breakEven) return text("waiting-stay-more", missing);
    return breakEven.stay === stay ? text("waiting-stay-less", missing) : text("waiting-stay-then", { ...missing, then: date(breakEven.at) });
  }

  #fields(perDay: number): TemplateResult {
    const { state, context } = this.page;
    return html`
      <div class="need-fields">
        <number-field
          .name=${"perDay"}
          .label=${text("waiting-per-day", { unit: context.unit })}
          .value=${perDay}
          .least=${0}
          .step=${100}
          .typed=${state.invalid.perDay}
          .error=${state.invalid.perDay === undefined ? undefined : text("problem-not-a-number")}
          .onValue=${(value: number) => store.update(setPerDay(value))}
        ></number-field>
        <fieldset class="field">
          <legend>${text("waiting-against")}</legend>
          <div class="segments">
            ${[false, true].map(
              (byUse) => html`<label class="segment">
                <input type="radio" name="waiting-against" .checked=${this.byUse === byUse} @change=${() => (this.byUse = byUse)} />
                <span>${byUse ? text("waiting-by-use", { unit: context.unit }) : text("waiting-by-day")}</span>
              </label>`,
            )}
          </div>
        </fieldset>
      </div>
    `;
  }

  #chart(waiting: Waiting, byUse: boolean): TemplateResult {
    const { context } = this.page;
    const stays = waiting.days.some((day) => day.stay !== undefined && !isZero(day.stay.due));
    return html`
      <figure class="chart-figure">
        ${stays
          ? html`<figcaption class="chart-key">
              <span class="chart-key-line">${text("waiting-line-change")}</span>
              <span class="chart-key-line chart-key-other">${text("waiting-line-stay")}</span>
            </figcaption>`
          : nothing}
        <waiting-chart .waiting=${waiting} .byUse=${byUse} .context=${context} .label=${text("waiting-look")}></waiting-chart>
      </figure>
    `;
  }

  #table({ days }: Waiting, counted: boolean): TemplateResult {
    const stays = days.some((day) => day.stay !== undefined);
    const lost = days.some((day) => !isZero(day.lost));
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-label=${text("waiting-title")}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">${text("waiting-column-day")}</th>
              ${counted ? html`<th scope="col">${text("waiting-column-use")}</th>` : nothing}
              <th scope="col">${text("waiting-column-change")}</th>
              ${lost ? html`<th scope="col">${text("waiting-lost")}</th>` : nothing}
              ${stays ? html`<th scope="col">${text("waiting-column-stay")}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${days.map(
              (day) => html`<tr>
                <th scope="row">${mediumDate(day.at)}</th>
                ${counted ? html`<td>${count(day.used)}</td>` : nothing}
                <td>${this.#cash(day.due)}</td>
                ${lost ? html`<td>${this.#cash(day.lost)}</td>` : nothing}
                ${stays ? html`<td>${day.stay === undefined ? text("waiting-not-sold") : this.#cash(day.stay.due)}</td>` : nothing}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #cash(amount: string): string {
    return money(amount, this.page.context.currency, this.page.context.digits);
  }
}

function isFlat({ days }: Waiting): boolean {
  return days.every(({ due, stay }) => due === days[0]!.due && (stay === undefined || isZero(stay.due)));
}

customElements.define("waiting-costs", WaitingCosts);
