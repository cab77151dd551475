import type { Chunk, Range, Segment } from '../types.js';
import { type Base64Piece, base64Pieces } from './base64.js';
import { escapePieces } from './escapes.js';
import { hexPieces } from './hex.js';
import { jsonLineMessages, prefixedBlocks, wrappedLines } from './log-lines.js';
import { joinPieces, type Piece } from './piece.js';

/** How many encodings may lie in one another, and how many decoded bytes one chunk may come to. */
const DEEPEST = 5;
const MOST_DECODED = 32 << 20;

/** Everything of a chunk that is to be matched: its bytes as they are, then what they encode, outermost first. */
export function* segmentsOf(chunk: Chunk): Generator<Segment> {
  const whole: Segment = {
    bytes: chunk.bytes,
    encodings: [],
    locate: (from, to) => [from, to],
    ...(chunk.ranges ? { ranges: chunk.ranges } : {}),
  };
  yield whole;
  const ranges = whole.ranges ?? [[0, chunk.bytes.length] as const];
  yield* joined(collect(chunk.bytes, ranges, prefixedBlocks), 'line prefixes', whole);
  if (chunk.origin.kind === 'log') {
    yield* joined(collect(chunk.bytes, ranges, wrappedLines), 'wrapped lines', whole);
    yield* joined(collect(chunk.bytes, ranges, jsonLineMessages), 'json lines', whole);
  }
  let budget = MOST_DECODED;
  let level = [whole];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: Segment[] = [];
    for (const outer of level) {
      for (const segment of decode(outer)) {
        budget -= segment.bytes.length;
        if (budget < 0) return;
        next.push(segment);
        yield segment;
      }
    }
    level = next;
  }
}

/** What one segment encodes: one segment for each encoding found in it. */
function* decode(outer: Segment): Generator<Segment> {
  const ranges = outer.ranges ?? [[0, outer.bytes.length] as const];
  const base64 = collect(outer.bytes, ranges, base64Pieces);
  yield* joined(
    base64.filter((piece: Base64Piece) => !piece.isCompressed),
    'base64',
    outer,
  );
  yield* joined(
    base64.filter((piece: Base64Piece) => piece.isCompressed),
    'base64+gzip',
    outer,
  );
  yield* joined(collect(outer.bytes, ranges, hexPieces), 'hex', outer);
  for (const range of ranges) {
    for (const { encoding, pieces } of escapePieces(outer.bytes, range))
      yield* joined(pieces, encoding, outer);
  }
}

function collect<P>(
  bytes: Uint8Array,
  ranges: readonly Range[],
  find: (bytes: Uint8Array, range: Range) => Iterable<P>,
): P[] {
  return ranges.flatMap((range) => [...find(bytes, range)]);
}

function* joined(pieces: readonly Piece[], encoding: string, outer: Segment): Generator<Segment> {
  if (pieces.length > 0) yield joinPieces(pieces, encoding, outer);
}
