import type { Amount, CatalogDocument, Instant, Preview, Problem } from "prorata";
import type { ExampleId } from "../examples";
import type { Current, ShopId } from "../state";
import type { BillingDetails, TaxRule } from "./billing";
import type { Method } from "./methods";
import type { Person, Role } from "./people";

/** A customer of the demonstration, or the visitor's own documents. */
export type AccountId = ExampleId | "own";

/** What a host keeps of one customer. */
export interface Account {
  id: AccountId;
  organisation: ShopId;
  /** The clock of the demonstration: a date that the visitor moves. */
  at: string;
  /** Who is looking. */
  role: Role;
  current: Current;
  people: Person[];
  billing: BillingDetails | null;
  /** How was paid before. */
  method: Method | null;
}

/** What a confirmation is checked against: handed out by the host, and good for a while. */
export interface Snapshot {
  id: string;
  /** The instant that prices hold for. */
  at: Instant;
  /** On the clock on the wall. */
  expiresAt: Instant;
}

/** An account as its owner or an admin sees it; to others, only who that is. */
export type Opening = Opened | { role: "member"; administrators: string[]; version: number };

export interface Opened {
  role: "owner" | "admin";
  /** Counts up with each change of the account; operations that are used change nothing. */
  version: number;
  account: Account;
  snapshot: Snapshot;
  catalog: CatalogDocument;
  taxRules: TaxRule[];
  /** Newest first. */
  receipts: Receipt[];
}

/** What a visitor of the demonstration sets; no host of customers has the like. */
export interface Arrangement {
  /** The version that the visitor saw. */
  version: number;
  at?: string;
  current?: Current;
  role?: Role;
  /** Everything as in the beginning; receipts stay. */
  restart?: true;
}

export interface Confirmation {
  snapshot: string;
  /** The same for every attempt at one confirmation, so that it happens once. */
  key: string;
  /** As it was shown. Only what was asked for is taken from it, never a figure. */
  preview: Preview;
  billing: BillingDetails | null;
  method: Method | null;
  /** Who of the organisation leaves, where the change asks for it. */
  removed: string[];
}

export interface Receipt {
  number: string;
  at: Instant;
  preview: Preview;
  paid: Amount;
  method: Method | null;
  billing: BillingDetails | null;
  removed: string[];
  /** What the change began from; `null` for a first purchase. */
  from: string | null;
  /** Names as they were, since a catalog changes. */
  names: Record<string, string>;
  unit: string;
}

export interface Confirmed {
  receipt: Receipt;
  opening: Opened;
}

export type RefusalCode =
  | "amount_changed" | "snapshot_expired" | "catalog_changed" | "subscription_changed" | "already_confirmed" | "in_progress"
  | "role" | "unanswered" | "not_possible" | "billing" | "payment_declined"
  | "malformed" | "too_large" | "too_many" | "not_found" | "foreign_origin" | "unreachable" | "failed";

export interface Drift {
  path: string;
  shown?: unknown;
  computed?: unknown;
}

export interface RefusalDetails {
  message: string;
  /** Every figure that differs from what was shown. */
  drift?: Drift[];
  /** What is wrong with the request or the change, by path. */
  problems?: (Pick<Problem, "path" | "message"> & { code: string })[];
  /** The receipt that this confirmation already has. */
  number?: string;
}

/** A host's no, with a reason that the page can word. */
export class HostRefusal extends Error {
  override readonly name = "HostRefusal";
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails) {
    super(details.message);
    this.code = code;
    this.details = details;
  }
}

/** Where the page gets accounts from and has changes confirmed. */
export interface Host {
  open(account: AccountId): Promise<Opening>;
  arrange(account: AccountId, arrangement: Arrangement): Promise<Opening>;
  confirm(confirmation: Confirmation): Promise<Confirmed>;
}
