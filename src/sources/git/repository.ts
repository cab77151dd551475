import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import { findGit } from './binary.js';
import { escapeLine } from './escape.js';
import { toUserError } from './failure.js';
import { gitEnvironment, settings } from './invocation.js';
import { type GitPlace, runGit } from './run.js';

/** How a repository is to be opened. */
export interface OpenOptions {
  /** The process environment; default `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Honour what git tells its hooks (GIT_DIR, GIT_INDEX_FILE, quarantine); only for hooks. */
  readonly ofHook?: boolean;
  /** Read a repository that belongs to another user. */
  readonly trust?: boolean;
}

/** A place where a repository is, found without running anything. */
export interface Located extends GitPlace {
  /** Absolute; of a linked worktree its own one. */
  readonly gitDir: string;
  /** Absent: bare. */
  readonly topLevel?: string;
}

/** A repository that git itself accepts. */
export interface Repository extends Located {
  /** Where refs and objects are; `gitDir`, except in a linked worktree. */
  readonly commonDir: string;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly isShallow: boolean;
}

/** Opens the repository that holds `path`. Throws UserError: none there, unsafe owner, no or too old git. */
export function openRepository(path: string, options: OpenOptions = {}): Repository {
  const located = locateRepository(path, options);
  const result = runGit(located, [
    'rev-parse',
    '--show-object-format',
    '--is-shallow-repository',
    '--git-common-dir',
  ]);
  if (result.status !== 0) throw toUserError(result, path);
  const [format = '', shallow, ...rest] = result.stdout.toString().split('\n');
  const commonDir = resolve(located.cwd, rest.slice(0, -1).join('\n'));
  return {
    ...located,
    commonDir,
    objectFormat: format === 'sha256' ? 'sha256' : 'sha1',
    isShallow: shallow === 'true',
  };
}

/** The top level of the work tree that holds `path`. Throws UserError where there is none. */
export function workTreeOf(path: string, options: OpenOptions = {}): string {
  const { topLevel } = locateRepository(path, options);
  if (topLevel === undefined) throw new UserError(`${escapeLine(path)}: a bare repository has no work tree`);
  return topLevel;
}

/** How git is called by those who do not leave it to this stage. */
export interface GitCaller extends Pick<GitPlace, 'git' | 'env'> {
  /** For its command line, after `-c` each. */
  readonly settings: readonly string[];
  /** What it said, as an error that says what to do. */
  toUserError(stderr: string): UserError;
}

/** For constant questions about the repository that holds `path`. Throws UserError where there is none, or no git. */
export function gitCaller(path: string, options: OpenOptions = {}): GitCaller {
  const { git, env, cwd } = locateRepository(path, options);
  return { git, env, settings, toUserError: (stderr) => toUserError({ status: 1, stderr }, cwd) };
}

/** Finds the repository that holds `path` by its files alone, and how git is to be run there. */
export function locateRepository(path: string, options: OpenOptions = {}): Located {
  const { env = process.env, ofHook = false, trust = false } = options;
  const start = resolve(path);
  if (!isDirectory(start)) throw new UserError(`${escapeLine(path)}: no such directory`);
  const { gitDir, topLevel } = (ofHook && fromHook(start, env)) || discover(start, path);
  const cwd = topLevel ?? gitDir;
  const gitEnv = gitEnvironment(env, ofHook);
  if (topLevel === undefined && gitEnv.GIT_DIR === undefined) {
    // an explicit GIT_DIR makes git skip its check of the owner
    if (!trust) requireOwner(gitDir, path, env);
    gitEnv.GIT_DIR = gitDir;
  }
  return {
    git: findGit(env, cwd),
    cwd,
    env: gitEnv,
    options: trust ? ['-c', `safe.directory=${realpathSync(cwd)}`] : [],
    gitDir,
    ...(topLevel === undefined ? {} : { topLevel }),
  };
}

type Found = { readonly gitDir: string; readonly topLevel?: string };

function fromHook(start: string, env: Readonly<Record<string, string | undefined>>): Found | undefined {
  if (env.GIT_DIR === undefined) return undefined;
  const gitDir = resolve(start, env.GIT_DIR);
  if (!isDirectory(gitDir)) return undefined;
  if (env.GIT_WORK_TREE !== undefined) return { gitDir, topLevel: resolve(start, env.GIT_WORK_TREE) };
  const around = gitDir === start ? undefined : search(start);
  if (around && isSame(around.gitDir, gitDir)) return around;
  // git runs hooks of a work tree at its top level, hooks of a bare repository in the repository
  return gitDir === start ? { gitDir } : { gitDir, topLevel: start };
}

function discover(start: string, shown: string): Found {
  const found = looksBare(start) ? { gitDir: start } : search(start);
  if (!found) throw new UserError(`${escapeLine(shown)}: not in a git repository`);
  return found;
}

function search(start: string): Found | undefined {
  for (let directory = start; ; directory = dirname(directory)) {
    const dotGit = join(directory, '.git');
    if (isDirectory(dotGit)) return { gitDir: dotGit, topLevel: directory };
    const target = gitFileTarget(dotGit);
    if (target !== undefined) return { gitDir: resolve(directory, target), topLevel: directory };
    if (directory === dirname(directory)) return undefined;
  }
}

/** What a `.git` file of a linked worktree or submodule points to. */
function gitFileTarget(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    return /^gitdir: (.+?)\n?$/.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** Only the very directory that was named can be bare: one that lies in a work tree may be bait. */
function looksBare(directory: string): boolean {
  return (
    isDirectory(join(directory, 'objects')) &&
    isDirectory(join(directory, 'refs')) &&
    isFile(join(directory, 'HEAD'))
  );
}

function requireOwner(
  gitDir: string,
  shown: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const user = process.geteuid?.();
  const owner = statSync(gitDir).uid;
  if (user === undefined || owner === user) return;
  if (user === 0 && env.SUDO_UID === String(owner)) return;
  throw new UserError(
    `${escapeLine(shown)}: the repository belongs to another user; check it, then use --trust`,
  );
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
