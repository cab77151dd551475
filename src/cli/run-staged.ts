import { writeSync } from 'node:fs';
import { type Source, stagedPolicy, workTreeOf } from '../index.js';
import type { Args } from './command.js';
import { runScan } from './run-scan.js';
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
    if (code !== 0) tell(policy.unstaged);
    return code;
  });
}

function tell(unstaged: readonly string[]): void {
  if (unstaged.length === 0) return;
  const names = unstaged.join(' ');
  writeSync(
    2,
    `keyhound: ${names}: not staged as in the work tree, so not counted; 'git add ${names}' changes that\n`,
  );
}
