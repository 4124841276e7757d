import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { count } from "../format";
import { setInvalid, type FieldName } from "../state";
import { store } from "../store";
import { DocumentElement } from "./document-element";

/** A whole number: a field to type in, two buttons to step with and, where it helps, a slider. All three are the same value. */
export class NumberField extends DocumentElement {
  static override properties = {
    name: { attribute: false },
    label: { attribute: false },
    value: { attribute: false },
    least: { attribute: false },
    most: { attribute: false },
    step: { attribute: false },
    slider: { attribute: false },
    typed: { attribute: false },
    error: { attribute: false },
    hint: { attribute: false },
    onValue: { attribute: false },
    editing: { state: true },
  };
  declare name: FieldName;
  declare label: string;
  declare value: number;
  declare least: number;
  /** The end of the slider; what is typed may go beyond it, so that the engine says why not. */
  declare most: number | null;
  declare step: number;
  declare slider: boolean;
  /** What was typed where it is no whole number. */
  declare typed: string | undefined;
  declare error: string | undefined;
  declare hint: string | undefined;
  declare onValue: (value: number) => void;
  /** While someone types, the digits stand as typed; else they are grouped. */
  declare private editing: boolean;

  constructor() {
    super();
    this.least = 0;
    this.most = null;
    this.step = 1;
    this.slider = false;
    this.value = 0;
    this.label = "";
    this.editing = false;
  }

  #take(text: string): void {
    const compact = text.replace(/[\s,_]/g, "");
    const value = Number(compact);
    // Digits beyond what a number holds would be shown as another number than was typed.
    if (!/^\d+$/.test(compact) || !Number.isSafeInteger(value)) {
      store.update(setInvalid(this.name, text));
      return;
    }
    store.update(setInvalid(this.name, null));
    this.onValue(value);
  }

  #step(by: number): void {
    const next = this.value + by;
    this.#take(String(Math.max(this.least, next)));
  }

  override render(): TemplateResult {
    const id = `field-${this.name.replace(/\W/g, "-")}`;
    const described = [this.error === undefined ? "" : `${id}-error`, this.hint === undefined ? "" : `${id}-hint`].filter(Boolean).join(" ");
    const share = this.most === null || this.most <= this.least ? 0 : Math.min(1, Math.max(0, (this.value - this.least) / (this.most - this.least)));
    return html`
      <div class="field number-field">
        <label for=${id}>${this.label}</label>
        <div class="number-row">
          ${this.slider && this.most !== null
            ? html`<input
                class="slider"
                type="range"
                aria-label=${this.label}
                min=${this.least}
                max=${this.most}
                step=${this.step}
                .style=${`--share: ${share}`}
                .value=${live(String(Math.min(this.value, this.most)))}
                @input=${(event: InputEvent) => this.#take((event.target as HTMLInputElement).value)}
              />`
            : nothing}
          <div class="stepper">
            <button type="button" aria-label=${`${this.label}: −${this.step}`} ?disabled=${this.value <= this.least} @click=${() => this.#step(-this.step)}>−</button>
            <input
              id=${id}
              type="text"
              inputmode="numeric"
              autocomplete="off"
              aria-invalid=${this.error === undefined ? "false" : "true"}
              aria-describedby=${described || nothing}
              .value=${live(this.typed ?? (this.editing ? String(this.value) : count(this.value)))}
              @focus=${() => (this.editing = true)}
              @blur=${() => (this.editing = false)}
              @input=${(event: InputEvent) => this.#take((event.target as HTMLInputElement).value)}
              @keydown=${(event: KeyboardEvent) => {
                if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                event.preventDefault();
                this.#step(event.key === "ArrowUp" ? this.step : -this.step);
              }}
            />
            <button type="button" aria-label=${`${this.label}: +${this.step}`} @click=${() => this.#step(this.step)}>+</button>
          </div>
        </div>
        ${this.hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${this.hint}</p>`}
        ${this.error === undefined ? nothing : html`<p class="field-error" id="${id}-error">${this.error}</p>`}
      </div>
    `;
  }
}
customElements.define("number-field", NumberField);
