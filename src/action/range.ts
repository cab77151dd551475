import { UserError } from '../errors.js';
import { fetchAll, fetchRange } from './deepen.js';
import type { Target } from './event.js';
import { type Git, hasCommit } from './git.js';

/** What is scanned: exact commits, everything, or nothing with the reason. */
export type Range =
  | { readonly kind: 'range'; readonly base: string; readonly head: string; readonly policyBase?: string }
  | { readonly kind: 'history' | 'files' }
  | { readonly kind: 'nothing'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

const CUT =
  'the checkout is shallow and the rest could not be fetched; add to actions/checkout: with: { fetch-depth: 0 }';

/** The exact range of a target, fetched where the checkout is too shallow for it. */
export async function resolveRange(target: Target, git: Git, mayFetch: boolean): Promise<Range> {
  if (target.kind === 'nothing') return target;
  if ((await git(['rev-parse', '--git-dir'])) === undefined) {
    return { kind: 'unknown', reason: 'there is no git repository here; add a step: uses: actions/checkout' };
  }
  if (target.kind === 'history') return wholeHistory(git, mayFetch);
  if (target.kind === 'new-ref') return ofNewRef(target, git, mayFetch);
  const ends = target.kind === 'merge' ? await ofMerge(target, git) : target;
  const { base, head } = ends;
  if (base === head) return { kind: 'nothing', reason: 'base and head are the same commit' };
  if (await fetchRange(git, { base, head }, mayFetch)) {
    const isProposed = target.kind === 'merge' || target.from === 'queue';
    return { kind: 'range', base, head, ...(isProposed ? { policyBase: base } : {}) };
  }
  // a force push may have left a base that nobody has any more
  const isLost = target.kind === 'range' && target.from === 'push' && !(await hasCommit(git, base));
  return isLost ? wholeHistory(git, mayFetch) : { kind: 'unknown', reason: CUT };
}

async function wholeHistory(git: Git, mayFetch: boolean): Promise<Range> {
  return (await fetchAll(git, mayFetch)) ? { kind: 'history' } : { kind: 'unknown', reason: CUT };
}

/**
 * What is checked out for a pull request is its merge with the base branch as it is now: that merge is scanned too,
 * against the side it came from, which is newer than what the event tells.
 */
async function ofMerge({ head, base }: { head: string; base: string }, git: Git) {
  const merge = await git(['rev-parse', '-q', '--verify', 'HEAD^{commit}']);
  const object = merge && (await git(['cat-file', 'commit', merge]));
  const parents = [...(object ? (object.split('\n\n')[0] ?? '') : '').matchAll(/^parent ([0-9a-f]+)$/gm)].map(
    (m) => m[1],
  );
  const [side, proposed] = parents;
  return merge && side && parents.length === 2 && proposed === head
    ? { head: merge, base: side }
    : { head, base };
}

/** A new branch or tag brings what the default branch does not have. */
async function ofNewRef(
  { head, branch }: { head: string; branch: string },
  git: Git,
  mayFetch: boolean,
): Promise<Range> {
  const name = `refs/remotes/origin/${branch}`;
  const known = () => git(['rev-parse', '-q', '--verify', '--end-of-options', `${name}^{commit}`]);
  if ((await known()) === undefined && mayFetch) {
    await git([
      'fetch',
      '--no-tags',
      '--no-recurse-submodules',
      '--quiet',
      '--depth=1',
      'origin',
      `+refs/heads/${branch}:${name}`,
    ]);
  }
  const base = await known();
  if (base === undefined) return wholeHistory(git, mayFetch);
  return resolveRange({ kind: 'range', base, head, from: 'push' }, git, mayFetch);
}

/** The range that the workflow names itself. Throws UserError where it names no commit. */
export async function namedTarget(names: { base: string; head: string }, git: Git): Promise<Target> {
  const commit = async (input: string, name: string): Promise<string> => {
    const found = await git(['rev-parse', '-q', '--verify', '--end-of-options', `${name}^{commit}`]);
    if (found !== undefined) return found;
    if (/^[0-9a-f]{40,64}$/.test(name)) return name;
    throw new UserError(`input ${input}: no such commit in the checkout`);
  };
  const head = await commit('head', names.head || 'HEAD');
  return { kind: 'range', head, base: await commit('base', names.base), from: 'input' };
}
