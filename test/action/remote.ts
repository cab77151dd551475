import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';

/** A repository as a forge keeps it, with the refs that it makes for pull requests. */
export interface Remote {
  /** Adds commits to a branch, which is made if it is not there; gives the last one. `files` go into the last. */
  commit(branch: string, count: number, files?: Readonly<Record<string, string>>): string;
  branch(name: string, from: string): void;
  reset(name: string, to: string): void;
  /** Merges one branch into another. */
  merge(into: string, from: string): string;
  /** Makes refs/pull/N/merge, as a forge does. */
  mergeRequest(number: number, head: string, base: string): string;
  tip(branch: string): string;
  /** The commit of a full ref. */
  tipOf(ref: string): string;
  tag(name: string, branch: string): void;
  remove(branch: string): void;
  between(base: string, head: string): readonly string[];
  /** A checkout as actions/checkout makes it; depth 0 is everything. */
  checkout(ref: string, depth: number): string;
  emptyFolder(): string;
  /** From now on the network is down. */
  disconnect(): void;
}

/** Makes a repository without commits; it goes away after the test. */
export function createRemote(t: TestContext): Remote {
  const home = mkdtempSync(join(tmpdir(), 'keyhound-remote-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const path = join(home, 'remote.git');
  const env = gitEnvironment(home);
  const git = (cwd: string, args: readonly string[], input = '') =>
    execFileSync('git', args, { cwd, env, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] }).trim();
  const bare = (...args: string[]) => git(path, args);
  git(home, ['init', '-q', '--bare', '-b', 'main', path]);
  // a forge gives single commits to those who ask by name
  bare('config', 'uploadpack.allowAnySHA1InWant', 'true');
  let number = 0;
  const tip = (branch: string) => bare('rev-parse', `refs/heads/${branch}`);
  const has = (branch: string) => bare('for-each-ref', `refs/heads/${branch}`) !== '';
  return {
    tip,
    commit(branch, count, files = {}) {
      const parent = has(branch) ? `from ${tip(branch)}\n` : '';
      const lines = Array.from({ length: count }, (_, at) => {
        const all = { [`file-${number % 7}.txt`]: `line ${number}\n`, ...(at === count - 1 ? files : {}) };
        number++;
        return commitCommand({ branch, parent: at === 0 ? parent : '', files: all, number });
      });
      git(path, ['fast-import', '--quiet', '--force'], lines.join(''));
      return tip(branch);
    },
    tipOf: (ref) => bare('rev-parse', `${ref}^{commit}`),
    branch: (name, from) => void bare('branch', name, from),
    tag: (name, branch) => void bare('tag', name, branch),
    remove: (branch) => void bare('update-ref', '-d', `refs/heads/${branch}`),
    reset: (name, to) => void bare('update-ref', `refs/heads/${name}`, tip(to)),
    merge(into, from) {
      const merged = bare(
        'commit-tree',
        `${tip(into)}^{tree}`,
        '-p',
        tip(into),
        '-p',
        tip(from),
        '-m',
        'merge',
      );
      bare('update-ref', `refs/heads/${into}`, merged);
      return merged;
    },
    mergeRequest(pull, head, base) {
      const merged = bare(
        'commit-tree',
        `${tip(head)}^{tree}`,
        '-p',
        tip(base),
        '-p',
        tip(head),
        '-m',
        'Merge',
      );
      bare('update-ref', `refs/pull/${pull}/head`, tip(head));
      bare('update-ref', `refs/pull/${pull}/merge`, merged);
      return merged;
    },
    between: (base, head) => bare('rev-list', `${base}..${head}`).split('\n').sort(),
    checkout(ref, depth) {
      const work = mkdtempSync(join(home, 'work-'));
      git(work, ['init', '-q', '-b', 'unused']);
      git(work, ['remote', 'add', 'origin', pathToFileURL(path).href]);
      const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
      const local = branch
        ? `refs/remotes/origin/${branch}`
        : ref.replace(/^refs\/pull\//, 'refs/remotes/pull/');
      const cut = depth > 0 ? [`--depth=${depth}`] : [];
      const all = depth > 0 ? [] : ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'];
      git(work, ['fetch', '-q', '--no-tags', ...cut, 'origin', ...all, `+${ref}:${local}`]);
      git(work, branch ? ['checkout', '-q', '-B', branch, local] : ['checkout', '-q', '--detach', local]);
      return work;
    },
    emptyFolder() {
      const folder = join(home, 'empty');
      mkdirSync(folder);
      return folder;
    },
    disconnect: () => renameSync(path, `${path}.away`),
  };
}

function commitCommand(commit: {
  branch: string;
  parent: string;
  files: Readonly<Record<string, string>>;
  number: number;
}): string {
  const { branch, parent, files, number } = commit;
  const time = 1_700_000_000 + number * 60;
  const changes = Object.entries(files).map(([name, text]) => `M 100644 inline ${name}\n${data(text)}`);
  return `commit refs/heads/${branch}\ncommitter Kim Doe <kim@example.com> ${time} +0000\n${data(`change ${number}\n`)}${parent}${changes.join('')}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Git that knows nothing of the machine's settings. */
export function gitEnvironment(home: string): Record<string, string> {
  const person = { NAME: 'Kim Doe', EMAIL: 'kim@example.com', DATE: '2024-01-02T03:04:05Z' };
  const people = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(people),
  };
}
