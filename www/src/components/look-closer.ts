import { html, nothing, type TemplateResult } from "lit";
import { countedOf } from "../recommendation";
import { hasSubscription } from "../state";
import { text } from "../texts";
import "./need-finder";
import { PageElement } from "./page-element";

type Panel = "need" | "waiting" | "invoices" | "code";

/** The charts come when they are first looked at. */
const load: Partial<Record<Panel, () => Promise<unknown>>> = {
  waiting: () => import("./waiting-costs"),
  invoices: () => import("./coming-invoices"),
  code: () => import("./code-panel"),
};

/** What helps to decide, each behind its question: nothing of it is computed before it is opened. */
class LookCloser extends PageElement {
  static override properties = { ...PageElement.properties, open: { state: true } };
  declare private open: ReadonlySet<Panel>;

  constructor() {
    super();
    this.open = new Set();
  }

  override render(): TemplateResult | typeof nothing {
    const { state, view, context } = this.page;
    if (state.engine !== "ready") return nothing;
    const counted = countedOf(view.catalog);
    return html`
      <section class="closer" aria-label=${text("closer-title")}>
        ${counted
          ? this.#panel(
              "need",
              counted === "seats" ? text("needs-title-seats") : text("needs-title-operations", { unit: context.unit }),
              counted === "seats" ? text("needs-lead-seats") : text("needs-lead-operations", { unit: context.unit }),
              () => html`<need-finder .page=${this.page}></need-finder>`,
            )
          : nothing}
        ${view.preview
          ? html`
              ${hasSubscription(state.current) && !view.expired ? this.#panel("waiting", text("waiting-title"), text("waiting-lead"), () => html`<waiting-costs .page=${this.page}></waiting-costs>`) : nothing}
              ${this.#panel("invoices", text("invoices-title"), text("invoices-lead"), () => html`<coming-invoices .page=${this.page}></coming-invoices>`)}
            `
          : nothing}
        ${this.#panel("code", text("code-title"), text("code-lead"), () => html`<code-panel .page=${this.page}></code-panel>`)}
      </section>
    `;
  }

  #panel(name: Panel, title: string, lead: string, content: () => TemplateResult): TemplateResult {
    const toggled = (event: Event): void => {
      const open = new Set(this.open);
      if (event.target !== event.currentTarget) return;
      if ((event.target as HTMLDetailsElement).open) {
        open.add(name);
        void load[name]?.();
      } else open.delete(name);
      this.open = open;
    };
    return html`
      <details class="closer-panel" @toggle=${toggled}>
        <summary>
          <h3>${title}</h3>
          <p>${lead}</p>
        </summary>
        ${this.open.has(name) ? html`<div class="closer-content">${content()}</div>` : nothing}
      </details>
    `;
  }
}
customElements.define("look-closer", LookCloser);
