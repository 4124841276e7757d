import type { CustomerDocument, SubscriptionDocument } from "prorata";
import anaconda from "../catalogs/anaconda.subscription.json";
import make from "../catalogs/make.subscription.json";
import nitro from "../catalogs/nitro.subscription.json";
import type { OrganisationId } from "./organisations";
import type { Choice } from "./state";

/** A situation from which a visitor can start. Its title is in `messages.ts`. */
export interface Example {
  id: ExampleId;
  organisation: OrganisationId;
  at: string;
  current: SubscriptionDocument | CustomerDocument;
  choice: Choice;
}

export type ExampleId =
  | "make-upgrade" | "make-downgrade" | "make-annual-to-monthly" | "make-core-annual" | "make-first"
  | "nitro-full" | "nitro-downgrade" | "nitro-expired" | "nitro-first"
  | "anaconda-seats" | "anaconda-annual" | "anaconda-first";

const choice: Choice = { action: "change", plan: null, interval: "month", tier: null, seats: null, extraOperations: 0, addOns: null, code: null, effective: null, period: null };
const march = { start: "2026-03-01", end: "2026-04-01" };

export const examples: Example[] = [
  {
    id: "make-upgrade",
    organisation: "make",
    at: "2026-03-11",
    current: make as SubscriptionDocument,
    choice: { ...choice, plan: "pro", tier: 150_000 },
  },
  {
    id: "make-downgrade",
    organisation: "make",
    at: "2026-03-21",
    current: {
      plan: "teams",
      interval: "month",
      operations: 150_000,
      period: { start: "2026-03-01", end: "2026-03-31" },
      unusedOperations: 10_000,
      teams: [
        { id: "marketing", name: "Marketing" },
        { id: "sales", name: "Sales" },
        { id: "support", name: "Support" },
      ],
    },
    choice: { ...choice, plan: "pro", tier: 40_000 },
  },
  {
    id: "make-annual-to-monthly",
    organisation: "make",
    at: "2026-07-01",
    current: {
      plan: "pro",
      interval: "year",
      operations: 240_000,
      period: { start: "2026-01-01", end: "2027-01-01" },
      unusedOperations: 90_000,
      teams: 1,
    },
    choice: { ...choice, plan: "pro", tier: 20_000 },
  },
  {
    id: "make-core-annual",
    organisation: "make",
    at: "2026-03-11",
    current: {
      plan: "core",
      interval: "year",
      operations: 10_000,
      period: { start: "2026-01-01", end: "2027-01-01" },
      unusedOperations: 5_000,
      teams: 1,
    },
    choice: { ...choice, plan: "pro", interval: "year", tier: 10_000 },
  },
  { id: "make-first", organisation: "make", at: "2026-03-11", current: { teams: 1 }, choice: { ...choice, plan: "core", tier: 10_000 } },
  {
    id: "nitro-full",
    organisation: "nitro",
    at: "2026-03-11",
    current: nitro as SubscriptionDocument,
    choice: { ...choice, plan: "pro", seats: 12 },
  },
  {
    id: "nitro-downgrade",
    organisation: "nitro",
    at: "2026-03-11",
    current: { plan: "business", interval: "month", seats: 30, members: 28, period: march },
    choice: { ...choice, plan: "pro", seats: 25 },
  },
  {
    id: "nitro-expired",
    organisation: "nitro",
    at: "2026-04-04",
    current: nitro as SubscriptionDocument,
    choice: { ...choice, action: "renew", plan: "pro", seats: 10 },
  },
  { id: "nitro-first", organisation: "nitro", at: "2026-03-11", current: { members: 4 }, choice: { ...choice, plan: "pro", seats: 5 } },
  {
    id: "anaconda-seats",
    organisation: "anaconda",
    at: "2026-03-11",
    current: anaconda as SubscriptionDocument,
    choice: { ...choice, plan: "business", seats: 15 },
  },
  {
    id: "anaconda-annual",
    organisation: "anaconda",
    at: "2026-03-11",
    current: { plan: "starter", interval: "year", seats: 8, members: 6, period: { start: "2026-01-01", end: "2027-01-01" } },
    choice: { ...choice, plan: "business", interval: "year", seats: 8 },
  },
  {
    id: "anaconda-first",
    organisation: "anaconda",
    at: "2026-03-11",
    current: { members: 4, individualSubscription: true },
    choice: { ...choice, plan: "business", seats: 5 },
  },
];

export function examplesOf(organisation: OrganisationId): Example[] {
  return examples.filter((example) => example.organisation === organisation);
}
