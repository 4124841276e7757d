// The texts of the page as data, and the types that hold the page's code to them.
import { FluentParser, Visitor } from "@fluent/syntax";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./command.mjs";

const LOCALES = join(root, "www/src/locales");
/** Keys by which Intl's plural rules choose; a variable that is chosen by them is a number. */
const PLURALS = new Set(["zero", "one", "two", "few", "many"]);

class Reader extends Visitor {
  /** The variables of a message and whether each has to be a number, and the messages that it contains. */
  variables = new Map();
  messages = new Set();
  add(name, isNumber) {
    this.variables.set(name, isNumber || (this.variables.get(name) ?? false));
  }
  visitVariableReference({ id }) {
    this.add(id.name, false);
  }
  visitMessageReference({ id }) {
    this.messages.add(id.name);
  }
  visitSelectExpression(node) {
    if (node.selector.type === "VariableReference") {
      this.add(node.selector.id.name, node.variants.some(({ key }) => key.type === "NumberLiteral" || PLURALS.has(key.name)));
    }
    this.genericVisit(node);
  }
  visitFunctionReference(node) {
    for (const given of node.arguments.positional) if (given.type === "VariableReference") this.add(given.id.name, true);
    this.genericVisit(node);
  }
}

/** A language's messages by id, each with its variables: those of the messages that it contains, too. */
export function textsOf(language) {
  const found = new Map();
  const problems = [];
  for (const file of readdirSync(join(LOCALES, language)).filter((name) => name.endsWith(".ftl"))) {
    const { body } = new FluentParser().parse(readFileSync(join(LOCALES, language, file), "utf8"));
    for (const entry of body) {
      if (entry.type === "Junk") problems.push(`${language}/${file}: ${entry.annotations[0]?.message ?? "not understood"}: ${entry.content.trim()}`);
      if (entry.type !== "Message") continue;
      if (found.has(entry.id.name)) problems.push(`${language}/${file}: ${entry.id.name} stands twice`);
      const reader = new Reader();
      reader.visit(entry.value);
      found.set(entry.id.name, { file, variables: reader.variables, messages: reader.messages });
    }
  }
  for (const id of found.keys()) include(id, found, problems, [language]);
  return { texts: found, problems };
}

function include(id, found, problems, path) {
  const { variables, messages } = found.get(id);
  for (const part of messages) {
    if (!found.has(part) || path.includes(part)) {
      problems.push(`${path[0]}: ${id} contains ${part}, which ${found.has(part) ? "contains it" : "is nowhere"}`);
      continue;
    }
    include(part, found, problems, [...path, id]);
    for (const [name, isNumber] of found.get(part).variables) variables.set(name, isNumber || (variables.get(name) ?? false));
  }
}

export function languages() {
  return readdirSync(LOCALES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Writes the types of `text()`: every message and its variables. A count that one language needs as a number is one for all. */
export function writeTextTypes() {
  const all = new Map();
  for (const language of languages()) {
    for (const [id, { variables }] of textsOf(language).texts) {
      const known = all.get(id) ?? all.set(id, new Map()).get(id);
      for (const [name, isNumber] of variables) known.set(name, isNumber || (known.get(name) ?? false));
    }
  }
  const type = (variables) => (variables.size === 0 ? "undefined" : `{ ${[...variables].map(([name, isNumber]) => `${name}: ${isNumber ? "number" : "string | number"}`).join("; ")} }`);
  const lines = [...all].map(([id, variables]) => `  "${id}": ${type(variables)};`);
  const path = join(LOCALES, "texts.d.ts");
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `// Written by scripts/texts.mjs from the message files.\nexport interface Texts {\n${lines.join("\n")}\n}\n`);
  renameSync(aside, path);
}
