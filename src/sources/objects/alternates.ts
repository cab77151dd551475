import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The object directories of a repository: its own first, then those it borrows from. */
export interface ObjectDirectories {
  readonly directories: readonly string[];
  /** Why some that are named were left out: not found, or not allowed. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** Why a directory is left out that is not there: what was to be borrowed may be missed, and is named then. */
export const NOT_FOUND = 'borrowed objects not found';

/** git itself follows alternates of alternates this deep. */
const DEEPEST = 5;
const MOST = 64;
const LARGEST_FILE = 64 * 1024;

/**
 * Follows `info/alternates` (gitrepository-layout), each directory once. Only directories below one of `trusted` are
 * followed: a repository of somebody else could name any other on this machine.
 */
export function objectDirectories(own: string, trusted: readonly string[]): ObjectDirectories {
  const roots = trusted.map(realPath).filter((root) => root !== undefined);
  const directories = [own];
  const seen = new Set([realPath(own)]);
  const refused: { path: string; reason: string }[] = [];

  function follow(directory: string, depth: number): void {
    for (const line of alternatesOf(directory)) {
      const path = isAbsolute(line) ? line : resolve(directory, line);
      const real = realPath(path);
      if (real !== undefined && seen.has(real)) continue;
      seen.add(real ?? path);
      if (real === undefined) refused.push({ path, reason: NOT_FOUND });
      else if (depth > DEEPEST || directories.length > MOST)
        refused.push({ path, reason: 'too many borrowed object directories' });
      else if (!roots.some((root) => isBelow(real, root)))
        refused.push({ path, reason: 'borrowed objects outside of the trusted directories' });
      else {
        directories.push(real);
        follow(real, depth + 1);
      }
    }
  }
  follow(own, 1);
  return { directories, refused };
}

function alternatesOf(objects: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(join(objects, 'info', 'alternates'), 'utf8').slice(0, LARGEST_FILE);
  } catch {
    return [];
  }
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
