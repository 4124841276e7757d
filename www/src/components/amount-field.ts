import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { readAmount } from "../entry";
import { decimal } from "../format";
import { DocumentElement } from "./document-element";

/** An amount to type in. What is none goes on as it is typed, so that the engine says why not. */
class AmountField extends DocumentElement {
  static override properties = {
    name: { attribute: false },
    label: { attribute: false },
    value: { attribute: false },
    error: { attribute: false },
    onValue: { attribute: false },
    editing: { state: true },
  };
  declare name: string;
  declare label: string;
  /** As the document states it. */
  declare value: string;
  declare error: string | undefined;
  declare onValue: (value: string) => void;
  /** The text while someone types. */
  declare private editing: string | undefined;

  constructor() {
    super();
    this.editing = undefined;
  }

  #type(typed: string): void {
    this.editing = typed;
    this.onValue(readAmount(typed) ?? typed);
  }

  #shown(): string {
    if (this.editing !== undefined && (readAmount(this.editing) ?? this.editing) === this.value) return this.editing;
    return /^-?\d+(\.\d+)?$/.test(this.value) ? decimal(this.value) : this.value;
  }

  override render(): TemplateResult {
    const wrong = this.error !== undefined;
    return html`
      <div class="field">
        <label for=${this.name}>${this.label}</label>
        <input
          id=${this.name}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${wrong ? "true" : "false"}
          aria-describedby=${wrong ? `${this.name}-error` : nothing}
          .value=${live(this.#shown())}
          @input=${(event: InputEvent) => this.#type((event.target as HTMLInputElement).value)}
          @blur=${() => (this.editing = undefined)}
        />
        ${wrong ? html`<p class="field-error" id="${this.name}-error">${this.error}</p>` : nothing}
      </div>
    `;
  }
}
customElements.define("amount-field", AmountField);
