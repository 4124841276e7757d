import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { readAmount } from "../entry";
import { decimal } from "../format";
import { setInvalid, type FieldName } from "../state";
import { store } from "../store";
import { DocumentElement } from "./document-element";

/** An amount to type in. */
class AmountField extends DocumentElement {
  static override properties = {
    name: { attribute: false },
    label: { attribute: false },
    value: { attribute: false },
    typed: { attribute: false },
    error: { attribute: false },
    onValue: { attribute: false },
    editing: { state: true },
  };
  declare name: FieldName;
  declare label: string;
  /** As the document states it. */
  declare value: string;
  /** What was typed where it is no amount. */
  declare typed: string | undefined;
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
    const value = readAmount(typed);
    store.update(setInvalid(this.name, value === undefined ? typed : null));
    if (value !== undefined) this.onValue(value);
  }

  #shown(): string {
    if (this.typed !== undefined) return this.typed;
    if (this.editing !== undefined && readAmount(this.editing) === this.value) return this.editing;
    return /^-?\d+(\.\d+)?$/.test(this.value) ? decimal(this.value) : this.value;
  }

  override render(): TemplateResult {
    const id = `field-${this.name.replace(/\W/g, "-")}`;
    const wrong = this.error !== undefined;
    return html`
      <div class="field">
        <label for=${id}>${this.label}</label>
        <input
          id=${id}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${wrong ? "true" : "false"}
          aria-describedby=${wrong ? `${id}-error` : nothing}
          .value=${live(this.#shown())}
          @input=${(event: InputEvent) => this.#type((event.target as HTMLInputElement).value)}
          @blur=${() => (this.editing = undefined)}
        />
        ${wrong ? html`<p class="field-error" id="${id}-error">${this.error}</p>` : nothing}
      </div>
    `;
  }
}
customElements.define("amount-field", AmountField);
