// The package under test: the working tree's Node entry, or the one named by PRORATA_PACKAGE (a path or a file: address).

import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const named = process.env.PRORATA_PACKAGE;
const address = !named
  ? new URL("../../pkg/node.js", import.meta.url).href
  : named.startsWith("file:") ? named : pathToFileURL(isAbsolute(named) ? named : resolve(named)).href;

const engine = await import(address);
await engine.default();

export const { Catalog, PricingError, prorate, convertOperations, transferOperations, priceQuantity, periods, version } = engine;
export const source = address;

const digits = new Map();
/** Decimals of the currency, read off an answer of the engine. */
export function digitsOf(currency) {
  if (!digits.has(currency)) {
    const { amount } = priceQuantity({ tiers: { mode: "volume", bands: [{ to: null, unitAmount: "1" }] }, quantity: 1, currency });
    digits.set(currency, (amount.split(".")[1] ?? "").length);
  }
  return digits.get(currency);
}
