import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import type { Chunk, Source, SourceContext } from '../types.js';
import { chunksOf } from './chunks.js';
import { type FilePath, joinFilePath, toFilePath } from './file-path.js';
import { suspiciousNames } from './suspicious-names.js';

/** What of a tree is scanned. */
export interface TreeOptions {
  /** Directory that paths are relative to. */
  readonly root: string;
  /** Files and directories below `root`, absolute or relative to it. */
  readonly targets: readonly string[];
  /** Paths of the files below a directory as git sees them; absent or undefined: every file that is there. */
  readonly listTracked?: (directory: string) => readonly FilePath[] | undefined;
  readonly isExcluded?: (path: string) => boolean;
  /** Files above this many bytes are skipped, and the scan is incomplete. */
  readonly maxFileSize?: number;
}

/** Files of a work tree or of any directory. Throws UserError for a target that does not exist. */
export function treeSource(options: TreeOptions): Source {
  const root = resolve(options.root);
  const targets = options.targets.map((target) => {
    const path = resolve(root, target);
    try {
      return { path, isDirectory: statSync(path).isDirectory() };
    } catch (error) {
      throw new UserError(
        `${target}: ${errorCode(error) === 'ENOENT' ? 'no such file or directory' : errorCode(error)}`,
      );
    }
  });
  return {
    mode: 'tree',
    *chunks(context) {
      const names: string[] = [];
      for (const target of targets) {
        for (const file of target.isDirectory ? filesBelow(target.path, options, context) : [target.path]) {
          if (context.signal?.aborted) return;
          const name = toName(root, file);
          if (options.isExcluded?.(name)) continue;
          names.push(name);
          yield* readFileChunks(file, name, { options, context });
        }
      }
      yield* suspiciousNames(names, context);
    },
  };
}

function toName(root: string, filePath: FilePath): string {
  const file = filePath.toString();
  const below = root.endsWith(sep) ? root : root + sep;
  const path = file.startsWith(below) ? file.slice(below.length) : relative(root, file);
  return sep === '/' ? path : path.split(sep).join('/');
}

function filesBelow(directory: string, options: TreeOptions, context: SourceContext): Iterable<FilePath> {
  const tracked = options.listTracked?.(directory);
  return tracked
    ? tracked.map((path) => joinFilePath(directory, path))
    : walk(directory, options.root, context);
}

/** Every file below a directory in the order of its name; links are left, `.git` is not entered. */
function* walk(directory: FilePath, root: string, context: SourceContext): Generator<FilePath> {
  let entries: readonly Entry[];
  try {
    entries = entriesOf(directory);
  } catch (error) {
    context.skip({
      path: toName(root, directory),
      reason: `directory not readable: ${errorCode(error)}`,
      incomplete: true,
    });
    return;
  }
  for (const entry of entries) {
    if (entry.name === '.git') continue;
    const path = joinFilePath(directory, entry.name);
    if (entry.isDirectory()) yield* walk(path, root, context);
    else if (entry.isFile()) yield path;
    else if (!entry.isSymbolicLink()) {
      context.skip({ path: toName(root, path), reason: 'not a regular file', incomplete: false });
    }
  }
}

type Entry = { readonly name: FilePath } & Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>;

/** What lies in a directory, by name; a name that is no UTF-8 as its bytes. */
function entriesOf(directory: FilePath): readonly Entry[] {
  const entries: Entry[] = readdirSync(directory, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\ufffd'))) return entries.sort(byName);
  const exact = readdirSync(directory, { withFileTypes: true, encoding: 'buffer' });
  return exact.map((entry) => withName(entry, toFilePath(entry.name))).sort(byName);
}

const withName = (entry: Dirent<Buffer>, name: FilePath): Entry => ({
  name,
  isDirectory: () => entry.isDirectory(),
  isFile: () => entry.isFile(),
  isSymbolicLink: () => entry.isSymbolicLink(),
});

const byName = (a: Entry, b: Entry) => (a.name.toString() < b.name.toString() ? -1 : 1);

function* readFileChunks(
  file: FilePath,
  path: string,
  { options, context }: { options: TreeOptions; context: SourceContext },
): Generator<Chunk> {
  const skip = (reason: string, incomplete = true) => context.skip({ path, reason, incomplete });
  let descriptor: number;
  try {
    // a link in the place of a file is not followed, a FIFO does not block
    descriptor = openSync(
      file,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch (error) {
    skipUnopened(file, errorCode(error), skip);
    return;
  }
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) skip('a git repository of its own: scan it by itself', false);
    else if (!stat.isFile()) skip('not a regular file', false);
    else if (stat.size > (options.maxFileSize ?? Number.POSITIVE_INFINITY))
      skip(`larger than ${options.maxFileSize} bytes`);
    else {
      yield* chunksOf({ path, kind: 'file' }, readerOf(descriptor, stat.size), context);
      context.scanned.units++;
    }
  } catch (error) {
    skip(`not readable: ${errorCode(error)}`);
  } finally {
    closeSync(descriptor);
  }
}

/** A listed file that cannot be opened: a link or a deleted file is no loss, anything else is. */
function skipUnopened(
  file: FilePath,
  code: string,
  skip: (reason: string, incomplete?: boolean) => void,
): void {
  if (code === 'ELOOP' || code === 'EMLINK') return;
  if (code === 'ENOENT') return;
  let isDirectory = false;
  try {
    isDirectory = lstatSync(file).isDirectory();
  } catch {}
  if (!isDirectory) skip(`not readable: ${code}`);
}

/** Reads a file of this size; a read that ends there, and short of what was asked for, is the last one. */
function readerOf(descriptor: number, size: number): (into: Uint8Array) => number {
  let done = 0;
  let isDone = false;
  return (into) => {
    if (isDone) return 0;
    const count = readSync(descriptor, into, 0, into.length, null);
    done += count;
    isDone = count < into.length && done === size;
    return count;
  };
}

function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException)?.code ?? 'unknown error';
}
