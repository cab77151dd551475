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

/** Fields that are still to come before a record is whole. */
interface Reader {
  /** Takes one field; gives what it completes. */
  take(field: Buffer): Change | string | undefined;
}

/**
 * Reads fields of `git diff-… --raw -z` output, with renames and combined (`-c`) merges; what is no change (the
 * commit ids of `diff-tree --stdin`) is given as it is. Format: git-diff-tree(1), "RAW OUTPUT FORMAT".
 */
export function* parseRawDiff(fields: Iterable<Buffer>): Generator<Change | string> {
  const reader = createReader();
  for (const field of fields) {
    const record = reader.take(field);
    if (record !== undefined) yield record;
  }
}

/** The same for a stream. */
export async function* parseRawDiffStream(fields: AsyncIterable<Buffer>): AsyncGenerator<Change | string> {
  const reader = createReader();
  for await (const field of fields) {
    const record = reader.take(field);
    if (record !== undefined) yield record;
  }
}

function createReader(): Reader {
  let change: Omit<Change, 'path'> | undefined;
  let paths = 0;
  return {
    take(field) {
      if (!change) {
        const text = field.toString('latin1').trim();
        change = parseChange(text);
        // a rename against a single parent names both paths, the new one second
        paths = change && /^[RC]/.test(change.status) && change.olds.length === 1 ? 2 : 1;
        return change || text === '' ? undefined : text;
      }
      if (--paths > 0) return undefined;
      const whole = { ...change, path: field.toString() };
      change = undefined;
      return whole;
    },
  };
}

/** `:<mode>… <mode> <oid>… <oid> <status>`, with as many colons as parents. */
function parseChange(text: string): Omit<Change, 'path'> | undefined {
  const parents = /^:+/.exec(text)?.[0].length;
  if (parents === undefined) return undefined;
  const parts = text.slice(parents).split(' ');
  return {
    status: parts[2 * parents + 2] ?? '',
    mode: parts[parents] ?? '',
    oid: parts[2 * parents + 1] ?? '',
    olds: Array.from({ length: parents }, (_, i) => ({
      mode: parts[i] ?? '',
      oid: parts[parents + 1 + i] ?? '',
    })),
  };
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
