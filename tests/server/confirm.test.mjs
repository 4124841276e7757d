// What the server confirms, and what it refuses. Every figure is worked by hand.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../../scripts/command.mjs";
import { chargesIn, confirmationOf, dataFolder, startServer } from "./server.mjs";

// 113.85 × 160,000 ÷ 150,000 = 121.44; Pro with 150,000 costs 180.53; 180.53 − 121.44 = 59.09.
const upgrade = { plan: "pro", operations: 150_000 };
const charged = [{ amount: "59.09", currency: "USD", method: "card_accepted" }];

/** A refusal, with nothing charged and nothing changed. */
async function expectRefusal(server, visitor, confirmation, status, code) {
  const before = chargesIn(server.data);
  const answer = await visitor.confirm(confirmation);
  assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body));
  assert.ok(answer.body.message.length > 5);
  assert.deepEqual(chargesIn(server.data), before);
  return answer.body;
}

const amountOf = (refusal, path) => refusal.drift.find((entry) => entry.path === path);

test("an upgrade is charged once, stored, and answered with a receipt", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("make-upgrade");
  const { status, body } = await visitor.confirm(confirmationOf(opened, upgrade));
  assert.equal(status, 200);
  const { receipt, opening } = body;
  assert.equal(receipt.number, "R-000001");
  assert.equal(receipt.paid, "59.09");
  assert.equal(receipt.method, "card_accepted");
  assert.deepEqual(receipt.names, { core: "Core", pro: "Pro" });
  assert.equal(opening.account.current.plan, "pro");
  assert.equal(opening.account.current.unusedOperations, 150_000);
  assert.deepEqual(opening.account.current.period, { start: "2026-03-11", end: "2026-04-10" });
  assert.deepEqual(chargesIn(server.data), charged);
  const again = await visitor.open("make-upgrade");
  assert.deepEqual(again.receipts, [receipt]);
  assert.deepEqual(again.account, opening.account);
});

test("a touched amount is refused with every figure that differs", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  confirmation.preview.dueNow = "1.00";
  confirmation.preview.total = "1.00";
  const { drift } = await expectRefusal(server, visitor, confirmation, 409, "amount_changed");
  assert.deepEqual(drift, [
    { path: "total", shown: "1.00", computed: "59.09" },
    { path: "dueNow", shown: "1.00", computed: "59.09" },
  ]);
  assert.deepEqual((await visitor.open("make-upgrade")).receipts, []);
});

test("an instant of the page's own is not priced", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("anaconda-seats");
  // On March 31 one day is left: the price would be a twenty-first of that of March 11.
  const confirmation = confirmationOf(opened, { seats: 15, at: "2026-03-31", answers: { acknowledged: ["billing"] } });
  const refusal = await expectRefusal(server, visitor, confirmation, 409, "amount_changed");
  assert.deepEqual(amountOf(refusal, "change.at"), { path: "change.at", shown: "2026-03-31", computed: "2026-03-11" });
  // 15 × 50.00 × 21 ÷ 31 = 508.06, 12 × 50.00 × 21 ÷ 31 = 406.45.
  assert.equal(amountOf(refusal, "dueNow").computed, "101.61");
});

test("a snapshot is good for a while only, and a fresh one for the same change", async (t) => {
  const server = await startServer(t, { env: { PRORATA_SNAPSHOT_SECONDS: "1" } });
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  await wait(1_050);
  await expectRefusal(server, visitor, confirmation, 409, "snapshot_expired");
  const { snapshot } = await visitor.open("make-upgrade");
  assert.equal((await visitor.confirm({ ...confirmation, snapshot: snapshot.id })).body.receipt.paid, "59.09");
});

test("a day later the price of the day before is no longer confirmed", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("nitro-full");
  const confirmation = confirmationOf(opened, { seats: 12 });
  await visitor.post("accounts/nitro-full/arrange", { version: opened.version, at: "2026-03-12" });
  await expectRefusal(server, visitor, confirmation, 409, "snapshot_expired");
});

