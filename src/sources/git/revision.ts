import { type GitPlace, runGit } from './run.js';

/** The commit that a revision of the user's means; undefined where there is none. It can never be read as an option. */
export function resolveCommit(place: GitPlace, revision: string): string | undefined {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${revision}^{commit}`];
  const { status, stdout } = runGit(place, args);
  const oid = stdout.toString('latin1').trim();
  return status === 0 && /^[0-9a-f]{40,64}$/.test(oid) ? oid : undefined;
}
