import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Range, Unpacker } from '../../types.js';
import { type Arena, SLACK } from '../objects/arena.js';
import { Damage } from '../objects/damage.js';
import {
  type EntryHeader,
  ID_DELTA,
  LONGEST_HEADER,
  OFFSET_DELTA,
  parseEntryHeader,
} from '../objects/entry-header.js';
import { openPositioned, type PositionedFile } from '../objects/pack-file.js';

/** Reads a few objects into the arena, one after the other, straight from the files that hold them. */
export interface ObjectFiles {
  /** Where in the arena the content of a blob, tree or commit now is. Throws Damage for anything out of the ordinary. */
  read(kind: 'blob' | 'tree' | 'commit', oid: string): Range;
  /** Makes everything that was read so far room for what comes. */
  forget(): void;
}

const ID = 20;
const KINDS = ['', 'commit', 'tree', 'blob'];
/** Objects above this are not looked at in a glance. */
const LARGEST = 8 * 2 ** 20;
const LONGEST_CHAIN = 256;
/** The longest header of a loose object of this size. */
const HEADER = 32;

/** A pack and the part of its index that says where ids begin (gitformat-pack, version 2). */
interface Pack {
  readonly index: PositionedFile;
  readonly content: PositionedFile;
  readonly fanout: Buffer;
}

/** The objects in a directory `objects`, not those it borrows. */
export function openObjectFiles(objects: string, arena: Arena, unpacker: Unpacker): ObjectFiles {
  let used = 0;
  let packs: readonly Pack[] | undefined;

  /** Room for so many bytes in the arena. */
  function take(size: number): number {
    const at = used;
    used += size + SLACK;
    if (!arena.ensure(used)) throw new Damage('no memory');
    return at;
  }

  function load(file: PositionedFile, position: number, size: number): Range {
    const at = take(size);
    return [at, at + file.read(arena.bytes().subarray(at, at + size), position)];
  }

  function inflate(stream: Range, size: number): number {
    if (size > LARGEST) throw new Damage('too large for a glance');
    const target = take(size);
    if (unpacker.inflate(arena.bytes(), stream, [target, target + size]) < 0) throw new Damage('corrupt');
    return target;
  }

  /** zlib over `kind size NUL content`; the size is in its first bytes, which are inflated once more for it. */
  function readLoose(file: PositionedFile, kind: string): Range {
    if (file.size > LARGEST) throw new Damage('too large for a glance');
    const stream = load(file, 0, file.size);
    const head = take(HEADER);
    arena.bytes().fill(1, head, head + HEADER);
    unpacker.inflate(arena.bytes(), stream, [head, head + HEADER]);
    const text = Buffer.from(arena.bytes().subarray(head, head + HEADER)).toString('latin1');
    const [header, found, size] = /^([a-z]+) (\d{1,8})\0/.exec(text) ?? [];
    if (header === undefined || found !== kind) throw new Damage('not the object that was expected');
    const at = inflate(stream, header.length + Number(size));
    return [at + header.length, at + header.length + Number(size)];
  }

  function readPacked(pack: Pack, offset: number, kind: string): Range {
    const deltas: { readonly header: EntryHeader; readonly at: number }[] = [];
    for (let at = offset; ; ) {
      const header = entryHeader(pack, at);
      if (header.type !== OFFSET_DELTA && header.type !== ID_DELTA) {
        if (KINDS[header.type] !== kind) throw new Damage('not the object that was expected');
        const start = inflate(load(pack.content, at + header.length, streamRoom(header)), header.size);
        return deltas.reduceRight<Range>(
          (base, delta) => applyDelta(pack, base, delta),
          [start, start + header.size],
        );
      }
      if (deltas.push({ header, at }) > LONGEST_CHAIN) throw new Damage('a long chain of deltas');
      at = header.type === OFFSET_DELTA ? at - header.distance : baseOf(pack, at, header);
      if (at < 0) throw new Damage('corrupt');
    }
  }

  function applyDelta(
    pack: Pack,
    [base, baseEnd]: Range,
    { header, at }: { readonly header: EntryHeader; readonly at: number },
  ): Range {
    if (header.size > LARGEST) throw new Damage('too large for a glance');
    const [source, sourceEnd] = load(pack.content, at + header.length, streamRoom(header));
    const delta = take(header.size);
    const target = take(LARGEST);
    used = target;
    const size = unpacker.applyDelta(arena.bytes(), {
      source,
      sourceEnd,
      deltaSize: header.size,
      delta,
      base,
      baseSize: baseEnd - base,
      target,
      targetEnd: target + LARGEST,
    });
    if (size < 0) throw new Damage('corrupt');
    take(size);
    return [target, target + size];
  }

  return {
    read(kind, oid) {
      const loose = tryOpen(join(objects, oid.slice(0, 2), oid.slice(2)));
      if (loose) return closing(loose, () => readLoose(loose, kind));
      packs ??= openPacks(join(objects, 'pack'));
      for (const pack of packs) {
        const offset = offsetIn(pack, Buffer.from(oid, 'hex'));
        if (offset !== undefined) return readPacked(pack, offset, kind);
      }
      throw new Damage('not in this directory');
    },
    forget() {
      used = 0;
    },
  };
}

