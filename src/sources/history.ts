import { UserError } from '../errors.js';
import type { Chunk, Place, Skip, Source, SourceContext } from '../types.js';
import { annotations } from './git/annotations.js';
import { nameChunk } from './git/blob.js';
import { blobContent } from './git/content.js';
import { escapeLine } from './git/escape.js';
import { type Isolated, isolate, shallowCommits } from './git/isolated.js';
import { locateObjects } from './git/locate.js';
import { readObjects } from './git/object-stream.js';
import { rangeChunks } from './git/range-chunks.js';
import { type OpenOptions, openRepository, type Repository } from './git/repository.js';
import { resolveCommit } from './git/revision.js';
import { limitSkips } from './git/skip-limit.js';
import { listTips, type Tip } from './git/tips.js';
import { typesOf } from './git/types-of.js';
import { objectsInStore, walkBlobs, walkCommits } from './git/walk.js';
import { type SiftedHistory, siftHistory } from './sifted-history.js';

/** Which part of a repository's past is scanned. */
export interface HistoryOptions extends Omit<OpenOptions, 'ofHook'> {
  /** The repository, a work tree or a bare one; default the current directory. */
  readonly path?: string;
  /** Also objects that nothing refers to any more. */
  readonly unreachable?: boolean;
  /** Only what these revisions reach; default every ref, reflog and stash entry. */
  readonly branches?: readonly string[];
  /** Only commits from then on, and what they added: a date, or such as `2 weeks ago`. */
  readonly since?: string;
  /** Only below these paths, and what commits added there. */
  readonly paths?: readonly string[];
  /** A shallow clone counts as complete. */
  readonly allowShallow?: boolean;
  /** Authors' names and addresses go into the findings. */
  readonly withAuthors?: boolean;
  /** A folder of the user's in which is kept what need not be looked at again; default none. */
  readonly cache?: string;
  /** Compare the id of every object with its content; takes the time of hashing all of it. */
  readonly verifyObjects?: boolean;
  /** Read everything by git: slower, with the same result. */
  readonly byGit?: boolean;
}

/**
 * Every object of a repository, each once: contents, names, messages. Where objects stand in the history is worked
 * out afterwards, by `locate`, for those with findings. Throws UserError when it is not a repository.
 */
export function historySource(options: HistoryOptions = {}): Source {
  const repository = openRepository(options.path ?? '.', options);
  const { tips, broken } = options.branches
    ? { tips: options.branches.map((name) => namedTip(repository, name)), broken: [] }
    : listTips(repository);
  const limits = options.since === undefined ? [] : [`--since=${checkedTime(options.since)}`];
  const isPartial = limits.length > 0 || options.paths !== undefined;
  let located: Located | undefined;

  async function locate(
    objects: ReadonlySet<string>,
    skip: (skip: Skip) => void = () => {},
  ): Promise<ReadonlyMap<string, Place>> {
    if (located && [...objects].every((object) => located!.objects.has(object))) return located.places;
    const isolated = isolate(repository);
    try {
      // a walk from an object that is not there would find nothing at all
      const types = typesOf(
        isolated.place,
        tips.map(({ oid }) => oid),
        skip,
      );
      const present = tips.filter(({ oid }) => types.has(oid));
      const haystack = { repository, isolated, tips: present, withAuthors: options.withAuthors ?? false };
      located = { objects, places: await locateObjects(haystack, objects, skip) };
      return located.places;
    } finally {
      isolated.dispose();
    }
  }

  return {
    mode: 'history',
    async *chunks(outer) {
      const { context, close } = limitSkips(outer);
      for (const reason of broken) context.skip({ path: '.git', reason, incomplete: true });
      noteShallow(repository, options.allowShallow ?? false, context.skip);
      const isolated = isolate(repository);
      const sifted = options.byGit || isPartial ? undefined : siftHistory(repository, context, options);
      try {
        if (options.verifyObjects && !sifted?.isWhole) context.skip(NOT_VERIFIED);
        if (isPartial) yield* addedChunks({ isolated, tips, options }, limits, context);
        else if (sifted?.isWhole) yield* keptChunks({ isolated, tips, options }, { sifted, locate }, context);
        else yield* historyChunks({ isolated, tips, options }, context);
      } finally {
        sifted?.close();
        isolated.dispose();
        close();
      }
    },
    // what git does not tell now only makes places poorer: by now nothing is left out for it
    locate: (objects) => locate(objects),
  };
}

