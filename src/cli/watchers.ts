import { existsSync } from 'node:fs';
import type { Config } from '../index.js';
import type { Source, Watcher } from '../types.js';
import { cachedIndex } from './cached-index.js';
import { type Args, texts } from './command.js';
import { createIndexWatcher } from './index-watch.js';
import { createSopsWatcher } from './sops-watch.js';

/** The scan that is watched. */
export interface WatchedCommand {
  readonly source: Source;
  /** The work tree or folder that paths are relative to. */
  readonly root: string;
  readonly versions?: (paths: readonly string[]) => Source;
}

/** What looks at a scan besides the rules: SOPS files, and in changes the index of known values. */
export function watchersOf(args: Args, command: WatchedCommand, config: Config): readonly Watcher[] {
  const { source, root } = command;
  if (source.mode === 'log') return [];
  const chosen = texts(args, 'rule');
  const common = {
    severity: (id: string) => config.severities[id],
    isWanted: (id: string) =>
      !config.disabledRules.includes(id) && (chosen.length === 0 || chosen.includes(id)),
  };
  const isChange = source.mode === 'staged' || source.mode === 'range';
  const index =
    isChange && existsSync(root) ? createIndexWatcher({ ...common, file: cachedIndex(root) }) : undefined;
  const sops = createSopsWatcher({ ...command, ...common, mode: source.mode });
  return [sops, ...(index ? [index] : [])];
}
