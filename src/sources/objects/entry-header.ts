/** The head of a packed object (gitformat-pack, "pack-*.pack files"). */
export interface EntryHeader {
  /** 1 to 4: commit, tree, blob, tag; 6 and 7: a delta on an offset, or on an id. */
  type: number;
  /** Bytes of the inflated object or delta. */
  size: number;
  /** Bytes of the header: the zlib stream begins after it. */
  length: number;
  /** Of type 6: how far before this object its base begins. Of type 7 the id ends where the header does. */
  distance: number;
}

export const OFFSET_DELTA = 6;
export const ID_DELTA = 7;

/** No header is longer: a type and a size of 64 bits, then a distance of 64 bits or an id of 32 bytes. */
export const LONGEST_HEADER = 48;

/** Parses the header at `at` into `header`; `false` where there is none. */
export function parseEntryHeader(
  bytes: Uint8Array,
  at: number,
  idLength: number,
  header: EntryHeader,
): boolean {
  let byte = bytes[at]!;
  let next = at + 1;
  header.type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let scale = 16; byte & 0x80; scale *= 128) {
    if (scale > 2 ** 46 || next >= bytes.length) return false;
    byte = bytes[next++]!;
    size += (byte & 0x7f) * scale;
  }
  header.size = size;
  header.distance = 0;
  if (header.type === OFFSET_DELTA) {
    let distance = -1;
    do {
      if (distance > 2 ** 45 || next >= bytes.length) return false;
      byte = bytes[next++]!;
      distance = (distance + 1) * 128 + (byte & 0x7f);
    } while (byte & 0x80);
    header.distance = distance;
  } else if (header.type === ID_DELTA) {
    next += idLength;
  }
  header.length = next - at;
  return header.type !== 0 && header.type !== 5 && next <= bytes.length;
}
