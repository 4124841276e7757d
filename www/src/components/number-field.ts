import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { readCount } from "../entry";
import { count, plainCount } from "../format";
import { setInvalid, type FieldName } from "../state";
import { store } from "../store";
import { text } from "../texts";
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
  /** The text while someone types; else the digits are grouped. */
  declare private editing: string | undefined;

  constructor() {
    super();
    this.least = 0;
    this.most = null;
    this.step = 1;
    this.slider = false;
    this.value = 0;
    this.label = "";
    this.editing = undefined;
  }

  /** Digits can be changed anywhere once they stand ungrouped; at once, so that what is selected stays selected. */
  #begin(field: HTMLInputElement): void {
    this.editing = plainCount(this.value);
    this.performUpdate();
    field.select();
  }

  #type(typed: string): void {
    this.editing = typed;
    const value = readCount(typed);
    store.update(setInvalid(this.name, value === undefined ? typed : null));
    if (value !== undefined) this.onValue(value);
  }

  #set(value: number): void {
    store.update(setInvalid(this.name, null));
    this.onValue(value);
  }

  #step(by: number): void {
    this.#set(Math.max(this.least, this.value + by));
  }

  /** What is typed stands as typed while it means the value, so that nothing moves under the fingers. */
  #shown(): string {
    if (this.typed !== undefined) return this.typed;
    if (this.editing === undefined) return count(this.value);
    return readCount(this.editing) === this.value ? this.editing : plainCount(this.value);
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
                @input=${(event: InputEvent) => this.#set(Number((event.target as HTMLInputElement).value))}
              />`
            : nothing}
          <div class="stepper">
            <button type="button" aria-label=${text("field-less", { label: this.label, step: count(this.step) })} ?disabled=${this.value <= this.least} @click=${() => this.#step(-this.step)}>−</button>
            <input
              id=${id}
              type="text"
              inputmode="numeric"
              autocomplete="off"
              aria-invalid=${this.error === undefined ? "false" : "true"}
              aria-describedby=${described || nothing}
              .value=${live(this.#shown())}
              @focus=${(event: FocusEvent) => this.#begin(event.target as HTMLInputElement)}
              @blur=${() => (this.editing = undefined)}
              @input=${(event: InputEvent) => this.#type((event.target as HTMLInputElement).value)}
              @keydown=${(event: KeyboardEvent) => {
                if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                event.preventDefault();
                this.#step(event.key === "ArrowUp" ? this.step : -this.step);
              }}
            />
            <button type="button" aria-label=${text("field-more", { label: this.label, step: count(this.step) })} @click=${() => this.#step(this.step)}>+</button>
          </div>
        </div>
        ${this.hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${this.hint}</p>`}
        ${this.error === undefined ? nothing : html`<p class="field-error" id="${id}-error">${this.error}</p>`}
      </div>
    `;
  }
}
customElements.define("number-field", NumberField);
