import type { Line, OperationsAfter, Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { count, date, isZero, money } from "../format";
import { billedOnce, type Context } from "../messages";
import { text } from "../texts";
import { DocumentElement } from "./document-element";

/** What a change brings beside the amount of today: operations and the next invoice. */
class ChangeFacts extends DocumentElement {
  static override properties = { preview: { attribute: false }, context: { attribute: false }, later: { attribute: false } };
  declare preview: Preview;
  declare context: Context;
  /** What the next invoice bills once. */
  declare later: Line[];

  constructor() {
    super();
    this.later = [];
  }

  override render(): TemplateResult {
    return html`
      ${this.#operations()}${this.#next()}
    `;
  }

  #operations(): TemplateResult | typeof nothing {
    const { operations: after } = this.preview;
    const { unit } = this.context;
    if (!after) return nothing;
    const expires = after.expiresAt === undefined ? undefined : text("units-expire", { date: date(after.expiresAt), unit });
    const resets = after.resetsAt === undefined ? undefined : text("units-reset", { date: date(after.resetsAt) });
    const parts = this.#parts(after, expires, resets);
    const shown = parts.length > 1 ? parts : [];
    const said = shown.map(([, , note]) => note);
    const sentences = [
      after.converted > 0 ? text("units-converted", { operations: after.converted, unit }) : undefined,
      after.forfeited > 0 ? text("units-forfeited", { operations: after.forfeited, unit }) : undefined,
      ...[expires, resets].filter((sentence) => !said.includes(sentence)),
    ];
    return html`
      <section class="facts-block">
        <h3>${text("summary-units", { unit })}</h3>
        <dl class="lines lines-plain">
          ${shown.map(([label, number, note]) => html`<div class="line"><dt>${label}${note === undefined ? nothing : html`<span class="because">${note}</span>`}</dt><dd>${count(number)}</dd></div>`)}
          <div class="line ${shown.length > 0 ? "line-total" : ""}"><dt>${text("units-available")}</dt><dd>${count(after.available)}</dd></div>
        </dl>
        ${sentences.map((text) => (text === undefined ? nothing : html`<p class="hint">${text}</p>`))}
      </section>
    `;
  }

  /** What is available, by how long it lasts: what was granted comes anew, what was moved or bought expires. */
  #parts({ allowance, transferred, available }: OperationsAfter, expires: string | undefined, resets: string | undefined): [label: string, number: number, note: string | undefined][] {
    const bought = this.preview.change.extraOperations ?? 0;
    if (bought > 0) return [[text("units-remaining"), available - bought, resets], [text("units-bought"), bought, expires]];
    // Where the period goes on, less than the allowance is left of it: then only what is available says something.
    if (available !== allowance + transferred || transferred === 0) return [];
    return [[text("units-allowance"), allowance, resets], [text("units-transferred"), transferred, expires]];
  }

  #next(): TemplateResult | typeof nothing {
    const { next, balanceAfter } = this.preview;
    const cash = (amount: string): string => money(amount, this.context.currency, this.preview.digits);
    if (!next && isZero(balanceAfter)) return nothing;
    return html`
      <dl class="lines lines-plain facts-block">
        ${next ? html`<div class="line"><dt>${text("summary-next")}${this.later.map((line) => html`<span class="because">${billedOnce(line, this.context)}</span>`)}</dt><dd>${text("summary-next-amount", { amount: cash(next.amount), date: date(next.at) })}</dd></div>` : nothing}
        ${isZero(balanceAfter) ? nothing : html`<div class="line"><dt>${text("summary-balance-after")}</dt><dd>${cash(balanceAfter)}</dd></div>`}
      </dl>
    `;
  }
}
customElements.define("change-facts", ChangeFacts);
