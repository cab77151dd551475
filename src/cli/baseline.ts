import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Baseline,
  formatBaseline,
  loadConfig,
  parseBaseline,
  type Report,
  scan,
  treeSource,
  UserError,
} from '../index.js';
import { type Args, type Command, text } from './command.js';
import { excluder } from './exclude.js';
import { listTracked } from './list-tracked.js';
import { writeFileAtomically, writeOut } from './output.js';
import { scanOptions } from './run-scan.js';
import { scanFlags } from './scan-flags.js';

export const command: Command = {
  usage: 'baseline create|update|check|prune',
  describe: 'Keeps what is accepted, so that only new findings fail.',
  flags: { ...scanFlags, reason: { type: 'string', describe: 'why what is there now is accepted' } },
  async run(args) {
    const [verb, ...more] = args.positionals;
    if (!verb || !['create', 'update', 'check', 'prune'].includes(verb) || more.length > 0) {
      throw new UserError('baseline: say create, update, check or prune');
    }
    const file = text(args, 'baseline') ?? join('.keyhound', 'baseline.json');
    const old = verb === 'create' ? createEmpty(file) : parseBaseline(read(file), file);
    const report = await scanTree(args, old);
    if (report.skipped.some((skip) => skip.incomplete)) {
      throw new UserError(
        'baseline: the scan was incomplete, so the baseline is left as it is; see keyhound scan',
      );
    }
    return apply(verb, { file, old, report, reason: text(args, 'reason') ?? '' });
  },
};

function apply(verb: string, work: { file: string; old: Baseline; report: Report; reason: string }): number {
  const { file, old, report, reason } = work;
  const seen = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  const stale = old.findings.filter(({ fingerprint }) => !seen.has(fingerprint));
  if (verb === 'check') {
    writeOut(stale.map((entry) => `stale: ${JSON.stringify(entry)}\n`));
    return stale.length > 0 ? 1 : 0;
  }
  const kept = verb === 'prune' ? old.findings.filter((entry) => !stale.includes(entry)) : [...old.findings];
  const known = new Set(kept.map(({ fingerprint }) => fingerprint));
  if (verb !== 'prune') {
    for (const { fingerprint, ruleId, path, suppression } of report.findings) {
      if (suppression || known.has(fingerprint)) continue;
      known.add(fingerprint);
      kept.push({ fingerprint, ruleId, path, state: 'accepted', reason });
    }
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileAtomically(file, [formatBaseline({ ...old, findings: kept })], 0o644);
  writeOut([
    `${file}: ${kept.length} accepted, ${stale.length} ${verb === 'prune' ? 'removed' : 'no longer found'}\n`,
  ]);
  return 0;
}

function createEmpty(file: string): Baseline {
  try {
    readFileSync(file);
  } catch {
    return { schema: 'keyhound-baseline/1', salt: randomBytes(16).toString('hex'), findings: [] };
  }
  throw new UserError(`${file}: is already there; use 'keyhound baseline update'`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`${file}: no such baseline; make one with 'keyhound baseline create'`);
  }
}

function scanTree(args: Args, baseline: Baseline): Promise<Report> {
  const root = process.cwd();
  const command = {
    root,
    source: (config: ReturnType<typeof loadConfig>) =>
      treeSource({ root, targets: [root], listTracked, isExcluded: excluder(config.exclude) }),
  };
  const options = scanOptions(
    { ...args, values: { ...args.values, 'no-baseline': true } },
    command,
    loadConfig(root, text(args, 'config')),
  );
  return scan({ ...options, finding: { ...options.finding, key: baseline.salt } });
}