/** Where git reads, nothing but a wrong zlib stream is noticed. */
const NOT_VERIFIED: Skip = {
  path: '.git',
  reason: "objects were read by git, and not verified; 'git fsck' does that",
  incomplete: true,
};

/** What was asked for last, and where it is. */
interface Located {
  readonly objects: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, Place>;
}

function namedTip(repository: Repository, name: string): Tip {
  const oid = resolveCommit(repository, name);
  if (oid === undefined) throw new UserError(`--branch ${escapeLine(name)}: no such branch or commit`);
  return { oid, name, kind: 'branch' };
}

/** A time that git would not understand would mean "now" to it, and hide everything. */
function checkedTime(time: string): string {
  const isTime =
    /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$|^\d+ (?:hour|day|week|month|year)s?(?: ago)?$/;
  if (isTime.test(time)) return time;
  throw new UserError(`--since ${escapeLine(time)}: must be a date, 2026-01-31, or such as "2 weeks ago"`);
}

/** What a clone without its whole past misses. */
export function noteShallow(repository: Repository, isAllowed: boolean, skip: (skip: Skip) => void): void {
  const { length } = shallowCommits(repository);
  if (length === 0) return;
  const reason = `shallow clone: what lies behind ${length} boundary ${length === 1 ? 'commit' : 'commits'} is not here; 'git fetch --unshallow' gets it`;
  skip({ path: '.git', reason, incomplete: !isAllowed });
}

interface Audit {
  readonly isolated: Isolated;
  readonly tips: readonly Tip[];
  readonly options: HistoryOptions;
}

async function* historyChunks(
  { isolated, tips, options }: Audit,
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const seen = options.unreachable ? new Set<string>() : undefined;
  const starts = startsOf(isolated, tips, context.skip);
  const commits = await walkCommits(isolated, { tips: starts.commits }, context.skip);
  yield* annotations({ place: isolated.place, oids: [...starts.tags, ...commits] }, context);

  async function* blobs(): AsyncGenerator<{ oid: string; path: string }> {
    for (const oid of starts.blobs) yield { oid, path: `.git/objects/${oid}` };
    const tree = { tips: [...starts.commits, ...starts.trees], commits };
    for await (const blob of walkBlobs(isolated, tree, context.skip)) {
      seen?.add(blob.oid);
      yield blob;
    }
  }
  yield* blobChunks(isolated, blobs(), context);
  if (!seen) return;
  for (const oid of [...commits, ...starts.tags, ...starts.blobs]) seen.add(oid);
  const rest = { blobs: [] as { oid: string; path: string }[], annotations: [] as string[] };
  for await (const { oid, type } of objectsInStore(isolated.place, context.skip)) {
    if (seen.has(oid) || type === 'tree') continue;
    if (type === 'blob') rest.blobs.push({ oid, path: `.git/objects/${oid}` });
    else rest.annotations.push(oid);
  }
  yield* annotations({ place: isolated.place, oids: rest.annotations }, context);
  yield* blobChunks(isolated, rest.blobs, context);
}

/** Commit by commit: only what they added, where the limits let them. */
async function* addedChunks(
  { isolated, tips, options }: Audit,
  limits: readonly string[],
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const { commits } = startsOf(isolated, tips, context.skip);
  const range = {
    tips: commits,
    limits,
    paths: options.paths ?? [],
    withAuthors: options.withAuthors ?? false,
  };
  yield* rangeChunks({ isolated, range, record: { commits: new Map(), arrivals: new Map() } }, context);
}

