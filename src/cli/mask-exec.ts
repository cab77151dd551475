import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { type Masker, UserError } from '../index.js';
import { pass } from './mask-stream.js';

/** A command that runs with its output masked. */
interface Masked {
  readonly child: ChildProcess;
  /** Where what it prints comes out, and the descriptor where that goes. */
  readonly outputs: readonly (readonly [NodeJS.ReadableStream, number])[];
}

/** Codes of shells for a command that is not there, and for one that is no program. */
const NOT_FOUND = 127;
const NOT_RUNNABLE = 126;

/** Runs a command, masks what it prints, and gives the exit code it ended with and the maskers. */
export async function runCommand(
  command: readonly string[],
  prepare: () => Masker,
  warn: (message: string) => void,
): Promise<{ code: number; maskers: readonly Masker[] }> {
  const [program, ...rest] = command;
  if (program === undefined)
    throw new UserError("log --exec: name the command after --, as in 'keyhound log --exec -- npm test'");
  const isAttended = hasTerminal();
  const { child, outputs } = start([program, ...rest], isAttended, warn);
  forwardSignals(child, isAttended);
  const maskers = outputs.map(prepare);
  const passing = outputs.map(([stream, descriptor], at) => pass(stream, maskers[at]!, { descriptor }));
  try {
    const [code] = await Promise.all([endOf(child, program, warn), ...passing]);
    return { code, maskers };
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
}

/** Whether a terminal controls this process: it sends interrupts to the command by itself. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return process.stdin.isTTY;
  }
}

function start(command: readonly string[], isAttended: boolean, warn: (message: string) => void): Masked {
  if (isAllTerminal()) {
    if (hasScript()) return onTerminal(command);
    warn('no script(1) of util-linux here: the command runs without a terminal of its own');
  }
  const options = { env: withColor(), detached: isDetached(isAttended) };
  const [program, ...args] = command;
  if (goToTheSamePlace()) {
    // one pipe for both streams, so that their order stays
    const child = spawn('/bin/sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], {
      ...options,
      stdio: ['inherit', 'pipe', 'inherit'],
    });
    return { child, outputs: [[child.stdout, 1]] };
  }
  const child = spawn(program!, args, { ...options, stdio: ['inherit', 'pipe', 'pipe'] });
  return { child, outputs: [[child.stdout, 1] as const, [child.stderr, 2] as const] };
}

/**
 * Away from a terminal the command gets a process group of its own, so that a signal reaches it and its children
 * exactly once, whether it was sent to keyhound or to its whole group.
 */
function isDetached(isAttended: boolean): boolean {
  return !isAttended && process.platform !== 'win32';
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
function onTerminal(command: readonly string[]): Masked {
  const line = ['exec', ...command.map((word) => `'${word.replaceAll("'", "'\\''")}'`)].join(' ');
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', line, '/dev/null'], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, SHELL: '/bin/sh' },
  });
  return { child, outputs: [[child.stdout, 1]] };
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

function endOf(child: ChildProcess, program: string, warn: (message: string) => void): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', ({ code }: NodeJS.ErrnoException) => {
      warn(`log --exec: ${program}: ${code === 'ENOENT' ? 'command not found' : `cannot be run (${code})`}`);
      resolve(code === 'ENOENT' ? NOT_FOUND : NOT_RUNNABLE);
    });
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}

function forwardSignals(child: ChildProcess, isAttended: boolean): void {
  const send = (signal: NodeJS.Signals) => {
    try {
      if (isDetached(isAttended) && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // it has ended already
    }
  };
  // where the command has its own interrupt from the terminal, it is only outlived here
  process.on('SIGINT', () => {
    if (!isAttended) send('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) process.on(signal, () => send(signal));
}
