// Reads answers from the engine's memory: a list of 32-bit words and one text (see src/wire/tape.rs).
// Each word is a tag in its low three bits and a payload above them.
const NULL = 0, BOOL = 1, SMALL = 2, LARGE = 3, STATIC = 4, TEXT = 5, LIST = 6;

const decoder = new TextDecoder();
let memory;
let header;
/** Texts known at compile time; each is decoded once. */
let known = [];

let all;
let next;
let text;
let read;

/** Points at an engine's memory. */
export function attachTape(engine) {
  memory = engine.linearMemory();
  header = engine.header() / 4;
  known = [];
  all = new Uint32Array(memory.buffer);
}

/** As the engine of JavaScript keeps names of properties: a key is then found without being looked at. */
const asKey = (name) => Object.keys({ [name]: 0 })[0];

/** The answer that the engine wrote last. */
export function readTape() {
  // Memory that has grown is another buffer.
  if (all.buffer !== memory.buffer) all = new Uint32Array(memory.buffer);
  const textAt = all[header + 2];
  const staticsAt = all[header + 4] / 4;
  const statics = all[header + 5];
  for (let index = known.length; index < statics; index += 1) {
    const entry = staticsAt + 2 * index;
    known.push(asKey(decoder.decode(new Uint8Array(memory.buffer, all[entry], all[entry + 1]))));
  }
  text = decoder.decode(new Uint8Array(memory.buffer, textAt, all[header + 3]));
  next = all[header] / 4;
  read = 0;
  return value();
}

function value() {
  const word = all[next++];
  const payload = word >>> 3;
  switch (word & 7) {
    case NULL: return null;
    case BOOL: return payload === 1;
    case SMALL: return payload;
    case LARGE: {
      const low = all[next++];
      const high = all[next++] | 0;
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
        const word = all[next];
        // Keys are known at compile time, but for those of a problem's operands.
        const key = (word & 7) === STATIC ? (next++, known[word >>> 3]) : value();
        object[key] = value();
      }
      return object;
    }
  }
}
