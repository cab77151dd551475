import { ALTERNATIVE } from './assignment.js';
import {
  isAlphanumeric,
  isBlank,
  isLetter,
  isName,
  isPlainQuote,
  isQuote,
  kindOf,
  STOP,
} from './characters.js';

/** As far as `extract` looks at names and at what stands between them and their values. */
const MAX_NAME = 80;
const MAX_CLOSERS = 6;
const MAX_AUTHORITY = 256;
const MAX_TYPE = 40;
const MAX_PAIR = 60;
const MAX_WORD = 160;

/**
 * Whether the keyword at `at` may announce a credential: false only where `extract` would give nothing. It reads bytes,
 * so that most places of keywords, which are words in prose and code, never become text.
 */
export function mayAnnounce(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1]! | 32;
  switch (bytes[at]! | 32) {
    case 0x3a:
      return hasUserInfo(bytes, at + 3);
    case 0x62:
      return mayBeScheme(bytes, at) || mayBeAssigned(bytes, at);
    case 0x66:
      return bytes[at + 4] === 0x20 || mayBeAssigned(bytes, at);
    // ` -p`, `--user`, `"kind"`, `kind`, `identified`, `insert into` and `SecureString` are rare, or cheap to read
    case 0x20:
    case 0x22:
    case 0x2d:
    case 0x69:
      return true;
    default:
      return second === 0x69 || (bytes[at + 3]! | 32) === 0x75 || mayBeAssigned(bytes, at);
  }
}

/** `Bearer` or `Basic` with a blank behind it. */
function mayBeScheme(bytes: Uint8Array, at: number): boolean {
  return !isAlphanumeric(bytes[at - 1] ?? 0) && (isBlank(bytes[at + 5] ?? 0) || isBlank(bytes[at + 6] ?? 0));
}

/** An `@` before the end of what may be a host with a user. */
function hasUserInfo(bytes: Uint8Array, start: number): boolean {
  const end = Math.min(bytes.length, start + MAX_AUTHORITY);
  for (let i = start; i < end; i++) {
    const code = bytes[i]!;
    if (code === 0x40) return true;
    // white space, `/`, `"`
    if (code <= 0x20 || code === 0x2f || code === 0x22) return false;
  }
  return false;
}

