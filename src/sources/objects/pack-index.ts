import { Damage } from './damage.js';
import type { ObjectFormat } from './object-format.js';
import { openPositioned } from './pack-file.js';

/** The index of one pack (gitformat-pack, "pack-*.idx files"): its objects in order of their ids. */
export interface PackIndex {
  readonly count: number;
  /** The whole file. */
  readonly bytes: Uint8Array;
  /** The id of the nth object; a view. */
  id(n: number): Uint8Array;
  /** Where it begins in the pack; -1 if the index is broken there. */
  offset(n: number): number;
  /** CRC-32 of the packed object; undefined in version 1. */
  crc(n: number): number | undefined;
  /** The number of the object whose id stands at `at`, -1 if it is not in the pack. */
  find(ids: Uint8Array, at?: number): number;
}

const MAGIC = 0xff744f63;
const FANOUT = 256 * 4;

/** Where the parts of an index lie, from its start. */
interface Layout {
  readonly fanout: number;
  readonly ids: number;
  readonly idStride: number;
  readonly crcs?: number;
  readonly offsets: number;
  readonly offsetStride: number;
  /** Offsets above 2 GiB. */
  readonly large: number;
  readonly largeCount: number;
}

/** Reads an index, version 1 or 2. Throws Damage where it is none, or is cut short. */
export function openPackIndex(path: string, format: ObjectFormat): PackIndex {
  const bytes = readAll(path);
  if (bytes.length < FANOUT + 2 * format.idLength) throw new Damage('pack index cut short');
  const isVersion2 = bytes.readUInt32BE(0) === MAGIC;
  const fanout = isVersion2 ? 8 : 0;
  if (isVersion2 && bytes.readUInt32BE(4) !== 2) throw new Damage('pack index of an unknown version');
  const count = readCount(bytes, fanout);
  const layout = (isVersion2 ? layoutOf2 : layoutOf1)(count, bytes.length, format.idLength);
  const { idLength } = format;
  const idAt = (n: number) => layout.ids + n * layout.idStride;
  return {
    count,
    bytes,
    id: (n) => bytes.subarray(idAt(n), idAt(n) + idLength),
    offset: (n) => readOffset(bytes, layout, n),
    crc: (n) => (layout.crcs === undefined ? undefined : bytes.readUInt32BE(layout.crcs + 4 * n)),
    find(ids, at = 0) {
      const first = ids[at]!;
      let low = first === 0 ? 0 : bytes.readUInt32BE(fanout + 4 * (first - 1));
      let high = bytes.readUInt32BE(fanout + 4 * first) - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const order = compare(bytes, idAt(middle), { ids, at, idLength });
        if (order === 0) return middle;
        if (order < 0) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
  };
}

function readAll(path: string): Buffer {
  const file = openPositioned(path);
  try {
    const bytes = Buffer.allocUnsafeSlow(file.size);
    return bytes.subarray(0, file.read(bytes, 0));
  } finally {
    file.close();
  }
}

/** The fan-out table counts ids up to each first byte: it can only rise. */
function readCount(bytes: Buffer, fanout: number): number {
  let count = 0;
  for (let first = 0; first < 256; first++) {
    const upTo = bytes.readUInt32BE(fanout + 4 * first);
    if (upTo < count) throw new Damage('pack index with a broken fan-out table');
    count = upTo;
  }
  return count;
}

function layoutOf1(count: number, size: number, idLength: number): Layout {
  const stride = 4 + idLength;
  if (size !== FANOUT + count * stride + 2 * idLength) throw new Damage('pack index of a wrong size');
  return {
    fanout: 0,
    ids: FANOUT + 4,
    idStride: stride,
    offsets: FANOUT,
    offsetStride: stride,
    large: 0,
    largeCount: 0,
  };
}

function layoutOf2(count: number, size: number, idLength: number): Layout {
  const ids = 8 + FANOUT;
  const crcs = ids + count * idLength;
  const offsets = crcs + 4 * count;
  const large = offsets + 4 * count;
  const largeCount = (size - 2 * idLength - large) / 8;
  if (largeCount < 0 || !Number.isInteger(largeCount)) throw new Damage('pack index of a wrong size');
  return { fanout: 8, ids, idStride: idLength, crcs, offsets, offsetStride: 4, large, largeCount };
}

function readOffset(bytes: Buffer, layout: Layout, n: number): number {
  const small = bytes.readUInt32BE(layout.offsets + n * layout.offsetStride);
  if (layout.crcs === undefined || small < 0x80000000) return small;
  const which = small - 0x80000000;
  if (which >= layout.largeCount) return -1;
  const at = layout.large + 8 * which;
  return bytes.readUInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
}

interface Id {
  readonly ids: Uint8Array;
  readonly at: number;
  readonly idLength: number;
}

function compare(bytes: Uint8Array, position: number, { ids, at, idLength }: Id): number {
  for (let i = 0; i < idLength; i++) {
    const difference = bytes[position + i]! - ids[at + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
