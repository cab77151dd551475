import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after } from 'node:test';

/** A directory that goes away when the test file is done. */
export function temporaryDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'keyhound-test-')));
  after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A git repository of a test: fixed author and dates, nothing of the machine's or the user's settings. */
export interface Sandbox {
  readonly path: string;
  readonly env: Record<string, string>;
  /** Runs git, throws when it fails, gives its standard output. */
  git(...args: string[]): string;
  /** Runs git and lets it fail. */
  tryGit(...args: string[]): Ended;
  write(file: string, content: string | Buffer): void;
  /** Stages everything and commits it. */
  commit(message: string): string;
  /** Installs a hook that is a shell script. */
  hook(name: string, script: string): void;
  /** Runs keyhound's command line in the repository. */
  keyhound(...args: string[]): Ended;
}

/** The command line as it is built. */
const ENTRY = resolve('bin/keyhound.js');

/** The command that starts keyhound, for hooks. */
export const keyhoundCommand = `'${process.execPath}' '${ENTRY}'`;

/** Makes a repository; `init` are further arguments of `git init`. */
export function createSandbox(...init: string[]): Sandbox {
  const home = temporaryDirectory();
  const path = join(home, 'repo');
  mkdirSync(path);
  const sandbox = openSandbox(path, environment(home));
  sandbox.git('init', '-q', '-b', 'main', ...init);
  return sandbox;
}

/** A sandbox around a directory that is there. */
export function openSandbox(path: string, env: Record<string, string>): Sandbox {
  const tryGit = (...args: string[]) => run('git', args, { path, env });
  const git = (...args: string[]) => {
    const { status, stdout, stderr } = tryGit(...args);
    if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`);
    return stdout.trim();
  };
  return {
    path,
    env,
    git,
    tryGit,
    write(file, content) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    },
    commit(message) {
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '--no-verify', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    hook(name, script) {
      const file = resolve(path, git('rev-parse', '--git-path', `hooks/${name}`));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `#!/bin/sh\n${script}\n`);
      chmodSync(file, 0o755);
    },
    keyhound: (...args) => run(process.execPath, [ENTRY, ...args], { path, env }),
  };
}

/** The environment of a person with an empty home and a clock that stands still. */
export function environment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    TMPDIR: tmpdir(),
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A. Author',
    GIT_AUTHOR_EMAIL: 'author@example.org',
    GIT_AUTHOR_DATE: '2026-01-02T03:04:05+00:00',
    GIT_COMMITTER_NAME: 'C. Committer',
    GIT_COMMITTER_EMAIL: 'committer@example.org',
    GIT_COMMITTER_DATE: '2026-01-02T03:04:05+00:00',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: ':',
  };
}

function run(program: string, args: string[], place: { path: string; env: Record<string, string> }): Ended {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: place.path,
    env: place.env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}
