// Reads answers from the engine's memory: a list of 32-bit words and one text (see src/wire/tape.rs).
// Each word is a tag in its low three bits and a payload above them.
const NULL = 0, BOOL = 1, SMALL = 2, LARGE = 3, STATIC = 4, TEXT = 5, LIST = 6;

const decoder = new TextDecoder();
/** Where what is known at compile time begins: below lies the stack. */
const LOWEST = 2 ** 20;
let memory;
let header;
/** Texts known at compile time, each decoded once; and their positions by address less the lowest. */
let known;
const positions = new Uint16Array(2 ** 15);

let all;
let next;
let text;
let read;

/** Points at an engine's memory. */
export function attachTape(engine) {
  memory = engine.linearMemory();
  header = engine.header() / 4;
  known = [""];
  positions.fill(0);
  all = new Uint32Array(memory.buffer);
}

/** As the engine of JavaScript keeps names of properties: a key is then found without being looked at. */
const asKey = (name) => Object.keys({ [name]: 0 })[0];

/** The answer that the engine wrote last. */
export function readTape() {
  // Memory that has grown is another buffer.
  if (all.buffer !== memory.buffer) all = new Uint32Array(memory.buffer);
  text = decoder.decode(new Uint8Array(memory.buffer, all[header + 1], all[header + 2]));
  next = all[header] / 4;
  read = 0;
  return value();
}

/** The text at an address; its length is in the next word. */
function knownAt(address) {
  const length = all[next++];
  const at = address - LOWEST;
  const found = known[positions[at]];
  if (found?.length === length) return found;
  const learnt = asKey(decoder.decode(new Uint8Array(memory.buffer, address, length)));
  if (at in positions) positions[at] = known.push(learnt) - 1;
  return learnt;
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
    case STATIC: return knownAt(payload);
    case TEXT: return text.slice(read, (read += payload));
    case LIST: {
      const list = [];
      for (let index = 0; index < payload; index += 1) list.push(value());
      return list;
    }
    default: {
      const object = {};
      for (let index = 0; index < payload; index += 1) {
        const key = knownAt(all[next++] >>> 3);
        object[key] = value();
      }
      return object;
    }
  }
}
