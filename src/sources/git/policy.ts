import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.js';
import { escapeLine } from './escape.js';
import { readObjectsAtOnce } from './objects.js';
import { locateRepository, type OpenOptions } from './repository.js';
import { resolveCommit } from './revision.js';
import { runGit } from './run.js';

/** What decides what is reported: `.keyhound.json` and its like, `.keyhound/…` and the key in package.json. */
const POLICY = /^(?:\.keyhound\.[a-z]+|\.keyhoundignore|\.keyhound\/[\w.-]+|package\.json)$/;
const LARGEST = 16 * 2 ** 20;

/** A directory with a repository's policy files as they were in a commit; `dispose` removes it. */
export interface Policy {
  readonly directory: string;
  /** Adds one more file of the commit, where it has one. Throws UserError for a link. */
  bring(path: string): void;
  dispose(): void;
}

/**
 * The policy of a commit, for those who must not take it from the work tree: a pull request does not decide how it
 * is judged. Without a commit it is empty. Throws UserError for a link in the place of a file.
 */
export function policyOf(path: string, revision: string | undefined, options: OpenOptions = {}): Policy {
  const place = locateRepository(path, options);
  const directory = mkdtempSync(join(tmpdir(), 'keyhound-policy-'));
  const dispose = () => rmSync(directory, { recursive: true, force: true });
  let commit: string | undefined;
  const layDown = (files: readonly PolicyFile[]) => {
    const ids = files.map(({ oid }) => oid);
    const contents = readObjectsAtOnce(place, ids, LARGEST) ?? [];
    for (const [index, file] of files.entries()) {
      const bytes = contents[index]?.bytes;
      if (!bytes) throw new UserError(`${escapeLine(file.name)}: not readable in ${commit}, or too large`);
      mkdirSync(dirname(join(directory, file.name)), { recursive: true });
      writeFileSync(join(directory, file.name), bytes);
    }
  };
  try {
    commit = revision === undefined ? undefined : resolveCommit(place, revision);
    layDown(commit === undefined ? [] : policyFiles(place, commit));
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    directory,
    dispose,
    bring: (path) => layDown(commit === undefined ? [] : filesAt(place, commit, path)),
  };
}

interface PolicyFile {
  readonly name: string;
  readonly oid: string;
}

/** The one file of a path. */
function filesAt(place: Parameters<typeof runGit>[0], commit: string, path: string): readonly PolicyFile[] {
  const args =
    commit === ''
      ? ['ls-files', '-s', '-z', '--full-name', '--', path]
      : ['ls-tree', '-z', '--full-tree', '--end-of-options', commit, path];
  return filesOf(entries(runGit(place, args).stdout).filter(({ name }) => name === path));
}

function policyFiles(place: Parameters<typeof runGit>[0], commit: string): readonly PolicyFile[] {
  const args =
    commit === ''
      ? ['ls-files', '-s', '-z', '--full-name', '--', '.']
      : ['ls-tree', '-z', '--full-tree', '--end-of-options', commit];
  const top = entries(runGit(place, args, { limit: 2 ** 30 }).stdout);
  const folder =
    commit === '' ? undefined : top.find(({ name, mode }) => name === '.keyhound' && mode === '040000');
  const below = folder
    ? entries(runGit(place, ['ls-tree', '-z', '--end-of-options', folder.oid]).stdout)
    : [];
  const all = [...top, ...below.map((entry) => ({ ...entry, name: `.keyhound/${entry.name}` }))];
  return filesOf(all.filter(({ name }) => POLICY.test(name)));
}

function filesOf(found: readonly { mode: string; oid: string; name: string }[]): readonly PolicyFile[] {
  return found
    .filter(({ mode }) => mode !== '040000')
    .map(({ name, mode, oid }) => {
      if (mode === '120000')
        throw new UserError(`${escapeLine(name)}: is a symbolic link; settings must be a file`);
      return { name, oid };
    });
}

/** Lines `<mode> <type> <oid>\t<path>`. */
function entries(output: Buffer): readonly { mode: string; oid: string; name: string }[] {
  return output
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, mode, oid, name] = /^(\d{6}) [a-z]+ ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
      return mode && oid && name ? { mode, oid, name } : [];
    });
}
