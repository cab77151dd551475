import type { Chunk, Commit, Place, SourceContext } from '../../types.js';
import { annotations } from './annotations.js';
import { arrivalChunks } from './arrivals.js';
import { type Arrival, commitChanges } from './commit-changes.js';
import { blobContent } from './content.js';
import type { Isolated } from './isolated.js';
import { blobsIn } from './locate.js';
import { readObjects } from './object-stream.js';
import { walkTrees } from './tree-walk.js';
import { typesOf } from './types-of.js';
import { type Walk, walkCommits } from './walk.js';

/** A part of the history that is read commit by commit. */
export interface CommitRange extends Walk {
  readonly paths?: readonly string[];
  readonly withAuthors?: boolean;
}

/** What reading a range leaves behind for `locate`. */
export interface RangeRecord {
  readonly commits: Map<string, Commit>;
  readonly arrivals: Map<string, Arrival>;
}

/** Exactly what the commits of a range add: messages, names, and lines that none of a commit's parents has. */
export async function* rangeChunks(
  {
    isolated,
    range,
    record,
  }: {
    readonly isolated: Isolated;
    readonly range: CommitRange;
    readonly record: RangeRecord;
  },
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const { place } = isolated;
  const types = typesOf(place, [...range.tips, ...(range.except ?? [])], context.skip);
  const ofType = (type: string) => range.tips.filter((oid) => types.get(oid) === type);
  for (const oid of range.tips.filter((tip) => !types.has(tip))) {
    context.skip({ path: '.git', reason: `object ${oid} missing or corrupt`, incomplete: true });
  }
  const tips = [...ofType('commit'), ...ofType('tag')];
  const except = (range.except ?? []).filter(
    (oid) => types.get(oid) === 'commit' || types.get(oid) === 'tag',
  );
  const commits =
    tips.length > 0 ? await walkCommits(isolated, { ...range, tips, except }, context.skip) : [];
  const options = {
    withAuthors: range.withAuthors ?? false,
    onCommit: (commit: Commit) => void record.commits.set(commit.id, commit),
  };
  yield* annotations({ place, oids: [...ofType('tag'), ...commits], options }, context);
  const arrivals = await commitChanges(place, { commits, paths: range.paths ?? [] }, context.skip);
  for (const arrival of arrivals)
    if (!record.arrivals.has(arrival.oid)) record.arrivals.set(arrival.oid, arrival);
  yield* arrivalChunks({ place, arrivals, commits: record.commits }, context);
  // refs may point to trees and blobs
  const loose = [...ofType('blob').map((oid) => ({ oid, path: `.git/objects/${oid}` }))];
  for await (const blob of walkTrees(place, ofType('tree'), context.skip)) loose.push(blob);
  for await (const object of readObjects(place, loose, context.signal)) {
    const { oid, path } = object.request;
    if ('lost' in object) context.skip({ path, reason: `${oid}: ${object.lost}`, incomplete: true });
    else yield* blobContent(object, { path, kind: 'blob', object: oid }, context);
  }
}

/** Where what was read stands: the commit is known, whether its content is still there is looked up. */
export async function placesInRange(
  {
    isolated,
    record,
    head,
  }: {
    readonly isolated: Isolated;
    readonly record: RangeRecord;
    readonly head: string | undefined;
  },
  objects: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Place>> {
  const inHead = await blobsIn(isolated, head, objects);
  const places = new Map<string, Place>();
  for (const oid of objects) {
    const arrival = record.arrivals.get(oid);
    const id = arrival?.commit ?? (record.commits.has(oid) ? oid : undefined);
    if (id === undefined) continue;
    places.set(oid, {
      ...(arrival ? { path: arrival.path } : {}),
      commit: record.commits.get(id) ?? { id },
      inHead: arrival ? inHead.has(oid) : true,
      byMerge: false,
    });
  }
  return places;
}
