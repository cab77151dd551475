import type { Chunk, Origin, Source, SourceContext } from '../types.js';
import { addedLines } from './git/added-lines.js';
import { chunksOfBytes, nameChunk } from './git/blob.js';
import { readObjectsAtOnce } from './git/objects.js';
import { type Change, GITLINK, isZero, SYMLINK } from './git/raw-diff.js';
import { locateRepository, type OpenOptions } from './git/repository.js';
import { stagedChanges } from './git/staged-changes.js';

/** What is about to be committed. */
export interface StagedOptions extends Omit<OpenOptions, 'ofHook'> {
  /** A directory in the work tree; default the current one. */
  readonly path?: string;
}

/** Staged files that one git process reads; more of them take more processes, and bounded memory. */
const AT_ONCE = 512;
/** Most bytes that are held at once, of several files with their earlier versions and of one. */
const SEVERAL_FILES = 32 * 2 ** 20;
const ONE_FILE = 2 ** 30;

/**
 * The content that a commit of the index would add, read from the index, never from the work tree. Rules match on
 * whole blobs; `addedLines` says what is new. Throws UserError when there is no index that could be committed.
 */
export function stagedSource(options: StagedOptions = {}): Source {
  return { mode: 'staged', chunks: (context) => stagedChunks(options, context) };
}

function* stagedChunks(options: StagedOptions, context: SourceContext): Generator<Chunk> {
  const place = locateRepository(options.path ?? '.', { ...options, ofHook: true });
  const changes = stagedChanges(place, options.env ?? process.env).filter(({ status }) => status !== 'D');
  for (const change of changes) {
    if (change.olds.every(({ oid }) => isZero(oid)) || /^[RC]/.test(change.status))
      yield nameChunk({ path: change.path });
    if (change.mode === GITLINK) noteSubmodule(change, context);
  }
  const blobs = changes.filter(({ mode, oid }) => mode !== GITLINK && !isZero(oid));
  for (let at = 0; at < blobs.length && !context.signal?.aborted; at += AT_ONCE) {
    yield* chunksOfChanges(blobs.slice(at, at + AT_ONCE));
  }

  function* chunksOfChanges(group: readonly Change[]): Generator<Chunk> {
    const oids = [...new Set(group.flatMap((change) => [change.oid, ...comparedWith(change)]))];
    const objects = readObjectsAtOnce(place, oids, group.length === 1 ? ONE_FILE : SEVERAL_FILES);
    if (!objects && group.length > 1) {
      const middle = group.length >> 1;
      yield* chunksOfChanges(group.slice(0, middle));
      yield* chunksOfChanges(group.slice(middle));
      return;
    }
    const contents = new Map(objects?.map(({ name, bytes }) => [name, bytes]));
    for (const change of group) yield* chunksOfChange(change, contents, context);
  }
}

/** Blobs of the parents that a change is compared with. */
function comparedWith({ oid, olds }: Change): readonly string[] {
  return olds
    .filter((old) => old.mode !== GITLINK && !isZero(old.oid) && old.oid !== oid)
    .map((old) => old.oid);
}

function* chunksOfChange(
  change: Change,
  contents: ReadonlyMap<string, Buffer | undefined>,
  context: SourceContext,
): Generator<Chunk> {
  const { path, oid, mode, olds } = change;
  // a mode change, or a file that was only moved: nothing in it is new
  if (olds.some((old) => old.oid === oid)) {
    context.scanned.units++;
    return;
  }
  const bytes = contents.get(oid);
  if (!bytes) {
    context.skip({ path, reason: `object ${oid} missing, corrupt or too large to read`, incomplete: true });
    return;
  }
  const label = mode === SYMLINK ? { label: 'target of a symbolic link' } : {};
  const origin: Origin = { path, kind: 'blob', object: oid, ...label };
  const before = comparedWith(change).flatMap((old) => contents.get(old) ?? []);
  yield* chunksOfBytes(origin, { bytes, addedLines: addedLines(bytes, before) }, context);
}

function noteSubmodule({ path, oid }: Change, context: SourceContext): void {
  context.skip({ path, reason: `submodule at ${oid}: scan it in its own repository`, incomplete: false });
}
