import type { Source } from '../types.js';
import type { CiRange } from './git/ci-range.js';
import { deepen, fetchBranches, isJoined } from './git/deepen.js';
import { escapeLine } from './git/escape.js';
import { shallowCommits } from './git/isolated.js';
import { type OpenOptions, openRepository, type Repository } from './git/repository.js';
import { resolveCommit } from './git/revision.js';
import { runGit } from './git/run.js';
import { listRefs } from './git/tips.js';
import { historySource } from './history.js';
import { rangeSource } from './range.js';

/** How a CI range becomes a scan. */
export interface CiOptions extends OpenOptions {
  readonly path?: string;
  /** Fetch what a shallow clone lacks; uses the network. */
  readonly deepen?: boolean;
  readonly withAuthors?: boolean;
}

/** What a CI run is to scan, and the commit whose settings decide. */
export interface CiScan {
  readonly source: Source;
  /** Undefined: nothing is proposed, or nothing was there before; the settings that are checked out hold. */
  readonly policyCommit?: string;
}

/** Looks a CI range up. Where the clone does not reach its base, the scan is incomplete and says the line to add. */
export function ciSource(range: CiRange, options: CiOptions = {}): CiScan {
  const path = options.path ?? '.';
  if (range.kind === 'nothing') return { source: { mode: 'range', chunks: () => [] } };
  if (range.kind === 'all') return { source: historySource({ ...options, path }) };
  const repository = openRepository(path, options);
  const gap = gapOf(repository, range, options.deepen ?? false);
  if (gap !== undefined) return { source: incomplete(gap) };
  const isThere = (revision: string) => resolveCommit(repository, revision) !== undefined;
  const known = otherBranches(repository, range);
  const heads = [...range.heads, ...range.optionalHeads.filter(isThere)];
  const { bases, optionalBases } = range;
  const policyCommit =
    [...bases, ...optionalBases, 'refs/remotes/origin/HEAD'].find(isThere) ??
    forkPoint(repository, heads[0]!, known);
  const source = rangeSource({ ...options, path, heads, bases, optionalBases, known });
  return { source, ...(policyCommit === undefined ? {} : { policyCommit }) };
}

/**
 * What to do about a base that is missing, or a head that does not meet it: either would make a range wrong without a
 * sign of it. Undefined: all is there.
 */
function gapOf(repository: Repository, range: CiRange, mayFetch: boolean): string | undefined {
  if (mayFetch) fetchBranches(repository, missingBranches(repository, range));
  const mayBeThere = (revision: string) =>
    !revision.startsWith('refs/') || resolveCommit(repository, revision) !== undefined;
  const wanted = [
    ...range.heads,
    ...(range.bases.length > 0 ? range.bases : range.optionalBases.filter(mayBeThere).slice(0, 1)),
  ];
  const isWhole = () =>
    shallowCommits(repository).length === 0 || (wanted.length > 1 && isJoined(repository, wanted));
  if (mayFetch && !isWhole()) deepen(repository, wanted, isWhole);
  if (!isWhole())
    return `the clone is shallow and does not reach ${escapeLine(wanted[1] ?? 'the commits before the push')}; add ${range.advice}, or use --deepen`;
  const [branch] = missingBranches(repository, { ...range, optionalBases: [], exceptBranch: '' });
  if (branch === undefined) return undefined;
  return `the branch ${escapeLine(branch)} is not here; add 'git fetch origin ${escapeLine(branch)}:refs/remotes/origin/${escapeLine(branch)}' as a step, or use --deepen`;
}

/** Branches of the remote that a range is measured against and that are not here; of a new branch, all of them. */
function missingBranches(repository: Repository, range: CiRange): readonly string[] {
  const { bases, optionalBases, exceptBranch } = range;
  const missing = [...bases, ...optionalBases].flatMap((revision) => {
    const [, branch] = /^refs\/remotes\/origin\/(.+)$/.exec(revision) ?? [];
    return branch && resolveCommit(repository, revision) === undefined ? branch : [];
  });
  const isNew = exceptBranch && otherBranches(repository, range).length === 0;
  return isNew ? ['*'] : missing;
}

function incomplete(reason: string): Source {
  return {
    mode: 'range',
    chunks({ skip }) {
      skip({ path: '.git', reason, incomplete: true });
      return [];
    },
  };
}

/** Of a new branch, the newest commit that another branch has too. */
function forkPoint(repository: Repository, head: string, others: readonly string[]): string | undefined {
  if (others.length === 0) return undefined;
  const asked = ['merge-base', '--end-of-options', head, ...others.slice(0, MOST_OTHERS)];
  const { status, stdout } = runGit(repository, asked);
  return status === 0 ? stdout.toString('latin1').split('\n')[0] : undefined;
}

/** Branches that are named on one command line. */
const MOST_OTHERS = 500;

/** Branches of the remote other than the one that was pushed: what they have is not new, unless they have it all. */
function otherBranches(repository: Repository, { exceptBranch, heads }: CiRange): readonly string[] {
  const head = resolveCommit(repository, heads[0] ?? '');
  if (exceptBranch === undefined || head === undefined) return [];
  const isOther = (ref: string) => !ref.endsWith('/HEAD') && !ref.endsWith(`/${exceptBranch}`);
  return listRefs(repository, 'refs/remotes/', head).flatMap(({ oid, name }) => (isOther(name) ? oid : []));
}
