import { html, nothing, type TemplateResult } from "lit";
import { check, format, mostLetters, tooLarge, type Checked, type DocumentName, type Finding } from "../documents";
import { problem } from "../messages";
import { setDraft, takeDocuments } from "../state";
import { store } from "../store";
import { text } from "../texts";
import "./code-editor";
import type { CodeEditor } from "./code-editor";
import { PageElement } from "./page-element";

const documents: DocumentName[] = ["catalog", "current"];

/** Long enough that somebody who types is not corrected within a word. */
const settled = 200;

/** Two documents to type, paste, open or drop: what holds drives the page, what does not is told where it stands. */
class OwnCatalog extends PageElement {
  static override properties = { ...PageElement.properties, shown: { state: true }, checked: { state: true }, refused: { state: true } };
  declare private shown: DocumentName;
  declare private checked: Checked;
  declare private refused: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.shown = "catalog";
    this.checked = { findings: [] };
  }

  /** What was typed before may still not hold. */
  override firstUpdated(): void {
    this.#check();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    const { findings } = this.checked;
    return html`
      <section class="panel own" aria-labelledby="own-title" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${this.#drop}>
        <div class="panel-head">
          <h2 id="own-title">${text("own-title")}</h2>
          <label class="text-button own-file">
            ${text("own-open")}
            <input type="file" class="visually-hidden" accept=".json,application/json" @change=${this.#open} />
          </label>
        </div>
        <p class="hint">${text("own-lead")}</p>
        <fieldset class="segments">
          <legend class="visually-hidden">${text("own-document")}</legend>
          ${documents.map((name) => {
            const wrong = findings.filter(({ document }) => document === name).length;
            return html`<label class="segment">
              <input type="radio" name="own-document" .checked=${this.shown === name} @change=${() => (this.shown = name)} />
              <span>${nameOf(name)}${wrong > 0 ? html` <span class="own-count">${wrong}</span>` : nothing}</span>
            </label>`;
          })}
        </fieldset>
        ${documents.map(
          (name) => html`<code-editor
            data-document=${name}
            ?hidden=${this.shown !== name}
            .value=${this.#textOf(name)}
            .label=${nameOf(name)}
            .most=${mostLetters}
            .marks=${findings.filter(({ document }) => document === name).map((finding) => ({ from: finding.from, to: finding.to, severity: "error" as const, message: this.#words(finding) }))}
            .onText=${(typed: string) => this.#type(name, typed)}
            .onTooLarge=${() => (this.refused = tooLarge())}
          ></code-editor>`,
        )}
        <div class="own-state" role="status">
          ${this.refused === undefined ? nothing : html`<p class="field-error">${this.refused}</p>`}
          ${findings.length === 0
            ? html`<p class="hint">${text("own-holds")}</p>`
            : html`
                <p class="field-error">${text("own-problems", { problems: findings.length })}</p>
                <ul class="own-problems">${findings.map((finding) => this.#finding(finding))}</ul>
              `}
        </div>
      </section>
    `;
  }

  #finding(finding: Finding): TemplateResult {
    const { document, from, problem: found } = finding;
    const before = this.#textOf(document).slice(0, from).split("\n");
    const place = text("own-place", { document: nameOf(document), line: before.length, column: before.at(-1)!.length + 1 });
    return html`<li>
      <button type="button" class="text-button" @click=${() => void this.#lead(finding)}>${place}</button>
      <span>${this.#words(finding)}</span>
      ${typeof found === "string" ? nothing : html`<code>${found.path === "" ? found.code : `${found.path}: ${found.message}`}</code>`}
    </li>`;
  }

  #words({ problem: found }: Finding): string {
    return typeof found === "string" ? found : problem(found, this.page.context);
  }

  #textOf(name: DocumentName): string {
    const { own, catalog, current } = this.page.state;
    return own?.drafts[name] ?? format(name === "catalog" ? catalog : current);
  }

  #type(name: DocumentName, typed: string): void {
    this.refused = undefined;
    store.update(setDraft(name, typed));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), settled);
  }

  /** Tells what is wrong; where nothing is, the page goes on with what was typed. */
  #check(): void {
    this.checked = check(this.#textOf("catalog"), this.#textOf("current"));
    const { documents } = this.checked;
    if (!documents) return;
    const { catalog, current } = this.page.state;
    if (JSON.stringify([catalog, current]) !== JSON.stringify([documents.catalog, documents.current])) store.update(takeDocuments(documents.catalog, documents.current));
  }

  async #lead({ document, from }: Finding): Promise<void> {
    this.shown = document;
    await this.updateComplete;
    const editor = this.querySelector<CodeEditor>(`code-editor[data-document="${document}"]`);
    editor?.lead(from);
  }

  #open = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    void this.#take(input.files?.[0]);
    // The same file may be opened again.
    input.value = "";
  };

  #drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.#take(file);
  };

  /** A file is the document that is on view; one with plans is a catalog, one with a period a subscription. */
  async #take(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > mostLetters) {
      this.refused = tooLarge();
      return;
    }
    const typed = await file.text();
    const found = kindOf(typed);
    if (found) this.shown = found;
    this.#type(this.shown, typed);
  }
}

function kindOf(source: string): DocumentName | undefined {
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value !== "object" || value === null) return undefined;
    if ("plans" in value) return "catalog";
    return "period" in value ? "current" : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(name: DocumentName): string {
  return name === "catalog" ? text("own-catalog") : text("own-subscription");
}

customElements.define("own-catalog", OwnCatalog);
