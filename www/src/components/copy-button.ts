import { html, type TemplateResult } from "lit";
import { text } from "../texts";
import { DocumentElement } from "./document-element";

/** How long a copy is confirmed. */
const confirmed = 2_000;

/** Copies a text that is on view; where the browser forbids it, the text is there to be selected. */
class CopyButton extends DocumentElement {
  static override properties = { content: { attribute: false }, outcome: { state: true } };
  declare content: string;
  declare private outcome: "copied" | "forbidden" | undefined;

  override render(): TemplateResult {
    const words = { copied: text("share-copied"), forbidden: text("copy-forbidden") };
    return html`
      <button type="button" class="text-button" @click=${() => void this.#copy()}>${this.outcome ? words[this.outcome] : text("copy-copy")}</button>
      <span class="visually-hidden" role="status">${this.outcome ? words[this.outcome] : ""}</span>
    `;
  }

  async #copy(): Promise<void> {
    this.outcome = await navigator.clipboard.writeText(this.content).then(() => "copied" as const, () => "forbidden" as const);
    setTimeout(() => (this.outcome = undefined), confirmed);
  }
}
customElements.define("copy-button", CopyButton);
