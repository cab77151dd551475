import type { Unpacker } from '../../types.js';
import type { Arena } from './arena.js';
import { Damage } from './damage.js';
import {
  type EntryHeader,
  ID_DELTA,
  LONGEST_HEADER,
  OFFSET_DELTA,
  parseEntryHeader,
} from './entry-header.js';
import type { ObjectFormat } from './object-format.js';
import type { PositionedFile } from './pack-file.js';
import type { PackIndex } from './pack-index.js';

/** Every object of a pack in order of its offset, as columns. */
export interface PackEntries {
  readonly count: number;
  /** Where objects begin, and one more: where the last one ends. */
  readonly offsets: Float64Array;
  /** The number each has in the index. */
  readonly numbers: Uint32Array;
  /** Commit, tree, blob or tag, of deltas too; 0 where it is broken, or its base is, or is in another pack. */
  readonly kinds: Uint8Array;
  readonly headerLengths: Uint8Array;
  /** Inflated size of the object or delta, at most 2^32 - 1. */
  readonly sizes: Uint32Array;
  /** The entry a delta is on, NO_BASE for a whole object, UNKNOWN_BASE if there is none in the pack. */
  readonly bases: Int32Array;
  /** The deltas on an entry: the first one, and for each the next one; -1 where they end. */
  readonly firstChildren: Int32Array;
  readonly nextSiblings: Int32Array;
}

export const NO_BASE = -1;
export const UNKNOWN_BASE = -2;

/** An open pack. */
export interface Pack {
  readonly name: string;
  readonly file: PositionedFile;
  readonly index: PackIndex;
  readonly format: ObjectFormat;
}

const BLOCK = 1 << 20;
const PACK_HEADER = 12;

/**
 * Reads the headers of all objects, from the first byte of the pack to the last, and compares each object's CRC-32
 * with the index: a byte that changed on disk makes its object one of kind 0. Uses the arena from its start.
 */
export function readPackEntries(pack: Pack, arena: Arena, unpacker: Unpacker): PackEntries {
  const { index, file, format } = pack;
  const end = file.size - format.idLength;
  const { numbers, offsets } = inOrderOfOffset(index, end);
  const { count } = index;
  const entries: PackEntries = {
    count,
    offsets,
    numbers,
    kinds: new Uint8Array(count),
    headerLengths: new Uint8Array(count),
    sizes: new Uint32Array(count),
    bases: new Int32Array(count).fill(NO_BASE),
    firstChildren: new Int32Array(count).fill(-1),
    nextSiblings: new Int32Array(count).fill(-1),
  };
  const blocks = createBlocks(file, end, arena);
  const header: EntryHeader = { type: 0, size: 0, length: 0, distance: 0 };
  const idBases: [entry: number, id: Uint8Array][] = [];
  for (let entry = 0; entry < count; entry++) {
    const start = offsets[entry]!;
    if (start < PACK_HEADER) continue;
    const at = blocks.load(start, LONGEST_HEADER);
    const bytes = arena.bytes().subarray(0, blocks.filled());
    if (at >= bytes.length || !parseEntryHeader(bytes, at, format.idLength, header)) continue;
    if (header.type === ID_DELTA) {
      const idEnd = at + header.length;
      idBases.push([entry, bytes.slice(idEnd - format.idLength, idEnd)]);
    }
    const crc = index.crc(numbers[entry]!);
    if (crc !== undefined && crc !== blocks.crc32(unpacker, start, offsets[entry + 1]!)) continue;
    setEntry(entries, entry, header);
  }
  resolveIdBases(entries, index, idBases);
  setKinds(entries);
  linkChildren(entries);
  return entries;
}

/** Numbers of the index sorted by offset: two or three rounds of a radix sort over 16 bits. */
function inOrderOfOffset(index: PackIndex, end: number): { numbers: Uint32Array; offsets: Float64Array } {
  const { count } = index;
  const byNumber = new Float64Array(count);
  let numbers = new Uint32Array(count);
  for (let n = 0; n < count; n++) {
    const offset = index.offset(n);
    // a place outside of the pack is no object; it sorts to the front and stays of kind 0
    byNumber[n] = offset < end ? Math.max(0, offset) : 0;
    numbers[n] = n;
  }
  for (let scale = 1; scale < end; scale *= 65536) numbers = sortRound(numbers, byNumber, scale);
  const offsets = new Float64Array(count + 1);
  for (let entry = 0; entry < count; entry++) offsets[entry] = byNumber[numbers[entry]!]!;
  offsets[count] = end;
  return { numbers, offsets };
}

