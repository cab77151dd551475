import { type CiRange, ciRange } from '../index.js';
import { fetchAll, fetchRange } from './deepen.js';
import { type Git, resolveCommit } from './git.js';

/** What is scanned, once it is known to be in the checkout. Commits are by their hash. */
export type Range =
  | { readonly kind: 'files' | 'history' }
  | { readonly kind: 'range'; readonly base?: string; readonly head: string; readonly isProposed: boolean }
  | { readonly kind: 'nothing' | 'unknown'; readonly reason: string };

export interface Situation {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly event: unknown;
  readonly git: Git;
  readonly mayFetch: boolean;
}

/** What the event is about, fetched where the checkout is too shallow for it. Throws UserError for unsafe events. */
export async function resolveRange({ env, event, git, mayFetch }: Situation): Promise<Range> {
  const asked = ciRange({ ...env, GITHUB_ACTIONS: 'true' }, event);
  if (!asked || asked.kind === 'all') return resolveHistory(git, mayFetch);
  if (asked.kind === 'nothing') return { kind: 'nothing', reason: 'the ref was deleted' };
  if (await isNoRepository(git)) return NO_REPOSITORY;
  if (mayFetch) for (const ref of asked.optionalBases) await fetchBranch(git, ref);
  const commits = await fetchEnds(asked, git, mayFetch);
  const [head] = commits.heads;
  const [base] = commits.bases;
  const isProposed = asked.event === 'pull_request' || asked.event === 'merge_group';
  if (head === undefined || commits.isCut) return unknown(asked);
  if (commits.bases.includes(head)) return { kind: 'nothing', reason: 'base and head are the same commit' };
  return { kind: 'range', head, isProposed, ...(base ? { base } : {}) };
}

/** Everything there is. */
export async function resolveHistory(git: Git, mayFetch: boolean): Promise<Range> {
  if (await isNoRepository(git)) return NO_REPOSITORY;
  return (await fetchAll(git, mayFetch)) ? { kind: 'history' } : unknown();
}

/** The range that the workflow itself names, in hashes or names of the checkout. */
export async function resolveNamed(
  names: { base: string; head: string },
  git: Git,
  mayFetch: boolean,
): Promise<Range> {
  if (await isNoRepository(git)) return NO_REPOSITORY;
  const [head, base] = [names.head || 'HEAD', names.base];
  const isWhole = await fetchRange(git, { heads: [head], bases: [base] }, mayFetch);
  const commits = [await resolveCommit(git, head), await resolveCommit(git, base)] as const;
  if (!isWhole || !commits[0] || !commits[1]) return unknown();
  return { kind: 'range', head: commits[0], base: commits[1], isProposed: false };
}

const NO_REPOSITORY: Range = {
  kind: 'unknown',
  reason: 'there is no git repository here; add a step: uses: actions/checkout',
};

function unknown(asked?: CiRange): Range {
  const advice = asked?.advice ?? "fetch-depth: 0 under 'with:' of actions/checkout";
  return {
    kind: 'unknown',
    reason: `the checkout is shallow and the rest could not be fetched; add ${advice}`,
  };
}

async function isNoRepository(git: Git): Promise<boolean> {
  return (await git(['rev-parse', '--git-dir'])) === undefined;
}

/** A branch that a range is measured against, as it is now; a shallow checkout has only its own. */
async function fetchBranch(git: Git, ref: string): Promise<void> {
  const [, branch] = /^refs\/remotes\/origin\/(.+)$/.exec(ref) ?? [];
  if (branch === undefined || (await resolveCommit(git, ref)) !== undefined) return;
  const source = `+refs/heads/${branch}:${ref}`;
  await git(['fetch', '--no-tags', '--no-recurse-submodules', '--quiet', '--depth=1', 'origin', source]);
}

/** Fetches the ends of a range with all that lies between. A pushed base that nobody has any more is left out. */
async function fetchEnds(asked: CiRange, git: Git, mayFetch: boolean) {
  const there = async (revisions: readonly string[]) => {
    const found = await Promise.all(revisions.map((revision) => resolveCommit(git, revision)));
    return found.filter((commit) => commit !== undefined);
  };
  const hashes = asked.optionalBases.filter((revision) => /^[0-9a-f]{40,64}$/.test(revision));
  const lost = hashes.length > (await there(hashes)).length;
  const needed = { heads: asked.heads, bases: asked.bases };
  if (lost) await fetchRange(git, { ...needed, bases: [...asked.bases, ...hashes] }, mayFetch);
  const whole = {
    heads: [...asked.heads, ...(await there(asked.optionalHeads))],
    bases: [...asked.bases, ...(await there(asked.optionalBases))],
  };
  const isCut = !(await fetchRange(git, whole, mayFetch));
  // what only deepening brought is a better base: the side that the tested merge came from
  const bases = [...(await there(asked.optionalBases)), ...(await there(asked.bases))];
  const heads = [...(await there(asked.optionalHeads)), ...(await there(asked.heads))];
  return { isCut, heads, bases };
}
