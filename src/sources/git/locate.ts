import type { Commit, Place, Skip } from '../../types.js';
import { parseAnnotation } from './commit.js';
import { type GitEnd, gitMessage } from './failure.js';
import { hiddenObjects } from './hidden.js';
import { rawDiff } from './invocation.js';
import type { Isolated } from './isolated.js';
import { linesOf, partsOf } from './lines-of.js';
import { readIfWhole, readObjects } from './object-stream.js';
import { parseRawDiffStream } from './raw-diff.js';
import type { Repository } from './repository.js';
import { resolveCommit } from './revision.js';
import { type GitPlace, streamGit } from './run.js';
import { TIP_KINDS, type Tip, type TipKind } from './tips.js';
import { type Walk, walkCommits } from './walk.js';

/** The history that objects are looked for in. */
export interface Haystack {
  readonly repository: Repository;
  readonly isolated: Isolated;
  readonly tips: readonly Tip[];
  readonly withAuthors: boolean;
}

/** How many objects git is asked to filter for; beyond that it says all and they are picked here. */
const FILTERED = 200;

/**
 * For each blob that some commit brought in, the first such commit and what became of it; for each commit, itself.
 * Objects that no walked commit has are left out; `skip` is told where git did not walk or list to the end.
 */
export async function locateObjects(
  haystack: Haystack,
  objects: ReadonlySet<string>,
  skip: (skip: Skip) => void,
): Promise<ReadonlyMap<string, Place>> {
  if (objects.size === 0) return new Map();
  const { isolated, tips, repository } = haystack;
  const commits = await walkCommits(isolated, { tips: [...new Set(tips.map(({ oid }) => oid))] }, skip);
  const found = await firstCommits(isolated, { commits, objects }, skip);
  for (const oid of commits) if (objects.has(oid)) found.set(oid, { path: '', commit: oid, byMerge: false });
  const wanted = new Set([...found.values()].map(({ commit }) => commit));
  const known = await readCommits(haystack, wanted);
  const head = resolveCommit(repository, 'HEAD');
  const inHeadTree = await blobsIn(isolated, head, objects);
  const notInHead = await outside(isolated, { tips: [...wanted], except: head ? [head] : [] });
  const labels = await labelsOf(haystack, wanted);
  const hidden = await hiddenObjects(haystack, new Set(found.keys()));
  const places = new Map<string, Place>();
  for (const [oid, { path, commit, byMerge }] of found) {
    const label = labels.get(commit) ?? (hidden?.objects.has(oid) ? hidden.label : undefined);
    const isMessage = oid === commit;
    places.set(oid, {
      ...(isMessage ? {} : { path }),
      commit: known.get(commit) ?? { id: commit },
      inHead: isMessage ? !notInHead.has(commit) : inHeadTree.has(oid),
      byMerge,
      ...(label ? { label } : {}),
    });
  }
  return places;
}

interface First {
  readonly path: string;
  readonly commit: string;
  readonly byMerge: boolean;
}

/** So many commits are looked at before it is asked whether all objects are found. */
const BATCH = 4096;

/** The first commit, in the order given, that has each blob where none of its parents has it. */
async function firstCommits(
  { place }: Isolated,
  search: { readonly commits: readonly string[]; readonly objects: ReadonlySet<string> },
  skip: (skip: Skip) => void,
): Promise<Map<string, First>> {
  const found = new Map<string, First>();
  const left = new Set(search.objects);
  for (const commit of search.commits) left.delete(commit);
  for (let from = 0; from < search.commits.length && left.size > 0; from += BATCH) {
    const commits = search.commits.slice(from, from + BATCH);
    const end = await addFirsts(place, { commits, left }, found);
    if (end.status !== 0)
      skip({ path: '.git', reason: `changes not listed to the end: ${gitMessage(end)}`, incomplete: true });
  }
  return found;
}

/** Moves the blobs that these commits brought in from `left` to `found`. */
async function addFirsts(
  place: GitPlace,
  { commits, left }: { readonly commits: readonly string[]; readonly left: Set<string> },
  found: Map<string, First>,
): Promise<GitEnd> {
  const filter = left.size > FILTERED ? [] : [...left].map((oid) => `--find-object=${oid}`);
  const stream = streamGit(place, ['diff-tree', '--stdin', '-r', '-c', '--root', ...rawDiff, ...filter]);
  stream.process.stdin.end(commits.map((oid) => `${oid}\n`).join(''));
  let commit = '';
  for await (const change of parseRawDiffStream(partsOf(stream.process.stdout, 0))) {
    if (typeof change === 'string') commit = change;
    else if (left.delete(change.oid))
      found.set(change.oid, { path: change.path, commit, byMerge: change.olds.length > 1 });
  }
  return stream.end;
}

async function readCommits(
  { isolated, withAuthors }: Haystack,
  oids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Commit>> {
  const commits = new Map<string, Commit>();
  const requests = [...oids].map((oid) => ({ oid }));
  for await (const object of readObjects(isolated.place, requests)) {
    const { oid } = object.request;
    const bytes = await readIfWhole(object);
    if (bytes) commits.set(oid, parseAnnotation(oid, bytes, withAuthors).commit);
  }
  return commits;
}

/** Which of these blobs the tree of a commit has. */
export async function blobsIn(
  { place }: Isolated,
  commit: string | undefined,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (commit === undefined) return found;
  const stream = streamGit(place, ['ls-tree', '-r', '-z', '--end-of-options', commit]);
  stream.process.stdin.end();
  for await (const entry of partsOf(stream.process.stdout, 0)) {
    const oid = entry.toString('latin1', 0, entry.indexOf(9)).split(' ')[2] ?? '';
    if (wanted.has(oid)) found.add(oid);
  }
  return found;
}

/** What kind of tip alone keeps each commit; nothing for those on branches and tags. */
async function labelsOf(
  { isolated, tips }: Haystack,
  commits: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string>();
  let left: readonly string[] = [...commits];
  for (const [index, kind] of TIP_KINDS.entries()) {
    const ofKind = tips.filter((tip) => tip.kind === kind).map(({ oid }) => oid);
    if (left.length === 0 || ofKind.length === 0) continue;
    const without = await outside(isolated, { tips: left, except: ofKind });
    if (index > 0) {
      const name = LABELS[kind];
      for (const commit of left) if (!without.has(commit)) labels.set(commit, name);
    }
    left = left.filter((commit) => without.has(commit));
  }
  return labels;
}

const LABELS: Readonly<Record<TipKind, string>> = {
  branch: 'in a branch',
  notes: 'in notes',
  stash: 'only in a stash',
  replacement: 'only in a replacement',
  'other ref': 'only in a ref that is no branch or tag',
  worktree: 'only in a linked work tree',
  reflog: 'only in a reflog',
};

/** Commits that `except` does not reach. */
async function outside({ place }: Isolated, { tips, except = [] }: Walk): Promise<ReadonlySet<string>> {
  const stream = streamGit(place, ['rev-list', '--ignore-missing', '--stdin']);
  stream.process.stdin.end([...tips, ...except.map((oid) => `^${oid}`)].map((line) => `${line}\n`).join(''));
  const commits = new Set<string>();
  for await (const oid of linesOf(stream.process.stdout)) commits.add(oid);
  await stream.end;
  return commits;
}
