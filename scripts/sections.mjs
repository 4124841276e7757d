// What WebAssembly is written in: sections of numbers of as many bytes as they need, texts and lists.

export const CUSTOM = 0, IMPORT = 2, CODE = 10;

/** Reads it. */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  list(read) {
    return Array.from({ length: this.number() }, read);
  }
}

export function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

export const withLength = (bytes) => Buffer.concat([number(bytes.length), bytes]);

export function sections(module) {
  const found = [];
  for (let at = 8; at < module.length; ) {
    const reader = new Reader(module, at);
    const id = reader.byte();
    const end = reader.number() + reader.at;
    const content = reader.at;
    const name = id === CUSTOM ? reader.text() : undefined;
    found.push({ id, name, from: at, content, reader, end });
    at = end;
  }
  return found;
}

/** Where the bodies of functions stand, in their order. */
export function functionBodies({ reader }) {
  return reader.list(() => {
    const length = reader.number();
    const from = reader.at;
    reader.at += length;
    return { from, to: reader.at };
  });
}

/** How many functions are imported: those defined are counted from there. */
export function importedFunctions(parts) {
  let functions = 0;
  const reader = parts.find(({ id }) => id === IMPORT)?.reader;
  reader?.list(() => {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) functions += 1;
    if (kind === 1 || kind === 3) reader.byte();
    if (kind === 1 || kind === 2) {
      const hasMost = reader.number() & 1;
      reader.number();
      if (hasMost) reader.number();
    } else {
      reader.number();
    }
  });
  return functions;
}
