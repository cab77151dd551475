/** One side of a change: what stood at a path in a parent. */
export interface Side {
  readonly mode: string;
  /** Zeros: nothing stood there. */
  readonly oid: string;
}

/** One path of a raw diff, against one parent or, for a merge, against all. */
export interface Change {
  /** A, C, D, M, R, T or U; of a merge one letter a parent. */
  readonly status: string;
  readonly mode: string;
  readonly oid: string;
  readonly path: string;
  readonly olds: readonly Side[];
}

export const SYMLINK = '120000';
export const GITLINK = '160000';

/** Whether an id stands for nothing. */
export function isZero(oid: string): boolean {
  return /^0+$/.test(oid);
}

/**
 * Reads fields of `git diff-… --raw -z` output, with renames and combined (`-c`) merges; what is no change (the
 * commit ids of `diff-tree --stdin`) is given as it is. Format: git-diff-tree(1), "RAW OUTPUT FORMAT".
 */
export function* parseRawDiff(fields: Iterable<Buffer>): Generator<Change | string> {
  const iterator = fields[Symbol.iterator]();
  const path = () => {
    const next = iterator.next();
    return next.done ? '' : next.value.toString();
  };
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    const text = next.value.toString('latin1');
    const parents = /^:+/.exec(text)?.[0].length;
    if (parents === undefined) {
      // `diff-tree --stdin -z` ends a commit id with a line feed in some modes
      if (text.trim() !== '') yield text.trim();
      continue;
    }
    const parts = text.slice(parents).split(' ');
    const status = parts[2 * parents + 2] ?? '';
    const olds = Array.from({ length: parents }, (_, i) => ({
      mode: parts[i]!,
      oid: parts[parents + 1 + i]!,
    }));
    let name = path();
    // a rename against a single parent names both paths; the new one comes second
    if (parents === 1 && /^[RC]/.test(status)) name = path();
    yield { status, mode: parts[parents]!, oid: parts[2 * parents + 1]!, path: name, olds };
  }
}

/** The NUL-terminated fields of a buffer. */
export function* fieldsOf(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, from)) {
    yield bytes.subarray(from, at);
    from = at + 1;
  }
  if (from < bytes.length) yield bytes.subarray(from);
}
