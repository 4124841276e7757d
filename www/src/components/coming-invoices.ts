import type { Invoice } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { sum } from "../amounts";
import { attempt } from "../attempt";
import "../charts/invoices-chart";
import { customerOf } from "../customer";
import { checkoutFor } from "../engine";
import { date, isZero, mediumDate, money, shortEnds } from "../format";
import { text } from "../texts";
import { changeOf } from "../view";
import { PageElement } from "./page-element";

const invoiceCount = 12;

/** The invoices that follow the change, as a chart and as a table. */
class ComingInvoices extends PageElement {
  override render(): TemplateResult {
    const { state, view, context } = this.page;
    const change = changeOf(state, view);
    const invoices = change && view.preview && attempt(() => checkoutFor(state.catalog, customerOf(state), state.at).schedule(change, invoiceCount));
    if (!invoices || invoices.length === 0) return html`<p class="hint">${text("invoices-nothing")}</p>`;
    const amount = this.#cash(sum(invoices.map((invoice) => invoice.amount)));
    return html`
      <div class="closer-sentences"><p>${text("invoices-sum", { invoices: invoices.length, amount, date: date(invoices.at(-1)!.at) })}</p></div>
      <figure class="chart-figure"><invoices-chart .invoices=${invoices} .context=${context} .label=${text("invoices-look")}></invoices-chart></figure>
      <details class="disclosure">
        <summary>${text("chart-table")}</summary>
        ${this.#table(invoices)}
      </details>
    `;
  }

  #table(invoices: Invoice[]): TemplateResult {
    const taxed = invoices.some(({ tax }) => !isZero(tax));
    const paid = invoices.some(({ balanceUsed }) => !isZero(balanceUsed));
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-label=${text("invoices-title")}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">${text("invoices-date")}</th>
              <th scope="col">${text("invoices-period")}</th>
              ${taxed ? html`<th scope="col">${text("invoices-tax")}</th>` : nothing}
              ${taxed || paid ? html`<th scope="col">${text("invoices-total")}</th>` : nothing}
              ${paid ? html`<th scope="col">${text("invoices-balance")}</th>` : nothing}
              <th scope="col">${text("invoices-amount")}</th>
            </tr>
          </thead>
          <tbody>
            ${invoices.map(
              ({ at, period, tax, total, balanceUsed, amount }) => html`<tr>
                <th scope="row">${mediumDate(at)}</th>
                <td>${shortEnds(period.start, period.end).join(" – ")}</td>
                ${taxed ? html`<td>${this.#cash(tax)}</td>` : nothing}
                ${taxed || paid ? html`<td>${this.#cash(total)}</td>` : nothing}
                ${paid ? html`<td>${this.#cash(balanceUsed)}</td>` : nothing}
                <td>${this.#cash(amount)}</td>
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
customElements.define("coming-invoices", ComingInvoices);
