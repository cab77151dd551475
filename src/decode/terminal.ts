import { lastAtMost } from '../sorted.js';
import type { Range } from '../types.js';
import { BETWEEN, type Piece } from './piece.js';

const ESCAPE = 0x1b;
const BELL = 7;
const NEWLINE = 10;
/** An escape shows in so many bytes that it is one; what belongs to a stretch may be longer. */
const SIGN = 40;
const MOST_PARAMETERS = 32;
const MOST_INTERMEDIATE = 4;
const LONGEST_TITLE = 256;
const SINGLE = new Set(Buffer.from('=>78cDEHMNOZ'));

/**
 * The text of lines with control sequences of terminals (ECMA-48), without them: colours may stand in the midst of a
 * word. Stretches of text, each up to `reach` bytes around its sequences and at most a line, are one piece; what is
 * between two of them separates as it does between pieces. Undefined where there is no sequence. `places`, ascending:
 * all that one may begin at. One pass over the bytes and few objects, since a coloured log has sequences in every line.
 */
export function withoutSequences(
  bytes: Uint8Array,
  places: Iterable<number>,
  reach: number,
): Piece | undefined {
  const stretches = stretchesAround(bytes, places, reach);
  if (stretches.length === 0) return undefined;
  const size = stretches.reduce((sum, [from, to]) => sum + to - from + BETWEEN.length, 0);
  const out = Buffer.allocUnsafe(size);
  /** Where in the piece each stretch begins and ends. */
  const begins: number[] = [];
  const ends: number[] = [];
  /** Where in the piece each run of text begins, and where in the bytes. */
  const starts: number[] = [];
  const sources: number[] = [];
  let length = 0;

  function keep(from: number, to: number): void {
    starts.push(length);
    sources.push(from);
    for (let at = from; at < to; at++) out[length++] = bytes[at]!;
  }

  for (const [from, to] of stretches) {
    if (begins.length > 0) length += BETWEEN.copy(out, length);
    begins.push(length);
    let at = from;
    // a stretch reaches beyond the range in which places are known
    for (let place = from; place < to; ) {
      const end = sequenceEnd(bytes, place, to);
      if (end > 0) {
        keep(at, place);
        at = end;
      }
      place = Math.max(end, place + 1);
    }
    keep(at, to);
    ends.push(length);
  }

  /** As of one text with cuts: a place at a cut is behind it where something begins, and before it where it ends. */
  function sourceOf(index: number, isEnd: boolean): number {
    const run = lastAtMost(starts, isEnd ? index - 1 : index);
    return sources[run]! + index - starts[run]!;
  }
  return {
    bytes: out.subarray(0, length),
    locate(from, to) {
      const stretch = lastAtMost(begins, from);
      const end = Math.min(to, ends[stretch]!);
      const start = Math.min(from, end);
      return [sourceOf(start, false), sourceOf(Math.max(start, end), end > start)];
    },
  };
}

/** The surroundings of the places within their lines, joined where they meet. */
function stretchesAround(bytes: Uint8Array, places: Iterable<number>, reach: number): Range[] {
  const found: Range[] = [];
  let from = 0;
  let to = -1;
  for (const at of places) {
    if (sequenceEnd(bytes, at, Math.min(bytes.length, at + SIGN)) < 0) continue;
    if (at > to) {
      const start = backward(bytes, at, reach);
      if (start > to) {
        if (to >= 0) found.push([from, to]);
        from = start;
      }
      to = at;
    }
    to = forward(bytes, [to, Math.min(bytes.length, at + reach)]);
  }
  if (to >= 0) found.push([from, to]);
  return found;
}

function backward(bytes: Uint8Array, at: number, reach: number): number {
  let start = at;
  for (const least = Math.max(0, at - reach); start > least && !endsLine(bytes, start - 1); ) start--;
  return start;
}

function forward(bytes: Uint8Array, [from, most]: Range): number {
  let end = from;
  while (end < most && !endsLine(bytes, end)) end++;
  return end;
}

/** A line end, but no soft one of quoted-printable. */
export function endsLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === NEWLINE && bytes[at - 1] !== 0x3d && bytes[at - 2] !== 0x3d;
}

/** Where the sequence at a place ends, before `limit`; negative: there is none. */
function sequenceEnd(bytes: Uint8Array, at: number, limit: number): number {
  if (bytes[at] !== ESCAPE || at + 1 >= limit) return -1;
  const kind = bytes[at + 1]!;
  if (kind === 0x5b) return controlEnd(bytes, at + 2, limit);
  if (kind === 0x5d) return titleEnd(bytes, at + 2, limit);
  if (kind === 0x28 || kind === 0x29) return at + 2 < limit && isCharacterSet(bytes[at + 2]!) ? at + 3 : -1;
  return SINGLE.has(kind) ? at + 2 : -1;
}

/** Parameters, intermediate bytes, and the one that says what it does. */
function controlEnd(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  for (const most = Math.min(limit, at + MOST_PARAMETERS); at < most && bytes[at]! >> 4 === 3; ) at++;
  for (const most = Math.min(limit, at + MOST_INTERMEDIATE); at < most && bytes[at]! >> 4 === 2; ) at++;
  return at < limit && bytes[at]! >= 0x40 && bytes[at]! <= 0x7e ? at + 1 : -1;
}

/** The title of a window or the target of a link, up to the bell or `ESC \`. */
function titleEnd(bytes: Uint8Array, from: number, limit: number): number {
  let at = from;
  for (const most = Math.min(limit, at + LONGEST_TITLE); at < most && !endsTitle(bytes[at]!); ) at++;
  if (at >= limit) return -1;
  if (bytes[at] === BELL) return at + 1;
  return bytes[at] === ESCAPE && at + 1 < limit && bytes[at + 1] === 0x5c ? at + 2 : -1;
}

function endsTitle(byte: number): boolean {
  return byte === BELL || byte === ESCAPE || byte === NEWLINE;
}

/** `[0-9A-B]` */
function isCharacterSet(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x41 || byte === 0x42;
}
