import { resolve } from 'node:path';
import { listTracked, stagedSource, treeSource, workTreeOf } from '../index.js';
import { checkSops, sopsRuleInfos, toSopsFinding } from '../stores.js';
import type { Skip, Source } from '../types.js';
import { type Args, isOn } from './command.js';
import { readSopsFiles } from './sops-files.js';
import { writeStoreReport } from './store-report.js';

/** `keyhound sops check`: exact, without any key. */
export async function run(args: Args): Promise<number> {
  const { source, root } = target(args);
  const { files, skipped, units, bytes } = await readSopsFiles(source, root);
  const skips: Skip[] = [...skipped];
  const problems = checkSops(files, (skip) => skips.push(skip));
  const findings = problems.map((problem) => toSopsFinding(problem));
  return writeStoreReport(args, {
    mode: source.mode,
    units,
    bytes,
    findings,
    skipped: skips,
    rules: sopsRuleInfos(problems),
  });
}

function target(args: Args): { source: Source; root: string } {
  if (isOn(args, 'staged')) return { source: stagedSource(), root: workTreeOf('.', { ofHook: true }) };
  const root = process.cwd();
  const targets = (args.positionals.length === 0 ? ['.'] : args.positionals).map((path) => resolve(path));
  return { source: treeSource({ root, targets, listTracked }), root };
}
