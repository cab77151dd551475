import type { Skip } from '../../types.js';
import { gitMessage } from './failure.js';
import { rawDiff } from './invocation.js';
import { partsOf } from './lines-of.js';
import { type Change, GITLINK, isZero, parseRawDiffStream } from './raw-diff.js';
import { type GitPlace, streamGit } from './run.js';

/** A blob that some commits bring to a path. */
export interface Arrival {
  readonly oid: string;
  readonly path: string;
  readonly mode: string;
  /** The first of these commits. */
  readonly commit: string;
  readonly byMerge: boolean;
  /** The name was not there before. */
  readonly isNewName: boolean;
  /** For each of these commits, the blobs that stood there in its parents. */
  readonly olds: (readonly string[])[];
}

/** What commits bring in that none of their parents has, merges included; commits the oldest first. */
export async function commitChanges(
  place: GitPlace,
  { commits, paths = [] }: { readonly commits: readonly string[]; readonly paths?: readonly string[] },
  skip: (skip: Skip) => void,
): Promise<readonly Arrival[]> {
  const args = ['diff-tree', '--stdin', '-r', '-c', '--root', '-M', '-l200', ...rawDiff, '--', ...paths];
  const stream = streamGit(place, args);
  stream.process.stdin.end(commits.map((oid) => `${oid}\n`).join(''));
  const arrivals = new Map<string, Arrival>();
  const submodules = new Set<string>();
  let commit = '';
  for await (const change of parseRawDiffStream(partsOf(stream.process.stdout, 0))) {
    if (typeof change === 'string') commit = change;
    else if (change.mode === GITLINK) submodules.add(change.path);
    else if (!isZero(change.oid) && !change.olds.some(({ oid }) => oid === change.oid))
      add(arrivals, change, commit);
  }
  const end = await stream.end;
  if (end.status !== 0)
    skip({ path: '.git', reason: `changes not listed to the end: ${gitMessage(end)}`, incomplete: true });
  for (const path of submodules) {
    skip({ path, reason: 'submodule: scan it in its own repository', incomplete: false });
  }
  return [...arrivals.values()];
}

function add(arrivals: Map<string, Arrival>, change: Change, commit: string): void {
  const { oid, path, mode, olds, status } = change;
  const before = olds.filter((old) => old.mode !== GITLINK && !isZero(old.oid)).map((old) => old.oid);
  const key = `${oid}\0${path}`;
  const known = arrivals.get(key);
  if (known) {
    known.olds.push(before);
    return;
  }
  const isNewName = /[RC]/.test(status) || before.length === 0;
  arrivals.set(key, { oid, path, mode, commit, isNewName, byMerge: olds.length > 1, olds: [before] });
}