interface Kept {
  readonly sifted: SiftedHistory;
  locate(objects: ReadonlySet<string>, skip: (skip: Skip) => void): Promise<ReadonlyMap<string, Place>>;
}

/** What the sieve has left of a whole repository: objects that may hold findings, at their places in the history. */
async function* keptChunks(
  { isolated, tips, options }: Audit,
  { sifted, locate }: Kept,
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const { place } = isolated;
  const starts = startsOf(isolated, tips, context.skip);
  yield* annotations({ place, oids: starts.tags }, context);
  // the sieve has counted what it has read
  const counted = { ...context, scanned: { units: 0, bytes: 0, commits: 0 } };
  let isWalked = true;
  const sought = new Set([...sifted.blobs, ...sifted.commits, ...sifted.missing]);
  const places = await locate(sought, (skip) => {
    isWalked = false;
    context.skip(skip);
  });
  // what is reachable is only known when git has told all of it
  const isKept = (oid: string) => options.unreachable || !isWalked || places.has(oid);
  yield* annotations({ place, oids: sifted.commits.filter(isKept) }, counted);
  const atPlace = (oid: string) => ({ oid, path: places.get(oid)?.path ?? `.git/objects/${oid}` });
  const blobs = sifted.blobs.filter(isKept).map(atPlace);
  yield* sifted.chunks(blobs, counted, (unread) => blobChunks(isolated, unread, counted));
  // git may know where else they are; if not, it says what each of them lacks
  const gaps = [...sifted.missing].filter((oid) => !isWalked || places.has(oid)).sort();
  yield* blobChunks(isolated, gaps.map(atPlace), context);
  if (sifted.hasNames) yield* nameChunks(isolated, [...starts.commits, ...starts.trees], context);
}

/** The paths of all files, each once. */
async function* nameChunks(
  isolated: Isolated,
  tips: readonly string[],
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const names = new Set<string>();
  const commits = await walkCommits(isolated, { tips }, context.skip);
  for await (const { path } of walkBlobs(isolated, { tips, commits }, context.skip)) {
    if (names.has(path)) continue;
    names.add(path);
    yield nameChunk({ path });
  }
}

/** Sorts tips by what they are; a ref to an object that is not there is a gap, a reflog's may have been pruned. */
function startsOf(isolated: Isolated, tips: readonly Tip[], skip: (skip: Skip) => void) {
  const types = typesOf(
    isolated.place,
    tips.map(({ oid }) => oid),
    skip,
  );
  for (const { oid, name, kind } of tips) {
    if (types.has(oid)) continue;
    skip({
      path: '.git',
      reason: `${escapeLine(name)}: object ${oid} missing or corrupt`,
      incomplete: kind !== 'reflog',
    });
  }
  const ofType = (type: string) => [...types].flatMap(([oid, is]) => (is === type ? oid : []));
  const tags = ofType('tag');
  return { commits: [...ofType('commit'), ...tags], tags, trees: ofType('tree'), blobs: ofType('blob') };
}

/** Contents, and the names they stand under. */
async function* blobChunks(
  isolated: Isolated,
  blobs: AsyncIterable<{ oid: string; path: string }> | Iterable<{ oid: string; path: string }>,
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const names = new Set<string>();
  for await (const object of readObjects(isolated.place, blobs, context.signal)) {
    const { oid, path } = object.request;
    if (!names.has(path)) yield nameChunk({ path });
    names.add(path);
    if ('lost' in object) {
      context.skip({ path, reason: `${oid}: ${object.lost}`, incomplete: true });
    } else if (object.type === 'blob') {
      yield* blobContent(object, { path, kind: 'blob', object: oid }, context);
    }
  }
}
