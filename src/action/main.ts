import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { commandMessage, loadReporter, readReport } from '../index.js';
import { runScanner } from './child.js';
import { addSummary, setOutput } from './command-files.js';
import { createGit, type Git } from './git.js';
import { type Inputs, readInputs } from './inputs.js';
import { changedPolicy, takeFrom } from './policy.js';
import { type Range, resolveHistory, resolveNamed, resolveRange } from './range.js';
import { judge, type Saved, type Verdict } from './verdict.js';

export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The bundled command line. */
  readonly scanner: string;
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
}

interface Job extends Context {
  readonly inputs: Inputs;
  readonly folder: string;
  readonly directory: string;
  readonly git: Git;
}

/** Runs the step and gives its exit code. The outcome is `error` until the very end has said otherwise. */
export async function run(context: Context): Promise<number> {
  const { env, print } = context;
  setOutput(env, 'outcome', 'error');
  try {
    const inputs = readInputs(env);
    const directory = resolve(env.GITHUB_WORKSPACE ?? '.', inputs.path);
    const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'keyhound-'));
    const job = { ...context, inputs, folder, directory, git: createGit(directory, context.signal) };
    const range = await rangeOf(job);
    return finish(
      job,
      range.kind === 'nothing' || range.kind === 'unknown' ? unscanned(job, range) : await scan(job, range),
    );
  } catch (error) {
    const message = error instanceof UserError ? error.message : `internal error: ${(error as Error).stack}`;
    print(`::error title=keyhound::${commandMessage(message)}\n`);
    return 2;
  }
}

async function rangeOf(job: Job): Promise<Range> {
  const { inputs, env, git } = job;
  const { mode } = inputs;
  const mayFetch = inputs.deepen === 'true';
  if (mode === 'tree' || mode === 'log') return { kind: 'files' };
  if (mode === 'history') return resolveHistory(git, mayFetch);
  if (inputs.base) return resolveNamed(inputs, git, mayFetch);
  const range = await resolveRange({ env, event: readEvent(env.GITHUB_EVENT_PATH), git, mayFetch });
  if (mode === 'diff' && range.kind === 'history')
    throw new UserError('mode diff: this event has no range; set base');
  return range;
}

function readEvent(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : {};
  } catch {
    throw new UserError('the file that GITHUB_EVENT_PATH names cannot be read as JSON');
  }
}

interface Result {
  readonly verdict: Verdict;
  readonly saved?: Saved;
  readonly range?: Range;
  /** Policy files that the range changes, which do not count for it. */
  readonly changed?: readonly string[];
  /** Said where no report says it. */
  readonly note?: string;
}

function unscanned({ print }: Job, range: Extract<Range, { reason: string }>): Result {
  if (range.kind === 'nothing') {
    print(`Nothing to scan: ${commandMessage(range.reason)}. 0 bytes were scanned.\n`);
    return { verdict: { outcome: 'clean' }, note: `Nothing to scan: ${range.reason}.` };
  }
  return {
    verdict: { outcome: 'incomplete', failure: range.reason },
    note: `Not scanned: ${range.reason}.`,
  };
}

async function scan(job: Job, range: Range): Promise<Result> {
  const { inputs, folder, directory, signal } = job;
  const { args: command, changed } = await subject(job, range);
  const workspace = inWorkspace(job, '.');
  // always a file of this run: one that an earlier step left must not speak for it
  const own = join(folder, 'report.json');
  const args = [
    ...command,
    ...['--output', `json=${own}`, '--output', 'text=-', '--color', 'always', '--fail-on', inputs.confidence],
    ...(inputs['report-file'] ? ['--output', `json=${inWorkspace(job, inputs['report-file'])}`] : []),
    ...(inputs['sarif-file'] ? ['--output', `sarif=${inWorkspace(job, inputs['sarif-file'])}`] : []),
  ];
  const cwd = inputs.mode === 'log' ? workspace : directory;
  const ending = await runScanner(job.scanner, args, { cwd, signal });
  const saved = readSaved(own);
  if (ending === 2)
    return {
      verdict: { outcome: 'error', failure: 'the scan was refused: see the line above' },
      range,
    };
  return { verdict: judge(ending, saved, inputs), changed, range, ...(saved ? { saved } : {}) };
}

/** The runner itself made the checkout; in a container its files belong to another user. */
const TRUST = ['--trust'];

