import type { Chunk, Commit, Origin, Range, SourceContext } from '../../types.js';
import { addedLines } from './added-lines.js';
import { chunksOfBytes, nameChunk } from './blob.js';
import type { Arrival } from './commit-changes.js';
import { blobContent } from './content.js';
import { type ObjectLoss, type ObjectReader, readIfWhole, readObjects } from './object-stream.js';
import { SYMLINK } from './raw-diff.js';
import type { GitPlace } from './run.js';

interface Request {
  readonly oid: string;
  readonly arrival: Arrival;
  readonly isOld: boolean;
}

/** Blobs above this are scanned as a stream, and count as new as a whole. */
const COMPARED = 64 * 2 ** 20;

/** What arrived, as chunks whose `addedLines` are what the commits added. */
export async function* arrivalChunks(
  {
    place,
    arrivals,
    commits,
  }: {
    readonly place: GitPlace;
    readonly arrivals: readonly Arrival[];
    readonly commits: ReadonlyMap<string, Commit>;
  },
  context: SourceContext,
): AsyncGenerator<Chunk> {
  let olds = new Map<string, Buffer>();
  for await (const object of readObjects(place, requests(arrivals), context.signal)) {
    const { arrival, isOld, oid } = object.request;
    if (isOld) {
      const bytes = await contentIfSmall(object);
      if (bytes) olds.set(oid, bytes);
      continue;
    }
    const commit = commits.get(arrival.commit) ?? { id: arrival.commit };
    if (arrival.isNewName) yield nameChunk({ path: arrival.path, commit });
    yield* arrivalContent({ object, commit, olds }, context);
    olds = new Map();
  }
}

/** Each blob behind the earlier versions it is compared with. */
function* requests(arrivals: readonly Arrival[]): Generator<Request> {
  for (const arrival of arrivals) {
    for (const oid of new Set(arrival.olds.flat())) yield { oid, arrival, isOld: true };
    yield { oid: arrival.oid, arrival, isOld: false };
  }
}

/** An earlier version; one that cannot be read only makes more count as new. */
async function contentIfSmall(
  object: ObjectReader<Request> | ObjectLoss<Request>,
): Promise<Buffer | undefined> {
  return !('lost' in object) && object.size > COMPARED ? undefined : readIfWhole(object);
}

async function* arrivalContent(
  {
    object,
    commit,
    olds,
  }: {
    readonly object: ObjectReader<Request> | ObjectLoss<Request>;
    readonly commit: Commit;
    readonly olds: ReadonlyMap<string, Buffer>;
  },
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const { arrival, oid } = object.request;
  const label = [
    arrival.mode === SYMLINK ? 'target of a symbolic link' : '',
    arrival.byMerge ? 'introduced by a merge' : '',
  ].filter((part) => part !== '');
  const origin: Origin = {
    path: arrival.path,
    kind: 'blob',
    object: oid,
    commit,
    ...(label.length > 0 ? { label: label.join(', ') } : {}),
  };
  if ('lost' in object) {
    context.skip({ path: arrival.path, reason: `${oid}: ${object.lost}`, incomplete: true });
  } else if (object.size > COMPARED) {
    yield* blobContent(object, origin, context);
  } else {
    const bytes = await contentIfSmall(object);
    if (bytes) yield* chunksOfBytes(origin, { bytes, addedLines: newLines(bytes, arrival, olds) }, context);
    else context.skip({ path: arrival.path, reason: `${oid}: content cut off`, incomplete: true });
  }
}

/** Lines that any of the commits added; undefined: all. */
function newLines(
  bytes: Buffer,
  arrival: Arrival,
  olds: ReadonlyMap<string, Buffer>,
): readonly Range[] | undefined {
  const ranges: Range[] = [];
  for (const before of arrival.olds) {
    const lines = addedLines(
      bytes,
      before.flatMap((oid) => olds.get(oid) ?? []),
    );
    if (!lines) return undefined;
    ranges.push(...lines);
  }
  return ranges;
}
