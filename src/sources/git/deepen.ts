import { spawnSync } from 'node:child_process';
import type { Repository } from './repository.js';
import { resolveCommit } from './revision.js';
import { runGit } from './run.js';

const STEPS = ['--deepen=50', '--deepen=500', '--unshallow'];

/**
 * Fetches more of a shallow clone's history through its own remote until `isEnough`, or until the whole history is
 * there. Uses the network and the user's git settings: only when asked to.
 */
export function deepen(
  repository: Repository,
  revisions: readonly string[],
  isEnough: () => boolean,
  env = process.env,
): void {
  const wanted = revisions.filter((revision) => /^[0-9a-f]{40,64}$/.test(revision));
  for (const step of STEPS) {
    if (isEnough()) return;
    // a server may refuse to be asked for a commit by its id
    const isFetched =
      fetch(repository, [step, 'origin', ...wanted], env) || fetch(repository, [step, 'origin'], env);
    if (!isFetched) return;
  }
}

/** Fetches branches of the remote to where a clone keeps them; `*` are all. The same as with `deepen` holds. */
export function fetchBranches(repository: Repository, names: readonly string[], env = process.env): void {
  for (const name of names)
    fetch(repository, ['origin', `+refs/heads/${name}:refs/remotes/origin/${name}`], env);
}

/** Whether all are there, and the first has a common ancestor with each of the others. */
export function isJoined(repository: Repository, revisions: readonly string[]): boolean {
  const [first, ...others] = revisions.map((revision) => resolveCommit(repository, revision));
  if (first === undefined) return false;
  return others.every((other) => other !== undefined && hasCommonAncestor(repository, first, other));
}

function hasCommonAncestor(repository: Repository, a: string, b: string): boolean {
  return runGit(repository, ['merge-base', a, b]).status === 0;
}

function fetch(repository: Repository, args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const settings = [
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'gc.auto=0',
    'maintenance.auto=false',
  ];
  const { status } = spawnSync(
    repository.git,
    [
      ...settings.flatMap((s) => ['-c', s]),
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-recurse-submodules',
      ...args,
    ],
    { cwd: repository.cwd, env: { ...env, GIT_TERMINAL_PROMPT: '0' }, stdio: ['ignore', 'ignore', 'ignore'] },
  );
  return status === 0;
}
