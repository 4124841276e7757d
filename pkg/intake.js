// Writes documents for the engine: a list of 32-bit words and one text (see src/wire/intake.rs). What crosses is plain
// data, read once: dates become text, getters are called here and not in the middle of the engine, and a value that refers
// to itself ends at a depth that the engine refuses.
const BOOL = 1, SMALL = 2, LARGE = 3, KEY = 4, TEXT = 5, LIST = 6, MAP = 7;
const NULL = 0, FRACTION = 8, TOO_DEEP = 16, TOO_LARGE = 24;
/** The limits of src/wire/document.rs: what is beyond them need not be sent. */
const MAX_DEPTH = 24, MAX_VALUES = 250_000, MAX_TEXT = 10_000;

const encoder = new TextEncoder();
/** Words of keys that the engine knows by their numbers. */
let keys;
let words;
let bytes;
/** Words that are written; none while nothing is. */
let used = 0;
let values;
let text;

/** Takes the keys that an engine knows. */
export function attachIntake(names) {
  keys = new Map(names.map((name, number) => [name, (number << 3) | KEY]));
  room(new Uint32Array(1024));
}

/** The document as bytes, good until the next one is written. */
export function written(document) {
  const outer = [words, used, values, text];
  // A getter of a document that is being written asks for something itself.
  if (used) room(new Uint32Array(1024));
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
    const start = 4 * used;
    // A UTF-16 unit is at most three bytes.
    reserve(start + 3 * text.length);
    return bytes.subarray(0, start + encoder.encodeInto(text, bytes.subarray(start)).written);
  } finally {
    if (outer[1]) room(outer[0]);
    [, used, values, text] = outer;
  }
}

function room(own) {
  words = own;
  bytes = new Uint8Array(words.buffer);
}

function reserve(length) {
  if (length <= bytes.length) return;
  const smaller = words;
  room(new Uint32Array(Math.ceil(length / 2)));
  words.set(smaller);
}

function put(word) {
  if (used === words.length) reserve(4 * used + 4);
  words[used++] = word;
}

function write(value, depth) {
  values += 1;
  if (depth >= MAX_DEPTH) return put(TOO_DEEP);
  switch (typeof value) {
    case "string": return putText(value);
    case "number": return putNumber(value);
    case "boolean": return put((value << 3) | BOOL);
    case "undefined": return put(NULL);
    case "object": return value === null ? put(NULL) : putAll(value, depth + 1);
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