test("a changed catalog is refused with the new amount", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  await server.stop();

  const catalogs = dataFolder(t);
  cpSync(join(root, "www/catalogs"), catalogs, { recursive: true });
  const make = readFileSync(join(catalogs, "make.json"), "utf8");
  writeFileSync(join(catalogs, "make.json"), make.replace('"180.53"', '"190.53"'));
  const dearer = await startServer(t, { data: server.data, env: { PRORATA_CATALOGS: catalogs } });
  const same = visitor.at(dearer);
  const refusal = await expectRefusal(dearer, same, confirmation, 409, "catalog_changed");
  assert.deepEqual(amountOf(refusal, "dueNow"), { path: "dueNow", shown: "59.09", computed: "69.09" });
  const { receipt } = (await same.confirm(confirmationOf(await same.open("make-upgrade"), upgrade))).body;
  assert.equal(receipt.paid, "69.09");
});

test("a second tab that shows the subscription of before is refused", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const stale = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  await visitor.confirm(confirmationOf(await visitor.open("make-upgrade"), { plan: "teams", operations: 150_000 }));
  const refusal = await expectRefusal(server, visitor, stale, 409, "subscription_changed");
  // From Teams to Pro is a downgrade, at its full price.
  assert.deepEqual(amountOf(refusal, "dueNow"), { path: "dueNow", shown: "59.09", computed: "180.53" });
  assert.deepEqual(amountOf(refusal, "direction"), { path: "direction", shown: "upgrade", computed: "downgrade" });
});

test("the same confirmation again is the same receipt, and nothing more is charged", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  const first = await visitor.confirm(confirmation);
  const second = await visitor.confirm(confirmation);
  assert.deepEqual(second.body.receipt, first.body.receipt);
  assert.equal(second.body.opening.version, first.body.opening.version);
  assert.deepEqual(chargesIn(server.data), charged);
  const refusal = await expectRefusal(server, visitor, { ...confirmation, key: randomUUID() }, 409, "already_confirmed");
  assert.equal(refusal.number, "R-000001");
});

test("two confirmations at once are one order", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  const same = await Promise.all(Array.from({ length: 5 }, () => visitor.confirm(confirmation)));
  assert.deepEqual(same.map(({ body }) => body.receipt?.number), Array(5).fill("R-000001"));

  const other = server.visitor();
  const clicks = confirmationOf(await other.open("make-upgrade"), upgrade);
  const answers = await Promise.all([clicks, { ...clicks, key: randomUUID() }].map((body) => other.confirm(body)));
  assert.deepEqual(answers.map(({ body }) => body.receipt?.number ?? body.code), ["R-000002", "already_confirmed"]);
  assert.deepEqual(chargesIn(server.data), [...charged, ...charged]);
});

test("500 operations used between page and confirmation change no price and are not given back", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  assert.deepEqual((await visitor.post("accounts/make-upgrade/usage", { operations: 500 })).body, { unusedOperations: 159_500 });
  const { receipt, opening } = (await visitor.confirm(confirmation)).body;
  assert.equal(receipt.paid, "59.09");
  // 150,000 of the new plan, less the 500 that were used after the price was made.
  assert.equal(opening.account.current.unusedOperations, 149_500);
});

test("operations that are moved are moved without those that were used meanwhile", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const answers = { keepTeams: ["sales"], acknowledged: ["downgrade"] };
  const confirmation = confirmationOf(await visitor.open("make-downgrade"), { plan: "pro", operations: 40_000, answers });
  await visitor.post("accounts/make-downgrade/usage", { operations: 300 });
  await visitor.post("accounts/make-downgrade/usage", { operations: 200 });
  const { current } = (await visitor.confirm(confirmation)).body.opening.account;
  // 40,000 + 10,000 − 500.
  assert.equal(current.unusedOperations, 49_500);
  assert.deepEqual(current.teams, [{ id: "sales", name: "Sales" }]);
});

