import { latin1 } from '../../text.js';
import type { Range } from '../../types.js';
import { anchoredPiece, type Piece } from '../piece.js';
import { lengthOf, type PrefixShape, shapeOf, sourceIn } from './line-prefix.js';
import { oneALine } from './one-a-line.js';

/** Multi-line secrets begin with this, and a log puts a time stamp before each of their lines. */
const BEGIN = Buffer.from('-----BEGIN');
const MOST_LINES = 120;
const LONGEST_LINE = 4096;
const NEWLINE = 10;

/** Blocks such as private keys whose lines each have a prefix, without the prefixes. `places`: all where one may begin. */
export function* prefixedBlocks(
  bytes: Uint8Array,
  range: Range,
  places: Iterable<number> = beginnings(bytes, range),
): Generator<Piece> {
  const view = viewOf(bytes);
  // before the second one of a line stands the first, which is no prefix
  for (const at of oneALine(view, places)) {
    const start = view.lastIndexOf(NEWLINE, at) + 1;
    if (start === at) continue;
    const shape = shapeOf(latin1(bytes, start, at));
    if (shape) yield stripped(latin1(bytes, start, endOfLines(view, start, MOST_LINES)), shape, start);
  }
}

function* beginnings(bytes: Uint8Array, [from, to]: Range): Generator<number> {
  // looking further than the range would cost as much as the whole, for each of many ranges
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, to + BEGIN.length - 1));
  for (let at = searched.indexOf(BEGIN, from); at !== -1; at = searched.indexOf(BEGIN, at + 1)) yield at;
}

/** Base64 is wrapped at 60 to 76 characters: what is shorter and at a line's end is no first line of a block. */
const NARROWEST = 56;
const MOST_BASE64_LINES = 2000;

/** Base64 that goes on over lines that each have a prefix, without the prefixes. `runs`: all that may be base64. */
export function* prefixedBase64(bytes: Uint8Array, runs: Iterable<Range>): Generator<Piece> {
  const view = viewOf(bytes);
  let done = 0;
  for (const [from, to] of runs) {
    if (from < done || to - from < NARROWEST || !isLineEnd(view, to)) continue;
    const start = view.lastIndexOf(NEWLINE, from) + 1;
    if (start === from || from - start > LONGEST_LINE) continue;
    const shape = shapeOf(latin1(bytes, start, from));
    const next = view.indexOf(NEWLINE, to) + 1;
    if (
      !shape ||
      next === 0 ||
      !goesOn(latin1(bytes, next, Math.min(bytes.length, next + LONGEST_LINE)), shape)
    )
      continue;
    done = endOfLines(view, start, MOST_BASE64_LINES);
    yield stripped(latin1(bytes, start, done), shape, start);
  }
}

function isLineEnd(view: Buffer, at: number): boolean {
  return view[at] === NEWLINE || (view[at] === 13 && view[at + 1] === NEWLINE);
}

/** Whether a line has base64 behind a prefix of this shape. */
function goesOn(text: string, shape: PrefixShape): boolean {
  const at = lengthOf(shape, text, 0);
  return at > 0 && /^[A-Za-z0-9+/_-]{4,}={0,2}\r?(?:\n|$)/.test(text.slice(at, at + 200));
}

function endOfLines(view: Buffer, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0; left--) {
    const newline = view.indexOf(NEWLINE, at);
    if (newline === -1) return Math.min(view.length, at + LONGEST_LINE);
    if (newline - at > LONGEST_LINE) return at;
    at = newline + 1;
  }
  return at;
}

/** The lines without their prefixes, less those of other programs that came between: their prefixes name another one. */
function stripped(text: string, shape: PrefixShape, offset: number): Piece {
  const cuts: Range[] = [];
  const source = sourceIn(text.slice(0, lengthOf(shape, text, 0)));
  for (let at = 0; at < text.length; ) {
    const prefix = lengthOf(shape, text, at);
    const next = text.indexOf('\n', at) + 1 || text.length;
    const other = sourceIn(text.slice(at, at + prefix));
    cuts.push([at, other === '' || other === source ? at + prefix : next]);
    at = next;
  }
  return anchoredPiece(text, cuts, offset);
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
