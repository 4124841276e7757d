// Writes plain documents for the engine: a list of 32-bit words and one text (see src/wire/intake.rs).
const BOOL = 1, SMALL = 2, LARGE = 3, TEXT = 5, LIST = 6, MAP = 7;
const NULL = 0, FRACTION = 8, TOO_DEEP = 16, TOO_LARGE = 24;
/** The limits of src/wire/document.rs: what is beyond them need not be sent. */
const MAX_DEPTH = 24, MAX_VALUES = 250_000, MAX_TEXT = 10_000;

const encoder = new TextEncoder();
let words = new Uint32Array(1024);
let bytes = new Uint8Array(words.buffer);
let used;
let values;
let text;

/** The document as bytes, good until the next one is written. */
export function written(document) {
  used = 1;
  values = 0;
  text = "";
  write(document, 0);
  words[0] = used - 1;
  const start = 4 * used;
  // A UTF-16 unit is at most three bytes.
  reserve(start + 3 * text.length);
  return bytes.subarray(0, start + encoder.encodeInto(text, bytes.subarray(start)).written);
}

function reserve(length) {
  if (length <= bytes.length) return;
  const larger = new Uint32Array(Math.ceil(length / 2));
  larger.set(words);
  words = larger;
  bytes = new Uint8Array(words.buffer);
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
  text += value;
  put((value.length << 3) | TEXT);
}

function putNumber(value) {
  if (!Number.isSafeInteger(value)) return put(FRACTION);
  if (value >= 0 && value < 2 ** 28) return put((value << 3) | SMALL);
  put(LARGE);
  put(value >>> 0);
  put(Math.floor(value / 2 ** 32) >>> 0);
}

function putAll(value, depth) {
  const at = used;
  put(0);
  let count = 0;
  if (Array.isArray(value)) {
    for (; count < value.length && values <= MAX_VALUES; count += 1) write(value[count], depth);
    words[at] = (count << 3) | LIST;
    return;
  }
  for (const key in value) {
    write(key, depth);
    write(value[key], depth);
    count += 1;
    if (values > MAX_VALUES) break;
  }
  words[at] = (count << 3) | MAP;
}