test("where more is used than is pinned, the credit is computed anew", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  await visitor.post("accounts/make-upgrade/usage", { operations: 1_001 });
  const refusal = await expectRefusal(server, visitor, confirmation, 409, "amount_changed");
  // 113.85 × 158,999 ÷ 150,000 = 120.680…; 180.53 − 120.68 = 59.85.
  assert.deepEqual(amountOf(refusal, "dueNow"), { path: "dueNow", shown: "59.09", computed: "59.85" });
});

test("operations used while a slow payment is on its way are not given back either", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmed = visitor.confirm(confirmationOf(await visitor.open("make-upgrade"), upgrade, { method: "card_slow" }));
  await wait(500);
  await visitor.post("accounts/make-upgrade/usage", { operations: 700 });
  assert.equal((await confirmed).body.opening.account.current.unusedOperations, 149_300);
});

test("a member of the organisation sees and changes nothing", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("nitro-full");
  const confirmation = confirmationOf(opened, { seats: 12 });
  const { body } = await visitor.post("accounts/nitro-full/arrange", { version: opened.version, role: "member" });
  assert.deepEqual(body, { role: "member", version: 2, administrators: ["Ada Okafor", "Jonas Weber"] });
  assert.deepEqual(await visitor.open("nitro-full"), body);
  await expectRefusal(server, visitor, confirmation, 403, "role");
});

test("what a change asks for is answered, by name where the organisation has names", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("nitro-downgrade");
  const change = (removeMembers) => ({ plan: "pro", seats: 25, answers: { removeMembers, acknowledged: ["downgrade"] } });
  await expectRefusal(server, visitor, confirmationOf(opened, { plan: "pro", seats: 25 }), 422, "unanswered");
  const nameless = await expectRefusal(server, visitor, confirmationOf(opened, change(3)), 422, "unanswered");
  assert.equal(nameless.problems[0].path, "removed");
  await expectRefusal(server, visitor, confirmationOf(opened, change(3), { removed: ["person-1", "person-5", "person-6"] }), 422, "unanswered");
  await expectRefusal(server, visitor, confirmationOf(opened, change(3), { removed: ["person-5", "person-5", "person-6"] }), 422, "unanswered");
  await expectRefusal(server, visitor, confirmationOf(opened, change(3), { removed: ["person-5", "person-6", "somebody"] }), 422, "unanswered");
  const { receipt, opening } = (await visitor.confirm(confirmationOf(opened, change(3), { removed: ["person-4", "person-5", "person-6"] }))).body;
  assert.deepEqual(receipt.removed, ["Layla Haddad", "Tomás Ferreira", "Priya Raman"]);
  assert.equal(opening.account.people.length, 25);
  assert.equal(opening.account.current.members, 25);
});

test("a declined payment changes nothing, and another way to pay confirms the same snapshot", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("make-upgrade");
  const declined = confirmationOf(opened, upgrade, { method: "card_declined" });
  await expectRefusal(server, visitor, declined, 402, "payment_declined");
  assert.equal((await visitor.open("make-upgrade")).version, opened.version);
  const { receipt } = (await visitor.confirm({ ...declined, key: randomUUID(), method: "card_accepted" })).body;
  assert.deepEqual([receipt.number, receipt.paid], ["R-000001", "59.09"]);
});

