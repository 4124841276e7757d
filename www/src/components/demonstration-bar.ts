import { html, nothing, type TemplateResult } from "lit";
import { arrange } from "../checkout";
import { openedOf } from "../checkout-state";
import { examplesOf } from "../examples";
import type { Role } from "../host/people";
import { exampleTitle } from "../messages";
import { chooseExample } from "../state";
import { store } from "../store";
import { text } from "../texts";
import { PageElement } from "./page-element";

/** Where a visitor starts from, and as whom. */
class DemonstrationBar extends PageElement {
  override render(): TemplateResult | typeof nothing {
    const { state } = this.page;
    const { opening } = state.checkout;
    if (state.organisation === "own") return nothing;
    const roles: Record<Role, string> = { owner: text("demonstration-owner"), admin: text("demonstration-admin"), member: text("demonstration-member") };
    const begun = (opening?.version ?? 1) > 1 || (openedOf(state)?.receipts.length ?? 0) > 0;
    return html`
      <section class="demonstration" aria-label=${text("demonstration-label")}>
        <div class="start-from">
          <label for="example">${text("current-start-from")}</label>
          <select id="example" @change=${(event: Event) => store.update(chooseExample((event.target as HTMLSelectElement).value))}>
            ${examplesOf(state.organisation).map((example) => html`<option value=${example.id} .selected=${example.id === state.example}>${exampleTitle(example.id)}</option>`)}
          </select>
        </div>
        <div class="start-from">
          <label for="role">${text("demonstration-role")}</label>
          <select id="role" @change=${(event: Event) => void arrange({ role: (event.target as HTMLSelectElement).value as Role })}>
            ${(["owner", "admin", "member"] as const).map((role) => html`<option value=${role} .selected=${role === (opening?.role ?? "owner")}>${roles[role]}</option>`)}
          </select>
        </div>
        ${begun ? html`<button type="button" class="text-button" @click=${() => void arrange({ restart: true })}>${text("demonstration-restart")}</button>` : nothing}
      </section>
    `;
  }
}
customElements.define("demonstration-bar", DemonstrationBar);
