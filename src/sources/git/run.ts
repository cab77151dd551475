import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import type { GitEnd } from './failure.js';
import { hardening } from './invocation.js';

/** Where and how git runs: everything that decides what a git process sees. */
export interface GitPlace {
  /** Absolute path of the git program. */
  readonly git: string;
  readonly cwd: string;
  /** The whole environment, see invocation.ts. */
  readonly env: Readonly<Record<string, string>>;
  /** Further options before the subcommand, such as `-c safe.directory=…`. */
  readonly options: readonly string[];
}

/** A finished git process. `error` is set where it could not run, or printed more than was allowed. */
export interface GitResult extends GitEnd {
  readonly stdout: Buffer;
}

const STDERR_KEPT = 8192;

/** Runs git to its end; for small, bounded outputs. Never throws: look at `status`. */
export function runGit(
  place: GitPlace,
  args: readonly string[],
  { input = '', limit = 64 * 2 ** 20 }: { readonly input?: string | Buffer; readonly limit?: number } = {},
): GitResult {
  const { status, signal, error, stdout, stderr } = spawnSync(place.git, commandLine(place, args), {
    cwd: place.cwd,
    env: place.env,
    input,
    maxBuffer: limit,
    windowsHide: true,
  });
  return {
    status,
    signal,
    stdout: stdout ?? Buffer.alloc(0),
    stderr: stderr?.toString('utf8', 0, STDERR_KEPT) ?? '',
    ...(error ? { error: (error as NodeJS.ErrnoException).code ?? 'unknown error' } : {}),
  };
}

/** A git process whose output is read as it comes. */
export interface GitStream {
  readonly process: ChildProcessWithoutNullStreams;
  /** Settles when the process has ended and its output is read; never rejects. */
  readonly end: Promise<GitEnd>;
}

/** Starts git for large outputs; the caller reads `process.stdout` and writes and closes `process.stdin`. */
export function streamGit(place: GitPlace, args: readonly string[]): GitStream {
  const child = spawn(place.git, commandLine(place, args), {
    cwd: place.cwd,
    env: place.env,
    stdio: 'pipe',
    windowsHide: true,
  });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => {
    if (stderr.length < STDERR_KEPT) stderr += data.toString('utf8', 0, STDERR_KEPT);
  });
  // git that stops reading early says why by itself
  child.stdin.on('error', () => {});
  const end = new Promise<GitEnd>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: null, error: `git did not start (${error.code ?? 'unknown error'})`, stderr }),
    );
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });
  return { process: child, end };
}

function commandLine(place: GitPlace, args: readonly string[]): string[] {
  return [...hardening, ...place.options, ...args];
}
