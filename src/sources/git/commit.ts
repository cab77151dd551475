import type { Chunk, Commit, SourceContext } from '../../types.js';
import { chunksOfBytes } from './blob.js';

/** What a commit or tag object says. */
export interface Annotation {
  readonly commit: Commit;
  readonly parents: readonly string[];
  /** Offset of the message in the object. */
  readonly messageAt: number;
  readonly headers: string;
}

/** Reads a commit or tag object; a malformed one has no date or author, and all that is not header is message. */
export function parseAnnotation(id: string, bytes: Buffer, withAuthor: boolean): Annotation {
  const end = bytes.indexOf('\n\n');
  const messageAt = end === -1 ? 0 : end + 2;
  const headers = bytes.toString('utf8', 0, messageAt);
  const [, author, seconds, zone] =
    /^(?:author|tagger) (.*?) ?(-?\d{1,12})(?: ([+-]\d{4}))?$/m.exec(headers) ?? [];
  const date = seconds === undefined ? undefined : isoDate(Number(seconds), zone ?? '+0000');
  return {
    commit: { id, ...(date ? { date } : {}), ...(withAuthor && author ? { author } : {}) },
    parents: [...headers.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent]) => parent!),
    messageAt,
    headers,
  };
}

/** ISO 8601 in the author's time zone; undefined for a time that no calendar has. */
function isoDate(seconds: number, zone: string): string | undefined {
  const minutes = Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3)));
  const time = new Date((seconds + minutes * 60) * 1000);
  if (Number.isNaN(time.getTime())) return undefined;
  return `${time.toISOString().slice(0, 19)}${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** The message of a commit or tag, and its headers where they say something that was not seen yet. */
export function* annotationChunks(
  object: { readonly type: 'commit' | 'tag'; readonly bytes: Buffer; readonly annotation: Annotation },
  seenHeaders: Set<string>,
  context: SourceContext,
): Generator<Chunk> {
  const { type, bytes, annotation } = object;
  const { commit, messageAt, headers } = annotation;
  const origin = {
    // below `.git` no tracked file can stand
    path: `.git/${type}/${commit.id}`,
    kind: 'message',
    object: commit.id,
    label: `message of ${type} ${commit.id.slice(0, 12)}`,
    ...(type === 'commit' ? { commit } : {}),
  } as const;
  yield* chunksOfBytes(origin, { bytes: bytes.subarray(messageAt) }, context);
  const rest = unusualHeaders(headers);
  if (rest === '' || seenHeaders.has(rest)) return;
  seenHeaders.add(rest);
  const label = `headers of ${type} ${commit.id.slice(0, 12)}`;
  yield* chunksOfBytes(
    { ...origin, label },
    { bytes: Buffer.from(rest) },
    { ...context, scanned: { units: 0, bytes: 0, commits: 0 } },
  );
}

/** Headers without object ids, times and signatures: names, addresses, merged tags. */
function unusualHeaders(headers: string): string {
  return headers
    .replace(/^gpgsig(?:-sha256)? .*\n(?: .*\n)*/gm, '')
    .replace(/^(?:tree|parent|object|type|encoding) .*\n/gm, '')
    .replace(/^((?:author|committer|tagger) .*>) .*$/gm, '$1')
    .trim();
}
