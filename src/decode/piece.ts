import { lastAtMost } from '../sorted.js';
import type { Range, Segment } from '../types.js';

/** Bytes decoded out of one place of a segment. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Maps a range of `bytes` to the range of the outer segment's bytes that encodes it. */
  locate(from: number, to: number): Range;
}

/** Keeps pieces apart in the bytes they share: no expression reaches from one text into the next. */
const SEPARATOR = Buffer.from('\n\0\n');

/** All pieces of one encoding as one segment of the outer one: one pass of the prefilter instead of many. */
export function joinPieces(pieces: readonly Piece[], encoding: string, outer: Segment): Segment {
  const starts: number[] = [];
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    parts.push(piece.bytes, SEPARATOR);
    length += piece.bytes.length + SEPARATOR.length;
  }
  return {
    bytes: Buffer.concat(parts, length),
    encodings: [...outer.encodings, encoding],
    locate(from, to) {
      const index = lastAtMost(starts, from);
      const piece = pieces[index]!;
      const start = starts[index]!;
      const end = Math.min(to - start, piece.bytes.length);
      return outer.locate(...piece.locate(Math.min(from - start, end), end));
    },
  };
}
