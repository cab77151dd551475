import { createReadStream, readFileSync, writeSync } from 'node:fs';
import { createMasker, type Masker, UserError } from '../index.js';
import { CONFIDENCES } from '../types.js';
import { type Args, isOn, text, texts } from './command.js';
import { runCommand } from './mask-exec.js';
import { pass } from './mask-stream.js';
import { chooseRules } from './run-scan.js';
import { loadSettings } from './settings.js';

/** Passes files, standard input or a command's output through with secrets replaced; gives the exit code. */
export async function runMask(args: Args): Promise<number> {
  const prepare = await prepareMasker(args);
  if (isOn(args, 'exec')) {
    const { code, maskers } = await runCommand(args.positionals, prepare);
    saySummary(maskers, isOn(args, 'quiet'));
    return code;
  }
  const masker = prepare();
  const files = args.positionals.length === 0 ? ['-'] : args.positionals;
  for (const file of files) await pass(file === '-' ? process.stdin : createReadStream(file), masker, 1);
  return saySummary([masker], isOn(args, 'quiet')) > 0 ? 1 : 0;
}

async function prepareMasker(args: Args): Promise<() => Masker> {
  // a mask too many harms less than a secret let through
  const least = text(args, 'min-confidence') ?? 'possible';
  const config = await loadSettings(args, process.cwd());
  const rules = chooseRules(config, texts(args, 'rule'));
  const values = valuesToMask(args);
  const findValues = values.length > 0 ? (await import('../stores.js')).findValuesIn(values) : undefined;
  const confidences = CONFIDENCES.slice(0, CONFIDENCES.findIndex((name) => name === least) + 1);
  return () => createMasker({ rules, confidences, ...(findValues ? { findValues } : {}) });
}

/** Names of environment variables whose values are secrets. */
const SECRET_NAME =
  /pass(?:word|wd|phrase)?$|pwd$|secret|token|api_?key|access_?key|private_?key|credential|_auth$/i;
const NOT_SECRET_NAME = /_(?:file|path|dir|url|id|name|type|env|socket|sock|ttl|expiry)$|askpass/i;
const SHORTEST = 8;

function valuesToMask(args: Args): readonly string[] {
  const values: string[] = [];
  for (const [name, value] of Object.entries(process.env)) {
    if (SECRET_NAME.test(name) && !NOT_SECRET_NAME.test(name) && value) values.push(value);
  }
  for (const name of texts(args, 'mask-env')) {
    const value = process.env[name];
    if (!value)
      throw new UserError(`--mask-env ${name}: no such variable in the environment, or it is empty`);
    values.push(value);
  }
  for (const file of texts(args, 'mask-file')) values.push(...readLines(file));
  return [...new Set(values.flatMap((value) => [value, ...value.split(/\r?\n/)]))].filter(
    (value) => value.length >= SHORTEST,
  );
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (error) {
    throw new UserError(`--mask-file ${file}: not readable (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Says on standard error what was masked, and gives how many places. */
function saySummary(maskers: readonly Masker[], isQuiet: boolean): number {
  const totals = new Map<string, number>();
  for (const { masked } of maskers) {
    for (const [name, count] of masked) totals.set(name, (totals.get(name) ?? 0) + count);
  }
  const sum = [...totals.values()].reduce((a, b) => a + b, 0);
  if (sum > 0 && !isQuiet) {
    const names = [...totals].map(([name, count]) => (count > 1 ? `${name} (${count})` : name)).sort();
    writeSync(2, `keyhound: masked ${sum} ${sum === 1 ? 'secret' : 'secrets'}: ${names.join(', ')}\n`);
  }
  return sum;
}
