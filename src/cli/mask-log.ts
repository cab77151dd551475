import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, fstatSync, readFileSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { createMasker, type Masker, UserError } from '../index.js';
import { CONFIDENCES } from '../types.js';
import { type Args, isOn, text, texts } from './command.js';
import { writeOut } from './output.js';
import { chooseRules } from './run-scan.js';
import { loadSettings } from './settings.js';

/** An unfinished line is shown when nothing came for so many milliseconds: a prompt must be seen. */
const MOMENT = 80;

/** Passes files, standard input or a command's output through with secrets replaced; gives the exit code. */
export async function runMask(args: Args): Promise<number> {
  const prepare = await prepareMasker(args);
  if (isOn(args, 'exec')) return runCommand(args.positionals, prepare, isOn(args, 'quiet'));
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

/** Lets a stream through a masker to a descriptor, until it ends. Throws UserError where it cannot be read. */
async function pass(stream: NodeJS.ReadableStream, masker: Masker, descriptor: number): Promise<void> {
  let isOpen = true;
  const show = (bytes: Buffer) => {
    if (isOpen && bytes.length > 0) isOpen = writeOut([bytes], descriptor);
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const bytes of stream) {
      clearTimeout(timer);
      show(masker.push(bytes as Buffer));
      // a reader that has gone ends the writer, as in any pipe
      if (!isOpen) return;
      timer = setTimeout(() => show(masker.settle()), MOMENT);
    }
  } catch (error) {
    throw new UserError(
      `cannot read to the end: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
    );
  } finally {
    clearTimeout(timer);
    show(masker.end());
  }
}

/** Runs a command, masks what it prints, and ends as it ended. */
async function runCommand(
  command: readonly string[],
  prepare: () => Masker,
  isQuiet: boolean,
): Promise<number> {
  const [program, ...rest] = command;
  if (program === undefined)
    throw new UserError("log --exec: name the command after --, as in 'keyhound log --exec -- npm test'");
  const isJoined = goToTheSamePlace();
  const child = isJoined
    ? // one pipe for both streams, so that their order stays
      spawn('/bin/sh', ['-c', 'exec "$@" 2>&1', 'sh', program, ...rest], {
        stdio: ['inherit', 'pipe', 'inherit'],
        env: withColor(),
      })
    : spawn(program, rest, { stdio: ['inherit', 'pipe', 'pipe'], env: withColor() });
  forwardSignals(child);
  const maskers = [prepare(), ...(isJoined ? [] : [prepare()])];
  const [code] = await Promise.all([
    endOf(child, program),
    pass(child.stdout!, maskers[0]!, 1),
    ...(isJoined ? [] : [pass(child.stderr!, maskers[1]!, 2)]),
  ]);
  saySummary(maskers, isQuiet);
  return code;
}

function goToTheSamePlace(): boolean {
  const [out, err] = [fstatSync(1), fstatSync(2)];
  return process.platform !== 'win32' && out.dev === err.dev && out.ino === err.ino;
}

/** Behind a pipe programs leave out colours; on a terminal the person expects them. */
function withColor(): NodeJS.ProcessEnv {
  if (!process.stdout.isTTY || process.env.NO_COLOR) return process.env;
  return { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', ...process.env };
}

function endOf(child: ChildProcess, program: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', ({ message }: NodeJS.ErrnoException) =>
      reject(new UserError(`log --exec: ${program} cannot be run (${message.split(' ').at(-1)})`)),
    );
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}

function forwardSignals(child: ChildProcess): void {
  // the terminal sends its interrupt to the child too: there it is only outlived
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
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
