import type { Quote, ReadValue } from './candidate.js';
import { BASE64, isAlphanumeric, isBlank, isName, isQuote, kindOf, STOP, skipBlanks } from './characters.js';
import { readArray } from './read-array.js';
import { findWithin } from './window.js';

const MAX_VALUE = 2048;
/** How far from the operator a string may start behind a call or another expression. */
const MAX_GAP = 72;
const MAX_TRIM = 8;
const BACKSLASH = 92;

/** Reads the value that starts at or after `at`: a string in any quotes, a string inside a call, or a bare word. */
export function readValue(text: string, at: number, limit: number): ReadValue | undefined {
  const start = skipBlanks(text, at, limit);
  if (start >= limit) return undefined;
  const quoted = readQuoted(text, start, limit);
  if (quoted !== undefined) return quoted;
  const code = text.charCodeAt(start);
  if (code === 10 || code === 13) return readNextLine(text, start, limit);
  return readArray(text, start, limit) ?? readBehindGap(text, start, limit) ?? readBare(text, start, limit);
}

/** A string on the line after the operator, or the end: languages break lines there, settings have no value. */
function readNextLine(text: string, at: number, limit: number): ReadValue | undefined {
  let i = at;
  if (text.charCodeAt(i) === 13) i++;
  if (text.charCodeAt(i) === 10) i++;
  i = skipBlanks(text, i, Math.min(limit, i + 80));
  return readQuoted(text, i, limit);
}

/** A quoted string at `at`, with the prefixes of languages (`b"`, `@"`, `$"`, `L"`, `\"`); or nothing. */
export function readQuoted(text: string, at: number, limit: number): ReadValue | undefined {
  let i = at;
  for (let n = 0; n < 2 && i < limit; n++) {
    const code = text.charCodeAt(i);
    if (isQuote(code)) return closeQuote(text, i, limit);
    if (code === BACKSLASH) return readEscaped(text, i, limit);
    if (!isPrefix(code)) return undefined;
    i++;
  }
  return i < limit && isQuote(text.charCodeAt(i)) ? closeQuote(text, i, limit) : undefined;
}

/** `\"` and, in strings inside strings inside strings, `\\\"`. */
function readEscaped(text: string, at: number, limit: number): ReadValue | undefined {
  let i = at;
  while (i < at + 8 && text.charCodeAt(i) === BACKSLASH) i++;
  return isQuote(text.charCodeAt(i)) ? closeEscaped(text, i - 1, limit) : undefined;
}

/** b B f F l L n N r R u U @ $ */
function isPrefix(code: number): boolean {
  const lower = code | 32;
  return (
    code === 64 ||
    code === 36 ||
    lower === 98 ||
    lower === 102 ||
    lower === 108 ||
    lower === 110 ||
    lower === 114 ||
    lower === 117
  );
}

function closeQuote(text: string, at: number, limit: number): ReadValue | undefined {
  const quote = text.charCodeAt(at);
  if (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote)
    return closeTriple(text, at, limit);
  const end = Math.min(limit, at + 1 + MAX_VALUE);
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return value(quoteOf(quote), at + 1, i);
    if (code === 10) return unclosed(text, at, i);
    if (code === BACKSLASH && text.charCodeAt(i + 1) !== 10) i++;
  }
  return undefined;
}

const LEAST_UNCLOSED = 20;

/** The first line of a string that goes on, if it looks like a key. */
function unclosed(text: string, at: number, end: number): ReadValue | undefined {
  let to = at + 1;
  while (to < end && (kindOf(text.charCodeAt(to)) & BASE64) !== 0) to++;
  if (to - at <= LEAST_UNCLOSED) return undefined;
  const rest = text.slice(to, end).trim();
  return rest === '' || rest === '\\' ? value(quoteOf(text.charCodeAt(at)), at + 1, to) : undefined;
}

function closeTriple(text: string, at: number, limit: number): ReadValue | undefined {
  const mark = text.slice(at, at + 3);
  const end = findWithin(text, mark, [at + 3, Math.min(limit, at + MAX_VALUE)]);
  if (end < 0) return undefined;
  let from = at + 3;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return value('triple', from, to);
}

