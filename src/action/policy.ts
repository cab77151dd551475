import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_NAMES, settingsInPackage } from '../index.js';
import type { Git } from './git.js';

const PACKAGE = 'package.json';
/** Files that decide what counts. What a pull request changes in them must not decide about that pull request. */
const POLICY = ['.keyhound', ...CONFIG_NAMES, PACKAGE];

interface Ends {
  readonly base: string;
  readonly head: string;
}

/** The policy files that a range changes, named ones included; package.json only where its settings of ours change. */
export async function changedPolicy(git: Git, range: Ends, named: readonly string[]) {
  const options = ['-r', '-z', '--no-renames', '--name-only', '--no-ext-diff'];
  const paths = [
    ...POLICY.map((name) => `:(top,literal)${name}`),
    ...named.map((name) => `:(literal)${name}`),
  ];
  const listed = await git(['diff-tree', ...options, range.base, range.head, '--', ...paths]);
  const changed = (listed ?? '').split('\0').filter(Boolean);
  const isSame = changed.includes(PACKAGE) && !named.includes(PACKAGE) && (await keepsSettings(git, range));
  return isSame ? changed.filter((name) => name !== PACKAGE) : changed;
}

async function keepsSettings(git: Git, { base, head }: Ends): Promise<boolean> {
  const settingsAt = async (commit: string) =>
    JSON.stringify(settingsInPackage((await git(['cat-file', 'blob', `${commit}:${PACKAGE}`])) ?? ''));
  return (await settingsAt(base)) === (await settingsAt(head));
}

/** A file, by its path from the checkout's folder, as it is in a commit, as a file of ours; undefined where the commit has none. `folder` is ours and empty. */
export async function takeFrom(
  git: Git,
  { commit, path, folder }: { commit: string; path: string; folder: string },
): Promise<string | undefined> {
  const text = await git(['cat-file', 'blob', `${commit}:./${path}`]);
  if (text === undefined) return undefined;
  const file = join(folder, path.replaceAll(/[^\w.]/g, '-'));
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return file;
}
