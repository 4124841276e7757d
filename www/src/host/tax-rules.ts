import type { TaxRule } from "./billing";

const vat = (country: string, rate: string): TaxRule => ({ country, taxes: [{ id: "vat", name: "VAT", rate }], reverseCharge: true });

/**
 * Which taxes this demonstration knows: an example, by the standard rates as published, and no advice. The seller is taken to sit in
 * Germany, so that a business elsewhere in the European Union accounts for the tax itself. Prices in Japan contain the tax.
 */
export const taxRules: TaxRule[] = [
  { country: "DE", taxes: [{ id: "vat", name: "VAT", rate: "19" }] },
  vat("AT", "20"),
  vat("FR", "20"),
  vat("NL", "21"),
  { country: "CH", taxes: [{ id: "vat", name: "VAT", rate: "8.1" }] },
  { country: "GB", taxes: [{ id: "vat", name: "VAT", rate: "20" }] },
  { country: "AE", taxes: [{ id: "vat", name: "VAT", rate: "5" }] },
  { country: "SA", taxes: [{ id: "vat", name: "VAT", rate: "15" }] },
  { country: "JP", taxes: [{ id: "consumption", name: "Consumption tax", rate: "10", inclusive: true }] },
  { country: "US", region: { code: "CA", name: "California" }, taxes: [] },
  { country: "US", region: { code: "NY", name: "New York" }, taxes: [{ id: "sales", name: "Sales tax", rate: "8.875" }] },
  { country: "US", region: { code: "OR", name: "Oregon" }, taxes: [] },
  { country: "US", region: { code: "WA", name: "Washington" }, taxes: [{ id: "sales", name: "Sales tax", rate: "6.5" }] },
];
