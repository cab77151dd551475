import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { findConfig } from './find-config.js';
import { refuse } from './refusal.js';
import type { KeyPath } from './validate.js';

/** What an entry of `extends` may reach. */
export interface Reach {
  /** The repository, or the directory that stands for it. */
  readonly root: string;
  /** Brings a file of the root to where it can be read, when the root is made for the purpose. */
  readonly bring?: (path: string) => void;
  /** Whose installed packages count; undefined where somebody else decides what is installed. */
  readonly packages: string | undefined;
}

/**
 * The file that an entry of `extends` names, data only: `./…` of this repository, or an installed package's. Refuses
 * addresses, and everything outside of the repository, links that lead there included.
 */
export function resolveExtended(
  name: string,
  from: string,
  reach: Reach & { readonly path: KeyPath },
): string {
  const { path } = reach;
  if (/^[a-z][a-z0-9+.-]*:/i.test(name))
    refuse(path, 'must not be an address: settings come from files only');
  const isFile = name.startsWith('./') || name.startsWith('../');
  if (isAbsolute(name)) refuse(path, 'must begin with ./ or name a package');
  if (!isFile && reach.packages === undefined)
    refuse(
      path,
      'names a package, and whoever sends a change decides what is installed: keep the settings in a file of the repository, or name a file with --config',
    );
  // what a package extends lies where packages are
  const isOfRoot = isFile && isInside(from, reach.root);
  const root = isOfRoot ? reach.root : (reach.packages ?? reach.root);
  const start = isInside(from, root) ? dirname(from) : root;
  const file = isFile ? resolve(dirname(from), name) : inPackage(name, start, { root, path });
  if (!isInside(file, root)) refuse(path, 'leads out of the repository');
  if (isOfRoot) reach.bring?.(relative(root, file).split(sep).join('/'));
  if (!existsSync(file)) refuse(path, `names a file that is not there: ${relative(root, file)}`);
  if (!isInside(realpathSync(file), realpathSync(root)))
    refuse(path, 'leads out of the repository by a link');
  return file;
}

function inPackage(
  name: string,
  from: string,
  { root, path }: { readonly root: string; readonly path: KeyPath },
): string {
  const [, pack, inner] = /^((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)(?:\/(.+))?$/i.exec(name) ?? [];
  if (pack === undefined) return refuse(path, 'must begin with ./ or name a package');
  for (let at = from; ; at = dirname(at)) {
    const directory = join(at, 'node_modules', pack);
    if (existsSync(directory))
      return inner === undefined ? settingsOf(directory, path) : join(directory, inner);
    if (at === root || at === dirname(at))
      return refuse(path, `names a package that is not installed: ${pack}`);
  }
}

/** A package's own configuration is what it offers. */
function settingsOf(directory: string, path: KeyPath): string {
  return (
    findConfig(directory) ?? refuse(path, 'names a package without a configuration; name the file in it')
  );
}

function isInside(file: string, root: string): boolean {
  const way = relative(root, file);
  return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..';
}
