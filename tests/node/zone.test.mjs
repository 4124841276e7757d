// Days are those of the customer's calendar once an instant has the offset of their zone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Catalog, PricingError, inZone } from "prorata";

test("an instant takes the offset that the zone has then", () => {
  for (const [at, zone, expected] of [
    [new Date("2026-03-10T12:00:00Z"), "America/New_York", "2026-03-10T08:00:00-04:00"],
    ["2026-01-10T12:00:00.250Z", "America/New_York", "2026-01-10T07:00:00.250-05:00"],
    ["2026-03-10", "Asia/Tokyo", "2026-03-10T00:00:00+09:00"],
    ["2026-07-01T08:30", "Asia/Kolkata", "2026-07-01T08:30:00+05:30"],
    ["2026-07-01T00:00:00+02:00", "UTC", "2026-06-30T22:00:00+00:00"],
    // Clocks go forward at 02:00: there is no 02:30, and an hour before it is meant, which is 03:30.
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T03:30:00-04:00"],
    // Clocks go back at 02:00: 01:30 comes twice, and the first is meant.
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T01:30:00-04:00"],
    ["2026-03-29", "Europe/Berlin", "2026-03-29T00:00:00+01:00"],
  ]) {
    assert.equal(inZone(at, zone), expected);
  }
});

test("what is no zone or no time is refused", () => {
  for (const [at, zone, code] of [["2026-03-10", "Mars/Olympus", "unknown_zone"], ["soon", "UTC", "invalid_timestamp"], [new Date(Number.NaN), "UTC", "invalid_timestamp"]]) {
    assert.throws(() => inZone(at, zone), (error) => PricingError.is(error) && error.kind === "host" && error.code === code);
  }
});

test("a day that daylight saving makes 23 hours long is one day; an instant without an offset is refused", () => {
  const catalog = new Catalog({ currency: "USD", policy: "lago", plans: [
    { id: "a", name: "A", prices: [{ interval: "month", amount: "31.00" }] },
    { id: "b", name: "B", prices: [{ interval: "month", amount: "62.00" }] },
  ] });
  const zone = "America/New_York";
  const checkout = catalog.checkout({ plan: "a", interval: "month", period: { start: inZone("2026-03-01", zone), end: inZone("2026-04-01", zone) } });
  // 23 of 31 days remain from the 9th on, the day after the change of clocks.
  const preview = checkout.preview({ plan: "b", at: inZone("2026-03-09T18:00", zone) });
  assert.deepEqual(preview.lines.map(({ amount }) => amount), ["-23.00", "46.00"]);
  // The next period is whole, though its start has another offset than the anchor.
  assert.deepEqual(preview.next, { at: "2026-04-01T00:00:00-04:00", amount: "62.00" });
  assert.throws(() => checkout.preview({ plan: "b", at: "2026-03-09T22:00:00Z" }), (error) => error.code === "offset_required" && error.path === "at");
});
