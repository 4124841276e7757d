import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deskSettings } from "../src/host/desk";
import configuration from "../public/host.json";
import { buildApp } from "./app";
import { Books } from "./books";
import { openShelves } from "./catalogs";
import { CheckoutDesk } from "./checkout";
import { openDatabase } from "./database";
import { simulatedPayments } from "./payments";

// Built to `target/server`: the project stands two folders above.
const project = fileURLToPath(new URL("../..", import.meta.url));
const { env } = process;

const number = (name: string, otherwise: number): number => {
  const value = env[name] === undefined ? otherwise : Number(env[name]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name}=${env[name]} is no whole number`);
  return value;
};

const database = openDatabase(resolve(project, env["PRORATA_DATA"] ?? "target/demo", "checkout.db"));
const desk = new CheckoutDesk({
  ...deskSettings,
  maxAge: number("PRORATA_SNAPSHOT_SECONDS", deskSettings.maxAge),
  books: new Books(database),
  shelves: openShelves(env["PRORATA_CATALOGS"]),
  payments: simulatedPayments(database),
  now: Date.now,
});
const app = await buildApp({
  desk,
  configuration: { ...configuration, endpoint: "./api/" },
  folder: join(project, "www/dist"),
  trustProxy: env["PRORATA_TRUST_PROXY"] === "1",
  requestsPerMinute: number("PRORATA_REQUESTS_PER_MINUTE", 300),
});
void desk.recover();
const host = env["HOST"] ?? "localhost";
await app.listen({ port: number("PORT", 5173), host });
const [{ port }] = app.addresses() as [AddressInfo];
console.log(`The checkout page is at http://${host}:${port}/`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void app.close().then(() => {
    database.close();
    process.exit(0);
  }));
}
