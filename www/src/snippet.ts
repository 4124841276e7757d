/** The program that computes what the page shows: complete, and ready to run wherever the package is installed. */
import type { CatalogDocument, Change, Preview } from "prorata";
import { laidOut } from "./layout";
import type { Current } from "./state";

export function snippetFor(catalog: CatalogDocument, current: Current, change: Change, answer: Preview | undefined): string {
  return `import init, { Catalog } from "prorata";

await init();

const catalog = new Catalog(${literal(withoutMetadata(catalog))});
const checkout = catalog.checkout(${literal(current)});
const preview = checkout.preview(${literal(change)});${answer ? `

console.log(preview.dueNow); // "${answer.dueNow}"` : ""}
`;
}

/** What a catalog says for people only. */
function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "metadata" && key !== "$schema").map(([key, part]) => [key, withoutMetadata(part)]));
}

function literal(value: unknown): string {
  return laidOut(value, { key: nameOf, last: "," });
}

/** `__proto__` sets a prototype where it is not computed. */
function nameOf(key: string): string {
  if (key === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
