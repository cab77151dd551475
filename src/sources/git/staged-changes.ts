import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { escapeLine } from './escape.js';
import { toUserError } from './failure.js';
import { rawDiff } from './invocation.js';
import { type Change, fieldsOf, parseRawDiff } from './raw-diff.js';
import type { Located } from './repository.js';
import { runGit } from './run.js';

/**
 * What the index adds to the commit it will follow; during a merge, only what is new against every parent.
 * Throws UserError: unmerged paths, a broken index or HEAD.
 */
export function stagedChanges(
  place: Located,
  env: Readonly<Record<string, string | undefined>>,
): readonly Change[] {
  const [against, ...others] = [undefined, ...mergeHeads(place, env)].map((parent) =>
    changesAgainst(place, parent),
  );
  const inAll = others.map((changes) => new Map(changes.map((change) => [change.path, change])));
  return (against ?? []).flatMap((change) => {
    const same = inAll.map((changes) => changes.get(change.path));
    if (same.some((other) => !other)) return [];
    return [{ ...change, olds: [...change.olds, ...same.flatMap((other) => other!.olds)] }];
  });
}

/** Changes of the index against HEAD, or against the commit whose id is given. */
function changesAgainst(place: Located, parent: string | undefined): readonly Change[] {
  const diff = (tree: string) =>
    runGit(place, ['diff-index', '--cached', '-M', '-l200', ...rawDiff, tree, '--'], { limit: 2 ** 30 });
  let result = diff(parent ?? 'HEAD');
  if (result.status !== 0 && parent === undefined && isUnborn(place)) result = diff(emptyTree(place));
  if (result.status !== 0) throw toUserError(result, place.cwd);
  const changes = [...parseRawDiff(fieldsOf(result.stdout))].filter((change) => typeof change !== 'string');
  const unmerged = changes.find(({ status }) => status === 'U');
  if (unmerged) {
    throw new UserError(
      `${escapeLine(unmerged.path)}: unmerged; resolve the conflict and 'git add' it first`,
    );
  }
  return changes;
}

/** No commit yet: HEAD names a branch that is not there. A HEAD that names something broken is not unborn. */
function isUnborn(place: Located): boolean {
  return runGit(place, ['rev-parse', '-q', '--verify', 'HEAD']).status === 1;
}

function emptyTree(place: Located): string {
  return runGit(place, ['hash-object', '-t', 'tree', '--stdin']).stdout.toString().trim();
}

/** Further parents of the commit to come: from MERGE_HEAD, and in a pre-merge-commit hook from git's environment. */
function mergeHeads(place: Located, env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const heads = Object.keys(env).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1] ?? []);
  try {
    const file = readFileSync(join(place.gitDir, 'MERGE_HEAD'), 'latin1');
    heads.push(...file.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line)));
  } catch {
    // no merge is under way
  }
  return [...new Set(heads)];
}
