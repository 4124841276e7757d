// Reads answers from the engine's memory: a list of 32-bit words and one text (see src/wire/tape.rs).
// Each word is a tag in its low three bits and a payload above them.
const NULL = 0, BOOL = 1, SMALL = 2, LARGE = 3, STATIC = 4, TEXT = 5, LIST = 6;

const decoder = new TextDecoder();
let memory;
let header;
/** Texts known at compile time; each is decoded once. */
let known = [];

let words;
let next;
let text;
let read;

/** Points at an engine's memory. */
export function attachTape(engine) {
  memory = engine.linearMemory();
  header = engine.header() / 4;
  known = [];
}

/** The answer that the engine wrote last. */
export function readTape() {
  const all = new Uint32Array(memory.buffer);
  const [wordsAt, length, textAt, bytes, staticsAt, statics] = all.subarray(header, header + 6);
  for (let index = known.length; index < statics; index += 1) {
    const entry = staticsAt / 4 + 2 * index;
    known.push(decoder.decode(new Uint8Array(memory.buffer, all[entry], all[entry + 1])));
  }
  words = all.subarray(wordsAt / 4, wordsAt / 4 + length);
  text = decoder.decode(new Uint8Array(memory.buffer, textAt, bytes));
  next = 0;
  read = 0;
  return value();
}

function value() {
  const word = words[next++];
  const payload = word >>> 3;
  switch (word & 7) {
    case NULL: return null;
    case BOOL: return payload === 1;
    case SMALL: return payload;
    case LARGE: {
      const low = words[next++];
      const high = words[next++] | 0;
      return high * 4294967296 + low;
    }
    case STATIC: return known[payload];
    case TEXT: return text.slice(read, (read += payload));
    case LIST: {
      const list = [];
      for (let index = 0; index < payload; index += 1) list.push(value());
      return list;
    }
    default: {
      const object = {};
      for (let index = 0; index < payload; index += 1) {
        const key = value();
        object[key] = value();
      }
      return object;
    }
  }
}
