import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import type { Repository } from './repository.js';
import type { GitPlace } from './run.js';

/** A repository that has another one's objects and nothing else of it. */
export interface Isolated {
  readonly place: GitPlace;
  /** Makes commits parentless, so that a walk goes on where what lies behind them is missing. */
  cutAt(commits: readonly string[]): void;
  dispose(): void;
}

/**
 * Sets up an empty repository in a temporary directory that reads the object store of `repository`: none of its
 * configuration, hooks, attributes, replacements, grafts or promisor remotes exists there, and nothing is copied
 * but the list of shallow commits.
 */
export function isolate(repository: Repository): Isolated {
  const directory = mkdtempSync(join(tmpdir(), 'keyhound-git-'));
  const isSha256 = repository.objectFormat === 'sha256';
  for (const folder of ['refs', 'objects']) mkdirSync(join(directory, folder));
  writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
  writeFileSync(
    join(directory, 'config'),
    `[core]\n\trepositoryformatversion = ${isSha256 ? 1 : 0}\n\tbare = true\n${isSha256 ? '[extensions]\n\tobjectformat = sha256\n' : ''}`,
  );
  let shallow = shallowCommits(repository);
  writeShallow();

  function writeShallow(): void {
    if (shallow.length > 0) writeFileSync(join(directory, 'shallow'), `${shallow.join('\n')}\n`);
  }

  const { GIT_INDEX_FILE: _, GIT_WORK_TREE: __, GIT_COMMON_DIR: ___, ...env } = repository.env;
  return {
    place: {
      ...repository,
      cwd: directory,
      options: [],
      env: {
        ...env,
        GIT_DIR: directory,
        ...objectDirectories(repository),
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
    },
    cutAt(commits) {
      shallow = [...new Set([...shallow, ...commits])];
      writeShallow();
    },
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The object store, with what a push in quarantine adds to it; git gives hooks paths relative to the repository. */
function objectDirectories({ env, cwd, commonDir }: Repository): Record<string, string> {
  const alternates = env.GIT_ALTERNATE_OBJECT_DIRECTORIES;
  return {
    GIT_OBJECT_DIRECTORY: resolve(cwd, env.GIT_OBJECT_DIRECTORY ?? join(commonDir, 'objects')),
    ...(alternates === undefined
      ? {}
      : {
          GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates
            .split(delimiter)
            .map((path) => (path === '' || path.startsWith('"') ? path : resolve(cwd, path)))
            .join(delimiter),
        }),
  };
}

/** Commits whose parents a shallow clone does not have. */
export function shallowCommits(repository: Repository): readonly string[] {
  try {
    const text = readFileSync(join(repository.commonDir, 'shallow'), 'latin1');
    return text.split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  } catch {
    return [];
  }
}
