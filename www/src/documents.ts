/** The visitor's own documents as text: what they say, and where in the text something is wrong. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import { Catalog, PricingError, type CatalogDocument, type Problem } from "prorata";
import { json, laidOut } from "./layout";
import type { Current } from "./state";
import { text } from "./texts";

export type DocumentName = "catalog" | "current";

/** A catalog of ten thousand prices fits; a page that holds the document thrice stays quick. */
export const mostLetters = 500_000;

/** A stretch of the text with what is wrong there. */
export interface Finding {
  document: DocumentName;
  from: number;
  to: number;
  /** A problem of the engine, or a sentence. */
  problem: Problem | string;
}

export interface Checked {
  findings: Finding[];
  /** Both documents, where both hold. */
  documents?: { catalog: CatalogDocument; current: Current };
}

export function format(document: unknown): string {
  return `${laidOut(document, json)}\n`;
}

export function check(catalogText: string, currentText: string): Checked {
  const [catalogRead, currentRead] = [read("catalog", catalogText), read("current", currentText)];
  const findings = [...catalogRead.findings, ...currentRead.findings];
  if (!("value" in catalogRead)) return { findings };
  const catalog = attempt("catalog", catalogRead.tree, findings, () => new Catalog(catalogRead.value as CatalogDocument));
  if (!catalog) return { findings };
  try {
    if (!("value" in currentRead)) return { findings };
    const checkout = attempt("current", currentRead.tree, findings, () => catalog.checkout(currentRead.value as Current));
    checkout?.free();
    return checkout ? { findings, documents: { catalog: catalogRead.value as CatalogDocument, current: currentRead.value as Current } } : { findings };
  } finally {
    catalog.free();
  }
}

type Read = { findings: Finding[]; tree?: Node } | { findings: Finding[]; tree: Node | undefined; value: unknown };

function read(document: DocumentName, source: string): Read {
  if (source.length > mostLetters) return { findings: [{ document, from: 0, to: 0, problem: tooLarge() }] };
  const errors: ParseError[] = [];
  const tree = treeOf(source, errors);
  const findings = errors.map(({ error, offset, length }): Finding => ({ document, from: Math.min(offset, source.length), to: Math.min(offset + length, source.length), problem: syntax(printParseErrorCode(error)) }));
  if (findings.length > 0) return { findings };
  try {
    return { findings, tree, value: JSON.parse(source) };
  } catch {
    return { findings: [{ document, from: 0, to: 0, problem: text("own-syntax") }] };
  }
}

/** The tree only says where things stand; nested deeper than it can follow, everything stands at the beginning. */
function treeOf(source: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(source, errors, { disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function tooLarge(): string {
  return text("own-too-large", { letters: mostLetters });
}

function syntax(code: string): string {
  const texts: Record<string, () => string> = {
    PropertyNameExpected: () => text("own-syntax-name"),
    ValueExpected: () => text("own-syntax-value"),
    ColonExpected: () => text("own-syntax-colon"),
    CommaExpected: () => text("own-syntax-comma"),
    CloseBraceExpected: () => text("own-syntax-brace"),
    CloseBracketExpected: () => text("own-syntax-bracket"),
    EndOfFileExpected: () => text("own-syntax-end"),
  };
  return (Object.hasOwn(texts, code) ? texts[code]! : () => text("own-syntax"))();
}

function attempt<T>(document: DocumentName, tree: Node | undefined, findings: Finding[], compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (!PricingError.is(error)) throw error;
    for (const problem of error.problems) findings.push({ document, ...placeOf(tree, problem), problem });
    return undefined;
  }
}

/** Where a problem's path leads in the text; a field that is missing is missing from what should hold it. */
function placeOf(tree: Node | undefined, { path, code }: Problem): { from: number; to: number } {
  let [node, rest] = [tree, path];
  for (let next = stepInto(node, rest); node && rest !== "" && next; next = stepInto(node, rest)) [node, rest] = [next.node, next.rest];
  if (!node) return { from: 0, to: 0 };
  const shown = code === "unknown_key" && rest === "" && node.parent?.type === "property" ? node.parent.children![0]! : node;
  // An object or a list would be marked for many lines: its first letter is where it is.
  const whole = shown.type !== "object" && shown.type !== "array";
  return { from: shown.offset, to: shown.offset + (whole ? shown.length : 1) };
}

/** One step of a path such as `plans[2].prices[0].amount`; names may hold anything, so the longest one that is there counts. */
function stepInto(node: Node | undefined, path: string): { node: Node; rest: string } | undefined {
  if (node?.type === "array") {
    const [step, index] = /^\[(\d+)\]\.?/.exec(path) ?? [];
    const item = index === undefined ? undefined : node.children?.[Number(index)];
    return item && step !== undefined ? { node: item, rest: path.slice(step.length) } : undefined;
  }
  if (node?.type !== "object") return undefined;
  let longest: { name: string; value: Node } | undefined;
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    const name = String(key?.value);
    if (value && path.startsWith(name) && ["", ".", "["].includes(path.charAt(name.length)) && name.length >= (longest?.name.length ?? 0)) longest = { name, value };
  }
  return longest && { node: longest.value, rest: path.slice(longest.name.length).replace(/^\./, "") };
}
