import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { language, languages, rememberLanguage, type Language } from "../language";
import { speak, text } from "../texts";
import { DocumentElement } from "./document-element";

/** The language of the page; what was chosen or typed stays as it is. */
class LanguagePicker extends DocumentElement {
  static override properties = { failed: { state: true } };
  /** The texts of the language that was asked for could not be loaded. */
  declare private failed: boolean;

  constructor() {
    super();
    this.failed = false;
  }

  override render(): TemplateResult {
    return html`
      <div class="language">
        <label class="visually-hidden" for="language">${text("page-language")}</label>
        <select id="language" aria-describedby=${this.failed ? "language-error" : nothing} .value=${live(language())} @change=${(event: Event) => void this.#choose((event.target as HTMLSelectElement).value as Language)}>
          ${Object.entries(languages).map(([id, { name }]) => html`<option value=${id} lang=${id} .selected=${id === language()}>${name}</option>`)}
        </select>
        ${this.failed ? html`<p class="field-error" id="language-error" role="alert">${text("page-language-failed")}</p>` : nothing}
      </div>
    `;
  }

  async #choose(next: Language): Promise<void> {
    try {
      await speak(next);
      rememberLanguage(next);
      this.failed = false;
    } catch {
      this.failed = true;
      // The list shows the language in use again, also after a second failure.
      this.requestUpdate();
    }
  }
}
customElements.define("language-picker", LanguagePicker);