/** The command, and what it judges by: a pull request by what its base says. */
async function subject(
  job: Job,
  range: Range,
): Promise<{ args: readonly string[]; changed: readonly string[] }> {
  const { inputs } = job;
  const named = (['config', 'baseline'] as const).flatMap((name) =>
    inputs[name] ? [`--${name}`, inputs[name]] : [],
  );
  if (inputs.mode === 'tree') return { args: ['scan', ...named], changed: [] };
  if (inputs.mode === 'log') return { args: ['log', ...named, '--', inputs.path], changed: [] };
  if (range.kind !== 'range') return { args: ['history', ...TRUST, ...named], changed: [] };
  const ends = inputs.base ? [`${range.base}..${range.head}`] : [];
  const { base, head } = range;
  if (!range.isProposed || inputs['config-from'] === 'head' || !base) {
    return { args: ['diff', ...ends, ...TRUST, '--config-from', 'worktree', ...named], changed: [] };
  }
  const paths = [inputs.config, inputs.baseline].filter(Boolean);
  const changed = await changedPolicy(job.git, { base, head }, paths);
  const policy = ['--config-from', 'base', ...(await namedAtBase(job, base))];
  return { args: ['diff', ...ends, ...TRUST, ...policy], changed };
}

/** Files that the workflow names, as they are at the base. */
async function namedAtBase({ inputs, git, folder }: Job, commit: string): Promise<readonly string[]> {
  const flags: string[] = [];
  for (const name of ['config', 'baseline'] as const) {
    if (!inputs[name]) continue;
    const file = await takeFrom(git, { commit, path: inputs[name], folder });
    if (file) flags.push(`--${name}`, file);
  }
  return flags;
}

function inWorkspace({ env }: Job, file: string): string {
  return resolve(env.GITHUB_WORKSPACE ?? '.', file);
}

function readSaved(file: string): Saved | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return { report: readReport(text, file), suppressed: Number(JSON.parse(text).suppressed) };
  } catch {
    return undefined;
  }
}

/** Says what came out, everywhere it is looked for; the outcome last. */
async function finish(job: Job, result: Result): Promise<number> {
  const { env, inputs, print, signal } = job;
  const { verdict, changed = [] } = result;
  const report = result.saved?.report;
  if (signal.aborted) return 130;
  const options = { includeSuppressed: false, color: false, quiet: false };
  if (report && inputs.annotations === 'true') {
    for (const line of (await loadReporter('github')).render(report, options)) print(line);
  }
  if (changed.length > 0) {
    const names = changed.join(', ');
    print(
      `::warning title=keyhound::${commandMessage(`changed here, and not applied before it is merged: ${names}`)}\n`,
    );
  }
  if (inputs.summary === 'true') {
    const body = report
      ? (await loadReporter('markdown')).render(report, options)
      : [`## keyhound\n\n${commandMessage(result.note ?? verdict.failure ?? '')}\n`];
    if (!addSummary(env, body)) print('The job summary could not be written.\n');
  }
  if (verdict.failure) print(`::error title=keyhound::${commandMessage(verdict.failure)}\n`);
  const written = Object.entries(outputs(job, result)).map(([name, value]) => setOutput(env, name, value));
  if (written.includes(false)) print('The outputs of the step could not be written.\n');
  return exitCode(verdict);
}

function outputs({ inputs, env }: Job, { saved, range, verdict }: Result): Readonly<Record<string, string>> {
  const { report, suppressed = 0 } = saved ?? {};
  const active = report?.findings.length ?? 0;
  const ends = range?.kind === 'range' ? range : undefined;
  const file = (name: 'sarif-file' | 'report-file') =>
    report && inputs[name] ? resolve(env.GITHUB_WORKSPACE ?? '.', inputs[name]) : '';
  return {
    'new-count': String(active),
    'total-count': String(active + suppressed),
    'sarif-file': file('sarif-file'),
    'report-file': file('report-file'),
    base: ends?.base ?? '',
    head: ends?.head ?? '',
    'commits-scanned': String(report?.scanned.commits ?? 0),
    'bytes-scanned': String(report?.scanned.bytes ?? 0),
    outcome: verdict.outcome,
  };
}

function exitCode({ outcome, failure }: Verdict): number {
  if (!failure) return 0;
  return { clean: 1, findings: 1, incomplete: 3, error: 4 }[outcome];
}
