import type { Chunk, Commit, SourceContext } from '../../types.js';
import { annotationChunks, parseAnnotation } from './commit.js';
import { CutOff, readObjects, readWhole } from './object-stream.js';
import type { GitPlace } from './run.js';

/** What else is wanted of commits while their messages are read. */
export interface AnnotationOptions {
  readonly withAuthors?: boolean;
  /** Told of every commit. */
  readonly onCommit?: (commit: Commit) => void;
}

/** Messages, and what is unusual in the headers, of commits and tags; counts the commits. */
export async function* annotations(
  {
    place,
    oids,
    options = {},
  }: { readonly place: GitPlace; readonly oids: readonly string[]; readonly options?: AnnotationOptions },
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const seenHeaders = new Set<string>();
  const tagged: string[] = [];
  for await (const object of readObjects(
    place,
    oids.map((oid) => ({ oid })),
    context.signal,
  )) {
    const { oid } = object.request;
    try {
      if ('lost' in object) throw new CutOff(object.lost);
      if (object.type !== 'commit' && object.type !== 'tag') continue;
      const bytes = await readWhole(object);
      const annotation = parseAnnotation(oid, bytes, options.withAuthors ?? false);
      if (object.type === 'commit') {
        context.scanned.commits++;
        options.onCommit?.(annotation.commit);
      }
      // a tag of a tag
      const inner = /^object ([0-9a-f]{40,64})\ntype tag$/m.exec(annotation.headers)?.[1];
      if (inner !== undefined) tagged.push(inner);
      yield* annotationChunks({ type: object.type, bytes, annotation }, seenHeaders, context);
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
      context.skip({ path: `.git/commit/${oid}`, reason: error.message, incomplete: true });
    }
  }
  if (tagged.length > 0) yield* annotations({ place, oids: tagged, options }, context);
}
