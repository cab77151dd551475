import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { simpleGit } from 'simple-git';
import { workTreeOf } from '../../index.js';

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
  readonly gitVersion: string;
  /** What the files of the work tree say is in use. */
  readonly managers: readonly Manager[];
}

/** Asks git four constant questions; nothing of the repository's content is read. Throws UserError outside of one. */
export async function readSetting(directory = '.'): Promise<Setting> {
  const top = workTreeOf(directory, { ofHook: true });
  const git = simpleGit({ baseDir: top, maxConcurrentProcesses: 1 });
  const ask = async (...args: string[]) => (await git.raw(args)).trim();
  const hooksDirectory = resolve(top, await ask('rev-parse', '--git-path', 'hooks'));
  const hooksPath = await ask('config', '--default', '', '--get', 'core.hooksPath');
  const { major, minor, patch } = await git.version();
  const has = (...names: string[]) => names.some((name) => existsSync(join(top, name)));
  return {
    top,
    hooksDirectory,
    hooksPath: hooksPath === '' ? undefined : hooksPath,
    gitVersion: `${major}.${minor}.${patch}`,
    managers: [
      ...(has('.husky') ? (['husky'] as const) : []),
      ...(has(...LEFTHOOK_FILES) ? (['lefthook'] as const) : []),
      ...(has(PRE_COMMIT_FILE) ? (['pre-commit'] as const) : []),
      'git',
    ],
  };
}
