import type { Preview, RequiredAction } from "prorata";
import { html, type TemplateResult } from "lit";
import { openedOf, removedOf, setRemoved } from "../checkout-state";
import { count } from "../format";
import type { Person } from "../host/people";
import { acknowledgement, missing } from "../messages";
import { answer } from "../state";
import { store } from "../store";
import { text } from "../texts";
import "./number-field";
import { PageElement } from "./page-element";

/** What the customer has to answer before the change can be confirmed. */
class RequiredActions extends PageElement {
  static override properties = { ...PageElement.properties, preview: { attribute: false } };
  declare preview: Preview;

  override render(): TemplateResult {
    return html`<div class="required">${this.preview.required.map((action) => this.#action(action))}</div>`;
  }

  #action(action: RequiredAction): TemplateResult {
    const { state, context } = this.page;
    switch (action.kind) {
      case "choose_teams":
        return this.#chooseTeams(action);
      case "remove_members": {
        const people = openedOf(state)?.account.people ?? [];
        if (people.length === action.members) return this.#choosePeople(action, people);
        return html`
          <number-field
            .name=${"removeMembers"}
            .label=${text("review-remove-members")}
            .value=${state.answers.removeMembers ?? 0}
            .least=${0}
            .typed=${state.invalid.removeMembers}
            .error=${state.invalid.removeMembers === undefined ? undefined : text("problem-not-a-number")}
            .hint=${text("review-remove-members-note", { members: action.members, limit: action.limit, remove: action.remove })}
            .onValue=${(removeMembers: number) => store.update(answer({ removeMembers }))}
          ></number-field>
        `;
      }
      case "acknowledge": {
        const acknowledged = state.answers.acknowledged ?? [];
        return html`
          <label class="check">
            <input
              type="checkbox"
              data-subject=${action.subject}
              .checked=${acknowledged.includes(action.subject)}
              @change=${(event: Event) => {
                const others = acknowledged.filter((subject) => subject !== action.subject);
                store.update(answer({ acknowledged: (event.target as HTMLInputElement).checked ? [...others, action.subject] : others }));
              }}
            />
            <span>${acknowledgement(action, this.preview, context)}</span>
          </label>
        `;
      }
      default:
        return html`<p class="field-error">${missing(action)}</p>`;
    }
  }

  /** By name; the owner stays. */
  #choosePeople(action: Extract<RequiredAction, { kind: "remove_members" }>, people: Person[]): TemplateResult {
    const removed = removedOf(this.page.state);
    return html`
      <fieldset class="field people-choice">
        <legend>${text("removal-legend")}</legend>
        <p class="hint">${text("removal-note", { members: action.members, limit: count(action.limit), remove: action.remove })}</p>
        <div class="people">
          ${people.filter(({ role }) => role !== "owner").map(
            ({ id, name, role }) => html`<label class="check">
              <input
                type="checkbox"
                name="remove-member"
                value=${id}
                .checked=${removed.includes(id)}
                @change=${(event: Event) => store.update(setRemoved((event.target as HTMLInputElement).checked ? [...removed, id] : removed.filter((other) => other !== id)))}
              />
              <span>${name}${role === "admin" ? html` <span class="hint">${text("removal-admin")}</span>` : ""}</span>
            </label>`,
          )}
        </div>
        <p class="hint" role="status">${text("removal-chosen", { count: count(removed.length) })}</p>
      </fieldset>
    `;
  }

  #chooseTeams(action: Extract<RequiredAction, { kind: "choose_teams" }>): TemplateResult {
    const kept = this.page.state.answers.keepTeams ?? [];
    const single = action.keep === 1;
    // A customer who only says how many teams there are is asked by number.
    const teams = action.teams ?? Array.from({ length: action.of }, (_, index) => ({ id: String(index + 1), name: text("current-team", { number: index + 1 }) }));
    return html`
      <fieldset class="field team-choice">
        <legend>${text("review-choose-teams", { teams: action.keep, of: action.of })}</legend>
        ${teams.map(
          (team) => html`
            <label class="check">
              <input
                type=${single ? "radio" : "checkbox"}
                name="keep-team"
                value=${team.id}
                .checked=${kept.includes(team.id)}
                ?disabled=${!single && !kept.includes(team.id) && kept.length >= action.keep}
                @change=${(event: Event) => {
                  const others = single ? [] : kept.filter((id) => id !== team.id);
                  store.update(answer({ keepTeams: (event.target as HTMLInputElement).checked ? [...others, team.id] : others }));
                }}
              />
              <span>${team.name}</span>
            </label>
          `,
        )}
        <p class="hint">${text("review-choose-teams-note")}</p>
      </fieldset>
    `;
  }
}
customElements.define("required-actions", RequiredActions);
