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
    // The clock on the wall is that of the zone, however fine; never that of the host.
    ["2026-03-01T10:00:00.123456", "America/New_York", "2026-03-01T10:00:00.123-05:00"],
    ["2026-01-01T10:00:00-00:30", "UTC", "2026-01-01T10:30:00+00:00"],
    ["0050-03-01", "UTC", "0050-03-01T00:00:00+00:00"],
    ["1500-03-01T00:00:00Z", "UTC", "1500-03-01T00:00:00+00:00"],
    ["9999-12-31T23:59:59", "Asia/Tokyo", "9999-12-31T23:59:59+09:00"],
  ]) {
    assert.equal(inZone(at, zone), expected);
  }
});

test("what is no zone or no time is refused", () => {
  const none = ["soon", "", "2026-02-30", "2026-03-01T24:00", "2026-03-01T10:00:60", "2026-03-01T10:00:00+99:99", " 2026-03-01", "9999-12-31T23:59:59Z",
    new Date(Number.NaN), new Date(8.64e15), new Date(-8.64e15), null, undefined, true, 0, 10n, Symbol("at"), [], {}];
  const zones = ["Mars/Olympus", "", undefined, null, 10n, {}];
  for (const [at, zone, code] of [...none.map((at) => [at, "Asia/Tokyo", "invalid_timestamp"]), ...zones.map((zone) => ["2026-03-10", zone, "unknown_zone"])]) {
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
