import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** One object of a hand-made pack; `base` is the index of an entry (an offset delta) or an id (a delta on an id). */
export interface PackEntry {
  readonly kind: 'commit' | 'tree' | 'blob' | 'tag';
  readonly content: Buffer;
  readonly id?: string;
  readonly delta?: { readonly base: number | string; readonly bytes: Buffer };
  /** Instead of the right stream. */
  readonly stream?: Buffer;
  /** Instead of the right size. */
  readonly size?: number;
}

export interface PackOptions {
  readonly indexVersion?: 1 | 2;
  /** Write offsets to the table of 64-bit ones. */
  readonly largeOffsets?: boolean;
}

const TYPES = { commit: 1, tree: 2, blob: 3, tag: 4 } as const;

export function idOf(kind: string, content: Buffer): string {
  return createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
}

/** Writes a pack and its index below an `objects` directory, as the formats say but with any content; gives its path. */
export function writePack(objects: string, entries: readonly PackEntry[], options: PackOptions = {}): string {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(entries.length, 8);
  const offsets: number[] = [];
  let pack: Buffer = header;
  const packed = entries.map((entry) => {
    offsets.push(pack.length);
    const bytes = encodeEntry(entry, offsets);
    pack = Buffer.concat([pack, bytes]);
    return bytes;
  });
  pack = withChecksum(pack);
  const rows = entries.map((entry, i) => ({
    id: entry.id ?? idOf(entry.kind, entry.content),
    crc: crc32(packed[i]!),
    offset: offsets[i]!,
  }));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = join(objects, 'pack', `pack-${pack.subarray(-20).toString('hex')}`);
  mkdirSync(join(objects, 'pack'), { recursive: true });
  writeFileSync(`${name}.pack`, pack);
  writeFileSync(`${name}.idx`, encodeIndex(rows, options, pack.subarray(-20)));
  return name;
}

function encodeEntry(entry: PackEntry, offsets: readonly number[]): Buffer {
  const { delta } = entry;
  const content = delta?.bytes ?? entry.content;
  const type = !delta ? TYPES[entry.kind] : typeof delta.base === 'number' ? 6 : 7;
  const base =
    typeof delta?.base === 'number'
      ? encodeDistance(offsets.at(-1)! - offsets[delta.base]!)
      : Buffer.from(delta?.base ?? '', 'hex');
  return Buffer.concat([
    encodeHead(type, entry.size ?? content.length),
    base,
    entry.stream ?? deflateSync(content),
  ]);
}

function encodeHead(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size % 16)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1]! |= 0x80;
    bytes.push(rest % 128);
  }
  return Buffer.from(bytes);
}

function encodeDistance(distance: number): Buffer {
  const bytes = [distance % 128];
  for (let rest = Math.floor(distance / 128); rest > 0; rest = Math.floor(rest / 128)) {
    rest--;
    bytes.unshift((rest % 128) | 0x80);
  }
  return Buffer.from(bytes);
}

/** What an index says of one object. */
export interface IndexRow {
  readonly id: string;
  readonly crc: number;
  readonly offset: number;
}

/** The index of a pack with this checksum; rows come in order of their ids. */
export function encodeIndex(rows: readonly IndexRow[], options: PackOptions, checksum: Buffer): Buffer {
  const index = options.indexVersion === 1 ? index1(rows) : index2(rows, options.largeOffsets ?? false);
  return withChecksum(Buffer.concat([index, checksum]));
}

function fanout(rows: readonly IndexRow[]): Buffer {
  const table = Buffer.alloc(1024);
  for (let first = 0; first < 256; first++) {
    const upTo = rows.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) <= first).length;
    table.writeUInt32BE(upTo, 4 * first);
  }
  return table;
}

function index1(rows: readonly IndexRow[]): Buffer {
  return Buffer.concat([
    fanout(rows),
    ...rows.flatMap(({ id, offset }) => [word(offset), Buffer.from(id, 'hex')]),
  ]);
}

function index2(rows: readonly IndexRow[], largeOffsets: boolean): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]),
    fanout(rows),
    ...rows.map(({ id }) => Buffer.from(id, 'hex')),
    ...rows.map(({ crc }) => word(crc)),
    ...rows.map(({ offset }, i) => word(largeOffsets ? 0x80000000 + i : offset)),
    ...(largeOffsets ? rows.flatMap(({ offset }) => [word(0), word(offset)]) : []),
  ]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function withChecksum(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, createHash('sha1').update(bytes).digest()]);
}
