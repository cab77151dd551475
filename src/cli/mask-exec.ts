import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { constants } from 'node:os';
import { type Masker, UserError } from '../index.js';
import { pass } from './mask-stream.js';

/** A command that runs with its output masked. */
interface Masked {
  readonly child: ChildProcess;
  /** Where what it prints comes out, and the descriptor where that goes. */
  readonly outputs: readonly (readonly [NodeJS.ReadableStream, number])[];
  /** Whether the terminal gives its interrupts to the command by itself. */
  readonly hasInterrupts: boolean;
}

/** Runs a command, masks what it prints, and gives the exit code it ended with and the maskers. */
export async function runCommand(
  command: readonly string[],
  prepare: () => Masker,
): Promise<{ code: number; maskers: readonly Masker[] }> {
  const [program, ...rest] = command;
  if (program === undefined)
    throw new UserError("log --exec: name the command after --, as in 'keyhound log --exec -- npm test'");
  const { child, outputs, hasInterrupts } = start(program, rest);
  forwardSignals(child, hasInterrupts);
  const maskers = outputs.map(prepare);
  const passing = outputs.map(([stream, descriptor], at) => pass(stream, maskers[at]!, descriptor));
  try {
    const [code] = await Promise.all([endOf(child, program), ...passing]);
    return { code, maskers };
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
}

function start(program: string, args: readonly string[]): Masked {
  if (isAllTerminal() && hasScript()) return onTerminal(program, args);
  const env = withColor();
  if (goToTheSamePlace()) {
    // one pipe for both streams, so that their order stays
    const child = spawn('/bin/sh', ['-c', 'exec "$@" 2>&1', 'sh', program, ...args], {
      stdio: ['inherit', 'pipe', 'inherit'],
      env,
    });
    return { child, outputs: [[child.stdout, 1]], hasInterrupts: process.stdin.isTTY };
  }
  const child = spawn(program, args, { stdio: ['inherit', 'pipe', 'pipe'], env });
  const outputs = [[child.stdout, 1] as const, [child.stderr, 2] as const];
  return { child, outputs, hasInterrupts: process.stdin.isTTY };
}

function isAllTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].every((stream) => stream.isTTY);
}

/** Whether script(1) of util-linux is there, which runs a command on a terminal of its own. */
function hasScript(): boolean {
  const { stdout } = spawnSync('script', ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return stdout?.includes('util-linux') ?? false;
}

/** The command keeps what it does on a terminal only: colours, progress bars, questions. */
function onTerminal(program: string, args: readonly string[]): Masked {
  const line = ['exec', ...[program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`)].join(' ');
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', line, '/dev/null'], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, SHELL: '/bin/sh' },
  });
  return { child, outputs: [[child.stdout, 1]], hasInterrupts: true };
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

function forwardSignals(child: ChildProcess, hasInterrupts: boolean): void {
  // where the command has its own interrupt from the terminal, it is only outlived here
  process.on('SIGINT', () => {
    if (!hasInterrupts) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
}
