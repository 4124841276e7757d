// What the package gives in Node for the same documents, as the page has to show it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Catalog } from "prorata";
import { runnerImport } from "vite";
import { root } from "../../scripts/command.mjs";

const { examples } = (await runnerImport(join(root, "www/src/examples.ts"))).module;
const catalogOf = (organisation) => new Catalog(JSON.parse(readFileSync(join(root, `www/catalogs/${organisation}.json`), "utf8")));

/** As it is read: marks of direction and kinds of space are not told apart. */
const shown = (amount, { currency, digits }, locale) =>
  new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount)
    .replace("-", "−").replace(/[\u200e\u200f\u061c]/g, "").replace(/\s+/g, " ").trim();

export function expected({ id, change }, locale = "en-US") {
  const { at, current, organisation } = examples.find((example) => example.id === id);
  const checkout = catalogOf(organisation).checkout(current);
  const preview = checkout.preview({ ...change, at });
  const cash = (amount) => shown(amount, preview, locale);
  return {
    due: cash(preview.dueNow),
    lines: preview.lines.length > 0 ? [...preview.lines.map(({ included, amount }) => cash(included ?? amount)), cash(preview.total)] : [],
    /** What follows, where it is not free. */
    then: preview.recurring && /[1-9]/.test(preview.recurring.amount) ? [cash(preview.recurring.amount)] : [],
    /** What is due for a plan as its card says it, with the same tier and seats. */
    plan({ plan, interval, operations, seats }) {
      const cards = checkout.compare({ at, ...(seats && { seats }) });
      return cash(cards.find((card) => card.plan === plan && card.interval === interval && card.operations === operations).dueNow);
    },
  };
}
