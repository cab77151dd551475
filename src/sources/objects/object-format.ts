import { createHash } from 'node:crypto';

/** The hash that names a repository's objects. */
export interface ObjectFormat {
  readonly name: 'sha1' | 'sha256';
  /** Bytes of an object id. */
  readonly idLength: 20 | 32;
}

export const SHA1: ObjectFormat = { name: 'sha1', idLength: 20 };
export const SHA256: ObjectFormat = { name: 'sha256', idLength: 32 };

/** What kinds of object there are, by the numbers they have in packs. */
export const KINDS = ['unknown', 'commit', 'tree', 'blob', 'tag'] as const;
export type ObjectKind = Exclude<(typeof KINDS)[number], 'unknown'>;

/** The id, in hex, of an object with this content. */
export function objectId(format: ObjectFormat, kind: ObjectKind, bytes: Uint8Array): string {
  return createHash(format.name).update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex');
}
