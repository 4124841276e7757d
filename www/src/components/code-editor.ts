import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { LitElement, type PropertyValues } from "lit";

/** Colours are the page's. */
const theme = EditorView.theme({
  "&": { backgroundColor: "var(--surface)", color: "var(--ink)", fontSize: "0.8125rem", border: "1px solid var(--control)", borderRadius: "var(--radius-control)", overflow: "hidden" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "2px" },
  ".cm-scroller": { maxBlockSize: "26rem", overflow: "auto", fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderInlineStartColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--sunken) 60%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 24%, transparent)" },
  ".cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--line)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--radius-control)" },
  ".cm-diagnostic": { padding: "0.375rem 0.75rem", borderInlineStart: "3px solid var(--error)" },
});

const highlighting = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--ink)", fontWeight: "550" },
  { tag: tags.string, color: "var(--accent)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--alert)" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--muted)" },
]);

/** A JSON document as it is typed. It stands in a shadow root: there the editor's styles are sheets that the content policy allows. */
class CodeEditor extends LitElement {
  static override properties = { value: { attribute: false }, label: { attribute: false }, marks: { attribute: false }, most: { attribute: false }, onText: { attribute: false }, onTooLarge: { attribute: false } };
  declare value: string;
  declare label: string;
  declare marks: Diagnostic[];
  /** How many letters it takes. */
  declare most: number;
  declare onText: (text: string) => void;
  declare onTooLarge: () => void;
  #view: EditorView | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#begin();
  }

  override firstUpdated(): void {
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.destroy();
    this.#view = undefined;
  }

  #begin(): void {
    const root = this.renderRoot as ShadowRoot;
    const state = EditorState.create({
      doc: this.value,
      extensions: [
        lineNumbers(),
        foldGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        json(),
        syntaxHighlighting(highlighting),
        lintGutter(),
        theme,
        // Tab leaves the editor, as it leaves every field.
        keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap]),
        EditorView.contentAttributes.of({ "aria-label": this.label, tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
        EditorState.transactionFilter.of((transaction) => this.#fitting(transaction)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(Transaction.remote))) this.onText(update.state.doc.toString());
        }),
      ],
    });
    this.#view = new EditorView({ state, root, parent: root });
    this.#mark();
  }

  #fitting(transaction: Transaction): Transaction | [] {
    if (!transaction.docChanged || transaction.newDoc.length <= this.most) return transaction;
    this.onTooLarge();
    return [];
  }

  override updated(changed: PropertyValues): void {
    const view = this.#view;
    if (!view) return;
    // What the page wrote is undone like what was typed.
    if (changed.has("value") && this.value !== view.state.doc.toString()) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: this.value }, annotations: Transaction.remote.of(true) });
    }
    if (changed.has("marks")) this.#mark();
  }

  #mark(): void {
    const view = this.#view;
    if (!view) return;
    const end = view.state.doc.length;
    view.dispatch(setDiagnostics(view.state, this.marks.map((mark) => ({ ...mark, from: Math.min(mark.from, end), to: Math.min(mark.to, end) }))));
  }

  /** Brings a place of the text into view, and the keyboard there. */
  lead(to: number): void {
    const view = this.#view;
    if (!view) return;
    const at = Math.min(to, view.state.doc.length);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    view.focus();
  }
}
customElements.define("code-editor", CodeEditor);
export type { CodeEditor };
