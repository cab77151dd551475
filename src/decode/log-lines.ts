import { latin1 } from '../text.js';
import type { Range } from '../types.js';
import { anchoredPiece, type Piece } from './piece.js';

/** Multi-line secrets begin with this, and a log puts a time stamp before each of their lines. */
const BEGIN = Buffer.from('-----BEGIN');
const MOST_LINES = 120;
const LONGEST_LINE = 4096;
const NEWLINE = 10;

/** What programs put before each line: times, levels in brackets, container names, quote and diff marks. */
const PREFIX =
  /^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?[ \t]+(?:\d\d[EO]\+?[ ]?)?|\[[^\]\r\n]{1,40}\][ \t]*|[\w.-]{1,40}[ \t]*\|[ \t]?|#\d+[ \t]+(?:\d+\.\d+[ \t]+)?|remote:[ \t]*|[>|#*+][ \t]?|[ \t]+)/;

/** Blocks such as private keys whose lines each have a prefix, without the prefixes. `places`: all where one may begin. */
export function* prefixedBlocks(
  bytes: Uint8Array,
  range: Range,
  places: Iterable<number> = beginnings(bytes, range),
): Generator<Piece> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const at of places) {
    const start = view.lastIndexOf(NEWLINE, at) + 1;
    const text = latin1(bytes, start, at);
    if (start === at || !isPrefix(text)) continue;
    const end = endOfLines(view, start, MOST_LINES);
    yield stripped(latin1(bytes, start, end), start);
  }
}

function* beginnings(bytes: Uint8Array, [from, to]: Range): Generator<number> {
  // looking further than the range would cost as much as the whole, for each of many ranges
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, to + BEGIN.length - 1));
  for (let at = searched.indexOf(BEGIN, from); at !== -1; at = searched.indexOf(BEGIN, at + 1)) yield at;
}

function isPrefix(text: string): boolean {
  return text.length < 200 && prefixLength(text) === text.length;
}

/** Length of all prefixes at the start of a line. */
function prefixLength(line: string): number {
  let at = 0;
  for (let found = PREFIX.exec(line); found; found = PREFIX.exec(line.slice(at))) at += found[0].length;
  return at;
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

function stripped(text: string, offset: number): Piece {
  const cuts: Range[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    cuts.push([at, at + prefixLength(line)]);
    at += line.length + 1;
  }
  return anchoredPiece(text, cuts, offset);
}

/** How much of a log's start is looked at to learn the width that its lines are wrapped at. */
const SAMPLE = 64 * 1024;
const NARROWEST = 40;
const WIDEST = 512;

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
      widthOf(view, start, end) === width &&
      goesOn(view, end) &&
      end - first < LONGEST_LINE
    ) {
      cuts.push([end - first, nextText(view, end) - first]);
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
    const width = line.length - prefixLength(line);
    if (width > WIDEST) return undefined;
    counts.set(width, (counts.get(width) ?? 0) + 1);
    widest = Math.max(widest, width);
  }
  return widest >= NARROWEST && counts.get(widest)! >= 2 ? widest : undefined;
}

function widthOf(view: Buffer, start: number, end: number): number {
  return end - start - prefixLength(view.toString('latin1', start, Math.min(end, start + 120)));
}

/** Whether the characters on both sides of a line end belong to one word. */
function goesOn(view: Buffer, newline: number): boolean {
  return isWord(view[newline - 1]) && isWord(view[nextText(view, newline)]);
}

function nextText(view: Buffer, newline: number): number {
  return newline + 1 + prefixLength(view.toString('latin1', newline + 1, newline + 121));
}

function isWord(byte: number | undefined): boolean {
  return byte !== undefined && /[\w+/=.-]/.test(String.fromCharCode(byte));
}

/** The messages in a container's log of JSON lines, one after the other as the program wrote them. */
export function* jsonLineMessages(bytes: Uint8Array, [from, to]: Range): Generator<Piece> {
  if (bytes[from] !== 0x7b) return;
  const text = latin1(bytes, from, to);
  if (!/^\{[^\n]{0,400}"(?:log|MESSAGE|message|msg)":"/.test(text)) return;
  const messages: Buffer[] = [];
  const starts: number[] = [];
  const places: Range[] = [];
  let length = 0;
  for (const found of text.matchAll(/"(?:log|MESSAGE|message|msg)":("(?:[^"\\\n]|\\.)*")/g)) {
    const message = parseString(found[1]!);
    if (message === undefined) continue;
    starts.push(length);
    messages.push(message);
    length += message.length;
    const end = from + found.index + found[0].length - 1;
    places.push([end + 1 - found[1]!.length + 1, end]);
  }
  if (length === 0) return;
  const placeOf = (index: number) => places[starts.findLastIndex((start) => start <= index)]!;
  yield {
    bytes: Buffer.concat(messages, length),
    locate: (a, b) => [placeOf(a)[0], placeOf(Math.max(a, b - 1))[1]],
  };
}

function parseString(json: string): Buffer | undefined {
  try {
    const text: string = JSON.parse(json);
    return Buffer.from(text.endsWith('\n') ? text : `${text}\n`, 'latin1');
  } catch {
    return undefined;
  }
}
