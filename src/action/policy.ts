import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Git } from './git.js';

/** Files that decide what counts. What a pull request changes in them must not decide about that pull request. */
const CONFIGS = ['.keyhound.json'];
const BASELINE = '.keyhound/baseline.json';

export interface Policy {
  /** Flags that make the scan use the base side's files. */
  readonly flags: readonly string[];
  /** Policy files that the range changes. */
  readonly changed: readonly string[];
}

interface Sides {
  readonly base: string;
  readonly head: string;
  /** An empty folder of ours. */
  readonly folder: string;
}

/** Takes configuration and baseline from the base commit. */
export async function basePolicy(git: Git, { base, head, folder }: Sides): Promise<Policy> {
  const config = await extract(git, `${base}:${CONFIGS[0]}`, join(folder, 'base-config.json'));
  const baseline = await extract(git, `${base}:${BASELINE}`, join(folder, 'base-baseline.json'));
  const empty = join(folder, 'no-config.json');
  if (!config) writeFileSync(empty, '{}\n', { mode: 0o600 });
  const listed = await git([
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--name-only',
    '--no-ext-diff',
    base,
    head,
    '--',
    ...CONFIGS,
    BASELINE,
  ]);
  return {
    flags: ['--config', config ?? empty, ...(baseline ? ['--baseline', baseline] : ['--no-baseline'])],
    changed: (listed ?? '').split('\0').filter(Boolean),
  };
}

async function extract(git: Git, name: string, file: string): Promise<string | undefined> {
  const text = await git(['cat-file', 'blob', name]);
  if (text === undefined) return undefined;
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return file;
}
