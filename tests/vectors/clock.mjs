// Times of the vectors: dates, UTC times and the wall clock of an IANA zone, as timestamps for the engine.

export const DAY = 86_400_000;
const TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?(Z|[+-]\d{2}:\d{2})?$/;

export const isTime = (value) => typeof value === "string" && TIME.test(value);
export const isDate = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value);

function parts(text) {
  const match = TIME.exec(text);
  if (!match) throw new Error(`not a time: ${text}`);
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", offset] = match;
  return { date: `${year}-${month}-${day}`, clock: `${hour}:${minute}:${second}${fraction && `.${fraction.padEnd(3, "0")}`}`, offset };
}

/** Milliseconds of the wall clock, as if it were UTC. */
export function wall(text) {
  const { date, clock } = parts(text);
  return Date.parse(`${date}T${clock}Z`);
}

/** Milliseconds of the instant; without an offset it is UTC. */
export function instant(text) {
  const { date, clock, offset = "Z" } = parts(text);
  return Date.parse(`${date}T${clock}${offset}`);
}

const formats = new Map();
function offsetAt(milliseconds, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", era: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    }));
  }
  const read = Object.fromEntries(formats.get(zone).formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(read.year, read.month - 1, read.day, read.hour, read.minute, read.second);
  return shown - Math.floor(milliseconds / 1000) * 1000;
}

function offsetText(offset) {
  const minutes = Math.abs(offset) / 60_000;
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function iso(milliseconds, suffix) {
  const text = new Date(milliseconds).toISOString().slice(0, -1);
  return (text.endsWith(".000") ? text.slice(0, -4) : text) + suffix;
}

/** The instant in the zone, with the zone's offset at that instant. */
const inZone = (milliseconds, zone) => iso(milliseconds + offsetAt(milliseconds, zone), offsetText(offsetAt(milliseconds, zone)));

/** The instant at which the zone's clocks show this. Of two the earlier one; a skipped time moves on with the clocks. */
function fromWall(shown, zone) {
  const before = offsetAt(shown - DAY, zone);
  const after = offsetAt(shown + DAY, zone);
  for (const offset of [before, after]) if (offsetAt(shown - offset, zone) === offset) return shown - offset;
  return shown - before;
}

/** A timestamp for the engine: a date stays a date, a time without offset is UTC, with a zone everything gets its offset. */
export function stamp(text, zone) {
  const { date, clock, offset } = parts(text);
  if (zone) return inZone(offset ? instant(text) : fromWall(wall(text), zone), zone);
  if (isDate(text)) return date;
  return `${date}T${clock}${offset ?? "Z"}`;
}

/** The timestamp so many milliseconds later, with the same offset; a date stays one where it can. */
export function later(text, milliseconds) {
  const { offset } = parts(text);
  const moved = wall(text) + milliseconds;
  if (isDate(text) && moved % DAY === 0) return iso(moved, "").slice(0, 10);
  return iso(moved, offset ?? "Z");
}

/** The civil date of a timestamp, by its own offset. */
export const civil = (text) => parts(text).date;
export const nextDay = (text) => later(text, DAY);
export const previousDay = (text) => later(text, -DAY);
export const isBefore = (a, b) => instant(a) < instant(b);
export const latest = (a, b) => (isBefore(a, b) ? b : a);
export const earliest = (a, b) => (isBefore(b, a) ? b : a);
