import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { historySource, listTracked, logSource, treeSource } from '../index.js';
import {
  type Coverage,
  DEFAULT_VALUES,
  findKnown,
  KNOWN_RULES,
  knownValues,
  readStores,
  zeroValues,
} from '../stores.js';
import type { Skip, Source } from '../types.js';
import { type Args, type Command, isOn, text, texts } from './command.js';
import { listFiles } from './list-files.js';
import { namedRange, rangeOfCi } from './range.js';
import { loadStores, storeFlags } from './store-config.js';
import { reportFlags, writeStoreReport } from './store-report.js';

export const command: Command = {
  usage: 'known [PATH...] [--diff BASE..HEAD|ci] [--history [REPOSITORY]] [--log FILE|-]',
  describe:
    'Reads the secret stores into memory and looks for exactly those values, in all their encodings: in the work tree, ' +
    'in what a range of commits adds, in all of history, or in a log. Says current or previous, with store path, key and version; never the value.',
  flags: {
    ...reportFlags,
    ...storeFlags,
    diff: {
      type: 'string',
      describe: 'what a range of commits adds; ci: the range that the CI run is about',
    },
    history: { type: 'boolean', describe: 'every version of every file of the repository' },
    log: { type: 'string', multiple: true, describe: 'a build log, or - for standard input' },
    'fail-on': {
      type: 'string',
      choices: ['current', 'any', 'never'],
      describe: 'which verdicts fail; default current',
    },
    'min-coverage': { type: 'string', describe: 'share of store entries that must be readable; default 1' },
  },
  async run(args) {
    const source = sourceOf(args);
    const config = await loadStores(args);
    const reading = await readStores(config.stores, process.env, listFiles);
    try {
      const { known, left } = knownValues(reading.values, { ...DEFAULT_VALUES, ...config.values });
      tell(reading.coverage, known.length, left, isOn(args, 'quiet'));
      const result = await findKnown(source, known);
      const skipped = [
        ...gaps(reading.coverage, args),
        ...(known.length === 0 ? [NOTHING] : []),
        ...result.skipped,
      ];
      const { findings, scanned } = result;
      const rules = KNOWN_RULES.filter(({ id }) => findings.some(({ ruleId }) => ruleId === id));
      const code = await writeStoreReport(args, { mode: source.mode, findings, skipped, rules, ...scanned });
      const failing = failOn(args);
      return code === 1 && !findings.some(({ ruleId }) => failing.includes(ruleId))
        ? skipped.some((skip) => skip.incomplete)
          ? 3
          : 0
        : code;
    } finally {
      zeroValues(reading.values);
    }
  },
};

const NOTHING: Skip = {
  path: '',
  reason: 'the stores hold no value that could be looked for',
  incomplete: true,
};

function failOn(args: Args): readonly string[] {
  const choice = text(args, 'fail-on') ?? 'current';
  return choice === 'never'
    ? []
    : choice === 'any'
      ? KNOWN_RULES.map(({ id }) => id)
      : ['known-secret-current'];
}

function sourceOf(args: Args): Source {
  const logs = texts(args, 'log');
  const range = text(args, 'diff');
  const isHistory = isOn(args, 'history');
  const paths = args.positionals.length === 0 ? ['.'] : args.positionals;
  if ([logs.length > 0, range !== undefined, isHistory].filter(Boolean).length > 1)
    throw new UserError('known: takes one of --diff, --history and --log');
  const most = isHistory ? 1 : logs.length > 0 || range !== undefined ? 0 : args.positionals.length;
  if (args.positionals.length > most)
    throw new UserError(`known: ${JSON.stringify(args.positionals[most])} is one path too many here`);
  if (logs.length > 0) return logSource(logs);
  if (range === 'ci') return ciSourceOf();
  if (range !== undefined) return namedRange(range, 'known --diff', {}).source;
  if (isHistory) return historySource({ path: paths[0]! });
  return treeSource({ root: process.cwd(), targets: paths.map((path) => resolve(path)), listTracked });
}

function ciSourceOf(): Source {
  const chosen = rangeOfCi({});
  if (!chosen)
    throw new UserError('known --diff ci: not in a CI that is known here; name the range, BASE..HEAD');
  return chosen.source;
}

/** Everything a store holds and did not give is a gap in this scan. */
function gaps(coverage: readonly Coverage[], args: Args): Skip[] {
  const least = Number(text(args, 'min-coverage') ?? 1);
  if (!(least >= 0 && least <= 1)) throw new UserError('--min-coverage must be a number from 0 to 1');
  return coverage.flatMap(({ store, entries, read, missed }) => {
    const incomplete = entries === 0 ? missed.length > 0 : read / entries < least;
    return missed.map(({ path, reason }) => ({
      path: `${store} ${path}`.trim(),
      reason: `store entry not read: ${reason}`,
      incomplete,
    }));
  });
}

function tell(coverage: readonly Coverage[], known: number, left: number, quiet: boolean): void {
  if (quiet) return;
  for (const { store, entries, read, missed } of coverage) {
    process.stderr.write(
      `keyhound: ${store}: coverage ${read}/${entries} entries${missed.length > 0 ? `, ${missed.length} not read` : ''}\n`,
    );
  }
  process.stderr.write(
    `keyhound: looking for ${known} values (${left} too short or too ordinary to look for)\n`,
  );
}
