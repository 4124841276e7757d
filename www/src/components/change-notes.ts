import type { Preview } from "prorata";
import { date } from "../format";
import { html, nothing, type TemplateResult } from "lit";
import { loss, warning, type Context } from "../messages";
import { text } from "../texts";
import { DocumentElement } from "./document-element";
import { alertIcon, infoIcon } from "./icons";

/** What is lost, and what to know before confirming: never folded away. */
class ChangeNotes extends DocumentElement {
  static override properties = { preview: { attribute: false }, context: { attribute: false } };
  declare preview: Preview;
  declare context: Context;

  override render(): TemplateResult {
    const { preview, context } = this;
    const notes = preview.warnings.map((value) => warning(value, context)).filter((text) => text !== undefined);
    if (preview.deactivation) notes.push(text("deactivation", { date: date(preview.deactivation.at), members: preview.deactivation.members }));
    const removes = preview.required.some((action) => action.kind === "remove_members");
    if (preview.seats?.full && preview.seats.limit !== null && !removes) notes.push(text("current-full", { seats: preview.seats.limit }));
    return html`
      ${preview.lost.length > 0
        ? html`<div class="note note-alert">
            ${alertIcon}
            <div>
              <h3>${text("summary-lost")}</h3>
              <ul>${preview.lost.map((value) => html`<li>${loss(value, context)}</li>`)}</ul>
            </div>
          </div>`
        : nothing}
      ${notes.length > 0
        ? html`<div class="note">
            ${infoIcon}
            <ul>${notes.map((text) => html`<li>${text}</li>`)}</ul>
          </div>`
        : nothing}
    `;
  }
}
customElements.define("change-notes", ChangeNotes);