/** The same for a name: an operator, a quote, a bracket or a word where there could be a value behind it. */
function mayBeAssigned(bytes: Uint8Array, at: number): boolean {
  if (isOtherWord(bytes, at)) return false;
  let nameTo = at;
  while (nameTo - at < MAX_NAME && isName(bytes[nameTo] ?? 0)) nameTo++;
  if (nameTo - at === MAX_NAME) return true;
  let i = nameTo;
  while (i - nameTo < MAX_CLOSERS && isCloser(bytes[i] ?? 0)) i++;
  const closers = i - nameTo;
  const blanksFrom = i;
  while (isBlank(bytes[i] ?? 0)) i++;
  if (closers > 0 && (isMarkup(bytes, nameTo) || isCompared(bytes, at) || ALTERNATIVE.test(ahead(bytes, i))))
    return true;
  const code = bytes[i] ?? 0x0a;
  const next = bytes[i + 1] ?? 0;
  switch (code) {
    case 0x0a:
    case 0x0d:
      return isPair(bytes, i);
    case 0x2c:
      return closers > 0 || isSymbol(bytes, at) || /^,\s?\w{1,12}\s?:?=/.test(ahead(bytes, i));
    case 0x26:
      return next === 0x23 || next === 0x71 || next === 0x61 || isSpaced();
    case 0x28:
      return /^\([ \t]{0,99}(?:[ \t]|[bflnru@$]{0,2}["'`\\])/i.test(ahead(bytes, i));
    case 0x5b:
      return closers === 0 && /^\[\d{0,8}\]/.test(ahead(bytes, i));
    case 0x3c:
      return next === 0x2f || next === 0x2d || isSpaced();
    case 0x3e:
      return isTag(bytes, at) || isSpaced();
    case 0x7b:
      return bytes[nameTo] === 0x22 || isSpaced();
    case 0x3a:
    case 0x3d:
      return true;
    default:
      return next === 0x3d || next === 0x3e || next === 0x7c || isBlank(next) || isSpaced();
  }

  /** A value after blanks, or the name of an option. */
  function isSpaced(): boolean {
    return closers === 0 && i > blanksFrom && (isOption(bytes, at) || isLastWord(bytes, i));
  }
}

/** The commonest of the words that begin with a keyword and are no names of credentials. */
const OTHER_WORDS = ['passed', 'author'].map((word) => Buffer.from(word));

function isOtherWord(bytes: Uint8Array, at: number): boolean {
  return OTHER_WORDS.some((word) => {
    if (isLetter(bytes[at + word.length] ?? 0)) return false;
    for (let i = word.length - 1; i >= 0; i--) if ((bytes[at + i]! | 32) !== word[i]) return false;
    return true;
  });
}

/** A quoted string, a type and `=`, or one or two words up to the end of a line, a statement or a string. */
function isLastWord(bytes: Uint8Array, start: number): boolean {
  for (let i = start; i < start + MAX_TYPE; i++) {
    const code = bytes[i] ?? 0;
    if (code === 0x3d) return true;
    if (!isName(code) && !isBlank(code) && !isTypeMark(code)) break;
  }
  return endsAfterWord(bytes, start) || (bytes[start] === 0x69 && endsAfterWord(bytes, start + 3));
}

function endsAfterWord(bytes: Uint8Array, start: number): boolean {
  let i = start;
  while (isBlank(bytes[i] ?? 0)) i++;
  const end = i + MAX_WORD;
  for (let code = bytes[i] ?? 0; (kindOf(code) & STOP) === 0; code = bytes[++i] ?? 0) {
    // what follows these may be cut off from the word
    if (i === end || code === 0x26 || code === 0x2c || code === 0x3b || code === 0x5c || isCloser(code))
      return true;
  }
  while (isBlank(bytes[i] ?? 0)) i++;
  const code = bytes[i] ?? 0x0a;
  return code === 0x0a || code === 0x0d || code === 0x3b || code === 0x3c || isQuote(code);
}

/** A next line that may say `value`, `Value` or `ParameterValue`. */
function isPair(bytes: Uint8Array, start: number): boolean {
  let i = start;
  while (i < start + MAX_PAIR && i < bytes.length && (bytes[i]! <= 0x20 || isPlainQuote(bytes[i]!))) i++;
  return bytes[i] === 0x76 || (bytes[i]! >= 0x41 && bytes[i]! <= 0x5a);
}

/** A name in quotes as an attribute of XML. */
function isMarkup(bytes: Uint8Array, nameTo: number): boolean {
  if (!isQuote(bytes[nameTo]!)) return false;
  const next = bytes[nameTo + 1] ?? 0;
  return next === 0x3e || (isBlank(next) && / value=/i.test(ahead(bytes, nameTo)));
}

/** `==` or `!=` before the name. */
function isCompared(bytes: Uint8Array, at: number): boolean {
  let i = nameStart(bytes, at);
  while (isBlank(bytes[i - 1] ?? 0)) i--;
  return bytes[i - 1] === 0x3d && (bytes[i - 2] === 0x3d || bytes[i - 2] === 0x21);
}

function isSymbol(bytes: Uint8Array, at: number): boolean {
  return bytes[nameStart(bytes, at) - 1] === 0x3a;
}

function isTag(bytes: Uint8Array, at: number): boolean {
  const before = bytes[nameStart(bytes, at) - 1];
  return before === 0x3c || before === 0x3a;
}

function isOption(bytes: Uint8Array, at: number): boolean {
  const start = nameStart(bytes, at);
  return bytes[start] === 0x2d || bytes[start - 1] === 0x2d;
}

function nameStart(bytes: Uint8Array, at: number): number {
  let i = at;
  while (i > at - MAX_NAME && isName(bytes[i - 1] ?? 0)) i--;
  return i;
}

function ahead(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 24));
}

/** `"` `'` backquote `\` `]` `)` `}` `?` `!` `*` `%` */
function isCloser(code: number): boolean {
  return CLOSERS[code] === 1;
}

function isTypeMark(code: number): boolean {
  return TYPE_MARKS[code] === 1;
}

const CLOSERS = marks('"\'`\\])}?!*%');
const TYPE_MARKS = marks('[]&*<>?');

function marks(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
