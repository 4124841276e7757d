import { scaleBand } from "d3-scale";
import type { Invoice } from "prorata";
import { svg, type SVGTemplateResult } from "lit";
import { date, daysBetween, shortDay, shortMonth, year } from "../format";
import { text } from "../texts";
import { ChartElement, frame } from "./chart-element";

/** Widths of a bar and of an amount above it, at most. */
const widest = { bar: 40, amount: 60, name: 40 };

/** The invoices that follow a change, a bar for each. */
class InvoicesChart extends ChartElement {
  static override properties = { ...ChartElement.properties, invoices: { attribute: false } };
  declare invoices: Invoice[];

  protected count(): number {
    return this.invoices.length;
  }

  protected x(index: number): number {
    const band = this.#band();
    return band(index)! + band.bandwidth() / 2;
  }

  protected words(index: number): string {
    const { at, amount } = this.invoices[index]!;
    return text("invoices-point", { date: date(at), amount: this.cash(amount) });
  }

  protected amounts(): string[] {
    return this.invoices.map(({ amount }) => amount);
  }

  protected draw(): SVGTemplateResult {
    const y = this.heights();
    const band = this.#band();
    const breadth = Math.min(band.bandwidth(), widest.bar);
    const floor = frame.height - frame.bottom;
    return svg`
      ${this.grid()}
      ${this.invoices.map(({ amount }, index) => {
        const top = y(Number(amount));
        return svg`<rect class="chart-bar ${this.active === index ? "chart-bar-active" : ""}" x=${this.x(index) - breadth / 2} y=${Math.min(top, floor - 1)} width=${breadth} height=${Math.max(floor - top, 1)} rx="3" />`;
      })}
      ${this.#said().map((index) => svg`<text class="chart-amount" x=${this.#within(this.x(index), widest.amount)} y=${y(Number(this.invoices[index]!.amount)) - 8} text-anchor="middle">${this.cash(this.invoices[index]!.amount)}</text>`)}
      ${this.#named().map((index) => svg`<text class="chart-note" x=${this.#within(this.x(index), widest.name)} y=${frame.height - 8} text-anchor="middle">${this.#name(index)}</text>`)}
    `;
  }

  #band() {
    return scaleBand(this.invoices.keys(), this.ends).paddingInner(0.28);
  }

  /** Amounts are written where they change, and where there is room. */
  #said(): number[] {
    const said: number[] = [];
    for (const [index, { amount }] of this.invoices.entries()) {
      const before = said.at(-1);
      if (before !== undefined && (amount === this.invoices[index - 1]!.amount || Math.abs(this.x(index) - this.x(before)) < widest.amount)) continue;
      said.push(index);
    }
    return said;
  }

  #named(): number[] {
    const every = Math.max(1, Math.ceil(widest.name / Math.max(1, Math.abs(this.x(1 % this.count()) - this.x(0)))));
    return [...this.invoices.keys()].filter((index) => index % every === 0);
  }

  /** Months, and the year where one begins; years alone where invoices are a year apart; else days. */
  #name(index: number): string {
    const { at } = this.invoices[index]!;
    const days = daysBetween(this.invoices.at(-2)?.at ?? at, this.invoices.at(-1)!.at);
    if (days > 300) return year(at);
    return days < 28 ? shortDay(at) : shortMonth(at);
  }

  #within(x: number, breadth: number): number {
    const [left, right] = [...this.ends].sort((a, b) => a - b) as [number, number];
    return Math.max(left + breadth / 2, Math.min(x, right - breadth / 2));
  }
}
customElements.define("invoices-chart", InvoicesChart);
