import { html, type TemplateResult } from "lit";
import { organisationName, organisations } from "../organisations";
import { chooseOrganisation } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { PageElement } from "./page-element";

class OrganisationPicker extends PageElement {
  override render(): TemplateResult {
    return html`
      <fieldset class="segments">
        <legend class="visually-hidden">${text("page-organisation")}</legend>
        ${([...organisations, "own"] as const).map(
          (id) => html`
            <label class="segment">
              <input type="radio" name="organisation" .checked=${this.page.state.organisation === id} @change=${() => store.update(chooseOrganisation(id))} />
              <span>${id === "own" ? text("own-shop") : organisationName(id)}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }
}
customElements.define("organisation-picker", OrganisationPicker);
