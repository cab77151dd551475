import type { Range } from '../types.js';
import type { Allowance } from './allowance.js';
import { inflateBounded, isCompressed } from './inflate.js';
import type { Piece } from './piece.js';
import { byteSet, DIGITS, LOWER, looksLikeText, runsOf, UPPER } from './runs.js';

/** Both alphabets: standard and URL-safe; a run that mixes them is decoded all the same. */
const ALPHABET = byteSet(`${UPPER}${LOWER}${DIGITS}+/-_`);
const LEAST = 24;
/** Decoded from each of the four alignments to see whether it is text. */
const PROBE = 48;
const NEWLINE = 10;
const BACKSLASH = 0x5c;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;

interface Base64Options {
  readonly allowance: Allowance;
  readonly runs?: Iterable<Range> | undefined;
}

/** A piece and what it was wrapped in. */
export interface Base64Piece extends Piece {
  readonly isCompressed: boolean;
}

/**
 * Base64 that decodes to text, or to compressed text, at any alignment and also wrapped over lines. `runs`: all that
 * may be. What is inflated is taken from the allowance.
 */
export function* base64Pieces(
  bytes: Uint8Array,
  range: Range,
  { allowance, runs = base64Runs(bytes, range) }: Base64Options,
): Generator<Base64Piece> {
  let done = 0;
  for (const run of runs) {
    if (run[0] < done || !mixesClasses(bytes, run)) continue;
    const lines = wrappedLines(bytes, run);
    done = lines.at(-1)![1];
    const piece = decodeLines(bytes, lines, allowance);
    if (piece) yield piece;
  }
}

/** Runs of base64's characters that are long enough to be some. */
export function base64Runs(bytes: Uint8Array, range: Range): Iterable<Range> {
  return runsOf(ALPHABET, bytes, range, LEAST);
}

/** Plain words and numbers are no base64: it mixes at least two classes of characters, and lower case with another. */
function mixesClasses(bytes: Uint8Array, [from, to]: Range): boolean {
  let classes = 0;
  for (let at = from; at < Math.min(to, from + 200) && classes !== 7; at++) {
    const byte = bytes[at]!;
    classes |= byte >= 97 ? 1 : byte >= 65 ? 2 : byte >= 48 && byte <= 57 ? 4 : 0;
  }
  return classes === 7 || classes === 3;
}

/** The run and the lines after it that go on with it: same width but for the last, only indented differently. */
function wrappedLines(bytes: Uint8Array, first: Range): readonly Range[] {
  const lines = [first];
  const width = first[1] - first[0];
  for (let last = first; last[1] - last[0] === width && width >= 40; last = lines.at(-1)!) {
    const next = nextLineRun(bytes, last[1]);
    if (!next || next[1] - next[0] > width) break;
    lines.push(next);
  }
  return lines;
}

/** The run at the start of the next line, also of `\\n`, if only blanks, quotes and comment marks are between. */
function nextLineRun(bytes: Uint8Array, end: number): Range | undefined {
  let at = end;
  let newlines = 0;
  while (at < bytes.length && at < end + 80 && ALPHABET[bytes[at]!] === 0) {
    const byte = bytes[at++]!;
    const escaped = byte === BACKSLASH ? bytes[at] : undefined;
    if (escaped === LETTER_N || escaped === LETTER_R) at++;
    if (byte === NEWLINE || escaped === LETTER_N) newlines++;
    else if (!FILLER[byte]) return undefined;
  }
  if (newlines !== 1) return undefined;
  const start = at;
  while (at < bytes.length && ALPHABET[bytes[at]!] === 1) at++;
  return at > start ? [start, at] : undefined;
}

const FILLER = byteSet(' \t\r"\'`,+\\#*|');

function decodeLines(
  bytes: Uint8Array,
  lines: readonly Range[],
  allowance: Allowance,
): Base64Piece | undefined {
  const length = lines.reduce((sum, [from, to]) => sum + to - from, 0);
  const joined =
    lines.length === 1
      ? view(bytes, lines[0]!)
      : Buffer.concat(
          lines.map((line) => view(bytes, line)),
          length,
        );
  for (let skip = 0; skip < 4; skip++) {
    const probe = fromBase64(joined.subarray(skip, skip + PROBE));
    // text first: `x ` would also be the head of zlib data
    const compressed = !looksLikeText(probe);
    if (compressed && !isCompressed(probe)) continue;
    const decoded = fromBase64(joined.subarray(skip));
    const whole = compressed ? inflate(decoded, allowance) : decoded;
    if (!whole || !looksLikeText(whole)) continue;
    const place = (index: number) => placeInLines(lines, skip + index);
    return {
      bytes: whole,
      isCompressed: compressed,
      // what is inside compressed data is the whole of it
      locate: (from, to) =>
        compressed
          ? [lines[0]![0], lines.at(-1)![1]]
          : [
              place(Math.floor((from * 4) / 3)),
              place(Math.min(Math.ceil((to * 4) / 3), length - skip) - 1) + 1,
            ],
    };
  }
  return undefined;
}

/** What was compressed; what is too much, or no text, is not worth its memory. */
function inflate(bytes: Buffer, allowance: Allowance): Buffer | undefined {
  const inflated = inflateBounded(bytes, allowance.left());
  if (inflated === null) allowance.take(Number.POSITIVE_INFINITY);
  return inflated && allowance.take(inflated.length) ? inflated : undefined;
}

/** Where the character with this index among all lines' characters stands. */
function placeInLines(lines: readonly Range[], index: number): number {
  let left = index;
  for (const [from, to] of lines) {
    if (left < to - from) return from + left;
    left -= to - from;
  }
  return lines.at(-1)![1];
}

function view(bytes: Uint8Array, [from, to]: Range): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
}

/** Node reads both alphabets as one. */
function fromBase64(encoded: Buffer): Buffer {
  return Buffer.from(encoded.toString('latin1'), 'base64');
}
