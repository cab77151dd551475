import type { ObjectType } from './objects.js';
import { type GitPlace, runGit } from './run.js';

/** The type of each object that is there, by its id. */
export function typesOf(place: GitPlace, oids: Iterable<string>): ReadonlyMap<string, ObjectType> {
  const unique = [...new Set(oids)];
  const result = runGit(place, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], {
    input: unique.map((oid) => `${oid}\n`).join(''),
    limit: 2 ** 30,
  });
  const types = new Map<string, ObjectType>();
  for (const line of result.stdout.toString('latin1').split('\n')) {
    const [, oid, type] = /^([0-9a-f]{40,64}) (blob|tree|commit|tag)$/.exec(line) ?? [];
    if (oid && type) types.set(oid, type as ObjectType);
  }
  return types;
}
