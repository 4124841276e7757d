import { html, nothing, type TemplateResult } from "lit";
import { list } from "../format";
import { text } from "../texts";
import { infoIcon } from "./icons";
import { PageElement } from "./page-element";

/** Members learn why they see no subscription, and whom to ask. */
class RoleNotice extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { opening } = this.page.state.checkout;
    if (opening?.role !== "member") return nothing;
    return html`
      <section class="panel" aria-labelledby="role-title">
        <h2 id="role-title">${text("role-title")}</h2>
        <div class="note">${infoIcon}<div><p>${text("role-reason")}</p>${opening.administrators.length > 0 ? html`<p>${text("role-ask", { names: list(opening.administrators) })}</p>` : nothing}</div></div>
      </section>
    `;
  }
}
customElements.define("role-notice", RoleNotice);
