import { createReadStream, writeSync } from 'node:fs';
import {
  createAllowlist,
  createConfidenceFloor,
  createMasker,
  type Masker,
  plain,
  UserError,
} from '../index.js';
import { CONFIDENCES } from '../types.js';
import { type Args, isOn, text, texts } from './command.js';
import { runCommand } from './mask-exec.js';
import { pass } from './mask-stream.js';
import { valuesToMask } from './mask-values.js';
import { chooseRules, today } from './run-scan.js';
import { whole } from './scan-flags.js';
import { loadSettings } from './settings.js';

/** Passes files, standard input or a command's output through with secrets replaced; gives the exit code. */
export async function runMask(args: Args): Promise<number> {
  refuseIdle(args);
  const failWith = whole(args, 'exit-code', [0, 125]) ?? 1;
  const prepare = await prepareMasker(args);
  if (isOn(args, 'exec')) {
    const { code, maskers } = await runCommand(args.positionals, () => prepare('stdin'), warn);
    const { isIncomplete } = say(maskers, isOn(args, 'quiet'));
    return code === 0 && isIncomplete ? 3 : code;
  }
  const maskers: Masker[] = [];
  const files = args.positionals.length === 0 ? ['-'] : args.positionals;
  for (const file of files) {
    const masker = prepare(file === '-' ? 'stdin' : file);
    maskers.push(masker);
    await pass(file === '-' ? process.stdin : createReadStream(file), masker, { onlyText: true });
  }
  const { masked, isIncomplete } = say(maskers, isOn(args, 'quiet'));
  return masked > 0 ? failWith : isIncomplete ? 3 : 0;
}

/** A report is what a scan makes; a log that passes through has none. */
const OF_REPORTS = [
  'format',
  'output',
  'baseline',
  'fail-on',
  'report-unused',
  'include-suppressed',
  'show-secrets',
];

function refuseIdle(args: Args): void {
  const idle = OF_REPORTS.find((name) => args.values[name] !== undefined);
  if (idle) throw new UserError(`--${idle} is of no use with --mask or --exec; leave one of them out`);
}

async function prepareMasker(args: Args): Promise<(path: string) => Masker> {
  // a mask too many harms less than a secret let through
  const least = text(args, 'min-confidence') ?? 'possible';
  const config = await loadSettings(args, process.cwd());
  const rules = chooseRules(config, texts(args, 'rule'));
  const values = await valuesToMask(args, warn);
  // a log is of no commit
  const allow = config.allow.filter(({ commits }) => commits === undefined);
  const { decodeDepth } = config.limits;
  const options = {
    rules,
    confidences: CONFIDENCES.slice(0, CONFIDENCES.findIndex((name) => name === least) + 1),
    suppressors: [createAllowlist(allow, today()), createConfidenceFloor(config.confidence)],
    seen: new Map<string, string>(),
    ...(values ? { values } : {}),
    ...(decodeDepth === undefined ? {} : { decodeDepth }),
  };
  return (path) => createMasker({ ...options, path });
}

/** Says on standard error what was masked and what could not be looked for; gives how many places. */
function say(maskers: readonly Masker[], isQuiet: boolean): { masked: number; isIncomplete: boolean } {
  const totals = new Map<string, number>();
  for (const masker of maskers) {
    for (const [name, count] of masker.masked) totals.set(name, (totals.get(name) ?? 0) + count);
  }
  const masked = [...totals.values()].reduce((a, b) => a + b, 0);
  if (masked > 0 && !isQuiet) {
    const names = [...totals].map(([name, count]) => (count > 1 ? `${name} (${count})` : name)).sort();
    warn(`masked ${masked} ${masked === 1 ? 'secret' : 'secrets'}: ${names.join(', ')}`);
  }
  const skipped = maskers.flatMap((masker) => masker.skipped);
  for (const { path, reason } of skipped) warn(`${path}: ${reason}; a secret may have passed`);
  return { masked, isIncomplete: skipped.length > 0 };
}

function warn(message: string): void {
  writeSync(2, `keyhound: ${plain(message)}\n`);
}
