import type { Skip } from '../../types.js';
import { parseAnnotation } from './commit.js';
import { type GitEnd, gitMessage } from './failure.js';
import type { Isolated } from './isolated.js';
import { linesOf } from './lines-of.js';
import { readIfWhole, readObjects } from './object-stream.js';
import { type GitPlace, type GitStream, streamGit } from './run.js';
import { type WalkedObject, walkTrees } from './tree-walk.js';

/** A walk over a part of the history: from `tips`, without what `except` reaches. Object ids only. */
export interface Walk {
  readonly tips: readonly string[];
  readonly except?: readonly string[];
  /** Further limits for `git rev-list`, such as `--since=…`. */
  readonly limits?: readonly string[];
}

const ORDER = ['--topo-order', '--reverse'];

/**
 * Commits of a walk, the oldest first. Where commits are missing or corrupt the history is cut there, so that all
 * others are still walked, and each gap is a skip. Counts nothing.
 */
export async function walkCommits(
  isolated: Isolated,
  walk: Walk,
  skip: (skip: Skip) => void,
): Promise<readonly string[]> {
  const first = await listCommits(isolated.place, walk);
  if (first.end.status === 0) return first.commits;
  await mend(isolated, skip);
  const second = await listCommits(isolated.place, walk);
  if (second.end.status !== 0) {
    skip({
      path: '.git',
      reason: `history not walked to its end: ${gitMessage(second.end)}`,
      incomplete: true,
    });
  }
  return second.commits;
}

async function listCommits(
  place: GitPlace,
  walk: Walk,
): Promise<{ commits: readonly string[]; end: GitEnd }> {
  const stream = startRevList(place, walk, ORDER);
  const commits: string[] = [];
  for await (const line of linesOf(stream.process.stdout)) commits.push(line);
  return { commits, end: await stream.end };
}

/**
 * Blobs of a walk, each once, with a path of the oldest commit that has it. `git rev-list` stops at a tree or blob
 * that is missing; then the rest is found tree by tree, and what cannot be read is a skip.
 */
export async function* walkBlobs(
  isolated: Isolated,
  walk: Walk & { readonly commits: readonly string[] },
  skip: (skip: Skip) => void,
): AsyncGenerator<WalkedObject> {
  const yielded = new Set<string>();
  const stream = startRevList(isolated.place, walk, [...ORDER, '--objects', '--filter=object:type=blob']);
  try {
    for await (const line of linesOf(stream.process.stdout)) {
      const [, oid, path] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
      if (!oid || !path) continue;
      yielded.add(oid);
      yield { oid, path };
    }
    const end = await stream.end;
    if (end.status === 0) return;
    skip({ path: '.git', reason: gitMessage(end), incomplete: true });
  } finally {
    stream.process.kill();
  }
  for await (const blob of walkTrees(isolated.place, [...walk.commits, ...walk.tips], skip)) {
    if (!yielded.has(blob.oid)) yield blob;
  }
}

function startRevList(place: GitPlace, walk: Walk, options: readonly string[]): GitStream {
  const stream = streamGit(place, ['rev-list', ...options, ...(walk.limits ?? []), '--stdin']);
  const except = (walk.except ?? []).map((oid) => `^${oid}\n`);
  stream.process.stdin.end([...walk.tips.map((oid) => `${oid}\n`), ...except].join(''));
  return stream;
}

/** Finds commits with a parent that cannot be read, and cuts the history there. */
async function mend(isolated: Isolated, skip: (skip: Skip) => void): Promise<void> {
  const parents = new Map<string, readonly string[]>();
  for await (const object of readObjects(isolated.place, commitsInStore(isolated.place, skip))) {
    const { oid } = object.request;
    const bytes = await readIfWhole(object);
    if (bytes) {
      parents.set(oid, parseAnnotation(oid, bytes, false).parents);
    } else {
      const why = 'lost' in object ? object.lost : 'content cut off';
      skip({ path: '.git', reason: `commit ${oid}: ${why}`, incomplete: true });
    }
  }
  const cut = [...parents].filter(([, of]) => of.some((parent) => !parents.has(parent)));
  for (const parent of new Set(cut.flatMap(([, of]) => of.filter((id) => !parents.has(id))))) {
    skip({
      path: '.git',
      reason: `commit ${parent} missing or corrupt: history is cut there`,
      incomplete: true,
    });
  }
  isolated.cutAt(cut.map(([commit]) => commit));
}

async function* commitsInStore(place: GitPlace, skip: (skip: Skip) => void): AsyncGenerator<{ oid: string }> {
  for await (const { oid, type } of objectsInStore(place, skip)) if (type === 'commit') yield { oid };
}

/** Every object of the object store, reachable or not; `skip` is told where git did not list them all. */
export async function* objectsInStore(
  place: GitPlace,
  skip: (skip: Skip) => void,
): AsyncGenerator<{ oid: string; type: string }> {
  const stream = streamGit(place, [
    'cat-file',
    '--batch-all-objects',
    '--unordered',
    '--buffer',
    '--batch-check=%(objectname) %(objecttype)',
  ]);
  stream.process.stdin.end();
  try {
    for await (const line of linesOf(stream.process.stdout)) {
      const [oid = '', type = ''] = line.split(' ');
      yield { oid, type };
    }
    const end = await stream.end;
    if (end.status !== 0)
      skip({ path: '.git', reason: `objects not listed to the end: ${gitMessage(end)}`, incomplete: true });
  } finally {
    stream.process.kill();
  }
}
