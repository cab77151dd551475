import { latin1 } from '../text.js';
import type { Range } from '../types.js';
import { anchoredPiece, type Cut, type Piece } from './piece.js';
import { endsLine, withoutSequences } from './terminal.js';

/** An encoding that writes single characters in another way. */
interface Encoding {
  readonly encoding: string;
  /** A byte without which the encoding cannot occur: found fast. */
  readonly trigger: number;
}

/** One that is decoded in a way of its own. */
interface OwnEncoding extends Encoding {
  decode(bytes: Uint8Array, places: Iterable<number>): Piece[];
}

/** One whose escapes an expression tells. */
interface Escape extends Encoding {
  /** Whether the escape at a place shows that the encoding is used; default: any does. */
  readonly isSign?: (bytes: Uint8Array, at: number) => boolean;
  /** One escape; its first group, read by `value`, is what it stands for. */
  readonly pattern: RegExp;
  /** The bytes an escape stands for, as latin1. */
  value(found: RegExpExecArray): string;
}

const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
};

const ESCAPES: readonly (Escape | OwnEncoding)[] = [
  {
    encoding: 'percent',
    trigger: 0x25,
    // what begins a variable of Windows is none: %DB_PASSWORD%
    pattern: /%(?![A-F][0-9A-F]{1,40}[G-Z_][0-9A-Z_]{0,40}%(?![0-9A-Fa-f]{2}))([0-9A-Fa-f]{2})/g,
    value: (found) => String.fromCharCode(Number.parseInt(found[1]!, 16)),
  },
  {
    encoding: 'escapes',
    trigger: 0x5c,
    pattern: /\\{1,2}(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2}))/g,
    value: (found) => codePoint(Number.parseInt(found[1] ?? found[2] ?? found[3]!, 16)),
  },
  {
    encoding: 'html',
    trigger: 0x26,
    pattern: /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(quot|amp|lt|gt|apos|nbsp));/g,
    value: (found) =>
      found[3] ? NAMED[found[3]]! : codePoint(found[1] ? Number(found[1]) : Number.parseInt(found[2]!, 16)),
  },
  { encoding: 'terminal', trigger: 0x1b, decode: decodeTerminal },
  {
    encoding: 'quoted-printable',
    trigger: 0x3d,
    isSign: isQuotedPrintable,
    pattern: /(?<!=)=([0-9A-F]{2}|\r?\n)/g,
    value: (found) => (found[1]!.endsWith('\n') ? '' : String.fromCharCode(Number.parseInt(found[1]!, 16))),
  },
];

/** The shortest line that ends softly since it is full: 76 is the most (RFC 2045), a word may be kept whole. */
const FULL_LINE = 58;

/**
 * An equals sign that is written as one, or the soft end of a line that is full or has other escapes: `x=10`, a break
 * of code after `=` and the padding of base64 are none.
 */
function isQuotedPrintable(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === 0x33) return bytes[at + 2] === 0x44;
  if ((bytes[at + 1] !== NEWLINE && bytes[at + 1] !== 0x0d) || bytes[at - 1] === 0x3d) return false;
  const from = Math.max(0, at - FULL_LINE);
  const start = from + bytes.subarray(from, at).lastIndexOf(NEWLINE) + 1;
  const end = Math.min(bytes.length, at + FULL_LINE);
  return at - start === FULL_LINE || /=(?:20|3D|[89A-F][0-9A-F])/.test(latin1(bytes, start, end));
}

/** A character as the latin1 of its UTF-8 bytes. */
function codePoint(code: number): string {
  return code > 0x10ffff ? '?' : Buffer.from(String.fromCodePoint(code)).toString('latin1');
}

/** How far around an escape text is decoded with it, and how close two escapes are to be decoded together. */
const REACH = 256;
const NEWLINE = 10;

/** What is known of where escapes are. */
export interface EscapeOptions {
  /** All places at which there may be one, by their first byte. */
  readonly places?: ReadonlyMap<number, readonly number[]> | undefined;
  /** Whether a stretch of text, named with its encoding, need not be decoded. */
  readonly isKnown?: ((stretch: string) => boolean) | undefined;
}

/** The stretches of text that hold escapes, decoded, per encoding. */
export function* escapePieces(
  bytes: Uint8Array,
  range: Range,
  { places, isKnown = () => false }: EscapeOptions = {},
): Generator<{ encoding: string; pieces: Piece[] }> {
  for (const style of ESCAPES) {
    const at = places ? places.get(style.trigger) : placesOf(style.trigger, bytes, range);
    if (!at) continue;
    const pieces =
      'decode' in style
        ? style.decode(bytes, at)
        : stretches(style, bytes, at).flatMap(([from, to]) => {
            const text = latin1(bytes, from, to);
            return isKnown(`${style.encoding} ${text}`) ? [] : [decodeStretch(style, text, from)];
          });
    if (pieces.length > 0) yield { encoding: style.encoding, pieces };
  }
}

function decodeTerminal(bytes: Uint8Array, places: Iterable<number>): Piece[] {
  const piece = withoutSequences(bytes, places, REACH);
  return piece ? [piece] : [];
}

function* placesOf(byte: number, bytes: Uint8Array, [from, to]: Range): Generator<number> {
  const range = bytes.subarray(from, to);
  for (let at = range.indexOf(byte); at !== -1; at = range.indexOf(byte, at + 1)) yield from + at;
}

/** Where what follows the trigger is an escape: its surroundings within the line, joined where they meet. */
function stretches(style: Escape, bytes: Uint8Array, places: Iterable<number>): Range[] {
  const found: Range[] = [];
  const isEscape = new RegExp(style.pattern.source, 'y');
  for (const at of places) {
    if (style.isSign?.(bytes, at) === false) continue;
    isEscape.lastIndex = 0;
    if (!isEscape.test(latin1(bytes, at, Math.min(bytes.length, at + 40)))) continue;
    const last = found.at(-1);
    const start = edge(bytes, at, -1);
    const end = edge(bytes, at, 1);
    if (last && start <= last[1]) found[found.length - 1] = [last[0], Math.max(end, last[1])];
    else found.push([start, end]);
  }
  return found;
}

/** The end of the line in a direction, or `REACH` bytes away; quoted-printable goes on over a soft line end. */
function edge(bytes: Uint8Array, at: number, step: 1 | -1): number {
  let index = at;
  for (let left = REACH; left > 0; left--) {
    const next = step === 1 ? index : index - 1;
    if (next < 0 || next >= bytes.length) break;
    if (endsLine(bytes, next)) break;
    index += step;
  }
  return index;
}

function decodeStretch(style: Escape, text: string, from: number): Piece {
  const escapes = [...text.matchAll(style.pattern)];
  const cuts = escapes.map((found): Cut => [found.index, found.index + found[0].length, style.value(found)]);
  return anchoredPiece(text, cuts, from);
}
