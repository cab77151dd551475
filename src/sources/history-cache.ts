import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Repository } from './git/repository.js';
import { decodeSieve, type EarlierSieve, encodeSieve } from './objects/earlier-sieve.js';

/** Where what a sieve leaves of one repository is kept. */
export interface SieveCache {
  /** What the last sieve with the same rules and program left; undefined where there is nothing to be trusted. */
  load(): EarlierSieve | undefined;
  /** Keeps it for the next time, if that can be done. */
  save(sieve: EarlierSieve): void;
}

const LARGEST = 2 ** 30;

/**
 * A cache in a folder of the user's, for a sieve whose verdicts `key` names. Undefined where the folder is inside of
 * the repository: whoever wrote the one could have written the other.
 */
export function sieveCache(folder: string, repository: Repository, key: string): SieveCache | undefined {
  const common = realpathSync(repository.commonDir);
  if (isInside(folder, common) || isInside(folder, realpathSync(repository.cwd))) return undefined;
  const name = createHash('sha256').update(common).digest('hex').slice(0, 32);
  const file = join(folder, 'history', `${name}.sieve`);
  const fullKey = [key, common, repository.objectFormat].join('\0');
  return {
    load() {
      try {
        return decodeSieve(readOwn(file), fullKey);
      } catch {
        return undefined;
      }
    },
    save(sieve) {
      try {
        replace(file, encodeSieve(sieve, fullKey));
      } catch {
        // without it the next audit takes as long as this one
      }
    },
  };
}

/** Whether a folder, which may not be there yet, lies in another one. */
function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, realOf(resolve(folder)));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(outer, way) !== way);
}

/** The real path of the part of a path that is there. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realOf(parent), path.slice(parent.length));
  }
}

/** Reads a file that nobody else can have written. */
function readOwn(file: string): Buffer {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { uid, mode, size } = fstatSync(descriptor);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    if (!isOwn || size > LARGEST) throw new Error('not to be trusted');
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function replace(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
