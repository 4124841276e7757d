import type { ExampleId } from "../src/examples";
import { arranged } from "../src/host/arrange";
import { examine, isCharged, receiptOf, refuse, takeOff, type DeskSettings, type Outcome } from "../src/host/desk";
import { HostRefusal, type Arrangement, type Confirmation, type Confirmed, type Opened, type Opening } from "../src/host/host";
import { newAccount } from "../src/host/account";
import { openingOf } from "../src/host/opening";
import { receiptNumber } from "../src/host/receipt-number";
import { taxRules } from "../src/host/tax-rules";
import type { OrganisationId } from "../src/organisations";
import { hasSubscription } from "../src/state";
import { receiptOfOrder, type Books, type Entry, type Order, type StoredSnapshot } from "./books";
import type { Shelf } from "./catalogs";
import type { Payments } from "./payments";
import { Queue } from "./queue";

export interface CheckoutSettings extends DeskSettings {
  books: Books;
  shelves: Record<OrganisationId, Shelf>;
  payments: Payments;
  /** Milliseconds on the clock on the wall: for how long a snapshot holds, never for a price. */
  now: () => number;
}

/** Hands out accounts and confirms changes of them. */
export class CheckoutDesk {
  readonly #settings: CheckoutSettings;
  readonly #queue = new Queue();

  constructor(settings: CheckoutSettings) {
    this.#settings = settings;
  }

  open(visitor: string, id: ExampleId): Opening {
    const { books } = this.#settings;
    return books.together(() => this.#opening(visitor, books.entry(visitor, id)));
  }

  #opening(visitor: string, entry: Entry): Opening {
    return openingOf(entry.account, entry.version, (role) => this.#opened(visitor, entry, role));
  }

  #opened(visitor: string, entry: Entry, role = entry.account.role as Opened["role"]): Opened {
    const { books, shelves, now, maxAge } = this.#settings;
    const { account, version } = entry;
    const { document, mark } = shelves[account.organisation];
    const expires = now() + maxAge * 1000;
    const id = books.keepSnapshot(visitor, entry, mark, expires);
    return { role, version, account, snapshot: { id, at: account.at, expiresAt: new Date(expires).toISOString() }, catalog: document, taxRules, receipts: books.receipts(visitor, account.id) };
  }

  /** What a visitor sets of the demonstration: the clock, the role, what the customer has. */
  arrange(visitor: string, id: ExampleId, arrangement: Arrangement): Promise<Opening> {
    return this.#queue.run(visitor, async () => {
      const { books } = this.#settings;
      return books.together(() => {
        if (books.isPending(visitor, id)) refuse("in_progress");
        const entry = books.entry(visitor, id);
        const { catalog } = this.#settings.shelves[entry.account.organisation];
        const next = arranged(entry, arrangement, catalog, () => newAccount(id));
        books.replace(visitor, next.account, entry.version, next.version);
        return this.#opening(visitor, books.entry(visitor, id));
      });
    });
  }

  /** What the meter of a host reports. */
  use(visitor: string, id: ExampleId, operations: number): { unusedOperations: number | null } {
    const { books } = this.#settings;
    return books.together(() => {
      const { account } = books.entry(visitor, id);
      const unused = hasSubscription(account.current) ? account.current.unusedOperations : undefined;
      if (unused === undefined) return { unusedOperations: null };
      const left = Math.max(0, unused - operations);
      books.use(visitor, account, { ...account.current, unusedOperations: left }, unused - left);
      return { unusedOperations: left };
    });
  }

  /** Exactly once for one key: the order is written, then charged under its own number, then applied. */
  confirm(visitor: string, confirmation: Confirmation): Promise<Confirmed> {
    return this.#queue.run(visitor, async () => {
      const { books } = this.#settings;
      const order = books.together(() => books.order(visitor, confirmation.key) ?? this.#reserve(visitor, confirmation));
      if (order.snapshot !== confirmation.snapshot) refuse("already_confirmed", { message: "this key belongs to another confirmation" });
      const paid = await this.#finish(order);
      return { receipt: receiptOfOrder(paid), opening: books.together(() => this.#opened(visitor, books.entry(visitor, paid.account))) };
    });
  }

  /** Finishes what a killed process left; what cannot be finished yet is when its key asks again. */
  async recover(): Promise<void> {
    const { books } = this.#settings;
    const finished = books.pendingOrders().map(({ visitor, key }) => this.#queue.run(visitor, () => this.#finish(books.order(visitor, key)!)));
    for (const { status, reason } of await Promise.allSettled(finished) as { status: string; reason?: unknown }[]) {
      if (status === "rejected" && !(reason instanceof HostRefusal)) console.error(reason);
    }
  }

  #reserve(visitor: string, confirmation: Confirmation): Order {
    const { books, now } = this.#settings;
    const snapshot = books.snapshot(visitor, confirmation.snapshot);
    const earlier = books.orderFrom(confirmation.snapshot);
    if (earlier && earlier.visitor === visitor) refuse("already_confirmed", { message: "this was confirmed already", ...(earlier.number !== null && { number: receiptNumber(earlier.number) }) });
    if (!snapshot || snapshot.expires <= now()) return refuse("snapshot_expired");
    if (books.isPending(visitor, snapshot.account)) refuse("in_progress");
    const entry = books.entry(visitor, snapshot.account);
    const outcome = this.#examine(entry, snapshot, confirmation);
    const { document } = this.#settings.shelves[entry.account.organisation];
    const { number: _, ...receipt } = receiptOf("", entry.account, outcome, confirmation, document);
    const { preview, account: after } = outcome;
    return books.addOrder({
      visitor, account: snapshot.account, key: confirmation.key, snapshot: snapshot.id, amount: preview.dueNow, currency: preview.currency, method: isCharged(preview) ? confirmation.method : null, after, used: entry.used, receipt,
    });
  }

  #examine(entry: Entry, snapshot: StoredSnapshot, confirmation: Confirmation): Outcome {
    const { shelves } = this.#settings;
    const { catalog, mark } = shelves[entry.account.organisation];
    return examine({ account: entry.account, version: entry.version, pinned: snapshot, used: entry.used - snapshot.used, catalog, catalogMark: mark, taxRules, settings: this.#settings, confirmation });
  }

  async #finish(order: Order): Promise<Order> {
    const { books, payments } = this.#settings;
    if (order.status === "paid") return order;
    if (order.status === "declined") refuse("payment_declined", { message: "the payment was declined; nothing was changed" });
    if (order.method !== null) {
      const answer = await payments.charge({ key: `order-${order.id}`, amount: order.amount, currency: order.currency, method: order.method });
      if (answer === "declined") {
        books.decline(order);
        refuse("payment_declined", { message: "the payment was declined; nothing was changed" });
      }
    }
    return books.together(() => this.#apply(order));
  }

  /** Order, subscription and key become true at once. */
  #apply(order: Order): Order {
    const { books } = this.#settings;
    const entry = books.entry(order.visitor, order.account);
    const current = hasSubscription(order.after.current) ? takeOff(order.after.current, entry.used - order.used) : order.after.current;
    books.replace(order.visitor, { ...order.after, current }, entry.version, entry.version + 1);
    return books.markPaid(order);
  }
}
