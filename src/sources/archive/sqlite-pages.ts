import { ArchiveFault } from './zip.js';

/** What a column holds; a blob is its text in base64. */
export type SqliteValue = string | number | null;

/** The b-trees of a database file. */
export interface Pages {
  /** The rows of the tree at a page, of a table or of an index. Throws ArchiveFault where it is damaged. */
  rows(root: number): Generator<readonly SqliteValue[]>;
}

const TABLE_LEAF = 13;
const TABLE_INNER = 5;
const INDEX_LEAF = 10;
const INDEX_INNER = 2;

/** SQLite itself reads no deeper tree, and no record with more columns (https://sqlite.org/limits.html). */
const DEEPEST = 20;
const MOST_COLUMNS = 32_767;

/** Reads b-trees as https://sqlite.org/fileformat2.html describes them; every offset is checked, no page is read twice. */
export function createPages(bytes: Uint8Array): Pages {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const stated = file.readUInt16BE(16);
  const size = stated === 1 ? 65536 : stated;
  if (size < 512 || (size & (size - 1)) !== 0) throw new ArchiveFault('is damaged');
  const usable = size - file[20]!;
  const encoding = file.readUInt32BE(56);
  /** A page is part of one tree or one chain: a file in which it is not is made to be read for ever. */
  const isRead = new Set<number>();

  function pageAt(number: number): Buffer {
    if (isRead.has(number)) throw new ArchiveFault('is damaged');
    const page = file.subarray((number - 1) * size, number * size);
    if (number < 1 || page.length < size) throw new ArchiveFault('is cut short');
    isRead.add(number);
    return page;
  }

  /** How much of a cell's payload lies in its page. */
  function localPart(total: number, isTable: boolean): number {
    if (total > file.length) throw new ArchiveFault('is damaged');
    const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
    if (total <= most) return total;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const wished = least + ((total - least) % (usable - 4));
    return wished <= most ? wished : least;
  }

  /** A cell's payload: what lies in its page, and the chain of pages with the rest. */
  function payload(page: Buffer, at: number, { total, local }: { total: number; local: number }): Buffer {
    if (total === local) return page.subarray(at, at + total);
    const parts = [page.subarray(at, at + local)];
    let next = at + local + 4 <= page.length ? page.readUInt32BE(at + local) : 0;
    for (let left = total - local; left > 0; ) {
      const rest = pageAt(next);
      const part = rest.subarray(4, 4 + Math.min(left, usable - 4));
      parts.push(part);
      left -= part.length;
      next = rest.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }

  function* cells(number: number, depth: number): Generator<Buffer> {
    if (depth > DEEPEST) throw new ArchiveFault('is damaged');
    const page = pageAt(number);
    const header = number === 1 ? 100 : 0;
    const { isInner, isTable } = kindOf(page[header]!);
    let room = size;
    for (const at of cellPlaces(page, header, isInner)) {
      if (isInner) yield* cells(page.readUInt32BE(at), depth + 1);
      if (isInner && isTable) continue;
      const [total, afterTotal] = varint(page, isInner ? at + 4 : at);
      const start = isTable ? varint(page, afterTotal)[1] : afterTotal;
      const local = localPart(total, isTable);
      room -= local;
      // cells do not overlap
      if (room < 0) throw new ArchiveFault('is damaged');
      yield payload(page, start, { total, local });
    }
    if (isInner) yield* cells(page.readUInt32BE(header + 8), depth + 1);
  }

  return {
    *rows(root) {
      for (const record of cells(root, 1)) yield valuesOf(record, encoding);
    },
  };
}

function kindOf(type: number): { readonly isInner: boolean; readonly isTable: boolean } {
  if (![TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER].includes(type))
    throw new ArchiveFault('is damaged');
  return {
    isInner: type === TABLE_INNER || type === INDEX_INNER,
    isTable: type === TABLE_INNER || type === TABLE_LEAF,
  };
}

/** Where the cells of a page begin, as its header says. */
function cellPlaces(page: Buffer, header: number, isInner: boolean): readonly number[] {
  const count = page.readUInt16BE(header + 3);
  const pointers = header + (isInner ? 12 : 8);
  if (pointers + 2 * count > page.length) throw new ArchiveFault('is damaged');
  const places = Array.from({ length: count }, (_, index) => page.readUInt16BE(pointers + 2 * index));
  if (places.some((at) => at + 4 > page.length)) throw new ArchiveFault('is damaged');
  return places;
}

/** A record's values, as its header says. */
function valuesOf(record: Buffer, encoding: number): readonly SqliteValue[] {
  const values: SqliteValue[] = [];
  const [headerEnd, first] = varint(record, 0);
  let body = headerEnd;
  for (let at = first; at < headerEnd; ) {
    const [type, next] = varint(record, at);
    at = next;
    const length = lengthOf(type);
    if (body + length > record.length || values.length === MOST_COLUMNS) throw new ArchiveFault('is damaged');
    values.push(columnOf(record.subarray(body, body + length), type, encoding));
    body += length;
  }
  return values;
}

const FIXED_LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function lengthOf(type: number): number {
  return FIXED_LENGTHS[type] ?? (type - (type % 2 === 0 ? 12 : 13)) / 2;
}

function columnOf(data: Buffer, type: number, encoding: number): SqliteValue {
  if (type === 0) return null;
  if (type < 7) return data.length === 8 ? Number(data.readBigInt64BE(0)) : data.readIntBE(0, data.length);
  if (type === 7) return data.readDoubleBE(0);
  if (type < 12) return type === 9 ? 1 : 0;
  if (type % 2 === 0) return data.toString('base64');
  if (encoding === 3)
    return Buffer.from(data.subarray(0, data.length & ~1))
      .swap16()
      .toString('utf16le');
  return data.toString(encoding === 2 ? 'utf16le' : 'utf8');
}

/** A number of one to nine bytes, and where it ends. */
function varint(bytes: Buffer, from: number): readonly [value: number, end: number] {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[from + index];
    if (byte === undefined) throw new ArchiveFault('is damaged');
    if (index === 8) return [value * 256 + byte, from + 9];
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, from + index + 1];
  }
  throw new ArchiveFault('is damaged');
}
