/** A JSON value as text that is easily read: on one line where it fits, else a line for each part. */

export interface Notation {
  key: (key: string) => string;
  /** What stands after the last part. */
  last: "," | "";
}

const width = 100;

export const json: Notation = { key: (key) => JSON.stringify(key), last: "" };

export function laidOut(value: unknown, notation: Notation, indent = ""): string {
  const flat = onOneLine(value, notation);
  if (flat.length + indent.length <= width || typeof value !== "object" || value === null) return flat;
  const deeper = `${indent}  `;
  const list = Array.isArray(value);
  const parts = list ? value.map((part) => laidOut(part, notation, deeper)) : Object.entries(value).map(([key, part]) => `${notation.key(key)}: ${laidOut(part, notation, deeper)}`);
  const [open, close] = list ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.map((part) => `${deeper}${part}`).join(",\n")}${notation.last}\n${indent}${close}`;
}

function onOneLine(value: unknown, notation: Notation): string {
  if (Array.isArray(value)) return `[${value.map((part) => onOneLine(part, notation)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, part]) => `${notation.key(key)}: ${onOneLine(part, notation)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
