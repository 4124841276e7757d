import type { Tax } from "prorata";
import { text } from "./texts";

/** Whether a list price contains the customer's taxes; nobody's are known until they are given. */
export function taxWords(taxes: Tax[] | undefined): string {
  if (!taxes || taxes.length === 0) return text("prices-before-tax");
  return taxes.every((tax) => tax.inclusive) ? text("prices-with-tax") : text("prices-plus-tax");
}