test("the address decides the tax, also against what the page shows", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("make-upgrade");
  const billing = { ...opened.account.billing, region: "", city: "Berlin", country: "DE" };
  const untaxed = await expectRefusal(server, visitor, confirmationOf(opened, upgrade, { billing }), 409, "amount_changed");
  // 59.09 × 19 percent = 11.2271, so 11.23; 59.09 + 11.23 = 70.32.
  assert.deepEqual(amountOf(untaxed, "dueNow"), { path: "dueNow", shown: "59.09", computed: "70.32" });
  const taxes = [{ id: "vat", name: "VAT", rate: "19" }];
  const { receipt, opening } = (await visitor.confirm(confirmationOf(opened, upgrade, { billing, taxes }))).body;
  assert.equal(receipt.paid, "70.32");
  assert.deepEqual([opening.account.billing.country, opening.account.current.taxes], ["DE", taxes]);
  // A business in another country of the Union accounts for the tax itself; what is no number of one does not count.
  const french = { ...billing, country: "FR" };
  const next = { plan: "teams", operations: 150_000 };
  const wrong = await expectRefusal(server, visitor, confirmationOf(opening, next, { billing: { ...french, vatId: "12" } }), 422, "billing");
  assert.deepEqual(wrong.problems.map(({ path, code }) => [path, code]), [["billing.vatId", "invalid_vat_id"]]);
  // Teams costs 343.01; 150,000 unused of 180.53 for 150,000 are worth 180.53.
  const exempt = await visitor.confirm(confirmationOf(opening, next, { billing: { ...french, vatId: "FR40303265045" }, taxes: [] }));
  assert.equal(exempt.body.receipt.paid, "162.48");
});

test("incomplete billing details are told field by field", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("make-upgrade");
  const billing = { ...opened.account.billing, street: " ", country: "US", region: "ZZ" };
  const { problems } = await expectRefusal(server, visitor, confirmationOf(opened, upgrade, { billing }), 422, "billing");
  assert.deepEqual(problems.map(({ path, code }) => [path, code]), [["billing.street", "missing"], ["billing.region", "unknown_region"]]);
});

test("a first purchase is not charged without an address and a way to pay", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const opened = await visitor.open("make-first");
  const first = { plan: "core", interval: "month", operations: 10_000 };
  await expectRefusal(server, visitor, confirmationOf(opened, first), 422, "billing");
  const billing = { name: "A", company: "", street: "B", postalCode: "1", city: "C", region: "OR", country: "US", vatId: "" };
  const { problems } = await expectRefusal(server, visitor, confirmationOf(opened, first, { billing, taxes: [], method: null }), 400, "malformed");
  assert.equal(problems[0].path, "method");
});

test("every kind of change is applied: first purchase, seats, cancellation, withdrawal, renewal", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirm = async (opened, change, rest) => {
    const { status, body } = await visitor.confirm(confirmationOf(opened, change, rest));
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const billing = { name: "Mei Tanaka", company: "", street: "1 Main Street", postalCode: "97201", city: "Portland", region: "OR", country: "US", vatId: "" };
  const first = await confirm(await visitor.open("make-first"), { plan: "core", interval: "month", operations: 10_000 }, { billing, taxes: [] });
  assert.deepEqual([first.receipt.paid, first.opening.account.billing.city, first.receipt.from], ["10.59", "Portland", null]);

  const acknowledged = ["billing", "cancel"];
  const seats = await confirm(await visitor.open("anaconda-seats"), { seats: 15, answers: { acknowledged } });
  assert.deepEqual([seats.receipt.paid, seats.opening.account.current.seats], ["101.61", 15]);
  const cancelled = await confirm(seats.opening, { cancel: true, answers: { acknowledged } });
  assert.deepEqual([cancelled.receipt.paid, cancelled.receipt.method, cancelled.opening.account.current.scheduled.cancel], ["0.00", null, true]);
  const kept = await confirm(cancelled.opening, { withdraw: true });
  assert.equal(kept.opening.account.current.scheduled, undefined);
  assert.deepEqual(kept.opening.receipts.map(({ number }) => number), ["R-000004", "R-000003", "R-000002"]);

  const opened = await visitor.open("nitro-expired");
  opened.account.current.status = "expired";
  const renewed = await confirm(opened, { renew: true });
  // 10 × 15.00.
  assert.deepEqual([renewed.receipt.paid, renewed.opening.account.current.period.start], ["150.00", "2026-04-04"]);
});
