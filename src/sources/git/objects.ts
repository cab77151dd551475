import type { GitPlace } from './run.js';
import { runGit } from './run.js';

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** An object as git answered for it; without bytes: missing, or not readable. */
export interface GitObject {
  /** What was asked for: an object id, or `revision:path`. */
  readonly name: string;
  readonly type?: ObjectType;
  readonly bytes?: Buffer;
}

/**
 * Reads few, small objects with one git process, in the order asked. Undefined when they are more than `limit`
 * bytes together or git did not answer for all: then read them one by one with `readObjects`.
 */
export function readObjectsAtOnce(
  place: GitPlace,
  names: readonly string[],
  limit = 32 * 2 ** 20,
): readonly GitObject[] | undefined {
  if (names.length === 0) return [];
  const result = runGit(place, ['cat-file', '--batch'], { input: `${names.join('\n')}\n`, limit });
  if (result.status !== 0) return undefined;
  const objects: GitObject[] = [];
  let at = 0;
  for (const name of names) {
    const end = result.stdout.indexOf(10, at);
    if (end === -1) return undefined;
    const header = parseHeader(result.stdout.toString('latin1', at, end));
    at = end + 1;
    if (!header) {
      objects.push({ name });
      continue;
    }
    if (at + header.size >= result.stdout.length) return undefined;
    objects.push({ name, type: header.type, bytes: result.stdout.subarray(at, at + header.size) });
    at += header.size + 1;
  }
  return objects;
}

/** A line `<oid> <type> <size>` of `cat-file --batch`; undefined for `missing`, `ambiguous` and the like. */
export function parseHeader(line: string): { readonly type: ObjectType; readonly size: number } | undefined {
  const [, type, size] = /^[0-9a-f]{40,64} (blob|tree|commit|tag) (\d+)$/.exec(line) ?? [];
  return type === undefined ? undefined : { type: type as ObjectType, size: Number(size) };
}
