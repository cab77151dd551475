import { entryNames } from '../objects/tree.js';
import type { CachedTree, IndexCursor, IndexEntry, IndexFile } from './index-file.js';

/** A path of the index that the commit does not have so. */
export interface IndexChange extends IndexEntry {
  /** What the commit has there; absent: nothing. */
  readonly old?: { readonly mode: string; readonly oid: string };
}

/** How the index differs from a commit's tree. */
export interface IndexChanges {
  readonly changes: readonly IndexChange[];
  /** Whether the commit has paths that the index has not. */
  readonly hasDeletions: boolean;
}

interface TreeEntry {
  /** Directories end in `/`: that is how git sorts them. */
  readonly name: Buffer;
  readonly mode: string;
  readonly oid: string;
}

const ID = 20;
const SLASH = 47;

/**
 * Compares an index with the tree `oid`, as `git diff-index --cached` does, with no search for renames. Reads only trees that
 * the index does not remember as the same. Undefined: a tree is broken.
 */
export function compareWithTree(
  index: IndexFile,
  oid: string,
  readTree: (oid: string) => Buffer,
): IndexChanges | undefined {
  const cursor = index.cursor();
  const changes: IndexChange[] = [];
  let hasDeletions = false;

  /** The entry's path below `prefix`; undefined where it is not below. */
  function rest(entry: IndexEntry | undefined, prefix: Buffer): Buffer | undefined {
    return entry?.path.subarray(0, prefix.length).equals(prefix)
      ? entry.path.subarray(prefix.length)
      : undefined;
  }

  /** Takes what the tree has nothing of, up to a name or the end of the directory. */
  function addUpTo(prefix: Buffer, name: Buffer | undefined): void {
    for (;;) {
      const entry = cursor.entry();
      const path = rest(entry, prefix);
      if (!entry || !path || (name && Buffer.compare(path, name) >= 0)) return;
      changes.push(entry);
      cursor.skip(1);
    }
  }

  function compareFile({ name, mode, oid }: TreeEntry, prefix: Buffer): void {
    const entry = cursor.entry();
    if (!entry || !rest(entry, prefix)?.equals(name)) {
      hasDeletions = true;
      return;
    }
    if (entry.mode !== mode || entry.oid !== oid) changes.push({ ...entry, old: { mode, oid } });
    cursor.skip(1);
  }

  function compareDirectory(tree: string, prefix: Buffer, cached: CachedTree | undefined): boolean {
    if (cached && cached.entries >= 0 && cached.oid === tree) return cursor.skip(cached.entries);
    const entries = parseTree(readTree(tree));
    if (!entries) return false;
    for (const entry of entries) {
      addUpTo(prefix, entry.name);
      if (entry.name.at(-1) !== SLASH) compareFile(entry, prefix);
      else if (!rest(cursor.entry(), prefix)?.subarray(0, entry.name.length).equals(entry.name))
        hasDeletions = true;
      else {
        const child = cached?.children.get(entry.name.toString('latin1', 0, entry.name.length - 1));
        if (!compareDirectory(entry.oid, Buffer.concat([prefix, entry.name]), child)) return false;
      }
    }
    addUpTo(prefix, undefined);
    return true;
  }

  return compareDirectory(oid, Buffer.alloc(0), index.root) && isAtEnd(cursor)
    ? { changes, hasDeletions }
    : undefined;
}

/** Entries that were not come by mean that one of the two is not sorted. */
function isAtEnd(cursor: IndexCursor): boolean {
  return cursor.entry() === undefined;
}

function parseTree(tree: Buffer): readonly TreeEntry[] | undefined {
  let start = 0;
  return entryNames(tree, ID)?.map(([from, to]) => {
    const mode = tree.toString('latin1', start, from - 1).padStart(6, '0');
    start = to + 1 + ID;
    const name = tree.subarray(from, to);
    return {
      name: mode === '040000' ? Buffer.concat([name, Buffer.from('/')]) : name,
      mode,
      oid: tree.toString('hex', to + 1, to + 1 + ID),
    };
  });
}
