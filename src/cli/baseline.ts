import { join } from 'node:path';
import {
  BASELINE_STATES,
  type Baseline,
  type BaselineEntry,
  type BaselineState,
  findHome,
  historySource,
  isDay,
  isExpired,
  listTracked,
  parseBaseline,
  type Report,
  scan,
  treeSource,
  UserError,
} from '../index.js';
import { newBaseline, readBaselineText, writeBaseline } from './baseline-file.js';
import { type Args, type Command, isOn, text, texts } from './command.js';
import { writeOut } from './output.js';
import { scanOptions, today } from './run-scan.js';
import { scanFlags } from './scan-flags.js';
import { loadSettings } from './settings.js';

const VERBS = ['create', 'update', 'check', 'prune'];

export const command: Command = {
  usage: 'baseline create|update|check|prune',
  describe:
    'Keeps what is accepted, so that only new findings fail. create starts it with all that is found now, update ' +
    'adds to it, check fails on entries that are expired or no longer found, prune removes those. One that was made ' +
    'with --history is checked and pruned with it too.',
  flags: {
    ...scanFlags,
    history: { type: 'boolean', describe: 'the whole history, not only the work tree' },
    state: { type: 'string', choices: BASELINE_STATES, describe: 'of new entries; default accepted' },
    reason: { type: 'string', describe: 'why new entries are accepted' },
    owner: { type: 'string', describe: 'whom to ask about new entries' },
    expires: { type: 'string', describe: 'the last day new entries hold, YYYY-MM-DD' },
  },
  async run(args) {
    const [verb, ...more] = args.positionals;
    if (!verb || !VERBS.includes(verb) || more.length > 0) {
      throw new UserError('baseline: say create, update, check or prune');
    }
    const file = text(args, 'baseline') ?? join(findHome(process.cwd()), '.keyhound', 'baseline.json');
    const entry = newEntry(args);
    const before = readBaselineText(file);
    const old = open(file, before, verb === 'create');
    const report = await scanAll(args, old);
    const isFound = foundIn(report, texts(args, 'rule'));
    if (verb === 'check') return check(old, report, isFound);
    if (report.skipped.some((skip) => skip.incomplete)) {
      throw new UserError(`${file}: left as it is, for the scan was incomplete; see 'keyhound scan'`);
    }
    if (before !== readBaselineText(file))
      throw new UserError(`${file}: was changed by somebody else meanwhile; run this again`);
    return write(file, verb === 'prune' ? prune(old, isFound) : extend(old, report, entry), old);
  },
};

function open(file: string, content: string | undefined, isNew: boolean): Baseline {
  if (isNew && content !== undefined)
    throw new UserError(`${file}: is already there; use 'keyhound baseline update'`);
  if (!isNew && content === undefined)
    throw new UserError(`${file}: no such baseline; make one with 'keyhound baseline create'`);
  return content === undefined ? newBaseline() : parseBaseline(content, file);
}

/** What a new entry says besides what was found. */
type NewEntry = Omit<BaselineEntry, 'fingerprint' | 'ruleId' | 'path'>;

function newEntry(args: Args): NewEntry {
  const expires = text(args, 'expires');
  const owner = text(args, 'owner');
  if (expires !== undefined && !isDay(expires)) {
    throw new UserError(`--expires ${expires}: must be a day such as 2027-01-31`);
  }
  return {
    state: (text(args, 'state') ?? 'accepted') as BaselineState,
    reason: text(args, 'reason') ?? '',
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function check(baseline: Baseline, report: Report, isFound: (entry: BaselineEntry) => boolean): number {
  const wrong = baseline.findings.flatMap((entry) => {
    const what = isExpired(entry, today())
      ? `expired ${entry.expires}`
      : isFound(entry)
        ? undefined
        : 'no longer found';
    return what ? [`${entry.path}: ${entry.ruleId}: ${what} (${entry.fingerprint})\n`] : [];
  });
  writeOut([...wrong, `${baseline.findings.length} entries, ${wrong.length} of them to look at\n`]);
  if (wrong.length > 0) return 1;
  return report.skipped.some((skip) => skip.incomplete) ? 3 : 0;
}

function prune(baseline: Baseline, isFound: (entry: BaselineEntry) => boolean): Baseline {
  return {
    ...baseline,
    findings: baseline.findings.filter((entry) => isFound(entry) && !isExpired(entry, today())),
  };
}

/** Whether an entry is still found; of rules that were not run nothing is known, so theirs stay. */
function foundIn(report: Report, rules: readonly string[]): (entry: BaselineEntry) => boolean {
  const found = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  const wasRun = (ruleId: string) => rules.length === 0 || rules.includes(ruleId);
  return ({ fingerprint, ruleId }) => found.has(fingerprint) || !wasRun(ruleId);
}

/** Adds what is found and not yet accepted or otherwise suppressed; an expired entry is accepted anew. */
function extend(baseline: Baseline, report: Report, entry: NewEntry): Baseline {
  const entries = new Map(
    baseline.findings.filter((old) => !isExpired(old, today())).map((old) => [old.fingerprint, old]),
  );
  for (const { fingerprint, ruleId, path, suppression } of report.findings) {
    if (!suppression && !entries.has(fingerprint))
      entries.set(fingerprint, { path, ruleId, fingerprint, ...entry });
  }
  return { ...baseline, findings: [...entries.values()] };
}

function write(file: string, baseline: Baseline, old: Baseline): number {
  const before = new Set(old.findings.map(({ fingerprint }) => fingerprint));
  const after = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const added = [...after].filter((fingerprint) => !before.has(fingerprint)).length;
  const removed = [...before].filter((fingerprint) => !after.has(fingerprint)).length;
  writeBaseline(file, baseline);
  writeOut([`${file}: ${after.size} entries, ${added} added, ${removed} removed\n`]);
  return 0;
}

/** Everything that is found now, in the work tree or in all of history, without regard to the baseline. */
async function scanAll(args: Args, baseline: Baseline): Promise<Report> {
  const root = findHome(process.cwd());
  const config = await loadSettings(args, root);
  const source = () =>
    isOn(args, 'history')
      ? historySource({ path: root })
      : treeSource({ root, targets: [root], listTracked, isExcluded: config.isExcluded });
  const options = scanOptions(args, { root, source }, { config, baseline: undefined });
  return scan({ ...options, finding: { ...options.finding, key: baseline.salt } });
}
