import type { Chunk, Segment } from '../types.js';

/** Everything of a chunk that is to be matched: its bytes as they are. */
export function* segmentsOf(chunk: Chunk): Generator<Segment> {
  yield {
    bytes: chunk.bytes,
    encodings: [],
    locate: (from, to) => [from, to],
    ...(chunk.ranges ? { ranges: chunk.ranges } : {}),
  };
}
