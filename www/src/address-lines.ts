import type { BillingDetails } from "./host/billing";
import { locale } from "./language";
import { text } from "./texts";

/** An address as it is written on a letter. */
export function addressLines({ name, company, street, postalCode, city, region, country, vatId }: BillingDetails): string[] {
  const place = country === "US" ? `${city}, ${region} ${postalCode}` : `${postalCode} ${city}`;
  const land = country === "" ? "" : (new Intl.DisplayNames(locale(), { type: "region" }).of(country) ?? country);
  return [name, company, street, place, land, vatId === "" ? "" : text("receipt-vat-id", { number: vatId })].filter((line) => line.trim() !== "");
}
