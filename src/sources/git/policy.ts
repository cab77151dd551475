import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.js';
import { escapeLine } from './escape.js';
import { toUserError } from './failure.js';
import { readObjectsAtOnce } from './objects.js';
import { fieldsOf, SYMLINK } from './raw-diff.js';
import { locateRepository, type OpenOptions } from './repository.js';
import { resolveCommit } from './revision.js';
import { type GitPlace, runGit } from './run.js';

/** What decides what is reported: `.keyhound.json` and its like, `.keyhound/…` and the key in package.json. */
const POLICY = /^(?:\.keyhound\.[a-z]+|\.keyhound\/[\w.-]+|package\.json)$/;
const LARGEST = 16 * 2 ** 20;

/** A directory with a repository's policy files as they were in a commit; `dispose` removes it. */
export interface Policy {
  readonly directory: string;
  /** Adds one more file of the commit, where it has one. Throws UserError for a link. */
  bring(path: string): void;
  dispose(): void;
}

/** One file of a policy, as an object. */
export interface PolicyFile {
  readonly name: string;
  readonly oid: string;
  readonly mode: string;
}

/**
 * The policy of a commit, for those who must not take it from the work tree: a pull request does not decide how it
 * is judged. Without a commit it is empty. Throws UserError for a link in the place of a file.
 */
export function policyOf(path: string, revision: string | undefined, options: OpenOptions = {}): Policy {
  const place = locateRepository(path, options);
  const commit = revision === undefined ? undefined : resolveCommit(place, revision);
  if (commit === undefined) return layOut(place, '', () => []);
  return layOut(place, commit, (name) =>
    name === undefined
      ? policyFiles(place, commit)
      : readEntries(place, ['ls-tree', '-z', '--full-tree', '--end-of-options', commit, name]),
  );
}

/**
 * Makes the directory of a policy. `list` gives the files it begins with, or the one of a name; `from` says in
 * errors where they stand.
 */
export function layOut(
  place: GitPlace,
  from: string,
  list: (name?: string) => readonly PolicyFile[],
): Policy & { readonly files: ReadonlyMap<string, Buffer> } {
  const directory = mkdtempSync(join(tmpdir(), 'keyhound-policy-'));
  const dispose = () => rmSync(directory, { recursive: true, force: true });
  const files = new Map<string, Buffer>();
  const layDown = (wanted: readonly PolicyFile[]) => {
    const link = wanted.find(({ mode }) => mode === SYMLINK);
    if (link) throw new UserError(`${escapeLine(link.name)}: is a symbolic link; settings must be a file`);
    const ids = wanted.map(({ oid }) => oid);
    const contents = readObjectsAtOnce(place, ids, LARGEST) ?? [];
    for (const [index, { name }] of wanted.entries()) {
      const bytes = contents[index]?.bytes;
      if (!bytes) throw new UserError(`${escapeLine(name)}: not readable in ${from}, or too large`);
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), bytes);
      files.set(name, bytes);
    }
  };
  try {
    layDown(list());
  } catch (error) {
    dispose();
    throw error;
  }
  return { directory, files, dispose, bring: (name) => layDown(list(name)) };
}

function policyFiles(place: GitPlace, commit: string): readonly PolicyFile[] {
  const top = readEntries(place, ['ls-tree', '-z', '--full-tree', '--end-of-options', commit]);
  const below = readEntries(place, [
    'ls-tree',
    '-z',
    '--full-tree',
    '--end-of-options',
    commit,
    '.keyhound/',
  ]);
  return [...top, ...below].filter(({ name }) => POLICY.test(name));
}

/** The files that git lists, of a tree or, without unmerged ones, of the index. Throws UserError where git fails. */
export function readEntries(place: GitPlace, args: readonly string[]): readonly PolicyFile[] {
  const result = runGit(place, args, { limit: 2 ** 30 });
  if (result.status !== 0) throw toUserError(result, place.cwd);
  return [...fieldsOf(result.stdout)].flatMap((field) => {
    // of ls-tree `<mode> <type> <oid>`, of ls-files `<mode> <oid> <stage>`
    const [, mode, oid, name] =
      /^(\d{6}) (?:blob )?([0-9a-f]{40,64})(?: 0)?\t([\s\S]+)$/.exec(field.toString()) ?? [];
    return mode && oid && name ? [{ mode, oid, name }] : [];
  });
}
