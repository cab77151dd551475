import type { Chunk, Origin, Range, SourceContext } from '../../types.js';
import { chunksOf } from '../chunks.js';
import { isLfsPointer } from './lfs.js';

/** The chunks of an object that is in memory; counts it as a unit. An LFS pointer is noted and holds nothing. */
export function* chunksOfBytes(
  origin: Origin,
  { bytes, addedLines }: { readonly bytes: Uint8Array; readonly addedLines?: readonly Range[] | undefined },
  context: SourceContext,
): Generator<Chunk> {
  if (isLfsPointer(bytes)) {
    context.skip({
      path: origin.path,
      reason: 'Git LFS pointer: its content is not in git',
      incomplete: false,
    });
  } else if (addedLines?.length !== 0) {
    let at = 0;
    const read = (into: Uint8Array) => {
      const part = bytes.subarray(at, at + into.length);
      into.set(part);
      at += part.length;
      return part.length;
    };
    for (const chunk of chunksOf(origin, read, context)) yield addedLines ? { ...chunk, addedLines } : chunk;
  } else {
    context.scanned.bytes += bytes.length;
  }
  context.scanned.units++;
}

/** A path or another short name as a chunk of its own: secrets stand in names too. */
export function nameChunk(origin: Omit<Origin, 'kind'>): Chunk {
  const bytes = Buffer.from(origin.path);
  return {
    origin: { ...origin, kind: 'name' },
    bytes,
    offset: 0,
    line: 1,
    column: 1,
    core: [0, bytes.length],
  };
}