/** A string inside a string: `\"` ends it, and so does a quote without a backslash. */
function closeEscaped(text: string, at: number, limit: number): ReadValue | undefined {
  const quote = text.charCodeAt(at + 1);
  const end = Math.min(limit, at + MAX_VALUE);
  for (let i = at + 2; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return undefined;
    if (code !== quote) continue;
    let to = i;
    while (to > at + 2 && text.charCodeAt(to - 1) === BACKSLASH) to--;
    return value('escaped', at + 2, to);
  }
  return undefined;
}

function quoteOf(code: number): Quote {
  return code === 34 ? '"' : code === 39 ? "'" : '`';
}

/** A word without quotes: up to white space, a quote or an angle bracket, less the punctuation that follows it. */
export function readBare(text: string, at: number, limit: number): ReadValue | undefined {
  const end = Math.min(limit, at + MAX_VALUE);
  let i = at;
  while (i < end && (kindOf(text.charCodeAt(i)) & STOP) === 0) i++;
  const to = trimEnd(text, at, cutSetting(text, at, i));
  return to > at ? value('bare', at, to) : undefined;
}

/** Ends the word where another setting starts: `password=v;Server=…`, `token=v&page=2`, `key=v,other=w`. */
function cutSetting(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 38 && code !== 44 && code !== 59) continue;
    let name = i + 1;
    while (name < to && isNameOrPercent(text.charCodeAt(name))) name++;
    const after = text.charCodeAt(name);
    const first = text.charCodeAt(i + 1);
    if (
      name > i + 1 &&
      first !== 45 &&
      first !== 46 &&
      (after === 61 || (code === 59 && after === 32) || (code === 44 && after === 58))
    )
      return i;
    if (code === 59 && isBlank(text.charCodeAt(i + 1))) return i;
    i = name - 1;
  }
  return to;
}

function isNameOrPercent(code: number): boolean {
  return isAlphanumeric(code) || code === 95 || code === 45 || code === 46 || code === 37;
}

/** Leaves out `,` `;` `\` and closing brackets that the value did not open. */
function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  const least = Math.max(from, to - MAX_TRIM);
  while (end > least) {
    const code = text.charCodeAt(end - 1);
    if (code === 44 || code === 59 || code === BACKSLASH) end--;
    else if (isUnopened(text, from, end, code)) end--;
    else break;
  }
  return end;
}

function isUnopened(text: string, from: number, end: number, code: number): boolean {
  const open = code === 41 ? '(' : code === 93 ? '[' : code === 125 ? '{' : '';
  if (open === '') return false;
  return !text.slice(from, end).includes(open);
}

/** The first string behind a call, a conversion or an alternative: `env.X || 'v'`, `[]byte("v")`, `new Key('v')`. */
function readBehindGap(text: string, at: number, limit: number): ReadValue | undefined {
  const end = Math.min(limit, at + MAX_GAP);
  let code = 0;
  let i = at;
  for (; i < end; i++) {
    code = text.charCodeAt(i);
    if (isQuote(code)) break;
    if (!isGap(code)) return undefined;
  }
  if (i >= end || i === at) return undefined;
  const before = text.charCodeAt(i - 1);
  // x['name'] looks something up
  if (before === 91 && isName(text.charCodeAt(i - 2))) return undefined;
  if (isAlphanumeric(before) && !isPrefix(before)) return undefined;
  const quoted = closeQuote(text, i, limit);
  return quoted && { ...quoted, gapFrom: at, gapTo: i };
}

/** Letters, digits, blanks and `_ . : ( [ ] { & | ? ! * < > $ @ - \` */
function isGap(code: number): boolean {
  if (isAlphanumeric(code) || isBlank(code)) return true;
  switch (code) {
    case 95:
    case 46:
    case 58:
    case 40:
    case 41:
    case 91:
    case 93:
    case 123:
    case 38:
    case 124:
    case 63:
    case 33:
    case 42:
    case 60:
    case 62:
    case 36:
    case 64:
    case 45:
      return true;
    default:
      return false;
  }
}

function value(quote: Quote, from: number, to: number): ReadValue {
  return { quote, from, to, gapFrom: from, gapTo: from };
}
