import type { Source } from '../types.js';
import { blobContent } from './git/content.js';
import { isolate } from './git/isolated.js';
import { readObjects } from './git/object-stream.js';
import { openRepository } from './git/repository.js';

/** A blob and the path it is to be scanned and reported under. */
export interface NamedBlob {
  readonly path: string;
  /** An object id, or `COMMIT:PATH` with a whole commit id. */
  readonly object: string;
}

/** These blobs of a repository, and nothing else of it. What is not there, or is no blob, is a skip. */
export function blobSource({
  repository,
  blobs,
}: {
  readonly repository: string;
  readonly blobs: readonly NamedBlob[];
}): Source {
  return {
    mode: 'history',
    async *chunks(context) {
      const isolated = isolate(openRepository(repository));
      const skip = (path: string, reason: string) => context.skip({ path, reason, incomplete: true });
      // git reads one name a line: a name with a line break in it would be two
      for (const { path } of blobs.filter(isBroken)) skip(path, 'a line break in its name');
      const requests = blobs.filter((blob) => !isBroken(blob)).map((blob) => ({ ...blob, oid: blob.object }));
      try {
        for await (const object of readObjects(isolated.place, requests, context.signal)) {
          const { path, oid } = object.request;
          if ('lost' in object) skip(path, `${oid}: ${object.lost}`);
          else if (object.type !== 'blob') skip(path, `${oid}: not a file in that commit`);
          else yield* blobContent(object, { path, kind: 'blob', object: oid }, context);
        }
      } finally {
        isolated.dispose();
      }
    },
  };
}

function isBroken({ object }: NamedBlob): boolean {
  return /[\n\0]/.test(object);
}
