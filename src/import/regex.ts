import { readClass } from './regex-class.js';
import { type Cursor, createCursor, type Dialect, type Flags, Untranslatable } from './regex-cursor.js';

export { type Dialect, Untranslatable } from './regex-cursor.js';

/** How an expression is to be written in JavaScript. */
export interface TranslateOptions {
  readonly dialect: Dialect;
  /** The expression runs over bytes, one character each: other than ASCII must be written as its bytes. */
  readonly bytes?: boolean;
  /** The group that becomes `secret`: its number, or `only` for the one that always takes part. */
  readonly secret?: number | 'only';
}

/** An expression for JavaScript; `(?i)` at its start where all of it ignores case. */
export interface Translated {
  readonly source: string;
  /** How many capturing groups the original has. */
  readonly groups: number;
  /** Whether one of them became `secret`. */
  readonly hasSecret: boolean;
}

/**
 * Translates an expression of another language. What JavaScript (Node 20) lacks is written out: flags within, POSIX
 * classes, `\z`, white space as Go has it. Throws Untranslatable, which says what cannot be written.
 * https://github.com/google/re2/wiki/Syntax
 */
export function translate(source: string, options: TranslateOptions): Translated {
  if (source.length > LONGEST) throw new Untranslatable(`an expression of more than ${LONGEST} characters`);
  const groups = groupsOf(source, options);
  const secret = options.secret === 'only' ? onlyGroup(groups) : options.secret;
  const write = (expandsCase: boolean) => writeAll(source, { ...options, expandsCase, secretGroup: secret });
  const first = write(false);
  // letters with and without regard to case: each letter says for itself
  const { text, cases } = first.cases.size > 1 ? write(true) : first;
  const prefix = cases.size === 1 && cases.has('i') ? '(?i)' : '';
  const result = prefix + text;
  compile(result);
  return { source: result, groups: groups.length, hasSecret: secret !== undefined && secret > 0 };
}

/** Longer expressions are no expressions but somebody's mischief; a configuration takes no longer ones either. */
const LONGEST = 10_000;
const DEEPEST = 50;

interface Group {
  readonly number: number;
  /** It takes part in every match. */
  readonly isSure: boolean;
}

interface WriteOptions extends TranslateOptions {
  readonly expandsCase: boolean;
  readonly secretGroup: number | undefined;
}

function onlyGroup(groups: readonly Group[]): number | undefined {
  const [first] = groups;
  return first && (groups.length === 1 || first.isSure) ? first.number : undefined;
}

function groupsOf(source: string, options: TranslateOptions): readonly Group[] {
  return writeAll(source, { ...options, expandsCase: false, secretGroup: undefined }).groups;
}

function writeAll(source: string, options: WriteOptions) {
  const cursor = createCursor(source, options);
  const groups: Group[] = [];
  const text = alternatives(cursor, { flags: {}, isSure: true, depth: 0 }, { options, groups });
  if (!cursor.isDone()) throw new Untranslatable('a closing bracket without an opening one');
  return { text, groups, cases: cursor.cases };
}

/** What holds within a group: `flags` may change on the way, `isSure`: it takes part in every match. */
interface Scope {
  flags: Flags;
  readonly isSure: boolean;
  readonly depth: number;
}

interface Writing {
  readonly options: WriteOptions;
  readonly groups: Group[];
}

/** Alternatives up to the end of the group. */
function alternatives(cursor: Cursor, scope: Scope, writing: Writing): string {
  const isSplit = cursor.hasAlternatives();
  if (scope.depth > DEEPEST) throw new Untranslatable(`groups more than ${DEEPEST} deep`);
  const inner = { flags: scope.flags, isSure: scope.isSure && !isSplit, depth: scope.depth + 1 };
  let text = '';
  while (!cursor.isDone() && cursor.peek() !== ')') {
    if (cursor.take('|')) text += '|';
    else text += repeated(cursor, inner, writing);
  }
  return text;
}

function repeated(cursor: Cursor, scope: Scope, writing: Writing): string {
  const before = writing.groups.length;
  const at = cursor.at();
  const item = one(cursor, scope, writing);
  const repeat = cursor.readRepeat(scope.flags);
  if (repeat === undefined) return item;
  if (/^(?:\*|\?|\{0)/.test(repeat)) {
    for (let index = before; index < writing.groups.length; index++)
      writing.groups[index] = { ...writing.groups[index]!, isSure: false };
  }
  if (item === '') throw new Untranslatable(`a repeat of nothing at ${at}`);
  return isAssertion(item) ? `(?:${item})${repeat}` : item + repeat;
}

/** JavaScript repeats no assertion. */
function isAssertion(item: string): boolean {
  return /^(?:\^|\$|\\b|\\B|\(\?<?[=!])/.test(item);
}

function one(cursor: Cursor, scope: Scope, writing: Writing): string {
  const char = cursor.peek();
  switch (char) {
    case '(':
      return group(cursor, scope, writing);
    case '[':
      return readClass(cursor, scope.flags);
    case '\\':
      return cursor.readEscape(scope.flags);
    case '.':
      cursor.skip(1);
      return scope.flags.s ? '[\\s\\S]' : '[^\\n]';
    case '^':
      cursor.skip(1);
      return scope.flags.m ? '(?<![^\\n])' : '^';
    case '$':
      cursor.skip(1);
      return scope.flags.m ? '(?![^\\n])' : '$';
    default:
      return cursor.readLiteral(scope.flags);
  }
}

function group(cursor: Cursor, scope: Scope, writing: Writing): string {
  const { options, groups } = writing;
  const set = cursor.match(/\(\?([a-zA-Z]*(?:-[a-zA-Z]+)?)([:)])/y);
  if (set) {
    const flags = cursor.changeFlags(scope.flags, set[1]!);
    if (set[2] === ')') {
      scope.flags = flags;
      return '';
    }
    return `(?:${closed(cursor, { ...scope, flags }, writing)})`;
  }
  const around = options.dialect === 'python' ? cursor.match(/\(\?(?:<?[=!])/y) : undefined;
  if (around) return `${around[0]}${closed(cursor, { ...scope, isSure: false }, writing)})`;
  const back = options.dialect === 'python' ? cursor.match(/\(\?P=\w+\)|\(\?#[^)]*\)/y) : undefined;
  if (back?.[0].startsWith('(?#')) return '';
  if (back) throw new Untranslatable(`the back reference ${back[0]}`);
  if (cursor.match(/\(\?(?!P?<[A-Za-z_])/y)) throw new Untranslatable('a kind of group that is not known');
  cursor.match(/\(\?P?<\w+>|\(/y);
  const number = groups.length + 1;
  groups.push({ number, isSure: scope.isSure });
  const inside = closed(cursor, { ...scope }, writing);
  return number === options.secretGroup ? `(?<secret>${inside})` : `(?:${inside})`;
}

function closed(cursor: Cursor, scope: Scope, writing: Writing): string {
  const text = alternatives(cursor, scope, writing);
  if (!cursor.take(')')) throw new Untranslatable('a group that is not closed');
  return text;
}

function compile(source: string): void {
  const [start = ''] = /^\(\?i\)/.exec(source) ?? [];
  try {
    new RegExp(source.slice(start.length));
  } catch (error) {
    throw new Untranslatable((error as Error).message.replace(/^[\s\S]*: /, '').toLowerCase());
  }
}
