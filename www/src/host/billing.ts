import type { Tax } from "prorata";

/** Who is billed, and where. Texts as typed; `""` where nothing was. */
export interface BillingDetails {
  name: string;
  company: string;
  street: string;
  postalCode: string;
  city: string;
  /** A state or province, where the taxes of the country depend on it. */
  region: string;
  /** ISO 3166-1, two letters. */
  country: string;
  vatId: string;
}

export const noBilling: BillingDetails = { name: "", company: "", street: "", postalCode: "", city: "", region: "", country: "", vatId: "" };

export const billingFields = Object.keys(noBilling) as (keyof BillingDetails)[];

/** What is taxed how, for one country or one region of it. */
export interface TaxRule {
  country: string;
  region?: { code: string; name: string };
  taxes: Tax[];
  /** A business with a tax number of its own accounts for the tax itself. */
  reverseCharge?: true;
}

/** Mistakes by field: a rule of the form, never a sentence. */
export type BillingProblem = { field: keyof BillingDetails; code: "missing" | "unknown_country" | "unknown_region" | "invalid_vat_id" };

export function regionsOf(rules: TaxRule[], country: string): { code: string; name: string }[] {
  return rules.filter((rule) => rule.country === country).flatMap(({ region }) => region ?? []);
}

/** The rule for an address: that of its region, or else that of its country. */
function ruleFor(rules: TaxRule[], { country, region }: BillingDetails): TaxRule | undefined {
  const ofCountry = rules.filter((rule) => rule.country === country);
  return ofCountry.find((rule) => rule.region?.code === region) ?? ofCountry.find((rule) => rule.region === undefined);
}

export function billingProblems(details: BillingDetails, rules: TaxRule[]): BillingProblem[] {
  const problems: BillingProblem[] = [];
  for (const field of ["name", "street", "postalCode", "city", "country"] as const) if (details[field].trim() === "") problems.push({ field, code: "missing" });
  if (details.country === "") return problems;
  const rule = ruleFor(rules, details);
  const regions = regionsOf(rules, details.country);
  if (!rules.some(({ country }) => country === details.country)) problems.push({ field: "country", code: "unknown_country" });
  else if (regions.length > 0 && details.region === "") problems.push({ field: "region", code: "missing" });
  else if (!rule || (details.region !== "" && !regions.some(({ code }) => code === details.region))) problems.push({ field: "region", code: "unknown_region" });
  if (details.vatId !== "" && rule?.reverseCharge && !isVatId(details.vatId, details.country)) problems.push({ field: "vatId", code: "invalid_vat_id" });
  return problems;
}

/** By its form alone: whether it was given out, only the authorities can say. */
function isVatId(text: string, country: string): boolean {
  const compact = text.replace(/[\s.-]/g, "").toUpperCase();
  return compact.startsWith(country === "GR" ? "EL" : country) && /^[A-Z]{2}[0-9A-Z]{2,12}$/.test(compact);
}

const taxed = ["country", "region", "vatId"] as const;

/** The taxes for an address. What is on file for the same place stays as the host has it. */
export function taxesFor(details: BillingDetails, rules: TaxRule[], onFile: { billing: BillingDetails | null; taxes: Tax[] }): Tax[] {
  const { billing } = onFile;
  if (details.country === "" || (billing && taxed.every((field) => billing[field] === details[field]))) return onFile.taxes;
  const rule = ruleFor(rules, details);
  if (!rule) return onFile.taxes;
  return rule.reverseCharge && isVatId(details.vatId, details.country) ? [] : rule.taxes;
}
