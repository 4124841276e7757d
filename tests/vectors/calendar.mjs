// Answers of cases about the calendar: dates and periods on a grid.

import { periods, prorate } from "./engine.mjs";
import { instant, isBefore, previousDay, wall } from "./clock.mjs";

export function calendarAnswers(reading) {
  const { given, has, time, oldInterval } = reading;
  const interval = has("new_interval") && !has("period_end") ? reading.newInterval : oldInterval;
  const start = time("start") ?? time("period_start");
  const anchor = has("new_anchor_day") ? given.new_anchor_day : time("anchor_date") ?? (has("anchor_day") ? given.anchor_day : start ?? time("at"));
  const from = (has("new_anchor_day") ? time("change_at") : undefined) ?? start ?? time("at") ?? (typeof anchor === "number" ? undefined : anchor);
  const until = time("subscription_ends_at") ?? time("end");
  const ahead = (count) => periods({ anchor, interval, from, count, ...(until ? { until } : {}) });
  const dates = (count) => ahead(count).map((period) => period.end);

  /** In a zone by the wall clock: the grid keeps the offset of its anchor. */
  const precedes = (a, b) => (reading.zone ? wall(a) < wall(b) : isBefore(a, b));

  /** The grid's period that contains the instant. A day of month is read where the grid begins. */
  const containing = () => {
    const at = time("at");
    if (typeof anchor !== "number" || !start) return periods({ anchor, interval, from: at, count: 1 })[0].of;
    for (let count = 2; ; count *= 2) {
      const found = periods({ anchor, interval, from: start, count }).find((period) => precedes(at, period.end));
      if (found) return found.of;
    }
  };

  return {
    next_billing_date: () => dates(1)[0] ?? null,
    following_billing_date: () => dates(2)[1] ?? null,
    billing_dates: () => dates(given.count),
    date: () => (given.count === 0 ? start : periods({ anchor: time("anchor_date") ?? (has("anchor_day") ? given.anchor_day : start), interval, from: start, count: given.count })[given.count - 1].end),
    first_anchor_date: () => {
      const [first] = periods({ anchor, interval, from: start, count: 1 });
      return instant(first.of.start) === instant(start) ? start : first.end;
    },
    period_start: () => containing().start,
    period_end: () => containing().end,
    previous_period_last_day: () => previousDay(containing().start),
    ...(has("at") ? { days_in_period: () => prorate({ amount: "1", currency: reading.currency, period: containing(), proration: { basis: "day" } }).total } : {}),
    period_start_after: () => ahead(1)[0].start,
    period_end_after: () => ahead(1)[0].end,
    elapsed_cycles: () => {
      const at = time("at");
      for (let count = 4; ; count *= 2) {
        const known = periods({ anchor, interval, from: start, count });
        // Whole periods only: a stub is none.
        if (precedes(at, known.at(-1).end)) return known.filter(({ end, start: begins, of }) => !precedes(at, end) && instant(of.start) === instant(begins)).length;
      }
    },
  };
}
