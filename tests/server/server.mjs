// The real server as its own process, on a free port and a database of its own, and visitors who talk to it as the page does.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import Database from "libsql";
import { Catalog } from "prorata";
import { root } from "../../scripts/command.mjs";

/** A folder for one database, removed after the test. */
export function dataFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), "prorata-server-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function startServer(t, { data = dataFolder(t), port = 0, env = {} } = {}) {
  const child = spawn(process.execPath, [join(root, "target/server/main.mjs")], {
    env: { ...process.env, PORT: String(port), PRORATA_DATA: data, PRORATA_REQUESTS_PER_MINUTE: "10000", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const server = {
    data,
    address: await firstAddress(child),
    /** As a power cut would: nothing is said, nothing is closed. */
    kill: () => (child.kill("SIGKILL"), ended),
    stop: () => (child.kill("SIGTERM"), ended),
    visitor: () => new Visitor(server.address),
  };
  t.after(() => server.kill());
  return server;
}

function firstAddress(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      const address = output.match(/http:\S+/)?.[0];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
}

/** Everything that was charged, as the payment provider has it. */
export function chargesIn(data) {
  const database = new Database(join(data, "checkout.db"), { readonly: true });
  try {
    return database.prepare("select amount, currency, method from charges order by rowid").all();
  } finally {
    database.close();
  }
}

export class Visitor {
  constructor(address, cookie = undefined) {
    this.address = address;
    this.cookie = cookie;
  }

  /** The same visitor in front of another server. */
  at({ address }) {
    return new Visitor(address, this.cookie);
  }

  async post(path, body, headers = {}) {
    const response = await fetch(new URL(`api/${path}`, this.address), {
      method: "POST",
      headers: { "content-type": "application/json", ...(this.cookie && { cookie: this.cookie }), ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const cookie = response.headers.getSetCookie()[0];
    if (cookie) this.cookie = cookie.split(";")[0];
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async open(account) {
    return (await this.post(`accounts/${account}/open`, {})).body;
  }

  confirm(confirmation) {
    return this.post("confirm", confirmation);
  }
}

/** What the page would send for a change, previewed on what was opened. */
export function confirmationOf(opened, change, rest = {}) {
  const { account, catalog, snapshot } = opened;
  const { taxes, ...others } = rest;
  const current = taxes ? { ...account.current, taxes } : account.current;
  const preview = new Catalog(catalog).checkout(current).preview({ at: snapshot.at, ...change });
  return { snapshot: snapshot.id, key: randomUUID(), preview, billing: account.billing, method: "card_accepted", removed: [], ...others };
}
