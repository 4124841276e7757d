import { hasSubscription, type Current } from "./state";

/** The example has no renewal of its own: past the period's end the subscription has run out. */
export function isExpired(current: Current, at: string): boolean {
  return hasSubscription(current) && at > String(current.period.end).slice(0, 10);
}

/** What the customer has, as it stands at an instant. */
export function asOf(current: Current, at: string): Current {
  return isExpired(current, at) ? { ...current, status: "expired" } : current;
}
