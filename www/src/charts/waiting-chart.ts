import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { count, money, shortDay } from "../format";
import { text } from "../texts";
import type { Waiting, WaitingDay } from "../waiting";
import { ChartElement, frame } from "./chart-element";

/** Two amounts closer than this would be written over each other. */
const apart = 20;

/** What is due against the day of the change, or against the operations used until then. */
class WaitingChart extends ChartElement {
  static override properties = { ...ChartElement.properties, waiting: { attribute: false }, byUse: { attribute: false } };
  declare waiting: Waiting;
  declare byUse: boolean;

  protected count(): number {
    return this.waiting.days.length;
  }

  protected x(index: number): number {
    return scaleLinear([0, this.count() - 1], this.ends)(index);
  }

  protected words(index: number): string {
    const { at, due, extra, used } = this.waiting.days[index]!;
    const amount = this.#cash(due);
    const where = this.byUse ? text("units", { operations: used, unit: this.context.unit }) : shortDay(at);
    return extra === undefined ? text("waiting-point", { where, amount }) : text("waiting-point-extra", { where, amount, extra: this.#cash(extra) });
  }

  protected amounts(): string[] {
    return this.waiting.days.flatMap(({ due, extra }) => (extra === undefined ? [due] : [due, extra]));
  }

  protected draw(): SVGTemplateResult {
    const { days } = this.waiting;
    const bought = days.filter(({ extra }) => extra !== undefined);
    const shown = bought.some(({ extra }) => Number(extra) > 0) ? bought : [];
    const y = this.heights();
    const path = (points: WaitingDay[], amount: (day: WaitingDay) => string): string => line<WaitingDay>((_, index) => this.x(index), (day) => y(Number(amount(day))))(points) ?? "";
    const last = days.at(-1)!;
    const first = days[0]!;
    const end = days.length - 1;
    return svg`
      ${this.grid()}
      ${this.#breakEven(y(Number(first.due)))}
      ${shown.length > 1 ? svg`<path class="chart-line chart-line-other" d=${path(shown, ({ extra }) => extra!)} />` : nothing}
      <path class="chart-line" d=${path(days, ({ due }) => due)} />
      ${this.#dot(0, y(Number(first.due)), "chart-dot")}
      ${this.#dot(end, y(Number(last.due)), "chart-dot")}
      ${this.#amount(0, y(Number(first.due)), first.due, "start", days.length > 1 && Number(days[1]!.due) > Number(first.due) ? "below" : "above")}
      ${this.#amount(end, y(Number(last.due)), last.due, "end", "above")}
      ${shown.length === days.length && Math.abs(y(Number(last.extra)) - y(Number(last.due))) > apart ? this.#amount(end, y(Number(last.extra)), last.extra!, "end", "above", "chart-amount-other") : nothing}
      ${this.active === undefined ? nothing : this.#looked(this.active, y)}
      ${this.#names()}
    `;
  }

  #names(): SVGTemplateResult[] {
    const { days, breakEven } = this.waiting;
    const name = (index: number): SVGTemplateResult => this.name(index, this.byUse ? count(days[index]!.used) : shortDay(days[index]!.at));
    const ends = [0, days.length - 1];
    const room = (index: number): boolean => ends.every((end) => Math.abs(this.x(end) - this.x(index)) > 110);
    return [...ends, ...(breakEven !== undefined && room(breakEven) ? [breakEven] : [])].map(name);
  }

  /** Where buying what is missing costs as much as changing today. */
  #breakEven(y: number): SVGTemplateResult | typeof nothing {
    const { breakEven } = this.waiting;
    if (breakEven === undefined) return nothing;
    const x = this.x(breakEven);
    return svg`
      <line class="chart-mark" x1=${x} x2=${x} y1=${frame.top - 6} y2=${frame.height - frame.bottom} />
      <line class="chart-mark" x1=${this.x(0)} x2=${x} y1=${y} y2=${y} />
      <text class="chart-note chart-note-strong" x=${x} y=${frame.top - 12} text-anchor=${this.anchor(breakEven > this.count() / 2 ? "end" : "start")}>${text("waiting-break-even")}</text>
    `;
  }

  #looked(index: number, y: (amount: number) => number): SVGTemplateResult {
    const { due, extra } = this.waiting.days[Math.min(index, this.count() - 1)]!;
    return svg`
      <line class="chart-look" x1=${this.x(index)} x2=${this.x(index)} y1=${frame.top} y2=${frame.height - frame.bottom} />
      ${extra !== undefined && Number(extra) > 0 ? this.#dot(index, y(Number(extra)), "chart-dot chart-dot-other") : nothing}
      ${this.#dot(index, y(Number(due)), "chart-dot")}
    `;
  }

  #dot(index: number, y: number, name: string): SVGTemplateResult {
    return svg`<circle class=${name} cx=${this.x(index)} cy=${y} r="4" />`;
  }

  #amount(index: number, y: number, amount: string, side: "start" | "end", where: "above" | "below", name = ""): SVGTemplateResult {
    return svg`<text class="chart-amount ${name}" x=${this.x(index)} y=${where === "above" ? y - 10 : y + 19} text-anchor=${this.anchor(side)}>${this.#cash(amount)}</text>`;
  }

  #cash(amount: string): string {
    return money(amount, this.context.currency, this.context.digits);
  }
}
customElements.define("waiting-chart", WaitingChart);
