import type { Chunk, Sieve, Source, SourceContext } from '../../types.js';
import { archiveChunks, isArchive, unopenedKind } from './archive.js';

/** Largest archive that is opened, in bytes: it is held in memory. */
const LARGEST_ARCHIVE = 128 << 20;

/** A source of which each archive is replaced by the files in it; those excluded by name stay closed. */
export function openArchives(source: Source, isExcluded: (path: string) => boolean = () => false): Source {
  return {
    ...source,
    async *chunks(context) {
      // its own buffers: the source may still need those it was given
      const inner = { ...context, allocate: (size: number) => new Uint8Array(size) };
      let parts: Uint8Array[] | undefined;
      for await (const chunk of source.chunks(lettingThrough(context))) {
        const { origin, bytes, core, offset } = chunk;
        if (offset === 0) parts = isOpened(chunk, isExcluded, context) ? [] : undefined;
        if (!parts) {
          yield chunk;
          continue;
        }
        parts.push(bytes.slice(...core));
        if (core[1] < bytes.length) continue;
        const size = parts.reduce((sum, { length }) => sum + length, 0);
        if (size <= LARGEST_ARCHIVE) yield* archiveChunks(origin, Buffer.concat(parts), inner);
        else context.skip({ path: origin.path, reason: 'archive larger than 128 MiB', incomplete: true });
        parts = undefined;
      }
    },
  };
}

function isOpened({ origin, bytes }: Chunk, isExcluded: (path: string) => boolean, context: SourceContext) {
  if (origin.kind !== 'file' && origin.kind !== 'blob') return false;
  if (isExcluded(origin.path)) return false;
  const kind = unopenedKind(bytes);
  if (kind)
    context.skip({ path: origin.path, reason: `${kind} archives cannot be opened`, incomplete: true });
  return isArchive(bytes);
}

/** The sieve of a history takes out no archive. */
function lettingThrough(context: SourceContext): SourceContext {
  const { sieve, sieveKey } = context;
  if (!sieve) return context;
  const judge: Sieve['judge'] = (object) =>
    isArchive(object.bytes) || unopenedKind(object.bytes) ? 'found' : sieve.judge(object);
  return {
    ...context,
    sieve: { ...sieve, judge },
    sieveKey: () => {
      const key = sieveKey?.();
      return key === undefined ? undefined : `archives ${key}`;
    },
  };
}
