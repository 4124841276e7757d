// Takes out of the engine what only words a failure, after it is compiled and before it is linked. The linker, which knows
// what refers to what, then leaves out all that nothing needs any more: formatting with its tables, texts and names of
// files. So no memory is changed that anything could still read. And wasm-bindgen writes no JavaScript for it.
//
// Nothing that returns is taken out, with one exception: such code ends in a trap with or without its words, which nobody
// reads, since no message of a panic leaves the engine. Nor does anything read what such code is called with. The exception
// is what serde-wasm-bindgen does with a value that is not bytes. It is given bytes and nothing else (pkg/intake.js); what is
// not would end in a trap before it is looked at.

import { CODE, CUSTOM, functionBodies, importedFunctions, number, sections, withLength } from "./sections.mjs";

/** Parts of mangled names, where each word stands behind its length: `core::panicking` is `4core9panicking`. */
const WORDING = [
  /4core9panicking/,
  /3std9panicking/,
  /4core6option1[23](unwrap|expect)_failed/,
  /4core6result1[23](unwrap|expect)_failed/,
  /4core4cell\d+panic_already/,
  /4core5slice5index16slice_index_fail/,
  /4core3str\d+slice_error_fail/,
  /5alloc7raw_vec(12handle_error|17capacity_overflow)/,
  /5alloc5alloc18handle_alloc_error/,
  /12wasm_bindgen9throw_str/,
  /18serde_wasm_bindgen2de12Deserializer(13invalid_type_|22deserialize_from_array)/,
  /10serde_core2de5Error12invalid_type/,
  /18serde_wasm_bindgen5error/,
  /8closures1_+6invoke/,
  /6js_sys7futures/,
];

const SYMBOL_TABLE = 8;
const FUNCTION = 0, DATA = 1, SECTION = 3;
const UNDEFINED = 0x10, NAMED = 0x40;
const UNREACHABLE = 0x00, END = 0x0b, CALL = 0x10, LOCAL = 0x20, CONSTANT = 0x41, ADD = 0x6a;
/** Relocations: the function of a call, and the address that is pushed as a constant. */
const CALLED = 0, ADDRESS = 4;
/** Relocations of addresses, which have one number more (R_WASM_MEMORY_ADDR_LEB and its like). */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

/** Names of the functions that are defined, by index; and of every symbol the index of its function, if it is one. */
function functionNames({ reader, end }) {
  const names = new Map();
  const symbols = [];
  reader.number();
  while (reader.at < end) {
    const type = reader.byte();
    const next = reader.number() + reader.at;
    if (type === SYMBOL_TABLE) {
      reader.list(() => {
        const kind = reader.byte();
        const flags = reader.number();
        const defined = !(flags & UNDEFINED);
        if (kind === DATA) {
          symbols.push(undefined);
          reader.text();
          if (defined) for (let field = 0; field < 3; field += 1) reader.number();
        } else {
          const index = reader.number();
          symbols.push(kind === FUNCTION ? index : undefined);
          if (kind !== SECTION && (defined || flags & NAMED)) {
            const name = reader.text();
            if (kind === FUNCTION && defined) names.set(index, name);
          }
        }
      });
    }
    reader.at = next;
  }
  return { names, symbols };
}

/** The same object file, where the bodies of such functions are a trap and refer to nothing. */
export function snip(object) {
  const parts = sections(object);
  const named = (name) => parts.find((section) => section.name === name);
  const code = parts.find(({ id }) => id === CODE);
  const relocations = named("reloc.CODE");
  const { names, symbols } = functionNames(named("linking"));
  const imported = importedFunctions(parts);

  const snipped = Buffer.from(object);
  const bodies = functionBodies(code).map((body, index) => ({ ...body, index: imported + index, name: names.get(imported + index) }));
  const wording = bodies.filter(({ name }) => WORDING.some((pattern) => pattern.test(name)));
  // The names are those of one compiler: another may have others.
  if (wording.length < 10) throw new Error(`only ${wording.length} functions that word a failure were found by name`);
  // No locals, then traps up to the end: the same length, so that everything else stays where it is.
  for (const { from, to } of wording) snipped.fill(UNREACHABLE, from, to).writeUInt8(END, to - 1);

  const traps = new Set(wording.map(({ index }) => index));
  const { reader } = relocations;
  const section = reader.number();
  const all = reader.list(() => {
    const from = reader.at;
    const type = reader.byte();
    const place = code.content + reader.number();
    const symbol = reader.number();
    if (WITH_ADDEND.has(type)) reader.number();
    return { type, place, symbol, bytes: object.subarray(from, reader.at) };
  });
  const called = new Map(all.filter(({ type }) => type === CALLED).map(({ place, symbol }) => [place, symbols[symbol]]));
  /** Whether what is pushed before here goes to such a call: up to it, only more is pushed, or a place on the stack. */
  function isForTrap(at) {
    for (;;) {
      if (object[at] === ADD) at += 1;
      else if (object[at] === CONSTANT || object[at] === LOCAL) for (at += 1; object[at++] & 128;);
      else break;
    }
    return object[at] === CALL && traps.has(called.get(at + 1));
  }
  const kept = all.filter(({ type, place }) => {
    if (wording.some(({ from, to }) => from <= place && place < to)) return false;
    // Texts of panics, how to show what was found, and the file, line and column.
    return !(type === ADDRESS && isForTrap(place + 5));
  });
  const body = Buffer.concat([withLength(Buffer.from(relocations.name)), number(section), number(kept.length), ...kept.map(({ bytes }) => bytes)]);
  return Buffer.concat([snipped.subarray(0, relocations.from), Buffer.from([CUSTOM]), withLength(body), snipped.subarray(relocations.end)]);
}
