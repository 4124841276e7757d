import type { Row } from "prorata";
import { html, nothing, type TemplateResult } from "lit";
import { count, date, money } from "../format";
import { intervalName, rowName, type Context } from "../messages";
import { text } from "../texts";
import { DocumentElement } from "./document-element";

/** What the customer has on the left, what it becomes on the right. */
class ComparisonTable extends DocumentElement {
  static override properties = { rows: { attribute: false }, context: { attribute: false } };
  declare rows: Row[];
  declare context: Context;

  override render(): TemplateResult {
    const amount = this.rows.find((row) => row.kind === "amount");
    // A monthly price per month, or an annual one per year, would be the same row again.
    const repeats = (row: Row): boolean => (row.kind === "per_month" || row.kind === "per_year") && row.current === amount?.current && row.new === amount?.new;
    const rows = this.rows.filter((row) => !repeats(row));
    const plan = this.rows.find((row) => row.kind === "plan");
    return html`
      <table class="comparison">
        <caption class="visually-hidden">${text("review-caption")}</caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${text("review-now")}</th>
            <th scope="col">${text("review-after")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`
              <tr class=${row.changed ? "changed" : ""}>
                <th scope="row">${rowName(row.kind, this.context.unit)}${row.changed ? html`<span class="visually-hidden"> ${text("review-changes")}</span>` : nothing}</th>
                <td data-label=${text("review-now")}>${this.#value(row, row.current, plan?.current != null)}</td>
                <td data-label=${text("review-after")}>${this.#value(row, row.new, plan?.new != null)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  #value(row: Row, value: Row["current"], held: boolean): string {
    if (value === null) {
      if (row.kind === "plan") return text("review-no-plan");
      return held && row.kind === "teams" ? text("review-any-teams") : text("review-nothing");
    }
    switch (row.kind) {
      case "plan": return (value as { name: string }).name;
      case "tier":
      case "seats":
      case "teams": return count(value as number);
      case "amount":
      case "per_month":
      case "per_year": return money(value as string, this.context.currency, this.context.digits);
      case "interval": return intervalName(value as NonNullable<Extract<Row, { kind: "interval" }>["current"]>);
      case "period_end": return date(value as string);
      default: return String(value);
    }
  }
}
customElements.define("comparison-table", ComparisonTable);
