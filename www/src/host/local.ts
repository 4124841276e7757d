import { Catalog, type CatalogDocument } from "prorata";
import { arranged } from "./arrange";
import { deskSettings, examine, isCharged, receiptOf, refuse, type Pinned } from "./desk";
import type { Account, AccountId, Confirmation, Confirmed, Host, Opened, Opening, Receipt } from "./host";
import { openingOf } from "./opening";
import { receiptNumber } from "./receipt-number";
import { opaqueId } from "./opaque";
import { taxRules } from "./tax-rules";

export interface LocalSettings {
  /** An account as it begins. */
  newAccount: (id: AccountId) => Account;
  catalogOf: (id: AccountId) => CatalogDocument;
  /** Keeps accounts and receipts over visits; nothing where the browser has none for this page. */
  storage: Pick<Storage, "getItem" | "setItem"> | undefined;
}

interface Entry {
  account: Account;
  version: number;
  receipts: Receipt[];
  /** Receipts by the key that they were confirmed with. */
  keys: Record<string, string>;
}

const shelf = "prorata-demonstration-1";
const slowly = 3_000;

/** The page as its own host, by the same checks as a server's: a demonstration, since nobody else knows of its orders. */
export function localHost({ newAccount, catalogOf, storage }: LocalSettings): Host {
  const entries = new Map<string, Entry>(Object.entries(read(storage)));
  const snapshots = new Map<string, Pinned & { account: AccountId; expires: number }>();

  const entryOf = (id: AccountId): Entry => entries.get(id) ?? { account: newAccount(id), version: 1, receipts: [], keys: {} };

  function keep(id: AccountId, entry: Entry): void {
    entries.set(id, entry);
    try {
      storage?.setItem(shelf, JSON.stringify(Object.fromEntries(entries)));
    } catch {
      // A full or forbidden storage keeps nothing over visits; this visit goes on.
    }
  }

  function opened(id: AccountId, { account, version, receipts }: Entry, role: Opened["role"]): Opened {
    const catalog = catalogOf(id);
    const expires = Date.now() + deskSettings.maxAge * 1000;
    const snapshot = opaqueId();
    snapshots.set(snapshot, { account: id, current: account.current, at: account.at, version, catalog: JSON.stringify(catalog), expires });
    return { role, version, account, snapshot: { id: snapshot, at: account.at, expiresAt: new Date(expires).toISOString() }, catalog, taxRules, receipts };
  }

  const opening = (id: AccountId): Opening => {
    const entry = entryOf(id);
    return openingOf(entry.account, entry.version, (role) => opened(id, entry, role));
  };

  function withCatalog<T>(id: AccountId, work: (catalog: Catalog, document: CatalogDocument) => T): T {
    const document = catalogOf(id);
    const catalog = new Catalog(document);
    try {
      return work(catalog, document);
    } finally {
      catalog.free();
    }
  }

  async function confirm(confirmation: Confirmation): Promise<Confirmed> {
    const pinned = snapshots.get(confirmation.snapshot);
    if (!pinned || pinned.expires <= Date.now()) return refuse("snapshot_expired");
    const { account: id } = pinned;
    if (confirmation.method === "card_slow") await new Promise((resolve) => setTimeout(resolve, slowly));
    const entry = entryOf(id);
    const known = entry.receipts.find(({ number }) => number === entry.keys[confirmation.key]);
    if (known) return { receipt: known, opening: opened(id, entry, entry.account.role as Opened["role"]) };
    return withCatalog(id, (catalog, document) => {
      const outcome = examine({ ...entry, pinned, used: 0, catalog, catalogMark: JSON.stringify(document), taxRules, settings: deskSettings, confirmation });
      if (confirmation.method === "card_declined" && isCharged(outcome.preview)) refuse("payment_declined", { message: "the payment was declined; nothing was changed" });
      const count = [...entries.values()].reduce((sum, { receipts }) => sum + receipts.length, 0);
      const receipt = receiptOf(receiptNumber(count + 1), entry.account, outcome, confirmation, document);
      const next: Entry = { account: outcome.account, version: entry.version + 1, receipts: [receipt, ...entry.receipts], keys: { ...entry.keys, [confirmation.key]: receipt.number } };
      keep(id, next);
      return { receipt, opening: opened(id, next, next.account.role as Opened["role"]) };
    });
  }

  return {
    open: async (id) => opening(id),
    arrange: async (id, arrangement) => {
      const entry = entryOf(id);
      const next = withCatalog(id, (catalog) => arranged(entry, arrangement, catalog, () => newAccount(id)));
      keep(id, { ...entry, ...next });
      return opening(id);
    },
    confirm,
  };
}

/** What an earlier visit left, unless it is not to be read. */
function read(storage: LocalSettings["storage"]): Record<string, Entry> {
  try {
    return (JSON.parse(storage?.getItem(shelf) ?? "{}") as Record<string, Entry> | null) ?? {};
  } catch {
    return {};
  }
}
