import { StoreError } from './store-error.js';

/** A value as a store holds it. The buffer belongs to who reads the store, and is zeroed by them. */
export interface StoredValue {
  readonly store: 'vault' | 'aws' | 'sops';
  /** Where: `secret/app/db`, the name of an AWS secret, a file. */
  readonly path: string;
  /** Which of the values there; empty when there is only one. */
  readonly key: string;
  readonly version: string;
  readonly state: 'current' | 'previous' | 'pending';
  /** When it was written, and when it was replaced, ISO 8601. */
  readonly created?: string;
  readonly replaced?: string;
  readonly value: Buffer;
}

/** What of a store was read and what was not; nothing that was not read is left out. */
export interface Coverage {
  readonly store: string;
  readonly entries: number;
  readonly read: number;
  readonly missed: readonly { readonly path: string; readonly reason: string }[];
}

export interface Reading {
  readonly values: readonly StoredValue[];
  readonly coverage: Coverage;
}

/** Counts entries while a store is read. */
export function createCoverage(store: string) {
  const missed: { path: string; reason: string }[] = [];
  let entries = 0;
  let read = 0;
  return {
    /** Tries one entry; what it cannot read is counted and named, unless nothing at all can be read any more. */
    async entry<T>(path: string, attempt: () => Promise<T>): Promise<T | undefined> {
      entries++;
      try {
        const result = await attempt();
        read++;
        return result;
      } catch (error) {
        if (!(error instanceof StoreError) || error.kind === 'sealed' || error.kind === 'expired')
          throw error;
        missed.push({ path, reason: error.kind });
        return undefined;
      }
    },
    /** An entry or folder that is known to be there and was not read. */
    miss(path: string, reason: string): void {
      entries++;
      missed.push({ path, reason });
    },
    coverage: (): Coverage => ({ store, entries, read, missed }),
  };
}

/** The strings in a JSON value, each with its key: `db.password`, or the empty key for the value itself. */
export function leavesOf(value: unknown, key = ''): { key: string; value: Buffer }[] {
  if (typeof value === 'string') return [{ key, value: Buffer.from(value) }];
  if (typeof value === 'number') return [{ key, value: Buffer.from(String(value)) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, key === '' ? name : `${key}.${name}`),
  );
}

/** A glob of store paths: `*` within a part, `**` over parts. */
export function pathMatcher(glob: string): (path: string) => boolean {
  const source = glob
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/\/?\*\*$/, '\0')
    .replace(/\*\*\//g, '\u0001')
    .replace(/\*/g, '[^/]*');
  const pattern = new RegExp(`^${source.replaceAll('\0', '(?:/.*)?').replaceAll('\u0001', '(?:.*/)?')}$`);
  return (path) => pattern.test(path);
}
