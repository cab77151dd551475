import { UserError } from '../errors.js';
import type { Source } from '../types.js';
import type { CiRange } from './git/ci-range.js';
import { deepen, isJoined } from './git/deepen.js';
import { escapeLine } from './git/escape.js';
import { shallowCommits } from './git/isolated.js';
import { type OpenOptions, openRepository, type Repository } from './git/repository.js';
import { resolveCommit } from './git/revision.js';
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
  /** Undefined: there is no base; the settings of the head hold. */
  readonly policyCommit?: string;
}

/** Looks a CI range up. Throws UserError with the line to add when the clone does not reach its base. */
export function ciSource(range: CiRange, options: CiOptions = {}): CiScan {
  const path = options.path ?? '.';
  if (range.kind === 'nothing') return { source: { mode: 'range', chunks: () => [] } };
  if (range.kind === 'all') return { source: historySource({ ...options, path }) };
  const repository = openRepository(path, options);
  requireHistory(repository, range, options.deepen ?? false);
  const isThere = (revision: string) => resolveCommit(repository, revision) !== undefined;
  const known = otherBranches(repository, range.exceptBranch);
  const heads = [...range.heads, ...range.optionalHeads.filter(isThere)];
  const { bases, optionalBases } = range;
  const policyCommit = [...bases, ...optionalBases].find(isThere);
  const source = rangeSource({ ...options, path, heads, bases, optionalBases, known });
  return { source, ...(policyCommit === undefined ? {} : { policyCommit }) };
}

/** A base that is missing, or a head that does not meet it, would make a range wrong without a sign of it. */
function requireHistory(repository: Repository, range: CiRange, mayFetch: boolean): void {
  const wanted = [
    ...range.heads,
    ...(range.bases.length > 0 ? range.bases : range.optionalBases.slice(0, 1)),
  ];
  const isWhole = () =>
    shallowCommits(repository).length === 0 || (wanted.length > 1 && isJoined(repository, wanted));
  if (isWhole()) return;
  if (mayFetch) deepen(repository, wanted, isWhole);
  if (isWhole()) return;
  throw new UserError(
    `the clone is shallow and does not reach ${escapeLine(wanted[1] ?? 'the commits before the push')}; add ${range.advice}, or use --deepen`,
  );
}

/** Branches of the remote other than the one that was pushed: what they have is not new. */
function otherBranches(repository: Repository, branch: string | undefined): readonly string[] {
  if (branch === undefined) return [];
  const isOther = (ref: string) => !ref.endsWith('/HEAD') && !ref.endsWith(`/${branch}`);
  return listRefs(repository, 'refs/remotes/').flatMap(({ oid, name }) => (isOther(name) ? oid : []));
}
