import { latin1 } from '../../text.js';
import type { Range } from '../../types.js';
import { anchoredPiece, type Piece } from '../piece.js';
import { oneALine } from './one-a-line.js';

/** How a runner cuts a line that a program wrote, and says so. */
interface Style {
  /** What stands before each line; group `stream` tells lines of one stream from those of another. */
  readonly prefix: RegExp;
  /** What a prefix has where a line was cut: found fast. */
  readonly signs: readonly string[];
  /** The flag of a line that is not whole, and at which of its ends it was cut. */
  readonly flag: string;
  readonly cutAt: 'start' | 'end';
}

const STYLES: readonly Style[] = [
  {
    // the log format of the Kubernetes CRI: `P` a part, `F` the last one
    prefix:
      /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,9}(?:Z|[+-]\d\d:\d\d) (?<stream>stdout|stderr) (?<flag>[PF])(?::\w+)* ?/y,
    signs: ['stdout P', 'stderr P'],
    flag: 'P',
    cutAt: 'end',
  },
  {
    // GitLab's runner: `00O+` goes on with the last line of the stream 00O
    prefix: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z (?<stream>[0-9a-f]{2}[EO])(?<flag>[+ ])/y,
    signs: ['O+', 'E+'],
    flag: '+',
    cutAt: 'start',
  },
];
/** More than a prefix is long. */
const LONGEST_PREFIX = 64;

/** A line that goes on for longer is joined in pieces; each begins with the last part of the one before. */
const LONGEST = 128 * 1024;
/** How many lines of other streams may come between. */
const MOST_BETWEEN = 50;
const NEWLINE = 10;

interface Line {
  readonly at: Range;
  readonly stream: string;
  /** Where what the program wrote of it stands. */
  readonly text: Range;
  readonly isCut: boolean;
}

/** Lines that a runner cut and marked so, joined again, without those of other streams that came between. */
export function* continuedLines(bytes: Uint8Array, [from, to]: Range): Generator<Piece> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const style = styleOf(view, from);
  if (!style) return;
  const read = (start: number) => lineAt(view, start, style);
  const done = new Map<string, number>();
  for (const at of oneALine(view, places(view, style.signs, [from, to]))) {
    const line = read(view.lastIndexOf(NEWLINE, at) + 1);
    if (!line?.isCut || line.at[0] < (done.get(line.stream) ?? 0)) continue;
    const before = style.cutAt === 'start' ? previous(view, line, read) : undefined;
    const parts = before ? [before, line] : [line];
    let length = lengthOf(parts);
    for (let next = following(view, line, read); next; next = following(view, parts.at(-1)!, read)) {
      const goesOn = style.cutAt === 'start' ? next.isCut : parts.at(-1)!.isCut;
      if (!goesOn || length > LONGEST) break;
      parts.push(next);
      length += lengthOf([next]);
    }
    // the last part begins the next piece where this one became too long
    done.set(line.stream, length > LONGEST && parts.length > 1 ? parts.at(-1)!.at[0] : parts.at(-1)!.at[1]);
    if (parts.length > 1) yield joined(bytes, parts);
  }
}

/** The style of the lines near the start. */
function styleOf(view: Buffer, from: number): Style | undefined {
  let start = from;
  for (let left = 4; left > 0; left--) {
    const style = STYLES.find((one) => lineAt(view, start, one));
    if (style) return style;
    const newline = view.indexOf(NEWLINE, start);
    if (newline === -1) return undefined;
    start = newline + 1;
  }
  return undefined;
}

/** All places of the signs, ascending. */
function places(view: Buffer, signs: readonly string[], [from, to]: Range): number[] {
  const found: number[] = [];
  for (const sign of signs) {
    for (
      let at = view.indexOf(sign, from, 'latin1');
      at !== -1 && at < to;
      at = view.indexOf(sign, at + 1, 'latin1')
    )
      found.push(at);
  }
  return found.sort((a, b) => a - b);
}

function lineAt(view: Buffer, start: number, { prefix, flag }: Style): Line | undefined {
  prefix.lastIndex = 0;
  const found = prefix.exec(view.toString('latin1', start, start + LONGEST_PREFIX));
  if (!found) return undefined;
  const newline = view.indexOf(NEWLINE, start);
  const end = newline === -1 ? view.length : newline;
  const textStart = Math.min(start + found[0].length, end);
  return {
    at: [start, end],
    stream: found.groups!.stream!,
    text: [textStart, Math.max(textStart, view[end - 1] === 13 ? end - 1 : end)],
    isCut: found.groups!.flag === flag,
  };
}

type Read = (start: number) => Line | undefined;

function previous(view: Buffer, { at, stream }: Line, read: Read): Line | undefined {
  let end = at[0] - 1;
  for (let left = MOST_BETWEEN; left > 0 && end > 0; left--) {
    const start = view.lastIndexOf(NEWLINE, end - 1) + 1;
    const line = read(start);
    if (line?.stream === stream) return line;
    end = start - 1;
  }
  return undefined;
}

function following(view: Buffer, { at, stream }: Line, read: Read): Line | undefined {
  let start = at[1] + 1;
  for (let left = MOST_BETWEEN; left > 0 && start < view.length; left--) {
    const line = read(start);
    if (line?.stream === stream) return line;
    const newline = line ? line.at[1] : view.indexOf(NEWLINE, start);
    if (newline === -1) return undefined;
    start = newline + 1;
  }
  return undefined;
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text[1] - text[0], 0);
}

function joined(bytes: Uint8Array, lines: readonly Line[]): Piece {
  const start = lines[0]!.text[0];
  const cuts = lines.slice(1).map(({ text }, at): Range => [lines[at]!.text[1] - start, text[0] - start]);
  return anchoredPiece(latin1(bytes, start, lines.at(-1)!.text[1]), cuts, start);
}
