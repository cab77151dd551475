import { UserError } from '../../errors.js';
import { type FilePath, toFilePath } from '../file-path.js';
import { fieldsOf } from './raw-diff.js';
import { locateRepository } from './repository.js';
import { runGit } from './run.js';

const LISTED = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];

/** Tracked files and untracked ones that are not ignored, relative to the directory; undefined outside a work tree. */
export function listTracked(directory: string): readonly FilePath[] | undefined {
  const place = locate(directory);
  if (place?.topLevel === undefined) return undefined;
  const { status, stdout } = runGit({ ...place, cwd: directory }, LISTED, { limit: 2 ** 30 });
  return status === 0 ? [...fieldsOf(stdout)].map(toFilePath) : undefined;
}

function locate(directory: string) {
  try {
    return locateRepository(directory);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
