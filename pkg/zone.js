// Gives an instant the offset of a time zone. The host's own zone data does it, so that the engine needs none.
import { hostError } from "./error.js";

const formats = new Map();

function format(zone) {
  if (!formats.has(zone)) {
    const options = { timeZone: zone, calendar: "iso8601", numberingSystem: "latn", hourCycle: "h23", year: "numeric", month: "2-digit",
      day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", era: "short" };
    formats.set(zone, new Intl.DateTimeFormat("en-US", options));
  }
  return formats.get(zone);
}

/** Minutes by which a zone's clocks are ahead of UTC at an instant, in milliseconds since 1970. */
function offsetAt(instant, zone) {
  const parts = Object.fromEntries(format(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60000);
}

/** The instant at which a zone's clocks show a time; of two the earlier, and where there is none, as if they had not been moved yet. */
function instantOf(wall, zone) {
  const before = offsetAt(wall - 86_400_000, zone);
  const after = offsetAt(wall + 86_400_000, zone);
  const candidates = [wall - before * 60_000, wall - after * 60_000].filter((instant) => wall - offsetAt(instant, zone) * 60_000 === instant);
  return candidates.length > 0 ? Math.min(...candidates) : wall - before * 60_000;
}

const WALL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,3})?))?)?$/;

export function inZone(at, zone) {
  try {
    format(zone);
  } catch {
    throw hostError("unknown_zone", `There is no time zone ${JSON.stringify(zone)}`);
  }
  const wall = typeof at === "string" ? WALL.exec(at) : null;
  const instant = wall ? instantOf(Date.parse(`${wall[1]}T${wall[2] ?? "00:00"}:${wall[3] ?? "00"}Z`), zone) : new Date(at).getTime();
  if (!Number.isFinite(instant)) throw hostError("invalid_timestamp", "Expected a Date, a date, a timestamp, or a wall-clock time without an offset");
  const offset = offsetAt(instant, zone);
  const local = new Date(instant + offset * 60_000).toISOString().replace(/(?:\.000)?Z$/, "");
  const pair = (value) => String(value).padStart(2, "0");
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
}
