import { UserError } from '../../errors.js';
import { locateRepository } from './repository.js';
import { runGit } from './run.js';

const LISTED = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--'];

/** Whether git would take a file that is there into a commit: it is in a work tree and not ignored, or tracked already. */
export function isCommittable(directory: string, name: string): boolean {
  try {
    const place = locateRepository(directory);
    if (place.topLevel === undefined) return false;
    const { stdout, status } = runGit({ ...place, cwd: directory }, [...LISTED, name]);
    return status === 0 && stdout.length > 0;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
