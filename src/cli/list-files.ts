import { join } from 'node:path';
import picomatch from 'picomatch';
import { listTracked } from '../index.js';

/** The files of the repository, or the one named, that match globs. */
export function listFiles(globs: readonly string[]): { path: string; file: string }[] {
  const root = process.cwd();
  const matches = picomatch([...globs], { dot: true });
  const tracked = (listTracked(root) ?? []).map(String);
  const plain = globs.filter((glob) => !/[*?[{]/.test(glob));
  const paths = [...new Set([...plain, ...tracked.filter((path) => matches(path))])];
  return paths.map((path) => ({ path, file: join(root, path) }));
}
