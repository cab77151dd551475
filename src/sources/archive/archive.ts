import { unzipSync } from 'node:zlib';
import { latin1 } from '../../text.js';
import type { Chunk, Origin, SourceContext } from '../../types.js';
import { chunksOf } from '../chunks.js';
import { isSqlite, sqliteTables } from './sqlite.js';
import { isTar, tarEntries } from './tar.js';
import { type ArchiveEntry, ArchiveFault, isZip, zipEntries } from './zip.js';

/** Bounds of what one archive may unfold to, archives within it included. */
const DEEPEST = 3;
const MOST_BYTES = 100 << 20;
const MOST_ENTRIES = 10_000;
const HIGHEST_RATIO = 100;

/** What is left of an archive's bounds. */
interface Budget {
  bytes: number;
  entries: number;
}

/** Whether bytes begin as what can be opened: zip (also jar and office files), tar, gzip, a SQLite database. */
export function isArchive(bytes: Uint8Array): boolean {
  return isZip(bytes) || isTar(bytes) || isGzip(bytes) || isSqlite(bytes);
}

const UNOPENED: Readonly<Record<string, string>> = {
  xz: '\xfd7zXZ\0',
  bzip2: 'BZh',
  zstd: '\x28\xb5\x2f\xfd',
  '7z': '7z\xbc\xaf\x27\x1c',
  rar: 'Rar!\x1a\x07',
};

/** The kind of an archive that cannot be opened here; undefined for anything else. */
export function unopenedKind(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes, 0, Math.min(bytes.length, 10));
  const kind = Object.keys(UNOPENED).find((name) => head.startsWith(UNOPENED[name]!));
  return kind === 'bzip2' && !/^BZh[1-9]1AY&SY/.test(head) ? undefined : kind;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 18 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * The files of an archive, and of archives in it, as chunks with paths such as `a.zip!/b/c.txt`.
 * Names are only shown, nothing is written; what exceeds a bound is skipped and makes the scan incomplete.
 */
export function archiveChunks(origin: Origin, bytes: Uint8Array, context: SourceContext): Generator<Chunk> {
  const budget = {
    bytes: Math.min(MOST_BYTES, Math.max(1 << 20, bytes.length * HIGHEST_RATIO)),
    entries: MOST_ENTRIES,
  };
  return unfold({ origin, bytes, depth: 0 }, budget, context);
}

interface Item {
  readonly origin: Origin;
  readonly bytes: Uint8Array;
  readonly depth: number;
}

function* unfold(item: Item, budget: Budget, context: SourceContext): Generator<Chunk> {
  const { origin, bytes, depth } = item;
  const skip = (path: string, reason: string) => context.skip({ path, reason, incomplete: true });
  if (!isArchive(bytes)) {
    yield* chunksOfBytes(origin, bytes, context);
    return;
  }
  if (depth >= (context.archiveDepth ?? DEEPEST)) {
    const isChosen = context.archiveDepth !== undefined;
    const reason = `archive nested deeper than ${context.archiveDepth ?? DEEPEST}`;
    context.skip({
      path: origin.path,
      reason: isChosen ? `${reason}, the limit` : reason,
      incomplete: !isChosen,
    });
    return;
  }
  try {
    for (const entry of entriesOf(bytes)) {
      const path = `${origin.path}!/${entry.name || innerName(origin.path)}`;
      if (--budget.entries < 0) throw new ArchiveFault(`has more than ${MOST_ENTRIES} files`);
      const data = read(entry, budget, (reason) => skip(path, `archived file ${reason}`));
      if (!data) continue;
      // a gzipped tar is one archive for people
      const inner =
        entry.name === '' && isTar(data) ? item : { origin: { ...origin, path }, depth: depth + 1 };
      yield* unfold({ ...inner, bytes: data }, budget, context);
    }
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    skip(origin.path, `archive ${error.message}`);
  }
}

function entriesOf(bytes: Uint8Array): Iterable<ArchiveEntry> {
  if (isZip(bytes)) return zipEntries(bytes);
  if (isTar(bytes)) return tarEntries(bytes);
  if (isSqlite(bytes)) return sqliteTables(bytes);
  return [{ name: '', size: 0, read: (most) => gunzip(bytes, most) }];
}

/** The file in a gzip has the name of the gzip without its suffix. */
function innerName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '') || 'data';
}

function gunzip(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return unzipSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ArchiveFault(isTooLarge ? 'is too large' : 'is damaged');
  }
}

function read(entry: ArchiveEntry, budget: Budget, skip: (reason: string) => void): Uint8Array | undefined {
  try {
    const data = entry.read(budget.bytes);
    budget.bytes -= data.length;
    return data;
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    skip(error.message);
    return undefined;
  }
}

function* chunksOfBytes(origin: Origin, bytes: Uint8Array, context: SourceContext): Generator<Chunk> {
  let at = 0;
  const next = (into: Uint8Array) => {
    const part = bytes.subarray(at, at + into.length);
    into.set(part);
    at += part.length;
    return part.length;
  };
  yield* chunksOf(origin, next, context);
  context.scanned.units++;
}
