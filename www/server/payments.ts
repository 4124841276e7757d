import type Database from "libsql";
import { setTimeout as wait } from "node:timers/promises";
import type { Amount } from "prorata";
import type { Method } from "../src/host/methods";

export interface Charge {
  /** Asked again with the same key, a provider charges nothing more and answers the same. */
  key: string;
  amount: Amount;
  currency: string;
  method: Method;
}

export interface Payments {
  charge(charge: Charge): Promise<"paid" | "declined">;
}

const slowly = 3_000;

/** A provider that moves no money: it remembers what it was asked for, as a real one would. */
export function simulatedPayments(database: Database.Database): Payments {
  const record = database.prepare("insert into charges (key, amount, currency, method) values (?, ?, ?, ?) on conflict (key) do nothing");
  return {
    async charge({ key, amount, currency, method }) {
      if (method === "card_declined") return "declined";
      if (method === "card_slow") await wait(slowly);
      record.run(key, amount, currency, method);
      return "paid";
    },
  };
}
