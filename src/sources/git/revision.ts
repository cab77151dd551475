import { type GitPlace, runGit } from './run.js';

/** The commit that a revision of the user's means; undefined where there is none. */
export function resolveCommit(place: GitPlace, revision: string): string | undefined {
  return resolveRevision(place, revision, 'commit');
}

/** The object of a type that a revision means and that is there. A revision can never be read as an option. */
export function resolveRevision(
  place: GitPlace,
  revision: string,
  type: 'commit' | 'object',
): string | undefined {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${revision}^{${type}}`];
  const { status, stdout } = runGit(place, args);
  const oid = stdout.toString('latin1').trim();
  return status === 0 && /^[0-9a-f]{40,64}$/.test(oid) ? oid : undefined;
}
