import { openedOf } from "./checkout-state";
import { taxesFor } from "./host/billing";
import type { Current, PageState } from "./state";

let latest: { current: Current; taxes: string; customer: Current } | undefined;

/** What the customer has, with the taxes of the address as it is typed: the same object until either changes. */
export function customerOf(state: PageState): Current {
  const { current, checkout } = state;
  const opened = openedOf(state);
  if (!opened) return current;
  const { billing } = opened.account;
  const taxes = taxesFor(checkout.billing, opened.taxRules, { billing, taxes: current.taxes ?? [] });
  if (taxes === current.taxes || taxes.length === 0 && !current.taxes) return current;
  const key = JSON.stringify(taxes);
  if (!latest || latest.current !== current || latest.taxes !== key) latest = { current, taxes: key, customer: { ...current, taxes } };
  return latest.customer;
}
