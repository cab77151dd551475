import { applyDelta } from './apply-delta.js';
import { Damage } from './damage.js';
import {
  type EntryHeader,
  ID_DELTA,
  LONGEST_HEADER,
  OFFSET_DELTA,
  parseEntryHeader,
} from './entry-header.js';
import { inflateStream } from './inflate-stream.js';
import type { StoredObject } from './loose-objects.js';
import { KINDS, type ObjectFormat, type ObjectKind } from './object-format.js';
import type { Pack } from './pack-entries.js';

/** git makes chains of 50, and allows 4095. */
const LONGEST_CHAIN = 4096;
const CACHE_SIZE = 32 * 1024 * 1024;

/** An object of a pack as it is stored. */
interface PackedEntry {
  readonly pack: Pack;
  readonly offset: number;
  readonly header: Readonly<EntryHeader>;
  /** The base of a delta. */
  readonly base?: { readonly pack: Pack; readonly offset: number };
}

/** Reads single objects of packs at random, with a small cache of bases. Results must not be changed. */
export function createPackReader(packs: readonly Pack[], { idLength }: ObjectFormat) {
  const cache = createCache();

  function entryAt(pack: Pack, offset: number): PackedEntry {
    const bytes = Buffer.alloc(LONGEST_HEADER);
    const filled = bytes.subarray(0, pack.file.read(bytes, offset));
    const header: EntryHeader = { type: 0, size: 0, length: 0, distance: 0 };
    if (filled.length === 0 || !parseEntryHeader(filled, 0, idLength, header))
      throw new Damage('corrupt: no object there');
    if (header.type === OFFSET_DELTA)
      return { pack, offset, header, base: { pack, offset: offset - header.distance } };
    if (header.type !== ID_DELTA) return { pack, offset, header };
    return {
      pack,
      offset,
      header,
      base: findBase(pack, filled.subarray(header.length - idLength, header.length)),
    };
  }

  /** A base named by its id is mostly in the same pack. */
  function findBase(own: Pack, id: Uint8Array): { pack: Pack; offset: number } {
    for (const pack of [own, ...packs]) {
      const number = pack.index.find(id);
      if (number !== -1) return { pack, offset: pack.index.offset(number) };
    }
    throw new Damage('the base of its delta is missing');
  }

  /** The entry and the bases below it, up to a whole object or one in the cache. */
  function chainOf(pack: Pack, offset: number): PackedEntry[] {
    const chain = [entryAt(pack, offset)];
    for (;;) {
      const { base } = chain.at(-1)!;
      if (!base || cache.get(chain.at(-1)!)) return chain;
      if (chain.length === LONGEST_CHAIN) throw new Damage('corrupt: a chain of deltas without an end');
      if (base.offset < 0) throw new Damage('corrupt: no object there');
      chain.push(entryAt(base.pack, base.offset));
    }
  }

  return function readPacked(pack: Pack, number: number, limit: number): StoredObject {
    const chain = chainOf(pack, pack.index.offset(number));
    const last = chain.pop()!;
    let object = cache.get(last) ?? readWhole(last, limit);
    cache.set(last, object);
    for (let entry = chain.pop(); entry; entry = chain.pop()) {
      object = { kind: object.kind, bytes: derive(object.bytes, entry, limit) };
      cache.set(entry, object);
    }
    return object;
  };
}

function readWhole(entry: PackedEntry, limit: number): StoredObject {
  return { kind: KINDS[entry.header.type] as ObjectKind, bytes: inflateEntry(entry, limit) };
}

function inflateEntry({ pack, offset, header }: PackedEntry, limit: number): Uint8Array {
  const { size } = header;
  if (size > limit) throw new Damage('too large to hold in memory');
  const start = offset + header.length;
  const end = pack.file.size - pack.format.idLength;
  // a stream that was made badly can be longer than what it holds
  for (const length of [size + (size >>> 8) + 1024, 8 * size + 65536]) {
    const stream = Buffer.allocUnsafe(Math.max(0, Math.min(length, end - start)));
    const inflated = inflateStream(stream.subarray(0, pack.file.read(stream, start)), size);
    if (typeof inflated !== 'number') return inflated.bytes;
  }
  throw new Damage('corrupt: not a zlib stream of the stated size');
}

function derive(base: Uint8Array, entry: PackedEntry, limit: number): Uint8Array {
  const delta = inflateEntry(entry, limit);
  const room = Math.min(limit, resultSize(delta));
  const memory = new Uint8Array(base.length + room);
  memory.set(base);
  const places = { base: 0, baseSize: base.length, target: base.length, targetEnd: memory.length };
  const size = applyDelta(memory, delta, places, () => {});
  if (size < 0)
    throw new Damage(
      room === limit ? 'too large to hold in memory' : 'corrupt: a delta that does not fit its base',
    );
  return memory.subarray(base.length, base.length + size);
}

/** The second number of a delta. */
function resultSize(delta: Uint8Array): number {
  let at = delta.findIndex((byte) => byte < 0x80) + 1;
  let size = 0;
  for (let scale = 1; at < delta.length && scale <= 2 ** 28; scale *= 128) {
    const byte = delta[at++]!;
    size += (byte & 0x7f) * scale;
    if (byte < 0x80) break;
  }
  return size;
}

function createCache() {
  const objects = new Map<string, StoredObject>();
  let size = 0;
  const keyOf = ({ pack, offset }: PackedEntry) => `${offset} ${pack.name}`;
  return {
    get: (entry: PackedEntry) => objects.get(keyOf(entry)),
    set(entry: PackedEntry, object: StoredObject): void {
      const key = keyOf(entry);
      if (object.bytes.length > CACHE_SIZE / 8) return;
      if (!objects.delete(key)) size += object.bytes.length;
      objects.set(key, object);
      for (const [oldest, { bytes }] of objects) {
        if (size <= CACHE_SIZE) break;
        objects.delete(oldest);
        size -= bytes.length;
      }
    },
  };
}
