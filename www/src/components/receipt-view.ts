import { html, nothing, type TemplateResult } from "lit";
import { addressLines } from "../address-lines";
import type { Receipt } from "../host/host";
import { date, isZero, money } from "../format";
import type { Context } from "../messages";
import { methodName } from "../methods";
import { text } from "../texts";
import "./change-facts";
import "./change-notes";
import { DocumentElement } from "./document-element";
import "./due-today";
import "./price-lines";

/** A receipt, with the numbers that were confirmed. */
class ReceiptView extends DocumentElement {
  static override properties = { receipt: { attribute: false }, context: { attribute: false }, past: { attribute: false } };
  declare receipt: Receipt;
  declare context: Context;
  /** Read again, as opposed to just confirmed. */
  declare past: boolean;

  override render(): TemplateResult {
    const { preview, number, at, billing, method, removed } = this.receipt;
    const context = contextOf(this.receipt, this.context);
    const facts: [string, string[]][] = [
      [text("receipt-number"), [number]],
      [text("receipt-date"), [date(at)]],
      [text("receipt-billed-to"), billing ? addressLines(billing) : []],
      [text("receipt-paid-with"), method ? [methodName(method)] : [text("receipt-nothing-paid")]],
      [text("receipt-removed"), removed],
    ];
    return html`
      <div class="receipt">
        <div class="summary-due">${this.past ? this.#paid(context) : html`<due-today .preview=${preview} .context=${context} .paid=${!isZero(preview.dueNow)}></due-today>`}</div>
        ${preview.lines.length > 0 ? html`<price-lines .preview=${preview} .context=${context}></price-lines>` : nothing}
        <dl class="given receipt-facts">${facts.filter(([, lines]) => lines.length > 0).map(([label, lines]) => html`<div><dt>${label}</dt><dd>${lines.map((line) => html`<span><bdi>${line}</bdi></span>`)}</dd></div>`)}</dl>
        <change-notes .preview=${preview} .context=${context}></change-notes>
        <change-facts .preview=${preview} .context=${context}></change-facts>
        <p class="hint">${text("receipt-demonstration")}</p>
        <button type="button" class="text-button receipt-print" @click=${() => window.print()}>${text("receipt-print")}</button>
      </div>
    `;
  }

  #paid({ currency, digits }: Context): TemplateResult {
    const { paid, at } = this.receipt;
    const amount = money(paid, currency, digits);
    return html`
      <p class="due-large">${amount}</p>
      <p class="due-then">${isZero(paid) ? text("success-nothing-paid", { date: date(at) }) : text("success-paid", { amount, date: date(at) })}</p>
    `;
  }
}

/** Names and currency as they were. */
export function contextOf({ preview, names, unit }: Receipt, present: Context): Context {
  return { ...present, currency: preview.currency, digits: preview.digits, unit, planName: (id) => names[id] ?? present.planName(id), addOnName: (id) => names[id] ?? present.addOnName(id) };
}

customElements.define("receipt-view", ReceiptView);
