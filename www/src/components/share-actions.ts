import type { Preview } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { addressOf } from "../address";
import { summaryText } from "../summary-text";
import { text } from "../texts";
import { PageElement } from "./page-element";

/** How long a copy is confirmed. */
const confirmed = 2_000;

/** Takes an answer along: as a link that shows the same, as text, on paper. */
class ShareActions extends PageElement {
  static override properties = { ...PageElement.properties, preview: { attribute: false }, copied: { state: true }, problem: { state: true }, shown: { state: true } };
  declare preview: Preview;
  declare private copied: "link" | "text" | undefined;
  declare private problem: string | undefined;
  /** What could not be copied, to be taken by hand. */
  declare private shown: string | undefined;

  override render(): TemplateResult {
    return html`
      <div class="share">
        <button type="button" class="text-button" @click=${() => void this.#copyLink()}>${this.copied === "link" ? text("share-copied") : text("share-link")}</button>
        <button type="button" class="text-button" @click=${() => void this.#copyText()}>${this.copied === "text" ? text("share-copied") : text("share-text")}</button>
        <button type="button" class="text-button" @click=${() => print()}>${text("share-print")}</button>
        <p class="visually-hidden" role="status">${this.copied ? text("share-copied") : ""}</p>
        ${this.problem === undefined ? nothing : html`<p class="field-error" role="alert">${this.problem}</p>`}
        ${this.shown === undefined ? nothing : html`<textarea class="share-shown" readonly rows="6" aria-label=${text("share-text")} .value=${this.shown} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>`}
      </div>
    `;
  }

  async #link(): Promise<string | undefined> {
    const { search, hash, whole } = await addressOf(this.page.state, location);
    return whole ? `${location.origin}${location.pathname}${search}${hash}` : undefined;
  }

  async #copyLink(): Promise<void> {
    const link = await this.#link();
    if (link === undefined) [this.problem, this.shown] = [text("share-too-large"), undefined];
    else await this.#copy("link", link);
  }

  async #copyText(): Promise<void> {
    const written = summaryText(this.page, this.preview, await this.#link());
    await this.#copy("text", document.dir === "rtl" ? written : written.replaceAll(/[\u2066-\u2069]/g, ""));
  }

  async #copy(what: "link" | "text", written: string): Promise<void> {
    [this.problem, this.shown] = [undefined, undefined];
    try {
      await navigator.clipboard.writeText(written);
      this.copied = what;
      setTimeout(() => (this.copied = undefined), confirmed);
    } catch {
      [this.problem, this.shown] = [text("share-not-allowed"), written];
    }
  }
}
customElements.define("share-actions", ShareActions);
