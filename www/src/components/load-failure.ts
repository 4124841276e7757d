import { html, nothing, type TemplateResult } from "lit";
import { start } from "../engine";
import { text } from "../texts";
import { alertIcon } from "./icons";
import { PageElement } from "./page-element";

/** Where the engine could not be loaded, the page says so and offers another try. */
class LoadFailure extends PageElement {
  override render(): TemplateResult | typeof nothing {
    if (this.page.state.engine !== "failed") return nothing;
    return html`
      <div class="note note-alert" role="alert">
        ${alertIcon}
        <div>
          <p><strong>${text("page-load-failed")}</strong></p>
          <p>${text("page-load-failed-detail")}</p>
          <button type="button" class="button" @click=${() => void start()}>${text("page-retry")}</button>
        </div>
      </div>
    `;
  }
}
customElements.define("load-failure", LoadFailure);
