import Database from "libsql";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Money and documents are text; what is counted is an integer. */
const tables = `
  create table if not exists accounts (
    visitor text not null, id text not null, document text not null, version integer not null, used integer not null,
    primary key (visitor, id)
  ) strict;
  create table if not exists snapshots (
    id text primary key, visitor text not null, account text not null, version integer not null, used integer not null,
    at text not null, current text not null, catalog text not null, expires integer not null
  ) strict;
  create index if not exists snapshots_by_expiry on snapshots (expires);
  create table if not exists orders (
    id integer primary key, visitor text not null, account text not null, key text not null, snapshot text not null,
    status text not null check (status in ('pending', 'paid', 'declined')),
    amount text not null, currency text not null, method text, document text not null, used integer not null, receipt text not null, number integer unique,
    unique (visitor, key)
  ) strict;
  create unique index if not exists one_order_per_snapshot on orders (snapshot) where status <> 'declined';
  create unique index if not exists one_order_at_a_time on orders (visitor, account) where status = 'pending';
  create table if not exists charges (
    key text primary key, amount text not null, currency text not null, method text not null
  ) strict;
`;

/** An embedded database that a killed process leaves whole. */
export function openDatabase(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  // What was answered must outlive the machine, too.
  database.pragma("synchronous = FULL");
  database.pragma("busy_timeout = 5000");
  database.exec(tables);
  return database;
}
