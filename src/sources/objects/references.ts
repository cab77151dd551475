import type { Unpacker } from '../../types.js';
import type { KnownObjects } from './known-objects.js';

/** Notes what commits, tags and trees name: names of blobs, and whether everything named is there. */
export interface References {
  /** A tree, or only what a delta changed in it; `false` where it is broken. */
  readTree(tree: Uint8Array, onlyNew: boolean): boolean;
  /** A commit or tag; `false` where it is broken. */
  readAnnotation(bytes: Uint8Array, isShallow: boolean): boolean;
  /** Whether every commit, tree and tagged object named so far is in the store, and all but some blobs. */
  isComplete(): boolean;
  /** Blobs that trees name and that are not there, in hex. */
  missing(): ReadonlySet<string>;
}

/** A store that lacks more blobs is a partial clone, or a ruin. */
const MOST_MISSING = 100_000;

/** The second digit of a mode of six: 40000 is a folder, 160000 a submodule's commit, which is elsewhere. */
const FOLDER = '4'.charCodeAt(0);
const SUBMODULE = '6'.charCodeAt(0);

/** `earlier`: blobs that were missing before and still are. */
export function createReferences(
  known: KnownObjects,
  unpacker: Unpacker,
  { idLength, earlier }: { readonly idLength: number; readonly earlier: readonly string[] },
): References {
  const scratch = Buffer.alloc(idLength);
  let isComplete = true;
  const missing = new Set(earlier);

  function readEntry(tree: Buffer, from: number, to: number): void {
    const digit = tree[from - 6];
    if (digit === SUBMODULE) return;
    const id = to + 1;
    if (digit === FOLDER) isComplete &&= known.has(tree, id);
    else if (!known.addName(tree, id, tree.toString('latin1', from, to)))
      missing.add(tree.toString('hex', id, id + idLength));
  }

  function require(hex: string): void {
    scratch.write(hex, 'hex');
    isComplete &&= known.has(scratch, 0);
  }

  return {
    readTree(tree, onlyNew) {
      const entries = unpacker.entries(tree, idLength, onlyNew);
      if (!entries) return false;
      const bytes = Buffer.from(tree.buffer, tree.byteOffset, tree.length);
      for (const [from, to] of entries) readEntry(bytes, from, to);
      return true;
    },
    readAnnotation(bytes, isShallow) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const line = (at: number, key: string) =>
        text.toString('latin1', at, at + key.length) === key
          ? text.toString('latin1', at + key.length, at + key.length + 2 * idLength)
          : undefined;
      const first = line(0, 'tree ') ?? line(0, 'object ');
      if (first?.length !== 2 * idLength) return false;
      require(first);
      let at = text.indexOf('\n') + 1;
      for (
        let parent = line(at, 'parent ');
        parent !== undefined && !isShallow;
        parent = line(at, 'parent ')
      ) {
        require(parent);
        at += 'parent \n'.length + 2 * idLength;
      }
      return true;
    },
    isComplete: () => isComplete && missing.size <= MOST_MISSING,
    missing: () => missing,
  };
}
