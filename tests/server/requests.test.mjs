// What the server takes from whom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chargesIn, confirmationOf, startServer } from "./server.mjs";

const upgrade = { plan: "pro", operations: 150_000 };

test("what is not understood is refused with every path", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  const { key: _, ...keyless } = confirmation;
  const { status, body } = await visitor.confirm({ ...keyless, method: "gold", billing: { ...confirmation.billing, name: 7 }, amount: "0.00" });
  assert.deepEqual([status, body.code], [400, "malformed"]);
  const paths = body.problems.map(({ path, code }) => `${path} ${code}`);
  for (const expected of ["key missing", "amount unknown_key", "billing.name wrong_type", "method invalid"]) assert.ok(paths.includes(expected), `${expected} in ${paths}`);

  const shown = structuredClone(confirmation.preview);
  shown.change.seat = 3;
  shown.change.plan = "";
  const change = await visitor.confirm({ ...confirmation, preview: shown });
  assert.deepEqual([change.status, change.body.code], [400, "malformed"]);
  assert.deepEqual(change.body.problems.map(({ path, code }) => [path, code]).sort(), [["preview.change.plan", "empty"], ["preview.change.seat", "unknown_key"]]);
});

test("hostile keys, broken texts and unknown accounts change nothing", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  const text = JSON.stringify(confirmation);
  const codes = [];
  for (const body of [text.replace('"removed"', '"__proto__":{"role":"owner"},"removed"'), text.slice(0, -2), "[]", "null", ""]) {
    const answer = await visitor.post("confirm", body);
    codes.push(`${answer.status} ${answer.body.code}`);
  }
  assert.deepEqual(codes, Array(5).fill("400 malformed"));
  for (const account of ["__proto__", "constructor", "nobody", "..%2f"]) {
    const { status, body } = await visitor.post(`accounts/${account}/open`, {});
    assert.deepEqual([status, body.code], [404, "not_found"], account);
  }
  const arranged = await visitor.post("accounts/make-upgrade/arrange", { version: 1, current: { plan: "core", interval: "month", period: { start: "2026-03-01", end: "2026-02-01" }, balance: "-1", seat: 1 } });
  assert.deepEqual([arranged.status, arranged.body.code], [400, "malformed"]);
  assert.ok(arranged.body.problems.some(({ path, code }) => path === "current.seat" && code === "unknown_key"));
  assert.deepEqual(chargesIn(server.data), []);
  assert.equal((await visitor.open("make-upgrade")).version, 1);
});

test("a request that is too large is refused before it is read", async (t) => {
  const server = await startServer(t);
  const { status, body } = await server.visitor().post("confirm", { padding: "x".repeat(200_000) });
  assert.deepEqual([status, body.code], [413, "too_large"]);
});

test("only the page itself writes", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const codes = [];
  for (const headers of [{ origin: "https://elsewhere.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { "content-type": "text/plain" }, { "content-type": "application/x-www-form-urlencoded" }]) {
    const { status, body } = await visitor.post("accounts/make-upgrade/open", {}, headers);
    codes.push(`${status} ${body.code}`);
  }
  assert.deepEqual(codes, [...Array(4).fill("403 foreign_origin"), ...Array(2).fill("400 malformed")]);
  const own = await visitor.post("accounts/make-upgrade/open", {}, { origin: new URL(server.address).origin, "sec-fetch-site": "same-origin" });
  assert.equal(own.status, 200);
});

test("a visitor is known by a cookie that no script and no other site gets, and sees no one else's snapshots", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const { headers, body } = await visitor.post("accounts/make-upgrade/open", {});
  assert.match(headers.getSetCookie()[0], /^visitor=[\w-]{32}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
  assert.equal(headers.get("cache-control"), "no-store");
  const stranger = server.visitor();
  const stolen = await stranger.confirm(confirmationOf(body, upgrade));
  assert.deepEqual([stolen.status, stolen.body.code], [409, "snapshot_expired"]);
  assert.deepEqual((await stranger.open("make-upgrade")).receipts, []);
});

test("files are compressed, and those whose names change with them are kept", async (t) => {
  const server = await startServer(t);
  const page = await fetch(server.address);
  assert.equal(page.headers.get("cache-control"), "no-cache");
  const script = (await page.text()).match(/assets\/[\w-]+\.js/)[0];
  const answer = await fetch(new URL(script, server.address), { headers: { "accept-encoding": "br" } });
  assert.equal(answer.headers.get("content-encoding"), "br");
  assert.match(answer.headers.get("content-type"), /javascript/);
  assert.equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable");
});

test("too many requests of one visitor have to wait", async (t) => {
  const server = await startServer(t, { env: { PRORATA_REQUESTS_PER_MINUTE: "3" } });
  const visitor = server.visitor();
  const statuses = [];
  for (let requests = 0; requests < 4; requests += 1) statuses.push((await visitor.post("accounts/make-upgrade/open", {})).status);
  assert.deepEqual(statuses, [200, 200, 200, 429]);
  assert.equal((await visitor.post("accounts/make-upgrade/open", {})).body.code, "too_many");
});
