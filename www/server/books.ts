import type Database from "libsql";
import type { Amount } from "prorata";
import type { ExampleId } from "../src/examples";
import { newAccount } from "../src/host/account";
import type { Pinned } from "../src/host/desk";
import type { Account as AnyAccount, Confirmation, Receipt } from "../src/host/host";
import { opaqueId } from "../src/host/opaque";
import { receiptNumber } from "../src/host/receipt-number";
import type { OrganisationId } from "../src/organisations";
import type { Current } from "../src/state";

/** Only customers of the demonstration have accounts here. */
export type Account = AnyAccount & { id: ExampleId; organisation: OrganisationId };

/** An account with what is counted of it. */
export interface Entry {
  account: Account;
  version: number;
  /** Operations used since the account began. */
  used: number;
}

export interface StoredSnapshot extends Pinned {
  id: string;
  account: ExampleId;
  used: number;
  /** Milliseconds on the clock on the wall. */
  expires: number;
}

export interface Order {
  id: number;
  visitor: string;
  account: ExampleId;
  key: string;
  snapshot: string;
  status: "pending" | "paid" | "declined";
  amount: Amount;
  currency: string;
  method: Confirmation["method"];
  /** The account after the order, and how many operations had been used by then. */
  after: AnyAccount;
  used: number;
  receipt: Omit<Receipt, "number">;
  number: number | null;
}

type Row = Record<string, string | number | null>;

/** What is kept of every visitor: the only file that speaks SQL about it. */
export class Books {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** All of the work, or none of it. */
  together<T>(work: () => T): T {
    return this.#database.transaction(work).immediate() as T;
  }

  #sql(text: string): Database.Statement {
    let statement = this.#statements.get(text);
    if (!statement) this.#statements.set(text, (statement = this.#database.prepare(text)));
    return statement;
  }

  entry(visitor: string, id: ExampleId): Entry {
    const row = this.#sql("select document, version, used from accounts where visitor = ? and id = ?").get(visitor, id) as Row | undefined;
    if (row) return { account: JSON.parse(String(row["document"])) as Account, version: Number(row["version"]), used: Number(row["used"]) };
    const account = newAccount(id);
    this.#sql("insert into accounts (visitor, id, document, version, used) values (?, ?, ?, 1, 0)").run(visitor, id, JSON.stringify(account));
    return { account, version: 1, used: 0 };
  }

  /** Replaces the account as it was at `version`. */
  replace(visitor: string, account: AnyAccount, version: number, next: number): void {
    const { changes } = this.#sql("update accounts set document = ?, version = ? where visitor = ? and id = ? and version = ?")
      .run(JSON.stringify(account), next, visitor, account.id, version);
    if (changes !== 1) throw new Error(`the account ${account.id} is no longer at version ${version}`);
  }

  /** Operations that are used are no change of the subscription: the version stays. */
  use(visitor: string, account: Account, current: Current, operations: number): void {
    this.#sql("update accounts set document = ?, used = used + ? where visitor = ? and id = ?").run(JSON.stringify({ ...account, current }), operations, visitor, account.id);
  }

  keepSnapshot(visitor: string, { account, version, used }: Entry, catalog: string, expires: number): string {
    const id = opaqueId();
    this.#sql("delete from snapshots where expires < ?").run(expires - forgotten);
    this.#sql("insert into snapshots (id, visitor, account, version, used, at, current, catalog, expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(id, visitor, account.id, version, used, account.at, JSON.stringify(account.current), catalog, expires);
    return id;
  }

  snapshot(visitor: string, id: string): StoredSnapshot | undefined {
    const row = this.#sql("select * from snapshots where id = ? and visitor = ?").get(id, visitor) as Row | undefined;
    return row && {
      id,
      account: row["account"] as ExampleId,
      version: Number(row["version"]),
      used: Number(row["used"]),
      at: String(row["at"]),
      current: JSON.parse(String(row["current"])) as Current,
      catalog: String(row["catalog"]),
      expires: Number(row["expires"]),
    };
  }

  order(visitor: string, key: string): Order | undefined {
    return orderOf(this.#sql("select * from orders where visitor = ? and key = ?").get(visitor, key));
  }

  /** The order that a snapshot was used for. */
  orderFrom(snapshot: string): Order | undefined {
    return orderOf(this.#sql("select * from orders where snapshot = ? and status <> 'declined'").get(snapshot));
  }

  pendingOrders(): Order[] {
    return this.#sql("select * from orders where status = 'pending' order by id").all().map((row) => orderOf(row)!);
  }

  isPending(visitor: string, account: ExampleId): boolean {
    return this.#sql("select 1 from orders where visitor = ? and account = ? and status = 'pending'").get(visitor, account) !== undefined;
  }

  addOrder(order: Omit<Order, "id" | "number" | "status">): Order {
    const { visitor, account, key, snapshot, amount, currency, method, after, used, receipt } = order;
    const { lastInsertRowid } = this.#sql("insert into orders (visitor, account, key, snapshot, status, amount, currency, method, document, used, receipt) values (?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?)")
      .run(visitor, account, key, snapshot, amount, currency, method, JSON.stringify(after), used, JSON.stringify(receipt));
    return { ...order, id: Number(lastInsertRowid), status: "pending", number: null };
  }

  decline(order: Order): void {
    this.#sql("update orders set status = 'declined' where id = ? and status = 'pending'").run(order.id);
  }

  /** Numbers of receipts have no gaps: they are given once an order is paid. */
  markPaid(order: Order): Order {
    const { next } = this.#sql("select coalesce(max(number), 0) + 1 as next from orders").get() as { next: number };
    const { changes } = this.#sql("update orders set status = 'paid', number = ? where id = ? and status = 'pending'").run(next, order.id);
    if (changes !== 1) throw new Error(`the order ${order.id} is no longer pending`);
    return { ...order, status: "paid", number: next };
  }

  /** Newest first. */
  receipts(visitor: string, account: ExampleId): Receipt[] {
    return this.#sql("select * from orders where visitor = ? and account = ? and status = 'paid' order by number desc limit 100").all(visitor, account).map((row) => receiptOfOrder(orderOf(row)!));
  }
}

const forgotten = 86_400_000;

export function receiptOfOrder({ number, receipt }: Order): Receipt {
  return { ...receipt, number: receiptNumber(number!) };
}

function orderOf(found: unknown): Order | undefined {
  if (!found) return undefined;
  const row = found as Row;
  return {
    id: Number(row["id"]),
    visitor: String(row["visitor"]),
    account: row["account"] as ExampleId,
    key: String(row["key"]),
    snapshot: String(row["snapshot"]),
    status: row["status"] as Order["status"],
    amount: row["amount"] as Amount,
    currency: String(row["currency"]),
    method: row["method"] as Order["method"],
    after: JSON.parse(String(row["document"])) as AnyAccount,
    used: Number(row["used"]),
    receipt: JSON.parse(String(row["receipt"])) as Order["receipt"],
    number: row["number"] === null ? null : Number(row["number"]),
  };
}
