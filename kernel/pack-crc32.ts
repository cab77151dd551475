// CRC-32 as pack indexes store it (polynomial 0xEDB88320), sixteen bytes a step by sixteen tables.
const STEP: usize = 16;
const TABLE_BYTES: usize = 1024;
const tables = memory.data(<i32>(STEP * TABLE_BYTES), 64);

prepareTables();

/** Goes on from `crc`; 0 starts. */
export function crc32(crc: u32, from: usize, size: u32): u32 {
  let value = ~crc;
  const end = from + size;
  for (; from + STEP <= end; from += STEP) {
    value = word(load<u32>(from) ^ value, 12) ^ word(load<u32>(from, 4), 8) ^ word(load<u32>(from, 8), 4) ^ word(load<u32>(from, 12), 0);
  }
  for (; from < end; from++) value = (value >> 8) ^ lookup(0, (value ^ load<u8>(from)) & 0xff);
  return ~value;
}

/** Four bytes, the last of which has `after` more bytes of the step behind it. */
@inline function word(bytes: u32, after: u32): u32 {
  return (
    lookup(after + 3, bytes & 0xff) ^
    lookup(after + 2, (bytes >> 8) & 0xff) ^
    lookup(after + 1, (bytes >> 16) & 0xff) ^
    lookup(after, bytes >> 24)
  );
}

@inline function lookup(table: usize, byte: u32): u32 {
  return load<u32>(tables + table * TABLE_BYTES + (<usize>byte << 2));
}

function prepareTables(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >> 1) ^ 0xedb88320 : value >> 1;
    store<u32>(tables + (<usize>byte << 2), value);
  }
  for (let table: usize = 1; table < STEP; table++) {
    for (let byte: u32 = 0; byte < 256; byte++) {
      const before = lookup(table - 1, byte);
      store<u32>(tables + table * TABLE_BYTES + (<usize>byte << 2), (before >> 8) ^ lookup(0, before & 0xff));
    }
  }
}
