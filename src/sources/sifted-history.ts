import { join } from 'node:path';
import type { Chunk, SourceContext } from '../types.js';
import { chunksOfBytes, nameChunk } from './git/blob.js';
import { escapeLine } from './git/escape.js';
import { shallowCommits } from './git/isolated.js';
import type { Repository } from './git/repository.js';
import { sieveCache } from './history-cache.js';
import { NOT_FOUND } from './objects/alternates.js';
import { Damage } from './objects/damage.js';
import { SHA1, SHA256 } from './objects/object-format.js';
import { type ObjectStore, OTHER_ID, openObjectStore } from './objects/object-store.js';
import { type Sifted, sieveStore } from './objects/sieve-store.js';

/** A blob that is to be scanned at a path. */
interface KeptBlob {
  readonly oid: string;
  readonly path: string;
}

/** What the sieve has left of a repository's object store. */
export interface SiftedHistory extends Sifted {
  /** The blobs' contents, verified; those that cannot be read here are handed to `readByGit`. */
  chunks(
    blobs: readonly KeptBlob[],
    context: SourceContext,
    readByGit: (blobs: readonly KeptBlob[]) => AsyncIterable<Chunk>,
  ): AsyncGenerator<Chunk>;
  close(): void;
}

/** How a history is sifted. */
interface SiftOptions {
  /** A folder in which is kept what need not be looked at again. */
  readonly cache?: string | undefined;
  readonly verifyObjects?: boolean | undefined;
}

/** Reads the object store directly and takes out what holds nothing; undefined where that is not possible. */
export function siftHistory(
  repository: Repository,
  context: SourceContext,
  { cache: cacheFolder, verifyObjects = false }: SiftOptions = {},
): SiftedHistory | undefined {
  const { sieve, unpacker, allocate, signal, scanned } = context;
  if (!sieve || !unpacker || repository.env.GIT_OBJECT_DIRECTORY !== undefined) return undefined;
  const store = openObjectStore({
    objects: join(repository.commonDir, 'objects'),
    format: repository.objectFormat === 'sha256' ? SHA256 : SHA1,
    trusted: [repository.commonDir],
  });
  for (const { path, reason } of store.problems.filter(({ reason }) => reason === NOT_FOUND))
    context.skip({ path: '.git', reason: `${reason}: ${escapeLine(path)}`, incomplete: false });
  const key = cacheFolder === undefined || verifyObjects ? undefined : context.sieveKey?.();
  const cache = key === undefined ? undefined : sieveCache(cacheFolder!, repository, key);
  const shallow = new Set(shallowCommits(repository));
  const knowledge = { shallow, earlier: cache?.load(), verify: verifyObjects };
  const sifted = sieveStore(store, { sieve, unpacker, allocate, signal }, knowledge);
  if (sifted.isWhole) {
    // what is not whole is read by git, and counted then
    for (const unit of ['units', 'bytes', 'commits'] as const) scanned[unit] += sifted.counts[unit];
    if (!signal?.aborted) cache?.save(sifted.remains());
  }
  for (const id of [...sifted.damaged].sort()) context.skip(damaged('.git/objects', id));
  return {
    ...sifted,
    chunks: (...blobs) => keptChunks({ store, known: sifted.damaged }, ...blobs),
    close: () => store.close(),
  };
}

async function* keptChunks(
  { store, known }: { readonly store: ObjectStore; readonly known: ReadonlySet<string> },
  blobs: readonly KeptBlob[],
  context: SourceContext,
  readByGit: (blobs: readonly KeptBlob[]) => AsyncIterable<Chunk>,
): AsyncGenerator<Chunk> {
  const unread: KeptBlob[] = [];
  for (const blob of blobs) {
    if (context.signal?.aborted) return;
    const bytes = read(store, blob.oid);
    if (bytes === OTHER_ID && !known.has(blob.oid)) context.skip(damaged(blob.path, blob.oid));
    if (typeof bytes === 'string') {
      unread.push(blob);
      continue;
    }
    yield nameChunk({ path: blob.path });
    yield* chunksOfBytes({ path: blob.path, kind: 'blob', object: blob.oid }, { bytes }, context);
  }
  yield* readByGit(unread);
}

/** git would pass on the content as it is. */
const damaged = (path: string, id: string) => ({ path, reason: `${id}: ${OTHER_ID}`, incomplete: true });

/** The content; or why it cannot be had here. */
function read(store: ObjectStore, id: string): Uint8Array | string {
  try {
    return store.read(id).bytes;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return error.message;
  }
}
