/** Languages of regular expressions that settings are written in. */
export type Dialect = 'go' | 'python' | 'ere';

/** An expression that JavaScript cannot say; the message is the reason. */
export class Untranslatable extends Error {
  override readonly name = 'Untranslatable';
}

/** Flags that hold at a place of an expression: case, dot matches all, lines, lazy repeats. */
export interface Flags {
  readonly i?: boolean;
  readonly s?: boolean;
  readonly m?: boolean;
  readonly U?: boolean;
}

/** Reads an expression from left to right and writes pieces of it for JavaScript. */
export interface Cursor {
  readonly dialect: Dialect;
  /** Whether letters without regard to case are written in both. */
  readonly expandsCase: boolean;
  /** How letters were meant that were written so far: with regard to case (`c`) and without (`i`). */
  readonly cases: ReadonlySet<'c' | 'i'>;
  at(): number;
  isDone(): boolean;
  peek(): string;
  skip(count: number): void;
  take(text: string): boolean;
  /** Matches a sticky expression here and goes behind it. */
  match(expression: RegExp): RegExpExecArray | undefined;
  /** Whether the group that begins here has alternatives of its own. */
  hasAlternatives(): boolean;
  changeFlags(flags: Flags, text: string): Flags;
  readRepeat(flags: Flags): string | undefined;
  readEscape(flags: Flags): string;
  readLiteral(flags: Flags): string;
  /** A character of a class or a literal one, as JavaScript writes it; with both cases where that is asked for. */
  writeCharacter(code: number, flags: Flags, isInClass: boolean): string;
  /** Notes that letters were written by range. */
  noteCase(flags: Flags): void;
  /** The code of an escape that stands for one character; undefined: it is another kind of escape. */
  readCode(): number | undefined;
}

/** A cursor at the start of an expression. */
export function createCursor(
  source: string,
  {
    dialect,
    bytes,
    expandsCase,
  }: { readonly dialect: Dialect; readonly bytes?: boolean; readonly expandsCase: boolean },
): Cursor {
  let at = 0;
  const cases = new Set<'c' | 'i'>();
  const cursor: Cursor = {
    dialect,
    expandsCase,
    cases,
    at: () => at,
    isDone: () => at >= source.length,
    peek: () => source.charAt(at),
    skip(count) {
      at += count;
    },
    take(text) {
      if (!source.startsWith(text, at)) return false;
      at += text.length;
      return true;
    },
    match(expression) {
      expression.lastIndex = at;
      const found = expression.exec(source);
      if (found) at = expression.lastIndex;
      return found ?? undefined;
    },
    hasAlternatives: () => findAlternative(source, at),
    changeFlags: (flags, text) => changeFlags(flags, text),
    readRepeat(flags) {
      const found = cursor.match(/([*+?]|\{\d+(?:,\d*)?\})(\?)?/y);
      if (!found) return undefined;
      if (cursor.match(/[*+?]|\{\d+(?:,\d*)?\}/y)) throw new Untranslatable('a possessive or doubled repeat');
      const isLazy = found[2] !== undefined;
      return `${found[1]}${isLazy === Boolean(flags.U) ? '' : '?'}`;
    },
    readEscape(flags) {
      const code = cursor.readCode();
      if (code !== undefined) return cursor.writeCharacter(code, flags, false);
      const quoted = dialect === 'go' ? cursor.match(/\\Q([\s\S]*?)(?:\\E|$)/y) : undefined;
      if (quoted)
        return [...quoted[1]!]
          .map((char) => cursor.writeCharacter(char.codePointAt(0)!, flags, false))
          .join('');
      const name = source.slice(at, at + 2);
      at += 2;
      const fixed = ESCAPES[name];
      if (
        fixed === undefined ||
        (name === '\\Z' && dialect === 'go') ||
        (name === '\\z' && dialect === 'python')
      )
        throw new Untranslatable(`the escape ${name}`);
      return fixed;
    },
    readLiteral(flags) {
      const char = String.fromCodePoint(source.codePointAt(at)!);
      at += char.length;
      return cursor.writeCharacter(char.codePointAt(0)!, flags, false);
    },
    writeCharacter(code, flags, isInClass) {
      const char = String.fromCodePoint(code);
      if (/[A-Za-z]/.test(char)) {
        cases.add(flags.i ? 'i' : 'c');
        if (!flags.i || !expandsCase) return char;
        const both = char.toLowerCase() + char.toUpperCase();
        return isInClass ? both : `[${both}]`;
      }
      if (code > 0x7f) return writeForeign(char, { bytes: bytes ?? false, isInClass });
      if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
      return /[A-Za-z0-9_ "'#%&,/:;<=>@`~!]/.test(char) ? char : `\\${char}`;
    },
    noteCase: (flags) => void cases.add(flags.i ? 'i' : 'c'),
    readCode() {
      if (source.charAt(at) !== '\\') return undefined;
      const found =
        cursor.match(/\\x\{([0-9A-Fa-f]+)\}/y) ??
        cursor.match(/\\x([0-9A-Fa-f]{2})/y) ??
        cursor.match(/\\u([0-9A-Fa-f]{4})/y);
      if (found) return Number.parseInt(found[1]!, 16);
      const octal = cursor.match(/\\([0-7]{3}|0[0-7]{0,2})/y);
      if (octal) return Number.parseInt(octal[1]!, 8);
      const control = cursor.match(/\\([aftnrv])/y);
      if (control) return { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }[control[1]!];
      // any punctuation stands for itself, and so does what is not ASCII
      const itself = cursor.match(/\\([^A-Za-z0-9])/uy);
      return itself ? itself[1]!.codePointAt(0) : undefined;
    },
  };
  return cursor;
}

/** Escapes that are no characters; white space as Go and POSIX have it, without what only Unicode calls so. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\d': '\\d',
  '\\D': '\\D',
  '\\w': '\\w',
  '\\W': '\\W',
  '\\s': '[\\t\\n\\f\\r ]',
  '\\S': '[^\\t\\n\\f\\r ]',
  '\\b': '\\b',
  '\\B': '\\B',
  '\\A': '(?<![\\s\\S])',
  '\\z': '(?![\\s\\S])',
  '\\Z': '(?![\\s\\S])',
};

function changeFlags(flags: Flags, text: string): Flags {
  const changed: Record<string, boolean> = { ...flags };
  let on = true;
  for (const char of text) {
    if (char === '-') on = false;
    else if ('imsU'.includes(char)) changed[char] = on;
    else throw new Untranslatable(`the flag ${char}`);
  }
  return changed;
}

function writeForeign(char: string, { bytes, isInClass }: { bytes: boolean; isInClass: boolean }): string {
  if (!bytes) {
    if (isInClass && char.length > 1) throw new Untranslatable(`a class with ${char}`);
    return isInClass || char.length === 1 ? char : `(?:${char})`;
  }
  if (isInClass) throw new Untranslatable(`a class with ${char}, for patterns see bytes`);
  const hex = [...Buffer.from(char)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
  return `(?:${hex})`;
}

/** Looks for a `|` before the end of the group that begins at `from`. */
function findAlternative(source: string, from: number): boolean {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === '[') at = endOfClass(source, at);
    else if (char === '(') depth++;
    else if (char === ')') {
      if (depth === 0) return false;
      depth--;
    } else if (char === '|' && depth === 0) return true;
  }
  return false;
}

function endOfClass(source: string, from: number): number {
  const found = /\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]/y;
  found.lastIndex = from;
  return found.test(source) ? found.lastIndex - 1 : source.length;
}
