// The process is killed in the middle of its work; what was begun is finished, once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { chargesIn, confirmationOf, startServer } from "./server.mjs";

const upgrade = { plan: "pro", operations: 150_000 };

test("what was answered is there after a kill", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade);
  const { receipt } = (await visitor.confirm(confirmation)).body;
  await server.kill();
  const next = await startServer(t, { data: server.data });
  const { receipts, account } = await visitor.at(next).open("make-upgrade");
  assert.deepEqual(receipts, [receipt]);
  assert.equal(account.current.plan, "pro");
  assert.deepEqual((await visitor.at(next).confirm(confirmation)).body.receipt, receipt);
  assert.equal(chargesIn(next.data).length, 1);
});

test("a kill while the payment is on its way: the order is finished on the next start, and charged once", async (t) => {
  const server = await startServer(t);
  const visitor = server.visitor();
  const confirmation = confirmationOf(await visitor.open("make-upgrade"), upgrade, { method: "card_slow" });
  const cut = visitor.confirm(confirmation).then(() => "answered", () => "cut off");
  await wait(700);
  await server.kill();
  assert.equal(await cut, "cut off");
  assert.deepEqual(chargesIn(server.data), []);

  const next = await startServer(t, { data: server.data });
  // While it is being finished, another confirmation of the same account waits for it, and is told that things have changed.
  const again = visitor.at(next);
  const [{ body: { receipt, opening } }, other] = await Promise.all([again.confirm(confirmation), again.confirm({ ...confirmation, key: "another-key-of-it" })]);
  assert.equal(other.body.code, "already_confirmed");
  assert.equal(receipt.paid, "59.09");
  assert.equal(opening.account.current.plan, "pro");
  assert.deepEqual(opening.receipts, [receipt]);
  assert.deepEqual(chargesIn(next.data), [{ amount: "59.09", currency: "USD", method: "card_slow" }]);
});

test("killed at any moment, a confirmation happens once or can be repeated", async (t) => {
  let server = await startServer(t);
  let visitor = server.visitor();
  for (let round = 0; round < 10; round += 1) {
    // Another first purchase each time: the account begins anew.
    const { version } = await visitor.open("nitro-first");
    const opened = (await visitor.post("accounts/nitro-first/arrange", { version, restart: true })).body;
    const billing = { name: "A", company: "", street: "B", postalCode: "1", city: "C", region: "OR", country: "US", vatId: "" };
    const confirmation = confirmationOf(opened, { plan: "pro", interval: "month", seats: 5 }, { billing, taxes: [] });
    const cut = visitor.confirm(confirmation).catch(() => undefined);
    await wait(round * 1.5);
    await server.kill();
    await cut;
    server = await startServer(t, { data: server.data });
    visitor = visitor.at(server);
    const { receipt, opening } = (await visitor.confirm(confirmation)).body;
    assert.equal(receipt.paid, "75.00"); // 5 × 15.00
    assert.equal(opening.receipts.length, round + 1);
    assert.equal(opening.account.current.seats, 5);
    assert.equal(chargesIn(server.data).length, round + 1);
  }
});
