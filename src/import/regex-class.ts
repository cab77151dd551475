import { type Cursor, type Flags, Untranslatable } from './regex-cursor.js';

/** Writes the bracketed class that begins here for JavaScript. */
export function readClass(cursor: Cursor, flags: Flags): string {
  cursor.skip(1);
  const isNegated = cursor.take('^');
  let text = '';
  for (let isFirst = true; ; isFirst = false) {
    if (cursor.isDone()) throw new Untranslatable('a class that is not closed');
    if (!isFirst && cursor.take(']')) break;
    text += classItem(cursor, flags);
  }
  return `[${isNegated ? '^' : ''}${text}]`;
}

/** One item of a class: a named class, a character, or a range of them. */
function classItem(cursor: Cursor, flags: Flags): string {
  const named = cursor.match(/\[:(\^?)(\w+):\]/y);
  if (named) return posixClass(cursor, { name: named[2]!, isNegated: named[1] === '^', flags });
  if (cursor.dialect !== 'ere') {
    const perl = cursor.match(/\\[dDwWsS]/y);
    if (perl) return PERL[perl[0]]!;
  }
  const from = character(cursor);
  const isRange = cursor.match(/-(?!\])/y) !== undefined;
  if (!isRange) return cursor.writeCharacter(from, flags, true);
  if (cursor.dialect === 'go' && /[[\\]/.test(cursor.peek()) && cursor.match(/\[:|\\[dDwWsSpP]/y))
    throw new Untranslatable('a range to a class');
  return range(from, character(cursor), { cursor, flags });
}

/** `from-to`, with the other case of its letters where case does not count and has to be written out. */
function range(
  from: number,
  to: number,
  { cursor, flags }: { readonly cursor: Cursor; readonly flags: Flags },
): string {
  if (from > to) throw new Untranslatable('a range that ends before it begins');
  if (to > 0x7f && from <= 0x7f && to < 0xff) throw new Untranslatable('a range beyond ASCII');
  const plain = (code: number) => cursor.writeCharacter(code, { ...flags, i: false }, true);
  const letters = Array.from({ length: Math.min(to, 0x7f) - from + 1 }, (_, index) =>
    String.fromCharCode(from + index),
  ).filter((char) => /[A-Za-z]/.test(char));
  if (letters.length === 0) return `${plain(from)}-${plain(to)}`;
  cursor.noteCase(flags);
  const bounds = `${bound(from)}-${bound(to)}`;
  if (!flags.i || !cursor.expandsCase) return bounds;
  const others = letters.map((char) =>
    char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase(),
  );
  return `${bounds}${compact(others)}`;
}

function bound(code: number): string {
  const char = String.fromCodePoint(code);
  if (/[A-Za-z0-9]/.test(char)) return char;
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Letters in a row as ranges. */
function compact(letters: readonly string[]): string {
  const codes = [...new Set(letters.map((char) => char.charCodeAt(0)))].sort((a, b) => a - b);
  let text = '';
  for (let first = 0, last = 0; first < codes.length; first = last + 1) {
    last = first;
    while (codes[last + 1] === codes[last]! + 1) last++;
    const [from, to] = [bound(codes[first]!), bound(codes[last]!)];
    text += first === last ? from : `${from}-${to}`;
  }
  return text;
}

function character(cursor: Cursor): number {
  if (cursor.dialect !== 'ere' && cursor.peek() === '\\') {
    const code = cursor.readCode();
    if (code !== undefined) return code;
    if (cursor.match(/\\b/y)) return 8;
    throw new Untranslatable('an escape in a class');
  }
  const [char = ''] = cursor.match(/[\s\S]/uy) ?? [];
  return char.codePointAt(0)!;
}

/** Perl's classes within brackets: white space without what only Unicode calls so. */
const PERL: Readonly<Record<string, string>> = {
  '\\d': '\\d',
  '\\D': '\\D',
  '\\w': '\\w',
  '\\W': '\\W',
  '\\s': '\\t\\n\\f\\r ',
  '\\S': '\\S\\v\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff',
};

const POSIX: Readonly<Record<string, readonly [string, string]>> = {
  alnum: ['0-9A-Za-z', '\\x00-/:-@\\[-`{-\\uffff'],
  alpha: ['A-Za-z', '\\x00-@\\[-`{-\\uffff'],
  ascii: ['\\x00-\\x7f', '\\x80-\\uffff'],
  blank: ['\\t ', '\\x00-\\x08\\n-\\x1f!-\\uffff'],
  cntrl: ['\\x00-\\x1f\\x7f', ' -~\\x80-\\uffff'],
  digit: ['0-9', '\\D'],
  graph: ['!-~', '\\x00- \\x7f-\\uffff'],
  lower: ['a-z', '\\x00-`{-\\uffff'],
  print: [' -~', '\\x00-\\x1f\\x7f-\\uffff'],
  punct: ['!-/:-@\\[-`{-~', '\\x00- 0-9A-Za-z\\x7f-\\uffff'],
  space: ['\\t\\n\\v\\f\\r ', '\\x00-\\x08\\x0e-\\x1f!-\\uffff'],
  upper: ['A-Z', '\\x00-@\\[-\\uffff'],
  word: ['\\w', '\\W'],
  xdigit: ['0-9A-Fa-f', '\\x00-/:-@G-`g-\\uffff'],
};

function posixClass(
  cursor: Cursor,
  { name, isNegated, flags }: { readonly name: string; readonly isNegated: boolean; readonly flags: Flags },
): string {
  const hasCase = name === 'upper' || name === 'lower';
  if (hasCase) cursor.noteCase(flags);
  const key = hasCase && flags.i ? 'alpha' : name;
  const found = Object.hasOwn(POSIX, key) ? POSIX[key] : undefined;
  if (!found) throw new Untranslatable(`the class [:${name}:]`);
  return found[isNegated ? 1 : 0];
}
