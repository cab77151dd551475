// Makes a WebAssembly module that starts as another one is after some calls: its memory and globals are in its file.
// Format of the sections: https://webassembly.github.io/spec/core/binary/modules.html

const SECTION = { memory: 5, global: 6, export: 7, start: 8, data: 11, dataCount: 12 };
const GLOBAL = 3;
/** Zeros in a row that end a piece of data: a piece costs some bytes of its own. */
const GAP = 64;

/** `prepare` is given the exports of an instance; gives the module that starts where it leaves that. */
export function preparedKernel(wasm, prepare) {
  const sections = readSections(wasm);
  const body = (id) => sections.find((section) => section.id === id)?.body;
  const globals = readGlobals(body(SECTION.global));
  // all globals are exported for a moment, to read them
  const open = sections.map((section) =>
    section.id === SECTION.export ? { ...section, body: withExports(section.body, globals.length) } : section,
  );
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(writeSections(open)));
  prepare(exports);
  const memory = new Uint8Array(exports.memory.buffer);
  const values = globals.map((_, index) => exports[globalName(index)].value);
  return writeSections(
    sections
      .filter(({ id }) => id !== SECTION.start && id !== SECTION.dataCount && id !== SECTION.data)
      .map((section) => {
        if (section.id === SECTION.memory) return { ...section, body: memorySection(memory.length >> 16) };
        if (section.id === SECTION.global) return { ...section, body: globalSection(globals, values) };
        return section;
      })
      .concat({ id: SECTION.data, body: dataSection(memory) })
      .sort((a, b) => a.id - b.id),
  );
}

function globalName(index) {
  return `global ${index}`;
}

function readSections(wasm) {
  const sections = [];
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [size, start] = readNumber(wasm, at + 1);
    sections.push({ id, body: wasm.subarray(start, start + size) });
    at = start + size;
  }
  return sections.filter(({ id }) => id !== 0);
}

function writeSections(sections) {
  const parts = sections.flatMap(({ id, body }) => [Buffer.from([id]), number(body.length), body]);
  return Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), ...parts]);
}

const TYPES = { 127: 'i32', 126: 'i64' };

/** Type and mutability of each global. Initial values are constants, which end with 0x0b. */
function readGlobals(body) {
  let [count, at] = readNumber(body, 0);
  const globals = [];
  while (count-- > 0) {
    const type = TYPES[body[at]];
    if (!type || body[at + 2] !== { i32: 0x41, i64: 0x42 }[type])
      throw new Error('a global of a kind that is not known here');
    globals.push({ type, byte: body[at], isMutable: body[at + 1] });
    at = readNumber(body, at + 3)[1];
    if (body[at++] !== 0x0b) throw new Error('a global with more than a constant');
  }
  return globals;
}

function globalSection(globals, values) {
  const parts = globals.map(({ byte, isMutable, type }, index) => [
    Buffer.from([byte, isMutable, type === 'i32' ? 0x41 : 0x42]),
    signed(BigInt(values[index])),
    Buffer.from([0x0b]),
  ]);
  return Buffer.concat([number(globals.length), ...parts.flat()]);
}

/** The export section with every global in it; only mutable ones need an export to be read, all get one. */
function withExports(body, globals) {
  const [count, start] = readNumber(body, 0);
  const added = Array.from({ length: globals }, (_, index) => {
    const name = Buffer.from(globalName(index));
    return Buffer.concat([number(name.length), name, Buffer.from([GLOBAL]), number(index)]);
  });
  return Buffer.concat([number(count + globals), body.subarray(start), ...added]);
}

function memorySection(pages) {
  return Buffer.concat([Buffer.from([1, 0]), number(pages)]);
}

/** Everything that is not zero. */
function dataSection(memory) {
  const pieces = [];
  for (let at = 0; at < memory.length; ) {
    if (memory[at] === 0) {
      at++;
      continue;
    }
    let end = at + 1;
    for (let zeros = 0; end < memory.length && zeros < GAP; end++) zeros = memory[end] === 0 ? zeros + 1 : 0;
    while (memory[end - 1] === 0) end--;
    pieces.push(Buffer.concat([piece(at), number(end - at), memory.subarray(at, end)]));
    at = end;
  }
  return Buffer.concat([number(pieces.length), ...pieces]);
}

/** A piece of memory 0 at a constant address. */
function piece(address) {
  return Buffer.concat([Buffer.from([0, 0x41]), signed(BigInt(address)), Buffer.from([0x0b])]);
}

/** LEB128. */
function readNumber(bytes, from) {
  let value = 0;
  let at = from;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return [value, at];
  }
}

function number(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}

function signed(value) {
  const bytes = [];
  for (let rest = value; ; rest >>= 7n) {
    const byte = Number(rest & 0x7fn);
    if ((rest >> 6n === 0n && byte < 0x40) || (rest >> 6n === -1n && byte >= 0x40))
      return Buffer.from([...bytes, byte]);
    bytes.push(byte | 0x80);
  }
}
