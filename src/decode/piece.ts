import { lastAtMost } from '../sorted.js';
import { SEPARATOR } from '../text.js';
import type { Range, Segment } from '../types.js';

/** Bytes decoded out of one place of a segment. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Maps a range of `bytes` to the range of the outer segment's bytes that encodes it. */
  locate(from: number, to: number): Range;
}

/** Keeps pieces apart in the bytes they share. */
export const BETWEEN = Buffer.from(SEPARATOR);

/** All pieces of one encoding as one segment of the outer one: one pass of the prefilter instead of many. */
export function joinPieces(pieces: readonly Piece[], encoding: string, outer: Segment): Segment {
  const starts: number[] = [];
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    parts.push(piece.bytes, BETWEEN);
    length += piece.bytes.length + BETWEEN.length;
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

/** A range of a text to leave out, and what stands in its place. */
export type Cut = readonly [from: number, to: number, instead?: string];

/** A latin1 text with cuts made, ascending and apart; `offset` is where the text stands in the outer bytes. */
export function anchoredPiece(text: string, cuts: readonly Cut[], offset: number): Piece {
  let decoded = '';
  let at = 0;
  /** Indices in the decoded text, in turn where plain text and where a replacement begins, and where they come from. */
  const starts = [0];
  const sources = [0];
  for (const [from, to, instead = ''] of cuts) {
    decoded += text.slice(at, from);
    starts.push(decoded.length);
    sources.push(from);
    decoded += instead;
    starts.push(decoded.length);
    sources.push(to);
    at = to;
  }
  decoded += text.slice(at);

  function sourceOf(index: number, isEnd: boolean): number {
    const part = lastAtMost(starts, isEnd && index > 0 ? index - 1 : index);
    const isReplacement = part % 2 === 1;
    if (!isReplacement) return sources[part]! + index - starts[part]!;
    return isEnd || index > starts[part]! ? sources[part + 1]! : sources[part]!;
  }
  return {
    bytes: Buffer.from(decoded, 'latin1'),
    locate: (from, to) => [offset + sourceOf(from, false), offset + sourceOf(Math.max(from, to), to > from)],
  };
}
