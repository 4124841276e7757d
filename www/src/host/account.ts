import { examples, type ExampleId } from "../examples";
import { hasSubscription, type Current } from "../state";
import type { BillingDetails } from "./billing";
import type { OrganisationId } from "../organisations";
import type { Account } from "./host";
import { ownerName, peopleOf } from "./people";

/** What was given with an earlier purchase. */
const onFile: BillingDetails = {
  name: ownerName,
  company: "Okafor Studio",
  street: "12 Harbor Street",
  postalCode: "94107",
  city: "San Francisco",
  region: "CA",
  country: "US",
  vatId: "",
};

/** An account of the demonstration as it begins. */
export function newAccount(id: ExampleId): Account & { id: ExampleId; organisation: OrganisationId } {
  const example = examples.find((candidate) => candidate.id === id)!;
  const { organisation, at, current } = example;
  const bought = hasSubscription(current);
  return { id, organisation, at, role: "owner", current, people: peopleFor(current), billing: bought ? onFile : null, method: bought ? "card_accepted" : null };
}

export function peopleFor(current: Current): Account["people"] {
  return peopleOf(current.members ?? 1);
}

export function isExampleId(id: string): id is ExampleId {
  return examples.some((example) => example.id === id);
}
