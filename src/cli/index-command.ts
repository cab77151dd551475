import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { listTracked, stagedSource, treeSource } from '../index.js';
import {
  buildIndex,
  DEFAULT_VALUES,
  findIndexed,
  KNOWN_RULES,
  knownValues,
  readIndex,
  readStores,
  zeroValues,
} from '../stores.js';
import { type Args, type Command, isOn } from './command.js';
import { indexPlace } from './index-place.js';
import { listFiles } from './list-files.js';
import { writeFileAtomically, writeOut } from './output.js';
import { loadStores, storeFlags } from './store-config.js';
import { reportFlags, writeStoreReport } from './store-report.js';

const ACTIONS: Readonly<Record<string, (args: Args) => Promise<number>>> = { build, status, clear, check };

export const command: Command = {
  usage: 'index build | status | clear | check [PATH...] [--staged]',
  describe:
    'Keyed fingerprints of what the stores hold, for checks without network. Only values that nobody can guess enter; ' +
    'the others are for keyhound known. Lies in your cache with mode 0600, for 7 days.',
  flags: {
    ...reportFlags,
    ...storeFlags,
    out: { type: 'string', describe: 'the index file, outside of any work tree' },
    staged: { type: 'boolean', describe: 'check: what is about to be committed' },
  },
  run(args) {
    const [action = '', ...positionals] = args.positionals;
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!run)
      throw new UserError(`keyhound index ${action}: must be one of ${Object.keys(ACTIONS).join(', ')}`);
    return run({ ...args, positionals });
  },
};

async function build(args: Args): Promise<number> {
  const file = indexPlace(args);
  const { stores, values } = await loadStores(args);
  const reading = await readStores(stores, process.env, listFiles);
  const { known } = knownValues(reading.values, { ...DEFAULT_VALUES, ...values });
  const { index, left } = buildIndex(known, values.indexMinBits);
  zeroValues(reading.values);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileAtomically(file, [JSON.stringify(index)], 0o600);
  const missed = reading.coverage.flatMap((store) => store.missed).length;
  writeOut([
    `${index.entries.length} values indexed; ${left} could be guessed and are left to keyhound known${missed > 0 ? `; ${missed} store entries not read` : ''}\n`,
  ]);
  return missed > 0 ? 3 : 0;
}

async function status(args: Args): Promise<number> {
  const file = indexPlace(args);
  if (!existsSync(file)) return say('no index; make one with keyhound index build', 3);
  const read = readIndex(readFileSync(file, 'utf8'));
  return 'index' in read
    ? say(`${read.index.entries.length} values, made ${read.index.created}`, 0)
    : say(`the index is ${read.reason}; make it again with keyhound index build`, 3);
}

async function clear(args: Args): Promise<number> {
  rmSync(indexPlace(args), { force: true });
  return 0;
}

async function check(args: Args): Promise<number> {
  const file = indexPlace(args);
  if (!existsSync(file)) return say('no index; make one with keyhound index build', 3);
  const read = readIndex(readFileSync(file, 'utf8'));
  if (!('index' in read))
    return say(`the index is ${read.reason}; make it again with keyhound index build`, 3);
  const targets = (args.positionals.length === 0 ? ['.'] : args.positionals).map((path) => resolve(path));
  const source = isOn(args, 'staged')
    ? stagedSource()
    : treeSource({ root: process.cwd(), targets, listTracked });
  const { findings, scanned, skipped } = await findIndexed(source, read.index);
  const rules = KNOWN_RULES.filter(({ id }) => findings.some(({ ruleId }) => ruleId === id));
  return writeStoreReport(args, { mode: source.mode, findings, skipped, rules, ...scanned });
}

function say(message: string, code: number): number {
  writeOut([`${message}\n`]);
  return code;
}
