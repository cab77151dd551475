import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.js';

/** The names a configuration may have, package.json apart. */
export const CONFIG_NAMES = [
  '.keyhound.json',
  '.keyhound.jsonc',
  '.keyhound.toml',
  '.keyhound.yaml',
  '.keyhound.yml',
] as const;
const PACKAGE = 'package.json';
const LARGEST_PACKAGE = 4 << 20;

/** The path of a directory's configuration, undefined where it has none. Throws UserError where it has two. */
export function findConfig(directory: string): string | undefined {
  const present: string[] = CONFIG_NAMES.filter((name) =>
    statSync(join(directory, name), { throwIfNoEntry: false }),
  );
  if (hasKey(join(directory, PACKAGE))) present.push(PACKAGE);
  const [first, second] = present;
  if (second !== undefined) {
    throw new UserError(
      `${join(directory, first!)} and ${second}: both are there; keep one, the other would not count`,
    );
  }
  return first && join(directory, first);
}

/**
 * The directory whose settings and baseline hold for a directory: the nearest at or above it, up to the repository's
 * top, that has a configuration or a folder `.keyhound`; where none has, the repository's top. Outside of a
 * repository the directory itself.
 */
export function findHome(directory: string): string {
  const top = findTop(directory);
  if (top === undefined) return directory;
  for (let at = directory; at !== top; at = dirname(at)) {
    if (findConfig(at) !== undefined || exists(join(at, '.keyhound'))) return at;
  }
  return top;
}

/** The directory at or above that git works on; what is further up is not the repository's to say. */
export function findTop(directory: string): string | undefined {
  for (let at = directory; ; at = dirname(at)) {
    if (exists(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A package.json that cannot be read is another tool's trouble: it holds no settings of ours. */
function hasKey(file: string): boolean {
  try {
    if (statSync(file).size > LARGEST_PACKAGE) return false;
    return holdsConfig(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether the text of a package.json has the key `keyhound`. */
export function holdsConfig(text: string): boolean {
  return settingsInPackage(text) !== undefined;
}

/** What a package.json says under the key `keyhound`; undefined where it says nothing, or is no JSON. */
export function settingsInPackage(text: string): unknown {
  if (!text.includes('"keyhound"')) return undefined;
  try {
    const all = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Object.hasOwn(all, 'keyhound') ? all.keyhound : undefined;
  } catch {
    return undefined;
  }
}
