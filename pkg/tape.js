// Reads answers from the engine's memory: a list of entries and one text (see src/wire/tape.rs). An entry is a key and a
// value, each a word of 32 bits: a tag in its low three bits and a payload above them.
const NULL = 0, BOOL = 1, SMALL = 2, LARGE = 3, KNOWN = 4, TEXT = 5, LIST = 6, END = 8;

const decoder = new TextDecoder();
let memory;
let header;
/** Keys and words that are known when the engine is compiled, by the numbers that stand for them. */
let known;

let all;
let next;
let text;
let read;

/** Points at the engine's memory; returns the names of fields that it knows. */
export function attachTape(engine) {
  memory = engine.memory;
  header = engine.header() / 4;
  all = new Uint32Array(memory.buffer);
  known = textAt(header + 3).split(" ");
  return known.slice(0, all[header + 5]);
}

/** The text whose address and length stand at a place. */
const textAt = (place) => decoder.decode(new Uint8Array(memory.buffer, all[place], all[place + 1]));

/** The answer that the engine wrote last. */
export function readTape() {
  // Memory that has grown is another buffer.
  if (all.buffer !== memory.buffer) all = new Uint32Array(memory.buffer);
  text = textAt(header + 1);
  next = all[header] / 4;
  read = 0;
  return take();
}

function value(word) {
  const payload = word >>> 3;
  switch (word & 7) {
    case NULL: return null;
    case BOOL: return payload === 1;
    case SMALL: return payload;
    case LARGE: {
      next += 2;
      return (all[next - 1] | 0) * 4294967296 + all[next - 2];
    }
    case KNOWN: return known[payload];
    case TEXT: return text.slice(read, (read += payload));
    case LIST: {
      const list = [];
      for (let word; (next += 2), (word = all[next - 1]) !== END;) list.push(value(word));
      return list;
    }
    default: {
      const object = shaped(payload);
      for (let word; (next += 2), (word = all[next - 1]) !== END;) {
        const key = all[next - 2];
        object[(key & 7) === KNOWN ? known[key >>> 3] : value(key)] = value(word);
      }
      return object;
    }
  }
}

/** The value of the next entry. */
const take = () => ((next += 2), value(all[next - 1]));

/** An object with the fields that its shape has (see `Shape` there), since made with it they cost far less than added to it. */
function shaped(shape) {
  switch (shape) {
    case 1: return { kind: take(), current: take(), new: take(), changed: take() };
    case 2: return { start: take(), end: take() };
    case 3: return {
      engine: take(), currency: take(), digits: take(), change: take(), direction: take(), cause: take(), effectiveAt: take(),
      period: take(), lines: take(), subtotal: take(), discount: take(), tax: take(), total: take(), dueNow: take(),
      balanceUsed: take(), deferred: take(), toBalance: take(), refund: take(), forfeited: take(), balanceAfter: take(),
    };
    default: return {};
  }
}
