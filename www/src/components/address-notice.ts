import { html, nothing, type TemplateResult } from "lit";
import { dismissIgnored } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { closeIcon, infoIcon } from "./icons";
import { PageElement } from "./page-element";

/** Says which parts of a link could not be used; the page shows what is left of it. */
class AddressNotice extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { ignored } = this.page.state;
    if (ignored.length === 0) return nothing;
    return html`
      <div class="note" role="status">
        ${infoIcon}
        <p>${text("address-ignored", { keys: ignored.join(", ") })}</p>
        <button type="button" class="icon-button icon-button-small" aria-label=${text("address-dismiss")} @click=${() => store.update(dismissIgnored)}>${closeIcon}</button>
      </div>
    `;
  }
}
customElements.define("address-notice", AddressNotice);
