import { resolve } from 'node:path';
import {
  historySource,
  listTracked,
  scan,
  stagedSource,
  treeSource,
  UserError,
  workTreeOf,
} from '../index.js';
import type { Source } from '../types.js';
import { type Args, isOn } from './command.js';
import { createSopsWatcher } from './sops-watch.js';
import { writeStoreReport } from './store-report.js';

/** `keyhound sops check`: exact, without any key. */
export async function run(args: Args): Promise<number> {
  const target = targetOf(args);
  const { source } = target;
  const watcher = createSopsWatcher({
    ...target,
    mode: source.mode,
    severity: () => undefined,
    isWanted: () => true,
    isStrict: true,
  });
  const { mode, findings, skipped, rules, scanned } = await scan({ source, rules: [], watchers: [watcher] });
  return writeStoreReport(args, { mode, findings, skipped, rules, ...scanned });
}

interface Target {
  readonly source: Source;
  readonly root: string;
  readonly versions?: (paths: readonly string[]) => Source;
}

function targetOf(args: Args): Target {
  const places = args.positionals.length === 0 ? ['.'] : args.positionals;
  if (isOn(args, 'staged')) return { source: stagedSource(), root: workTreeOf('.', { ofHook: true }) };
  if (isOn(args, 'history')) {
    const [path = '.', ...more] = places;
    if (more.length > 0) throw new UserError('keyhound sops check --history takes one repository');
    const versions = (paths: readonly string[]) => historySource({ path, paths });
    return { source: historySource({ path }), root: path, versions };
  }
  const root = process.cwd();
  return { source: treeSource({ root, targets: places.map((path) => resolve(path)), listTracked }), root };
}
