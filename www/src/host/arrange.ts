import { PricingError, type Catalog } from "prorata";
import { asOf } from "../expiry";
import { hasSubscription } from "../state";
import { peopleFor } from "./account";
import { refuse } from "./desk";
import type { Account, Arrangement } from "./host";

/** The account as a visitor sets it. Another day is no change of the subscription: the version stays. */
export function arranged(before: { account: Account; version: number }, arrangement: Arrangement, catalog: Catalog, newAccount: () => Account): { account: Account; version: number } {
  const { account, version } = before;
  if (arrangement.version !== version) refuse("subscription_changed");
  const { at = account.at, current, role = account.role, restart } = arrangement;
  if (restart) return { account: { ...newAccount(), role }, version: version + 1 };
  const people = current && current.members !== account.current.members ? peopleFor(current) : account.people;
  const next: Account = { ...account, at, role, people, ...(current && { current }) };
  check(next, catalog);
  return { account: next, version: current || role !== account.role ? version + 1 : version };
}

function check({ current, at }: Account, catalog: Catalog): void {
  try {
    const checkout = catalog.checkout(asOf(current, at));
    if (hasSubscription(current)) checkout.preview({ at });
    checkout.free();
  } catch (error) {
    if (!PricingError.is(error)) throw error;
    // A day outside of the period is no mistake here: the page says what is possible then.
    if (error.kind === "refusal") return;
    refuse("malformed", { message: "the account is not understood", problems: error.problems.map(({ code, path, message }) => ({ code, path: error.kind === "change" ? path : `current.${path}`, message })) });
  }
}
