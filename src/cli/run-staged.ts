import { readFileSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findConfig, plain, type Source, stagedPolicy, workTreeOf } from '../index.js';
import type { Args } from './command.js';
import { keepIfHarmless } from './harmless-settings.js';
import { runScan } from './run-scan.js';
import { loadSettings } from './settings.js';
import { underPolicy } from './under-policy.js';

/**
 * Scans what is about to be committed, by the settings that are staged with it. Where that does not pass and the work
 * tree has other settings, says so: they do not count.
 */
export function runStaged(
  args: Args,
  source: Source,
  { trust }: { readonly trust: boolean },
): Promise<number> {
  const top = workTreeOf('.', { trust, ofHook: true });
  const policy = stagedPolicy(top, { trust });
  return underPolicy(policy, 'as staged', async () => {
    const code = await runScan(args, {
      root: policy.directory,
      bring: policy.bring,
      packages: top,
      repository: top,
      source: () => source,
      failOn: 'probable',
    });
    if (code === 0) await keepSettings(policy.directory);
    else tell(policy.unstaged);
    return code;
  });
}

/** The next clean commit needs no more than a glance, if these settings have no say in it. */
async function keepSettings(directory: string): Promise<void> {
  if (findConfig(directory) === undefined) return;
  // flags may have named other ones
  const { file, settings } = await loadSettings({ positionals: [], values: {} }, directory).catch(() => NONE);
  if (file === undefined) return;
  const program = dirname(fileURLToPath(import.meta.url));
  keepIfHarmless(program, basename(file), { text: readFileSync(file, 'utf8'), settings });
}

const NONE = { file: undefined, settings: {} };

/** Names that a shell takes as they are. */
const BARE = /^[\w.][\w./-]*$/;

function tell(unstaged: readonly string[]): void {
  if (unstaged.length === 0) return;
  const names = unstaged.map(plain).join(' ');
  // a name is the repository's, and an advice is pasted into a shell
  const how = unstaged.every((name) => BARE.test(name))
    ? `'git add ${names}' changes`
    : 'staging them changes';
  writeSync(2, `keyhound: ${names}: not staged as in the work tree, so not counted; ${how} that\n`);
}
