// Writes documents for the engine: a list of 32-bit words and one text (see src/wire/intake.rs). What crosses is plain
// data, read once: dates become text, getters are called here and not in the middle of the engine, and a value that refers
// to itself ends at a depth that the engine refuses.
const BOOL = 1, SMALL = 2, LARGE = 3, KEY = 4, TEXT = 5, LIST = 6, MAP = 7;
const NULL = 0, FRACTION = 8, TOO_DEEP = 16, TOO_LARGE = 24;
/** The limits of src/wire/document.rs: what is beyond them need not be sent. */
const MAX_DEPTH = 24, MAX_VALUES = 250_000, MAX_TEXT = 10_000;

const encoder = new TextEncoder();
/** Words of known keys. */
let keys;
let words;
let used = 0;
let values;
let text;

/** Takes the keys that the engine knows by numbers. */
export function attachIntake(names) {
  keys = new Map(names.map((name, number) => [name, (number << 3) | KEY]));
  words = new Uint32Array(1024);
}

/** The document as bytes, good until the next one is written. */
export function written(document) {
  const outer = [words, used, values, text];
  // A getter may ask the engine for something itself.
  if (used) words = new Uint32Array(1024);
  try {
    used = 1;
    values = 0;
    text = "";
    write(document, 0);
    if (values >= MAX_VALUES) {
      words[1] = TOO_LARGE;
      used = 2;
      text = "";
    }
    words[0] = used - 1;
    // A UTF-16 unit is at most three bytes.
    reserve(used + text.length);
    const start = 4 * used;
    return new Uint8Array(words.buffer, 0, start + encoder.encodeInto(text, new Uint8Array(words.buffer, start)).written);
  } finally {
    if (outer[1]) [words] = outer;
    [, used, values, text] = outer;
  }
}

function reserve(count) {
  if (count <= words.length) return;
  const smaller = words;
  words = new Uint32Array(2 * count);
  words.set(smaller);
}

function put(word) {
  reserve(used + 1);
  words[used++] = word;
}

function write(value, depth) {
  values += 1;
  if (depth >= MAX_DEPTH) return put(TOO_DEEP);
  if (value === undefined || value === null) return put(NULL);
  switch (typeof value) {
    case "string": return putText(value);
    case "number": return putNumber(value);
    case "boolean": return put((value << 3) | BOOL);
    case "object": return putAll(value, depth + 1);
    default: return put(FRACTION); // A function, a symbol, a bigint: no document has one.
  }
}

function putText(value) {
  if (value.length > MAX_TEXT) return put(TOO_LARGE);
  put((value.length << 3) | TEXT);
  put(text.length);
  text += value;
}

function putNumber(value) {
  if (!Number.isSafeInteger(value)) return put(FRACTION);
  if (value >= 0 && value < 2 ** 28) return put((value << 3) | SMALL);
  put(LARGE);
  put(value >>> 0);
  put(Math.floor(value / 2 ** 32) >>> 0);
}

function putAll(value, depth) {
  if (value instanceof Date) return putText(dateText(value));
  const at = used;
  put(0);
  put(0);
  let count = 0;
  if (Array.isArray(value)) {
    for (; count < value.length && values < MAX_VALUES; count += 1) write(value[count], depth);
    words[at] = (count << 3) | LIST;
  } else {
    for (const key of Object.keys(value)) {
      const field = value[key];
      if (field === undefined) continue;
      if (values >= MAX_VALUES) break;
      const known = keys.get(key);
      values += 1;
      if (known === undefined) putText(key);
      else put(known);
      write(field, depth);
      count += 1;
    }
    words[at] = (count << 3) | MAP;
  }
  words[at + 1] = 4 * used;
}

const dateText = (date) => (Number.isNaN(date.getTime()) ? "Invalid Date" : date.toISOString());

/** The value that a path such as `plans[2].prices[0].amount` leads to, if it leads anywhere. */
export function valueAt(document, path) {
  let value = document;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** A copy of plain data, as the engine reads it. */
export function plain(value, depth = 0) {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return dateText(value);
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return Array.from(value, (item) => plain(item, depth + 1));
  const copy = Object.create(null);
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field !== undefined) copy[key] = plain(field, depth + 1);
  }
  return copy;
}
