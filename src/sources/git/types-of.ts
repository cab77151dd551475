import type { Skip } from '../../types.js';
import { gitMessage } from './failure.js';
import type { ObjectType } from './objects.js';
import { type GitPlace, runGit } from './run.js';

/** The type of each object that is there, by its id; `skip` is told where git did not answer for all. */
export function typesOf(
  place: GitPlace,
  oids: Iterable<string>,
  skip: (skip: Skip) => void,
): ReadonlyMap<string, ObjectType> {
  const unique = [...new Set(oids)];
  const result = runGit(place, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], {
    input: unique.map((oid) => `${oid}\n`).join(''),
    limit: 2 ** 30,
  });
  if (result.status !== 0)
    skip({
      path: '.git',
      reason: `objects not looked up to the end: ${gitMessage(result)}`,
      incomplete: true,
    });
  const types = new Map<string, ObjectType>();
  for (const line of result.stdout.toString('latin1').split('\n')) {
    const [, oid, type] = /^([0-9a-f]{40,64}) (blob|tree|commit|tag)$/.exec(line) ?? [];
    if (oid && type) types.set(oid, type as ObjectType);
  }
  return types;
}
