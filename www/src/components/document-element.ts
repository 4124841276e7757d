import { LitElement } from "lit";
import { onLanguage } from "../language";

/** A component that renders into the document itself, so that one style sheet, labels and focus order hold for all. */
export class DocumentElement extends LitElement {
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
