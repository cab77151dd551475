import type { Chunk, Encoded, FindEncoded, Range, Segment } from '../types.js';
import { type Allowance, createAllowance } from './allowance.js';
import { type Base64Piece, base64Pieces, base64Runs } from './base64.js';
import { escapePieces } from './escapes.js';
import { hexPieces } from './hex.js';
import { continuedLines } from './log/continued-lines.js';
import { journalExport } from './log/journal-export.js';
import { jsonRecords } from './log/json-records.js';
import { prefixedBase64, prefixedBlocks } from './log/prefixed-blocks.js';
import { wrappedLines } from './log/wrapped-lines.js';
import { joinPieces, type Piece } from './piece.js';

/** How many encodings may lie in one another, and how many decoded bytes one chunk may come to. */
const DEEPEST = 5;
const MOST_DECODED = 32 << 20;

export interface DecodeOptions {
  /** How many encodings in one another are undone. */
  readonly deepest?: number | undefined;
  /** Whether a stretch of text with escapes, named with its encoding, is to be left out; asked of the chunk's own. */
  readonly isKnown?: (stretch: string) => boolean;
  /** Told when something encoded was left out: it would have been too much. */
  readonly onCut?: () => void;
}

/** Everything of a chunk that is to be matched: its bytes as they are, then what they encode, outermost first. */
export function* segmentsOf(
  chunk: Chunk,
  findEncoded: FindEncoded = () => undefined,
  { deepest = DEEPEST, isKnown, onCut = () => {} }: DecodeOptions = {},
): Generator<Segment> {
  const whole: Segment = {
    bytes: chunk.bytes,
    encodings: [],
    locate: (from, to) => [from, to],
    ...(chunk.ranges ? { ranges: chunk.ranges } : {}),
    ...(chunk.wanted ? { wanted: chunk.wanted } : {}),
  };
  yield whole;
  const found = findIn(whole, findEncoded);
  const unwrapped = [...logSegments(chunk, whole, found)];
  yield* unwrapped;
  const allowance = createAllowance(MOST_DECODED, onCut);
  let level = [whole, ...unwrapped];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: Segment[] = [];
    for (const outer of level) {
      const inOuter = outer === whole ? found : findIn(outer, findEncoded);
      const known = outer === whole ? isKnown : undefined;
      for (const segment of decode(outer, inOuter, { allowance, isKnown: known })) {
        if (!allowance.take(segment.bytes.length)) return;
        next.push(segment);
        yield segment;
      }
    }
    level = next;
  }
}

/** What a log hides by the way it writes lines: as the program wrote them. Blocks with prefixes are in other files, too. */
function* logSegments(chunk: Chunk, whole: Segment, found: readonly FoundIn[]): Generator<Segment> {
  const { bytes, origin, offset } = chunk;
  const inRanges = (find: (range: Range, places: Encoded | undefined) => Iterable<Piece>, encoding: string) =>
    joined(collect(found, find), encoding, whole);
  yield* inRanges((range, places) => prefixedBlocks(bytes, range, places?.blocks), 'line prefixes');
  if (origin.kind !== 'log') return;
  yield* inRanges(
    (range, places) => prefixedBase64(bytes, places?.base64 ?? base64Runs(bytes, range)),
    'line prefixes',
  );
  yield* inRanges((range) => wrappedLines(bytes, range), 'wrapped lines');
  yield* inRanges((range) => continuedLines(bytes, range), 'cut lines');
  yield* inRanges((range) => jsonRecords(bytes, range, offset === 0), 'json lines');
  yield* inRanges((range) => journalExport(bytes, range), 'journal');
}

/** A range of a segment, and where in it something may be encoded, if that is known. */
interface FoundIn {
  readonly range: Range;
  readonly places: Encoded | undefined;
}

function findIn({ bytes, ranges }: Segment, findEncoded: FindEncoded): readonly FoundIn[] {
  return (ranges ?? [[0, bytes.length] as const]).map((range) => ({
    range,
    places: findEncoded(bytes, range),
  }));
}

/** What one segment encodes: one segment for each encoding found in it. */
function* decode(
  outer: Segment,
  found: readonly FoundIn[],
  { allowance, isKnown }: { readonly allowance: Allowance; readonly isKnown: DecodeOptions['isKnown'] },
): Generator<Segment> {
  const { bytes } = outer;
  const ranges = found.filter(({ places }) => !places || !isEmpty(places));
  if (ranges.length === 0) return;
  const base64 = collect(ranges, (range, places) =>
    base64Pieces(bytes, range, { allowance, runs: places?.base64 }),
  );
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
  yield* joined(
    collect(ranges, (range, places) => hexPieces(bytes, range, places?.hex)),
    'hex',
    outer,
  );
  for (const { range, places } of ranges) {
    for (const { encoding, pieces } of escapePieces(bytes, range, { places: places?.escapes, isKnown }))
      yield* joined(pieces, encoding, outer);
  }
}

/** Nothing is encoded in most of what there is. */
function isEmpty({ escapes, base64, hex }: Encoded): boolean {
  return escapes.size === 0 && base64.length === 0 && hex.length === 0;
}

function collect<P>(
  ranges: readonly FoundIn[],
  find: (range: Range, places: Encoded | undefined) => Iterable<P>,
): P[] {
  return ranges.flatMap(({ range, places }) => [...find(range, places)]);
}

function* joined(pieces: readonly Piece[], encoding: string, outer: Segment): Generator<Segment> {
  if (pieces.length > 0) yield joinPieces(pieces, encoding, outer);
}