function closing<T>(file: PositionedFile, use: () => T): T {
  try {
    return use();
  } finally {
    file.close();
  }
}

/** Asks first: an error that is thrown costs more than a file that is read. */
function tryOpen(path: string): PositionedFile | undefined {
  return existsSync(path) ? openPositioned(path) : undefined;
}

/** As good as always enough; a stream that was made badly is left to git. */
function streamRoom({ size }: EntryHeader): number {
  return size + (size >>> 8) + 1024;
}

function entryHeader({ content }: Pack, at: number): EntryHeader {
  const bytes = Buffer.alloc(LONGEST_HEADER);
  const filled = bytes.subarray(0, content.read(bytes, at));
  const header: EntryHeader = { type: 0, size: 0, length: 0, distance: 0 };
  if (filled.length === 0 || !parseEntryHeader(filled, 0, ID, header)) throw new Damage('corrupt');
  return header;
}

function baseOf(pack: Pack, at: number, { length }: EntryHeader): number {
  const id = Buffer.alloc(ID);
  pack.content.read(id, at + length - ID);
  const offset = offsetIn(pack, id);
  if (offset === undefined) throw new Damage('the base of its delta is in another pack');
  return offset;
}

const FANOUT = 8;
const IDS = FANOUT + 256 * 4;

/** Packs that have an index of version 2. Packs stay open: the process ends soon. */
function openPacks(directory: string): readonly Pack[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => /^pack-[0-9a-f]+\.idx$/.test(name));
  return names.map((name) => {
    const index = openPositioned(join(directory, name));
    const fanout = Buffer.alloc(IDS);
    if (index.read(fanout, 0) < IDS || fanout.readUInt32BE(0) !== 0xff744f63 || fanout.readUInt32BE(4) !== 2)
      throw new Damage('a pack index of another version');
    return { index, content: openPositioned(join(directory, name.replace(/idx$/, 'pack'))), fanout };
  });
}

/** Where the pack has an object. Only the ids with the same first byte are read. */
function offsetIn({ index, fanout }: Pack, id: Buffer): number | undefined {
  const upTo = (first: number) => (first < 0 ? 0 : fanout.readUInt32BE(FANOUT + 4 * first));
  const [from, to, count] = [upTo(id[0]! - 1), upTo(id[0]!), upTo(255)];
  if (to <= from) return undefined;
  const ids = Buffer.alloc((to - from) * ID);
  if (index.read(ids, IDS + from * ID) < ids.length) throw new Damage('a pack index cut short');
  let at = ids.indexOf(id);
  while (at !== -1 && at % ID !== 0) at = ids.indexOf(id, at + 1);
  if (at === -1) return undefined;
  const offset = Buffer.alloc(4);
  index.read(offset, IDS + count * (ID + 4) + (from + at / ID) * 4);
  const place = offset.readUInt32BE(0);
  if (place >= 0x80000000) throw new Damage('a pack of more than 2 GiB');
  return place;
}
