/** A directory as the index remembers its tree (gitformat-index, "Cache tree"). */
export interface CachedTree {
  /** Entries of the index below it; -1: it has changed since. */
  readonly entries: number;
  /** In hex; empty where it has changed. */
  readonly oid: string;
  readonly children: ReadonlyMap<string, CachedTree>;
}

/** The entry a cursor stands on. */
export interface IndexEntry {
  readonly path: Buffer;
  /** Octal, as in raw diffs: `100644`. */
  readonly mode: string;
  readonly oid: string;
}

/** Walks over the entries of an index, in their order. */
export interface IndexCursor {
  /** Undefined at the end. */
  entry(): IndexEntry | undefined;
  /** Goes `count` entries on; false where the index ends before. */
  skip(count: number): boolean;
}

/** An index that this reader understands as a whole. */
export interface IndexFile {
  readonly root: CachedTree | undefined;
  cursor(): IndexCursor;
  /** The entries of some paths. */
  find(paths: readonly string[]): readonly IndexEntry[];
}

const ID = 20;
const FLAGS = 60;
const ASSUME_NOTHING = 0x3000;
const EXTENDED = 0x4000;
const LONG_NAME = 0xfff;
const INTENT_TO_ADD = 0x2000;

/**
 * Reads an index of version 2 or 3 with SHA-1 ids (gitformat-index). Undefined for what is left to git: other
 * versions, a split or sparse index, unmerged or intended entries are seen by the cursor, which then ends as broken.
 */
export function readIndexFile(bytes: Buffer): IndexFile | undefined {
  if (bytes.length < 12 + ID || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  if (version !== 2 && version !== 3) return undefined;
  const count = bytes.readUInt32BE(8);
  const ends = endOfEntries(bytes, count);
  if (ends === undefined) return undefined;
  const extensions = readExtensions(bytes, ends);
  return (
    extensions && {
      root: extensions.root,
      cursor: () => createCursor(bytes, count),
      find: (paths) => findEntries(bytes, count, paths),
    }
  );
}

function findEntries(bytes: Buffer, count: number, paths: readonly string[]): readonly IndexEntry[] {
  // nearly always none is there, and to see that is quicker than to look at every entry
  const wanted = paths.filter((path) => bytes.includes(path)).map((path) => Buffer.from(path));
  const found: IndexEntry[] = [];
  for (let i = 0, at = 12; wanted.length > 0 && i < count; i++) {
    const flags = flagsAt(bytes, at);
    const start = nameStart(at, flags);
    for (const name of wanted) {
      if ((flags & LONG_NAME) === name.length && name.equals(bytes.subarray(start, start + name.length)))
        found.push(entryAt(bytes, at));
    }
    at = nextEntry(bytes, at, flags);
  }
  return found;
}

function entryAt(bytes: Buffer, at: number): IndexEntry {
  const name = nameStart(at, flagsAt(bytes, at));
  return {
    path: bytes.subarray(name, bytes.indexOf(0, name)),
    mode: bytes
      .readUInt32BE(at + 24)
      .toString(8)
      .padStart(6, '0'),
    oid: bytes.toString('hex', at + 40, at + 40 + ID),
  };
}

function flagsAt(bytes: Buffer, at: number): number {
  return (bytes[at + FLAGS]! << 8) | bytes[at + FLAGS + 1]!;
}

/** Where the entries end; undefined where one of them is not plain: unmerged, or only intended. */
function endOfEntries(bytes: Buffer, count: number): number | undefined {
  let at = 12;
  for (let i = 0; i < count; i++) {
    if (at + FLAGS + 2 > bytes.length) return undefined;
    const flags = flagsAt(bytes, at);
    if ((flags & ASSUME_NOTHING) !== 0) return undefined;
    if ((flags & EXTENDED) !== 0 && (bytes.readUInt16BE(at + FLAGS + 2) & INTENT_TO_ADD) !== 0)
      return undefined;
    at = nextEntry(bytes, at, flags);
  }
  return at <= bytes.length - ID ? at : undefined;
}

function nameStart(at: number, flags: number): number {
  return at + FLAGS + ((flags & EXTENDED) !== 0 ? 4 : 2);
}

/** Names end in one to eight NULs, so that entries have a length that eight divides. */
function nextEntry(bytes: Buffer, at: number, flags: number): number {
  const name = nameStart(at, flags);
  const short = flags & LONG_NAME;
  const length = short < LONG_NAME ? short : bytes.indexOf(0, name) - name;
  return at + ((name - at + length + 8) & ~7);
}

function createCursor(bytes: Buffer, count: number): IndexCursor {
  let at = 12;
  let left = count;
  return {
    entry: () => (left === 0 ? undefined : entryAt(bytes, at)),
    skip(entries) {
      if (entries > left) return false;
      left -= entries;
      for (let i = 0; i < entries; i++) at = nextEntry(bytes, at, flagsAt(bytes, at));
      return true;
    },
  };
}

/** The tree cache, and whether there is nothing that changes what the entries mean: that has a name in small letters. */
function readExtensions(bytes: Buffer, from: number): { readonly root: CachedTree | undefined } | undefined {
  let root: CachedTree | undefined;
  let at = from;
  while (at + 8 <= bytes.length - ID) {
    const name = bytes.toString('latin1', at, at + 4);
    const end = at + 8 + bytes.readUInt32BE(at + 4);
    if (!/^[A-Z]/.test(name) || end > bytes.length - ID) return undefined;
    if (name === 'TREE') root = readCachedTree(bytes.subarray(at + 8, end));
    at = end;
  }
  return at === bytes.length - ID ? { root } : undefined;
}

/** `path NUL entries SP subtrees LF [id]`, then the subtrees; undefined: broken, or empty. */
function readCachedTree(bytes: Buffer): CachedTree | undefined {
  let at = 0;
  function read(): [name: string, tree: CachedTree] {
    const nul = bytes.indexOf(0, at);
    const end = bytes.indexOf(10, nul);
    const name = bytes.toString('latin1', at, nul);
    const [entries = Number.NaN, subtrees = Number.NaN] = bytes
      .toString('latin1', nul + 1, end)
      .split(' ')
      .map(Number);
    if (nul === -1 || end === -1 || Number.isNaN(entries + subtrees)) throw new RangeError('broken');
    at = end + 1;
    const oid = entries < 0 ? '' : bytes.toString('hex', at, at + ID);
    at += entries < 0 ? 0 : ID;
    const children = new Map<string, CachedTree>();
    for (let i = 0; i < subtrees; i++) children.set(...read());
    return [name, { entries, oid, children }];
  }
  try {
    return bytes.length === 0 ? undefined : read()[1];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
