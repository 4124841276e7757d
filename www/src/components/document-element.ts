import { LitElement } from "lit";

/** A component that renders into the document itself, so that one style sheet, labels and focus order hold for all. */
export class DocumentElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
