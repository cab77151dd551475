import { spawnSync } from 'node:child_process';
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

function commandLine(place: GitPlace, args: readonly string[]): string[] {
  return [...hardening, ...place.options, ...args];
}
