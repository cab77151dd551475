import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** One file of an archive. `read` gives its bytes, at most as many as allowed; throws ArchiveFault otherwise. */
export interface ArchiveEntry {
  readonly name: string;
  /** Uncompressed size as the archive states it; nothing is believed before it is read. */
  readonly size: number;
  read(most: number): Uint8Array;
}

/** One file of a zip, which may be larger than memory. */
export interface ZipEntry extends ArchiveEntry {
  /** Gives its bytes piece by piece; throws ArchiveFault where it cannot, and what zlib throws where it is damaged. */
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Something of an archive that cannot be read; the message says what, and holds nothing of the contents. */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault';
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const STORED = 0;
const DEFLATED = 8;
const IS_ENCRYPTED = 1;

/** Whether bytes begin as a zip file does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The files of a zip archive by its central directory (APPNOTE.TXT 4.3, ZIP64 included).
 * Throws ArchiveFault where the directory is damaged; offsets are checked, sizes are only hints.
 */
export function* zipEntries(bytes: Uint8Array): Generator<ZipEntry> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let { at, count } = directory(view);
  for (; count > 0; count--) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL)
      throw new ArchiveFault('directory is damaged');
    const nameLength = view.readUInt16LE(at + 28);
    const extraLength = view.readUInt16LE(at + 30);
    const nameEnd = at + 46 + nameLength;
    if (nameEnd + extraLength > view.length) throw new ArchiveFault('directory is damaged');
    const name = view.toString('utf8', at + 46, nameEnd);
    const header = {
      ...sizes(view, at, nameEnd, extraLength),
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
    };
    if (!name.endsWith('/'))
      yield {
        name,
        size: header.size,
        read: (most) => readEntry(view, header, most),
        open: () => openEntry(view, header),
      };
    at = nameEnd + extraLength + view.readUInt16LE(at + 32);
  }
}

interface Header {
  readonly compressed: number;
  readonly size: number;
  readonly local: number;
  readonly flags: number;
  readonly method: number;
}

function directory(view: Buffer): { at: number; count: number } {
  // the end record is last but for a comment of at most 64 KiB
  for (let at = view.length - 22; at >= Math.max(0, view.length - 65557); at--) {
    if (view.readUInt32LE(at) !== END) continue;
    const count = view.readUInt16LE(at + 10);
    const offset = view.readUInt32LE(at + 16);
    if (offset !== 0xffffffff && count !== 0xffff) return { at: offset, count };
    return zip64Directory(view, at - 20);
  }
  throw new ArchiveFault('is cut short: no directory');
}

function zip64Directory(view: Buffer, locator: number): { at: number; count: number } {
  if (locator < 0 || view.readUInt32LE(locator) !== ZIP64_LOCATOR)
    throw new ArchiveFault('directory is damaged');
  const at = Number(view.readBigUInt64LE(locator + 8));
  if (at + 56 > view.length || view.readUInt32LE(at) !== ZIP64_END)
    throw new ArchiveFault('directory is damaged');
  return { at: Number(view.readBigUInt64LE(at + 48)), count: Number(view.readBigUInt64LE(at + 32)) };
}

/** Sizes and offset of an entry; those that do not fit into 32 bits stand in its ZIP64 field, in this order. */
function sizes(
  view: Buffer,
  at: number,
  extraAt: number,
  extraLength: number,
): Pick<Header, 'compressed' | 'size' | 'local'> {
  const small = [view.readUInt32LE(at + 24), view.readUInt32LE(at + 20), view.readUInt32LE(at + 42)];
  let field = zip64Field(view, extraAt, extraAt + extraLength);
  const [size, compressed, local] = small.map((value) => {
    if (value !== 0xffffffff) return value;
    if (field === undefined || field + 8 > view.length) throw new ArchiveFault('directory is damaged');
    const large = Number(view.readBigUInt64LE(field));
    field += 8;
    return large;
  });
  return { size: size!, compressed: compressed!, local: local! };
}

function zip64Field(view: Buffer, from: number, to: number): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.readUInt16LE(at + 2)) {
    if (view.readUInt16LE(at) === 1) return at + 4;
  }
  return undefined;
}

function readEntry(view: Buffer, header: Header, most: number): Uint8Array {
  const data = packedData(view, header);
  if (header.method === STORED) {
    if (data.length > most) throw new ArchiveFault('is too large');
    return data;
  }
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ArchiveFault(isTooLarge ? 'is too large' : 'is damaged');
  }
}

function openEntry(view: Buffer, header: Header): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  const data = packedData(view, header);
  if (header.method === STORED) return [data];
  const inflate = createInflateRaw({ chunkSize: 1 << 20 });
  inflate.end(data);
  return inflate;
}

/** The bytes of an entry as they stand in the archive, which are stored or deflated. */
function packedData(view: Buffer, { compressed, local, flags, method }: Header): Buffer {
  if (flags & IS_ENCRYPTED) throw new ArchiveFault('is encrypted');
  if (local + 30 > view.length || view.readUInt32LE(local) !== LOCAL) throw new ArchiveFault('is damaged');
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  if (start + compressed > view.length) throw new ArchiveFault('is cut short');
  if (method !== STORED && method !== DEFLATED)
    throw new ArchiveFault(`uses compression method ${method}, which is not supported`);
  return view.subarray(start, start + compressed);
}
