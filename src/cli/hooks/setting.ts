import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GitError, simpleGit } from 'simple-git';
import { type GitCaller, gitCaller, workTreeOf } from '../../index.js';

/** Who keeps the hooks of a repository. */
export const MANAGERS = ['husky', 'lefthook', 'pre-commit', 'git'] as const;
export type Manager = (typeof MANAGERS)[number];

export const LEFTHOOK_FILES = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'];
export const PRE_COMMIT_FILE = '.pre-commit-config.yaml';

/** What init and doctor have to know of a work tree. */
export interface Setting {
  readonly top: string;
  /** Where git looks for hooks, absolute. */
  readonly hooksDirectory: string;
  /** core.hooksPath as it is set, undefined where it is not. */
  readonly hooksPath: string | undefined;
  /** Whose configuration sets it: `local`, `global`, `system` or `worktree`. */
  readonly hooksScope: string | undefined;
  readonly gitVersion: string;
  /** What the files of the work tree say is in use. */
  readonly managers: readonly Manager[];
}

/** Asks git three constant questions; nothing of the repository's content is read. Throws UserError outside of one. */
export async function readSetting(directory = '.'): Promise<Setting> {
  const top = workTreeOf(directory, { ofHook: true });
  const { commonDir, hooksPath, hooksScope, version } = await answers(top);
  const hooksDirectory = resolve(top, hooksPath ?? join(commonDir, 'hooks'));
  const has = (...names: string[]) => names.some((name) => existsSync(join(top, name)));
  return {
    top,
    hooksDirectory,
    hooksPath,
    hooksScope,
    gitVersion: version,
    managers: [
      ...(has('.husky') ? (['husky'] as const) : []),
      ...(has(...LEFTHOOK_FILES) ? (['lefthook'] as const) : []),
      ...(has(PRE_COMMIT_FILE) ? (['pre-commit'] as const) : []),
      'git',
    ],
  };
}

async function answers(top: string) {
  const caller = gitCaller(top, { ofHook: true });
  const git = callingGit(top, caller);
  const ask = async (...args: string[]) => (await git.raw(args)).split('\n').slice(0, -1);
  try {
    const commonDir = (await ask('rev-parse', '--git-common-dir')).join('\n');
    // the last value is that of our own command line
    const set = await ask('config', '--show-scope', '--type=path', '--get-all', 'core.hooksPath');
    const [, hooksScope, hooksPath] = /^(\w+)\t(.+)$/.exec(set.at(-2) ?? '') ?? [];
    const { major, minor, patch } = await git.version();
    return { commonDir, hooksPath, hooksScope, version: `${major}.${minor}.${patch}` };
  } catch (error) {
    throw error instanceof GitError ? caller.toUserError(error.message) : error;
  }
}

/**
 * simple-git with the same program, settings and environment as every other call. Its guard is for what callers pass
 * on from others: what is passed here is constant, and switches programs off.
 */
function callingGit(top: string, { git, settings, env }: GitCaller) {
  return simpleGit({
    baseDir: top,
    binary: git,
    config: [...settings],
    maxConcurrentProcesses: 1,
    allowEnvironment: Object.keys(env),
    unsafe: {
      allowUnsafeCustomBinary: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeSshCommand: true,
      allowUnsafeAskPass: true,
      allowUnsafePager: true,
      allowUnsafeDiffExternal: true,
      allowUnsafeGpgProgram: true,
      allowUnsafeProtocolOverride: true,
    },
  }).env({ ...env });
}
