import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type createInflate, inflateSync } from 'node:zlib';
import { Damage } from './damage.js';
import { KINDS, type ObjectFormat, type ObjectKind } from './object-format.js';
import { openPositioned } from './pack-file.js';

/** A whole object in memory of its own. */
export interface StoredObject {
  readonly kind: ObjectKind;
  readonly bytes: Uint8Array;
}

/** The ids, in hex and ascending, of the objects that have a file of their own. */
export function looseIds(objects: string, { idLength }: ObjectFormat): readonly string[] {
  const rest = new RegExp(`^[0-9a-f]{${2 * idLength - 2}}$`);
  const ids: string[] = [];
  for (const folder of namesIn(objects)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of namesIn(join(objects, folder))) if (rest.test(name)) ids.push(folder + name);
  }
  return ids.sort();
}

/** The names in a directory; none where there is no such directory. Throws Damage where it cannot be read. */
export function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new Damage(`not readable: ${code ?? 'unknown error'}`);
  }
}

/** The longest header: a kind, a size of 2^53, a NUL. */
const HEADER = 32;

/**
 * Reads a loose object: zlib over "kind size NUL content". Throws Damage where it is broken, or holds more than
 * `limit` bytes.
 */
export function readLooseObject(objects: string, id: string, limit: number): StoredObject {
  const file = openPositioned(join(objects, id.slice(0, 2), id.slice(2)));
  try {
    if (file.size > limit + (limit >>> 8) + 1024) throw new Damage('too large to hold in memory');
    const packed = Buffer.allocUnsafe(file.size);
    const stream = packed.subarray(0, file.read(packed, 0));
    return parse(inflateAll(stream, limit));
  } finally {
    file.close();
  }
}

function inflateAll(stream: Uint8Array, limit: number): Uint8Array {
  try {
    const options = { info: true, maxOutputLength: limit + HEADER } as const;
    const { buffer, engine } = inflateSync(stream, options) as unknown as {
      buffer: Uint8Array;
      engine: ReturnType<typeof createInflate>;
    };
    if (engine.bytesWritten !== stream.length) throw new Damage('corrupt: bytes after the end of the object');
    return buffer;
  } catch (error) {
    if (error instanceof Damage) throw error;
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Damage(tooLarge ? 'too large to hold in memory' : 'corrupt: not a zlib stream');
  }
}

function parse(inflated: Uint8Array): StoredObject {
  const end = inflated.subarray(0, HEADER).indexOf(0);
  const header = /^(commit|tree|blob|tag) (0|[1-9]\d{0,15})$/.exec(
    Buffer.from(inflated.subarray(0, Math.max(0, end))).toString('latin1'),
  );
  const bytes = inflated.subarray(end + 1);
  if (!header || Number(header[2]) !== bytes.length) throw new Damage('corrupt: not a git object');
  return { kind: KINDS.find((kind) => kind === header[1]) as ObjectKind, bytes };
}
