import { latin1 } from '../../text.js';
import type { Range } from '../../types.js';
import { anchoredPiece, type Piece } from '../piece.js';
import { prefixLength } from './line-prefix.js';

/** How much of a log's start is looked at to learn the width that its lines are wrapped at. */
const SAMPLE = 64 * 1024;
const NARROWEST = 40;
const WIDEST = 512;
const LONGEST_LINE = 4096;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Lines that a terminal or a runner cut at a fixed width, joined again where a word goes on. */
export function* wrappedLines(bytes: Uint8Array, [from, to]: Range): Generator<Piece> {
  const width = wrapWidth(bytes, [from, Math.min(to, from + SAMPLE)]);
  if (width === undefined) return;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = from;
  while (start < to) {
    let end = view.indexOf(NEWLINE, start);
    if (end === -1) return;
    const cuts: Range[] = [];
    const first = start;
    while (
      end !== -1 &&
      end - first < LONGEST_LINE &&
      // most lines end here, before their prefix is looked for
      end - start >= width &&
      isWord(view[textEnd(view, end) - 1]) &&
      widthOf(latin1(bytes, start, end)) === width &&
      isWord(view[nextText(view, end)])
    ) {
      cuts.push([textEnd(view, end) - first, nextText(view, end) - first]);
      start = end + 1;
      end = view.indexOf(NEWLINE, start);
    }
    if (end === -1) end = view.length;
    if (cuts.length > 0) yield anchoredPiece(latin1(bytes, first, end), cuts, first);
    start = end + 1;
  }
}

/** The greatest width, if several lines have exactly it. */
function wrapWidth(bytes: Uint8Array, [from, to]: Range): number | undefined {
  const counts = new Map<number, number>();
  let widest = 0;
  for (const line of latin1(bytes, from, to).split('\n')) {
    if (line.length > LONGEST_LINE) return undefined;
    const width = widthOf(line);
    if (width > WIDEST) return undefined;
    counts.set(width, (counts.get(width) ?? 0) + 1);
    widest = Math.max(widest, width);
  }
  return widest >= NARROWEST && counts.get(widest)! >= 2 ? widest : undefined;
}

/** The characters of a line behind its prefix: bytes less those that go on with a character of UTF-8. */
function widthOf(line: string): number {
  let width = 0;
  const end = line.endsWith('\r') ? line.length - 1 : line.length;
  for (let at = prefixLength(line); at < end; at++) if ((line.charCodeAt(at) & 0xc0) !== 0x80) width++;
  return width;
}

function textEnd(view: Buffer, newline: number): number {
  return view[newline - 1] === CARRIAGE_RETURN ? newline - 1 : newline;
}

function nextText(view: Buffer, newline: number): number {
  return newline + 1 + prefixLength(view.toString('latin1', newline + 1, newline + 1 + WIDEST));
}

/** Whether a character can stand within a word: a line that goes on has one on both sides of its end. */
function isWord(byte: number | undefined): boolean {
  return byte !== undefined && /[\w+/=.-]/.test(String.fromCharCode(byte));
}
