import { UserError } from '../../errors.js';
import { locateRepository } from './repository.js';
import { runGit } from './run.js';

const LISTED = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];

/** Tracked files and untracked ones that are not ignored, relative to the directory; undefined outside a work tree. */
export function listTracked(directory: string): readonly string[] | undefined {
  const place = locate(directory);
  if (place?.topLevel === undefined) return undefined;
  const { status, stdout } = runGit({ ...place, cwd: directory }, LISTED, { limit: 2 ** 30 });
  return status === 0
    ? stdout
        .toString()
        .split('\0')
        .filter((path) => path !== '')
    : undefined;
}

function locate(directory: string) {
  try {
    return locateRepository(directory);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
