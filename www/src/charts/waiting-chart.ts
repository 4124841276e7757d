import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { count, shortDay } from "../format";
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
    const { at, due, stay, used } = this.waiting.days[index]!;
    const amount = this.cash(due);
    const where = this.byUse ? text("units", { operations: used, unit: this.context.unit }) : shortDay(at);
    return stay === undefined ? text("waiting-point", { where, amount }) : text("waiting-point-stay", { where, amount, stay: this.cash(stay.due) });
  }

  protected amounts(): string[] {
    return this.waiting.days.flatMap(({ due, stay }) => (stay === undefined ? [due] : [due, stay.due]));
  }

  protected draw(): SVGTemplateResult {
    const { days } = this.waiting;
    const y = this.heights();
    const height = (amount: string): number => y(Number(amount));
    const end = days.length - 1;
    const [first, last] = [days[0]!, days[end]!];
    const rises = end > 0 && Number(days[1]!.due) > Number(first.due);
    const gap = first.stay ? height(first.stay.due) - height(first.due) : Infinity;
    // Below a line that rises, unless the other one is in the way.
    const below = rises && !(gap > 0 && gap < 2 * apart);
    return svg`
      ${this.grid()}
      ${this.#breakEven()}
      ${days.some(({ stay }) => stay && Number(stay.due) > 0) ? svg`<path class="chart-line chart-line-other" d=${this.#path((day) => day.stay && height(day.stay.due))} />` : nothing}
      <path class="chart-line" d=${this.#path(({ due }) => height(due))} />
      ${this.#dot(0, height(first.due))}
      ${this.#dot(end, height(last.due))}
      ${this.#amount(0, height(first.due), first.due, "start", below ? "below" : "above")}
      ${this.#amount(end, height(last.due), last.due, "end", "above")}
      ${first.stay && Number(first.stay.due) > 0 && Math.abs(gap) > apart ? this.#amount(0, height(first.stay.due), first.stay.due, "start", "above", "chart-amount-other") : nothing}
      ${this.active === undefined ? nothing : this.#looked(Math.min(this.active, end), height)}
      ${this.#names()}
    `;
  }

  /** A line through the days that have a height. */
  #path(height: (day: WaitingDay) => number | undefined): string {
    return (
      line<WaitingDay>((_, index) => this.x(index), (day) => height(day) ?? 0)
        .defined((day) => height(day) !== undefined)(this.waiting.days) ?? ""
    );
  }

  #names(): SVGTemplateResult[] {
    const { days, breakEven } = this.waiting;
    const name = (index: number): SVGTemplateResult => this.name(index, this.byUse ? count(days[index]!.used) : shortDay(days[index]!.at));
    const ends = [0, days.length - 1];
    const room = (index: number): boolean => ends.every((end) => Math.abs(this.x(end) - this.x(index)) > 110);
    return [...ends, ...(breakEven !== undefined && room(breakEven) ? [breakEven] : [])].map(name);
  }

  /** From where on staying costs less than changing. */
  #breakEven(): SVGTemplateResult | typeof nothing {
    const { breakEven } = this.waiting;
    if (breakEven === undefined || breakEven === 0) return nothing;
    const x = this.x(breakEven);
    return svg`
      <line class="chart-mark" x1=${x} x2=${x} y1=${frame.top - 6} y2=${frame.height - frame.bottom} />
      <text class="chart-note chart-note-strong" x=${x} y=${frame.top - 12} text-anchor=${breakEven > this.count() / 2 ? "end" : "start"}>${text("waiting-break-even")}</text>
    `;
  }

  #looked(index: number, height: (amount: string) => number): SVGTemplateResult {
    const { due, stay } = this.waiting.days[index]!;
    return svg`
      <line class="chart-look" x1=${this.x(index)} x2=${this.x(index)} y1=${frame.top} y2=${frame.height - frame.bottom} />
      ${stay && Number(stay.due) > 0 ? this.#dot(index, height(stay.due), "chart-dot-other") : nothing}
      ${this.#dot(index, height(due))}
    `;
  }

  #dot(index: number, y: number, name = ""): SVGTemplateResult {
    return svg`<circle class="chart-dot ${name}" cx=${this.x(index)} cy=${y} r="4" />`;
  }

  #amount(index: number, y: number, amount: string, side: "start" | "end", where: "above" | "below", name = ""): SVGTemplateResult {
    return svg`<text class="chart-amount ${name}" x=${this.x(index)} y=${where === "above" ? y - 10 : y + 19} text-anchor=${side}>${this.cash(amount)}</text>`;
  }
}
customElements.define("waiting-chart", WaitingChart);
