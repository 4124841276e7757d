import { scaleLinear, type ScaleLinear } from "d3-scale";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { DocumentElement } from "../components/document-element";
import { money } from "../format";
import type { Context } from "../messages";

/** Where the drawing stands within the chart; what is below holds the names of the positions. */
export const frame = { top: 24, bottom: 26, height: 216 };
/** How wide a letter of an amount at the side is, about. */
const letter = 7;

/** A chart of one amount per position. Which one is looked at follows the pointer and the arrow keys, and is said in words. */
export abstract class ChartElement extends DocumentElement {
  static override properties = { context: { attribute: false }, label: { attribute: false }, width: { state: true }, active: { state: true } };
  declare context: Context;
  /** What a position is, as the name of the control that moves along them. */
  declare label: string;
  declare protected width: number;
  /** The position that is looked at, if any. */
  declare protected active: number | undefined;
  #observer: ResizeObserver | undefined;

  constructor() {
    super();
    this.width = 0;
    this.label = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => (this.width = Math.floor(entry!.contentRect.width)));
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /** How many positions there are. */
  protected abstract count(): number;
  /** What is said of a position. */
  protected abstract words(index: number): string;
  /** The middle of a position, from the left. */
  protected abstract x(index: number): number;
  protected abstract draw(): SVGTemplateResult;

  override render(): TemplateResult {
    const last = this.count() - 1;
    const active = Math.min(this.active ?? 0, last);
    return html`
      <div
        class="chart"
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-valuemin="0"
        aria-valuemax=${last}
        aria-valuenow=${active}
        aria-valuetext=${this.words(active)}
        @keydown=${this.#key}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${() => (this.active = undefined)}
        @focus=${() => (this.active ??= 0)}
        @blur=${() => (this.active = undefined)}
      >
        ${this.width > 0 ? svg`<svg width=${this.width} height=${frame.height} aria-hidden="true">${this.draw()}</svg>` : nothing}
        <p class="chart-words" aria-hidden="true">${this.words(active)}</p>
      </div>
    `;
  }

  /** Time runs with the script. */
  protected get rightToLeft(): boolean {
    return document.dir === "rtl";
  }

  /** The edges between which positions lie; the first one where reading begins, after the amounts at the side. */
  protected get ends(): [number, number] {
    const side = Math.max(...this.#ticks().map(({ words }) => words.length)) * letter + 8;
    return this.rightToLeft ? [this.width - side, 0] : [side, this.width];
  }

  /** Every amount that is drawn. */
  protected abstract amounts(): string[];

  /** Heights for amounts from 0 up. As numbers, since they only become pixels. */
  protected heights(): ScaleLinear<number, number> {
    const most = Math.max(...this.amounts().map(Number));
    return scaleLinear([0, most > 0 ? most : 1], [frame.height - frame.bottom, frame.top]).nice(3);
  }

  /** Round amounts to read heights by. */
  #ticks(): { height: number; words: string }[] {
    const y = this.heights();
    const ticks = y.ticks(3);
    const digits = ticks.every(Number.isInteger) ? 0 : this.context.digits;
    return ticks.map((tick) => ({ height: y(tick), words: this.cash(tick.toFixed(digits), digits) }));
  }

  /** WebKit draws text without regard to isolates: a mark of direction after the sign keeps US$ from becoming $US. */
  protected cash(amount: string, digits = this.context.digits): string {
    return money(amount, this.context.currency, digits).replace("\u2069", "\u200e\u2069");
  }

  /** Faint lines at round amounts. */
  protected grid(): SVGTemplateResult[] {
    const [from, to] = this.ends;
    const side = this.rightToLeft ? this.width : 0;
    return this.#ticks().map(
      ({ height, words }) => svg`
        <line class="chart-grid" x1=${from} x2=${to} y1=${height} y2=${height} />
        <text class="chart-note" x=${side} y=${height + 4} text-anchor="start">${words}</text>
      `,
    );
  }

  /** A name below a position, kept within the drawing. */
  protected name(index: number, text: string): SVGTemplateResult {
    const side = index === 0 ? "start" : index === this.count() - 1 ? "end" : "middle";
    return svg`<text class="chart-note" x=${this.x(index)} y=${frame.height - 8} text-anchor=${side}>${text}</text>`;
  }

  #key = (event: KeyboardEvent): void => {
    const last = this.count() - 1;
    const at = Math.min(this.active ?? 0, last);
    const forward = this.rightToLeft ? "ArrowLeft" : "ArrowRight";
    const backward = this.rightToLeft ? "ArrowRight" : "ArrowLeft";
    const next = { [forward]: at + 1, ArrowUp: at + 1, [backward]: at - 1, ArrowDown: at - 1, PageUp: at + 7, PageDown: at - 7, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.active = Math.min(last, Math.max(0, next));
  };

  #point = (event: PointerEvent): void => {
    const left = event.clientX - this.getBoundingClientRect().left;
    let nearest = 0;
    for (let index = 1; index < this.count(); index += 1) if (Math.abs(this.x(index) - left) < Math.abs(this.x(nearest) - left)) nearest = index;
    this.active = nearest;
  };
}