function sortRound(numbers: Uint32Array, keys: Float64Array, scale: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(65537);
  const digit = (n: number) => Math.floor(keys[n]! / scale) % 65536;
  for (const n of numbers) starts[digit(n) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const sorted = new Uint32Array(numbers.length);
  for (const n of numbers) sorted[starts[digit(n)]!++] = n;
  return sorted;
}

/** A window over the pack that moves forward. */
function createBlocks(file: PositionedFile, end: number, arena: Arena) {
  let start = 0;
  let filled = 0;
  if (!arena.ensure(BLOCK)) throw new Damage('no memory for a block of the pack');

  /** Makes `size` bytes from `offset` on readable, as far as the pack has them; gives where they are. */
  function load(offset: number, size: number): number {
    if (offset < start || Math.min(offset + size, end) > start + filled) {
      start = offset;
      filled = file.read(arena.bytes().subarray(0, Math.min(BLOCK, end - offset)), offset);
    }
    return offset - start;
  }
  return {
    load,
    filled: () => filled,
    crc32(unpacker: Unpacker, from: number, to: number): number {
      let crc = 0;
      for (let offset = from; offset < to; ) {
        const at = load(offset, 1);
        if (at >= filled) return -1;
        const size = Math.min(to - offset, filled - at);
        crc = unpacker.crc32(crc, arena.bytes(), [at, at + size]);
        offset += size;
      }
      return crc;
    },
  };
}

/** Sizes of 4 GiB and more are no column's: such an object stays of kind 0, and is left to git. */
function setEntry(entries: PackEntries, entry: number, header: EntryHeader): void {
  if (header.size >= 2 ** 32) return;
  entries.headerLengths[entry] = header.length;
  entries.sizes[entry] = header.size;
  if (header.type === OFFSET_DELTA) {
    const base = entryAt(entries.offsets, entries.offsets[entry]! - header.distance, entry);
    entries.bases[entry] = base === -1 ? UNKNOWN_BASE : base;
  } else if (header.type === ID_DELTA) {
    entries.bases[entry] = UNKNOWN_BASE;
  } else {
    entries.kinds[entry] = header.type;
  }
}

/** The entry that begins at an offset, among those before `before`; -1 if none does. */
function entryAt(offsets: Float64Array, offset: number, before: number): number {
  let low = 0;
  let high = before - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = offsets[middle]!;
    if (value === offset) return middle;
    if (value < offset) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function resolveIdBases(
  entries: PackEntries,
  index: PackIndex,
  idBases: readonly (readonly [entry: number, id: Uint8Array])[],
): void {
  if (idBases.length === 0) return;
  const entryOf = new Uint32Array(entries.count);
  entries.numbers.forEach((number, entry) => {
    entryOf[number] = entry;
  });
  for (const [entry, id] of idBases) {
    const number = index.find(id);
    if (number !== -1 && entries.headerLengths[entry] !== 0) entries.bases[entry] = entryOf[number]!;
  }
}

/** Gives deltas the kind of the object their chain ends in; a chain that goes in a circle keeps kind 0. */
function setKinds({ count, kinds, bases }: PackEntries): void {
  const seen = new Uint8Array(count);
  const chain: number[] = [];
  for (let entry = 0; entry < count; entry++) {
    let at = entry;
    while (bases[at]! >= 0 && seen[at] === 0) {
      seen[at] = 1;
      chain.push(at);
      at = bases[at]!;
    }
    for (const member of chain) kinds[member] = kinds[at]!;
    chain.length = 0;
  }
}

/** From the last to the first, so that each list is in order of offset. Entries of kind 0 are in no list. */
function linkChildren({ count, kinds, bases, firstChildren, nextSiblings }: PackEntries): void {
  for (let entry = count - 1; entry >= 0; entry--) {
    const base = bases[entry]!;
    if (base < 0 || kinds[entry] === 0) continue;
    nextSiblings[entry] = firstChildren[base]!;
    firstChildren[base] = entry;
  }
}
