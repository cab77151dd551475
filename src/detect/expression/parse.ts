import { type ByteSet, complement, rangeSet, union, withBothCases } from './byte-set.js';

/** A regular expression as a tree, as far as it matters where it can match in latin1 text and how long that is. */
export type Node =
  | { readonly kind: 'set'; readonly set: ByteSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly min: number; readonly max: number }
  | { readonly kind: 'look'; readonly ahead: boolean; readonly negative: boolean; readonly part: Node }
  /** `\b` and the like look at the characters on both sides; `^` and `$` ask for an end of the text or of a line. */
  | { readonly kind: 'edge'; readonly of: 'word' | 'line' | 'text' }
  | { readonly kind: 'reference' };

/** Groups in one another that are followed. */
const DEEPEST = 100;

/** Reads an expression that RegExp has accepted; undefined where it uses what this does not know, or is too deep. */
export function parseExpression({ source, flags }: RegExp): Node | undefined {
  if (flags.includes('v')) return undefined;
  const parser: Parser = {
    source,
    at: 0,
    depth: 0,
    ignoreCase: flags.includes('i'),
    dotAll: flags.includes('s'),
    lines: flags.includes('m'),
    unicode: flags.includes('u'),
  };
  const node = readChoice(parser);
  return node && parser.at === source.length ? node : undefined;
}

interface Parser {
  readonly source: string;
  at: number;
  depth: number;
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly lines: boolean;
  readonly unicode: boolean;
}

const DIGIT = rangeSet(0x30, 0x39);
const WORD = union([DIGIT, rangeSet(0x41, 0x5a), rangeSet(0x61, 0x7a), rangeSet(0x5f, 0x5f)]);
const SPACE = union([rangeSet(9, 13), rangeSet(32, 32), rangeSet(0xa0, 0xa0)]);
const LINE_END = union([rangeSet(10, 10), rangeSet(13, 13)]);
const CLASSES: Readonly<Record<string, ByteSet>> = {
  d: DIGIT,
  D: complement(DIGIT),
  w: WORD,
  W: complement(WORD),
  s: SPACE,
  S: complement(SPACE),
};
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };

function readChoice(parser: Parser): Node | undefined {
  const options: Node[] = [];
  do {
    const option = readSequence(parser);
    if (!option) return undefined;
    options.push(option);
  } while (take(parser, '|'));
  return options.length === 1 ? options[0] : { kind: 'choice', options };
}

function readSequence(parser: Parser): Node | undefined {
  const parts: Node[] = [];
  while (parser.at < parser.source.length && !/[|)]/.test(parser.source[parser.at]!)) {
    const atom = readAtom(parser);
    const part = atom && readRepeat(parser, atom);
    if (!part) return undefined;
    parts.push(part);
  }
  return { kind: 'sequence', parts };
}

function readRepeat(parser: Parser, part: Node): Node {
  const [whole, mark, least, comma, most] =
    /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(parser.source.slice(parser.at, parser.at + 24)) ?? [];
  if (whole === undefined) return part;
  parser.at += whole.length;
  const min = mark ? (mark === '+' ? 1 : 0) : Number(least);
  const open = mark ? mark !== '?' : comma !== undefined && most === '';
  const max = open ? Number.POSITIVE_INFINITY : mark ? 1 : Number(most ?? least);
  return { kind: 'repeat', part, min, max };
}

function readAtom(parser: Parser): Node | undefined {
  const char = parser.source[parser.at]!;
  if (char === '(') return readGroup(parser);
  if (char === '[') return readClass(parser);
  if (char === '\\') return readEscape(parser);
  parser.at++;
  if (char === '.') return { kind: 'set', set: parser.dotAll ? rangeSet(0, 255) : complement(LINE_END) };
  if (char === '^' || char === '$') return { kind: 'edge', of: parser.lines ? 'line' : 'text' };
  return single(parser, char.charCodeAt(0));
}

const GROUP = /\((?:\?(?:(:)|(<?)([=!])|<(\w+)>))?/y;

function readGroup(parser: Parser): Node | undefined {
  GROUP.lastIndex = parser.at;
  const [whole, , behind, look] = GROUP.exec(parser.source)!;
  parser.at += whole.length;
  // a modifier such as `(?i:` would be read as an atom that begins with a question mark
  if (whole === '(' && parser.source[parser.at] === '?') return undefined;
  if (++parser.depth > DEEPEST) return undefined;
  const part = readChoice(parser);
  parser.depth--;
  if (!part || !take(parser, ')')) return undefined;
  return look ? { kind: 'look', ahead: behind === '', negative: look === '!', part } : part;
}

function readEscape(parser: Parser): Node | undefined {
  const char = parser.source[parser.at + 1]!;
  if (char === 'b' || char === 'B') {
    parser.at += 2;
    return { kind: 'edge', of: 'word' };
  }
  const [reference] = /^\\(?:[1-9]\d*|k<\w+>)/.exec(parser.source.slice(parser.at, parser.at + 80)) ?? [];
  if (reference) {
    parser.at += reference.length;
    return { kind: 'reference' };
  }
  const member = readMember(parser);
  if (member === undefined) return undefined;
  return typeof member === 'number' ? single(parser, member) : { kind: 'set', set: member };
}

function readClass(parser: Parser): Node | undefined {
  parser.at++;
  const isNegated = take(parser, '^');
  const sets: ByteSet[] = [];
  while (!take(parser, ']')) {
    const first = readMember(parser);
    if (first === undefined) return undefined;
    const isRange =
      typeof first === 'number' && parser.source[parser.at] === '-' && parser.source[parser.at + 1] !== ']';
    if (!isRange) {
      sets.push(typeof first === 'number' ? rangeSet(first, first) : first);
      continue;
    }
    parser.at++;
    const last = readMember(parser);
    if (last === undefined) return undefined;
    // `[a-\d]` is three members
    if (typeof last === 'number') sets.push(rangeSet(first, last));
    else sets.push(rangeSet(first, first), rangeSet(0x2d, 0x2d), last);
  }
  const members = parser.ignoreCase ? withBothCases(union(sets)) : union(sets);
  return { kind: 'set', set: isNegated ? complement(members) : members };
}

/** One character of a class, or outside of one what stands behind a backslash: its code, or the class it names. */
function readMember(parser: Parser): number | ByteSet | undefined {
  const char = parser.source[parser.at++];
  if (char !== '\\') return char?.charCodeAt(0);
  const letter = parser.source[parser.at++]!;
  const named = CLASSES[letter];
  if (named) return named;
  if (letter === 'b') return 8;
  const hex = /^(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]+)\})/i.exec(
    parser.source.slice(parser.at - 1, parser.at + 10),
  );
  if (hex && (hex[3] === undefined || parser.unicode)) {
    parser.at += hex[0].length - 1;
    return Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
  }
  if (/[cpP1-9]/.test(letter)) return undefined;
  return CONTROLS[letter] ?? letter.charCodeAt(0);
}

function single({ ignoreCase }: Parser, code: number): Node {
  const set = rangeSet(code, code);
  return { kind: 'set', set: ignoreCase ? withBothCases(set) : set };
}

function take(parser: Parser, char: string): boolean {
  if (parser.source[parser.at] !== char) return false;
  parser.at++;
  return true;
}
