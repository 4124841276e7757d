import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { openedOf, setBilling, touch } from "../checkout-state";
import { billingProblems, regionsOf, type BillingDetails, type BillingProblem } from "../host/billing";
import { locale } from "../language";
import { store } from "../store";
import { text } from "../texts";
import { PageElement } from "./page-element";

type Field = keyof BillingDetails;

/** Who is billed, and where: the country decides the tax, and the preview renews with it. */
class BillingForm extends PageElement {
  override render(): TemplateResult {
    const { checkout } = this.page.state;
    const rules = openedOf(this.page.state)?.taxRules ?? [];
    const { country } = checkout.billing;
    const countries = [...new Set(rules.map((rule) => rule.country))];
    const regions = regionsOf(rules, country);
    const names = new Intl.DisplayNames(locale(), { type: "region" });
    const options = countries.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => a.name.localeCompare(b.name, locale()));
    const taxed = rules.some((rule) => rule.country === country && rule.taxes.some(({ id }) => id === "vat"));
    return html`
      <div class="billing-grid">
        ${this.#text("name", text("billing-name"), "billing name", "billing-wide")}
        ${this.#text("company", text("billing-company"), "billing organization", "billing-wide")}
        ${this.#select("country", text("billing-country"), "billing country", options)}
        ${regions.length > 0 ? this.#select("region", text("billing-region"), "billing address-level1", regions) : nothing}
        ${this.#text("street", text("billing-street"), "billing address-line1", "billing-wide")}
        ${this.#text("postalCode", text("billing-postal-code"), "billing postal-code")}
        ${this.#text("city", text("billing-city"), "billing address-level2")}
        ${taxed ? this.#text("vatId", text("billing-vat-id"), "off", "billing-wide", rules.some((rule) => rule.country === country && rule.reverseCharge) ? text("billing-vat-hint") : undefined) : nothing}
      </div>
      <p class="hint">${text("billing-tax-note")}</p>
    `;
  }

  #text(field: Field, label: string, autocomplete: string, width = "", hint?: string): TemplateResult {
    const error = this.#error(field);
    return this.#field(field, label, error, width, hint, html`<input
      id="billing-${field}"
      type="text"
      autocomplete=${autocomplete as "name"}
      aria-invalid=${error === undefined ? "false" : "true"}
      aria-describedby=${describedBy(field, error, hint) || nothing}
      .value=${live(this.page.state.checkout.billing[field])}
      @input=${(event: Event) => store.update(setBilling({ [field]: (event.target as HTMLInputElement).value }))}
      @blur=${(event: Event) => (event.target as HTMLInputElement).value !== "" && store.update(touch([field]))}
    />`);
  }

  #select(field: "country" | "region", label: string, autocomplete: string, options: { code: string; name: string }[]): TemplateResult {
    const error = this.#error(field);
    const value = this.page.state.checkout.billing[field];
    return this.#field(field, label, error, "", undefined, html`<select
      id="billing-${field}"
      autocomplete=${autocomplete as "country"}
      aria-invalid=${error === undefined ? "false" : "true"}
      aria-describedby=${describedBy(field, error, undefined) || nothing}
      @change=${(event: Event) => store.update(setBilling(field === "country" ? { country: (event.target as HTMLSelectElement).value, region: "" } : { region: (event.target as HTMLSelectElement).value }))}
    >
      <option value="" .selected=${value === ""}>${text("billing-choose")}</option>
      ${options.map(({ code, name }) => html`<option value=${code} .selected=${code === value}>${name}</option>`)}
    </select>`);
  }

  #field(field: Field, label: string, error: string | undefined, width: string, hint: string | undefined, control: TemplateResult): TemplateResult {
    return html`<div class="field ${width}">
      <label for="billing-${field}">${label}</label>
      ${control}
      ${hint === undefined ? nothing : html`<p class="hint" id="billing-${field}-hint">${hint}</p>`}
      ${error === undefined ? nothing : html`<p class="field-error" id="billing-${field}-error">${error}</p>`}
    </div>`;
  }

  /** Nobody is told of a mistake in a field that they have not reached. */
  #error(field: Field): string | undefined {
    const { billing, touched } = this.page.state.checkout;
    if (!touched.includes(field)) return undefined;
    const problem = billingProblems(billing, openedOf(this.page.state)?.taxRules ?? []).find((found) => found.field === field);
    return problem && errorOf(problem);
  }
}

function errorOf({ field, code }: BillingProblem): string {
  if (code === "invalid_vat_id") return text("billing-invalid-vat-id");
  if (code !== "missing") return text("billing-unknown");
  switch (field) {
    case "name": return text("billing-missing-name");
    case "street": return text("billing-missing-street");
    case "postalCode": return text("billing-missing-postal-code");
    case "city": return text("billing-missing-city");
    case "region": return text("billing-missing-region");
    default: return text("billing-missing-country");
  }
}

function describedBy(field: Field, error: string | undefined, hint: string | undefined): string {
  return [error === undefined ? "" : `billing-${field}-error`, hint === undefined ? "" : `billing-${field}-hint`].filter(Boolean).join(" ");
}

customElements.define("billing-form", BillingForm);
