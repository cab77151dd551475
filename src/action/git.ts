import { execFile } from 'node:child_process';
import { findGit, findTop } from '../index.js';

/** Settings of the checkout that would run programs of its choosing; the rest the fetch needs, to reach its remote. */
const HARDENED = [
  '--no-pager',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'submodule.recurse=false',
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'gc.auto=0',
  '-c',
  'maintenance.auto=false',
];

const TIME_LIMIT = 10 * 60 * 1000;

/**
 * Git in the checkout: gives standard output, or nothing where git failed. Names go by arguments after options only.
 * Throws UserError where there is no git outside of the checkout.
 */
export type Git = (args: readonly string[], input?: string) => Promise<string | undefined>;

/** Git for a work tree that the runner itself checked out, whoever owns its files. */
export function createGit(directory: string, signal: AbortSignal): Git {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
  };
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_EXTERNAL_DIFF', 'GIT_PAGER'])
    delete env[name];
  const settings = [...HARDENED, '-c', `safe.directory=${directory}`];
  return async (args, input = '') => {
    // only now: a scan of files needs no git
    const program = findGit(env, findTop(directory) ?? directory);
    return new Promise((resolve) => {
      const options = { cwd: directory, env, signal, timeout: TIME_LIMIT, maxBuffer: 64 * 1024 * 1024 };
      const child = execFile(program, [...settings, ...args], options, (error, stdout) => {
        resolve(error ? undefined : stdout.trimEnd());
      });
      child.stdin?.on('error', () => {}).end(input);
    });
  };
}

/** The hash of the commit that a revision names; undefined where it is not in the checkout. */
export async function resolveCommit(git: Git, revision: string): Promise<string | undefined> {
  return git(['rev-parse', '-q', '--verify', '--end-of-options', `${revision}^{commit}`]);
}

/** Whether the history of the checkout was cut off. */
export async function isShallow(git: Git): Promise<boolean> {
  return (await git(['rev-parse', '--is-shallow-repository'])) === 'true';
}
