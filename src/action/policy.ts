import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Git } from './git.js';

/** Files that decide what counts. What a pull request changes in them must not decide about that pull request. */
const POLICY = ['.keyhound', '.keyhound.json', '.keyhound.toml', '.keyhound.yaml', '.keyhoundignore'];

/** The policy files that a range changes, named ones included. */
export async function changedPolicy(
  git: Git,
  range: { base: string; head: string },
  named: readonly string[],
) {
  const options = ['-r', '-z', '--no-renames', '--name-only', '--no-ext-diff'];
  const listed = await git(['diff-tree', ...options, range.base, range.head, '--', ...POLICY, ...named]);
  return (listed ?? '').split('\0').filter(Boolean);
}

/** A file as it is in a commit, as a file of ours; undefined where the commit has none. `folder` is ours and empty. */
export async function takeFrom(
  git: Git,
  { commit, path, folder }: { commit: string; path: string; folder: string },
): Promise<string | undefined> {
  const text = await git(['cat-file', 'blob', `${commit}:${path}`]);
  if (text === undefined) return undefined;
  const file = join(folder, path.replaceAll(/[^\w.]/g, '-'));
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return file;
}
