// Gives an instant the offset of a time zone. The host's own zone data does it, so that the engine needs none.
import { hostError } from "./error.js";

const formats = new Map();

function format(zone) {
  if (!formats.has(zone)) {
    const options = { timeZone: zone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23", year: "numeric", month: "2-digit",
      day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" };
    formats.set(zone, new Intl.DateTimeFormat("en-US", options));
  }
  return formats.get(zone);
}

/** Minutes by which a zone's clocks are ahead of UTC at an instant, in milliseconds since 1970. */
function offsetAt(instant, zone) {
  const parts = Object.fromEntries(format(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  // Date.UTC would read years below 100 as those of the last century.
  const wall = new Date(0).setUTCFullYear(parts.year, parts.month - 1, parts.day) + Date.UTC(1970, 0, 1, parts.hour, parts.minute, parts.second);
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60000);
}

/** The instant at which a zone's clocks show a time; of two the earlier, and where there is none, as if they had not been moved yet. */
function instantOf(wall, zone) {
  const before = offsetAt(wall - 86_400_000, zone);
  const after = offsetAt(wall + 86_400_000, zone);
  const candidates = [wall - before * 60_000, wall - after * 60_000].filter((instant) => wall - offsetAt(instant, zone) * 60_000 === instant);
  return candidates.length > 0 ? Math.min(...candidates) : wall - before * 60_000;
}

const TIME = /^(\d{4}-\d\d-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)(Z|[+-]\d\d:\d\d)?$/i;

/** Milliseconds since 1970; NaN where it is no time. One without an offset is read by the zone's clock, never by the host's. */
function instantIn(at, zone) {
  if (at instanceof Date) return +at;
  const [text, bare, time, offset] = TIME.exec(typeof at === "string" ? at.toUpperCase() : "") ?? [""];
  const wall = Date.parse(time ? `${bare}Z` : bare);
  // A day or an hour that there is not would be read as another one.
  if (!new Date(wall).toJSON()?.startsWith(bare.slice(0, 16))) return NaN;
  return offset ? Date.parse(text) : instantOf(wall, zone);
}

const isInRange = (instant) => /^(?!0000)\d{4}-/.test(new Date(instant).toJSON());

export function inZone(at, zone) {
  try {
    // Without a name it would be the host's.
    format(zone.slice());
  } catch {
    throw hostError("unknown_zone", "There is no such time zone");
  }
  const instant = instantIn(at, zone);
  const offset = isInRange(instant) ? offsetAt(instant, zone) : 0;
  if (!isInRange(instant + offset * 60_000)) throw hostError("invalid_timestamp", "Expected a Date, a date, a timestamp, or a wall-clock time without an offset");
  const local = new Date(instant + offset * 60_000).toISOString().replace(/(?:\.000)?Z$/, "");
  const pair = (value) => String(value).padStart(2, "0");
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? "-" : "+"}${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
}
