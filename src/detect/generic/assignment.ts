import type { Candidate, Operator, ReadValue } from './candidate.js';
import {
  DIGIT,
  isAlphanumeric,
  isBlank,
  isLetter,
  isName,
  isQuote,
  kindOf,
  skipBlanks,
} from './characters.js';
import { readMarkup } from './markup.js';
import { isVariable, readDefault, readPairedValue } from './pair.js';
import { readBare, readQuoted, readValue } from './read-value.js';
import { findWithin } from './window.js';

const MAX_NAME = 80;
/** Quotes, brackets and marks that may stand between a name and its operator: `"password"]`, `password?:`. */
const MAX_CLOSERS = 6;

/** The name around a keyword, and the value that is given to it; nothing where the text is no assignment. */
export function readAssignment(text: string, at: number, limit: number): Candidate | undefined {
  let nameFrom = at;
  const least = Math.max(0, at - MAX_NAME);
  while (nameFrom > least && isName(text.charCodeAt(nameFrom - 1))) nameFrom--;
  let nameTo = at;
  const most = Math.min(limit, at + MAX_NAME);
  while (nameTo < most && isName(text.charCodeAt(nameTo))) nameTo++;
  if (nameTo >= limit || nameTo - nameFrom > MAX_NAME) return undefined;
  return readAfterName(text, { nameFrom, nameTo, limit });
}

/** `getenv("password") or "v"`, `ENV['token'] || 'v'`, `config["key"] ?? "v"`. */
export const ALTERNATIVE = /^(?:or |\|\|(?!=) ?|\?\?(?!=) ?|\?: ?)(?=["'`])/;

interface Place {
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly limit: number;
}

function readAfterName(text: string, place: Place): Candidate | undefined {
  const { nameFrom, nameTo, limit } = place;
  const markup = readMarkup(text, nameFrom, nameTo, limit);
  if (markup !== undefined) return markup;
  let i = nameTo;
  let closers = 0;
  while (closers < MAX_CLOSERS && isCloser(text.charCodeAt(i))) {
    i++;
    closers++;
  }
  const spaced = i;
  i = skipBlanks(text, i, limit);
  const code = text.charCodeAt(i);
  if (closers > 0 && isComparedBefore(text, nameFrom)) return readCompared(text, place);
  if (isLineEnd(code) || i >= limit) return paired(place, readPairedValue(text, i, limit));
  const alternative = closers > 0 ? ALTERNATIVE.exec(text.slice(i, i + 8)) : null;
  if (alternative !== null) return take(text, place, '=', i + alternative[0].length);
  if (code === 44) return readComma(text, place, { at: i, closers });
  if (code === 38) return readEntity(text, place, i);
  if (code === 40) return readCall(text, place, i);
  if (code === 123 && text.charCodeAt(nameTo) === 34 && isVariable(text, nameFrom))
    return paired(place, readDefault(text, i, limit));
  if (code === 91 && closers === 0) return readElements(text, place, i);
  if (isQuote(code) || isAlphanumeric(code)) return readSpaced(text, place, { at: i, spaced, closers });
  const operator = readOperator(text, i);
  if (operator === undefined)
    return i > spaced ? readSpaced(text, place, { at: i, spaced, closers }) : undefined;
  if (operator.name === ':') return readColon(text, place, operator.end);
  return take(text, place, operator.name, operator.end);
}

/** `"password", "v"` as arguments, `"name": "password", "value": "v"`, `:password, 'v'`, and `secret, err := decode("v")`. */
function readComma(
  text: string,
  place: Place,
  { at, closers }: { readonly at: number; readonly closers: number },
): Candidate | undefined {
  const pair = closers > 0 ? readPairedValue(text, at + 1, place.limit) : undefined;
  if (pair !== undefined) return paired(place, pair);
  if (closers > 0 || isSymbol(text, place.nameFrom)) return take(text, place, ',', at + 1);
  const more = /^,\s?\w{1,12}\s?:?=(?!=)/.exec(text.slice(at, at + 20));
  return more === null ? undefined : take(text, place, ':=', at + more[0].length);
}

const ENTITY = /^&(?:#34|quot|#39|apos);\s?[:=]\s?&(#34|quot|#39|apos);/;

/** `&quot;password&quot;: &quot;v&quot;`: strings as HTML shows them. */
function readEntity(text: string, place: Place, at: number): Candidate | undefined {
  const open = ENTITY.exec(text.slice(at, at + 20));
  if (open === null) return undefined;
  const from = at + open[0].length;
  const to = findWithin(text, `&${open[1]};`, [from, Math.min(place.limit, from + 512)]);
  return to < 0
    ? undefined
    : candidate(place, ':', { quote: 'escaped', from, to, gapFrom: from, gapTo: from });
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** `"` `'` backquote `\` `]` `)` `}` `?` `!` `*` `%` */
function isCloser(code: number): boolean {
  switch (code) {
    case 34:
    case 39:
    case 96:
    case 92:
    case 93:
    case 41:
    case 125:
    case 63:
    case 33:
    case 42:
    case 37:
      return true;
    default:
      return false;
  }
}

/** `:password, 'x'`: a symbol's name as an argument. */
function isSymbol(text: string, nameFrom: number): boolean {
  return text.charCodeAt(nameFrom - 1) === 58;
}

interface OperatorPlace {
  readonly name: Operator;
  readonly end: number;
}

/** = := : => == === != ~= += .= ?= ||= -> <- and a dash before a string. */
function readOperator(text: string, at: number): OperatorPlace | undefined {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (code === 61) return readEquals(text, at, next);
  if (code === 58)
    return next === 61 ? { name: ':=', end: at + 2 } : { name: ':', end: next === 58 ? at + 2 : at + 1 };
  if (next === 61 && isBeforeEquals(code))
    return { name: code === 33 ? '==' : '=', end: skipEquals(text, at + 1) };
  if (code === 45 && next === 62) return { name: '=>', end: at + 2 };
  if (code === 45 && isBlank(next) && isQuote(text.charCodeAt(at + 2))) return { name: ':', end: at + 2 };
  if (code === 60 && next === 45) return { name: '=', end: at + 2 };
  if (code === 124 && next === 124 && text.charCodeAt(at + 2) === 61) return { name: '=', end: at + 3 };
  return undefined;
}

function readEquals(text: string, at: number, next: number): OperatorPlace {
  if (next === 62) return { name: '=>', end: at + 2 };
  if (next === 61 || next === 126) return { name: '==', end: skipEquals(text, at + 1) };
  return { name: '=', end: at + 1 };
}

/** ! + . ? ~ */
function isBeforeEquals(code: number): boolean {
  return code === 33 || code === 43 || code === 46 || code === 63 || code === 126;
}

function skipEquals(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 61 || text.charCodeAt(i) === 126) i++;
  return i;
}

/** After `name:` a value may follow, a type with a value (`name: string = "v"`), or a block (`name: |`). */
function readColon(text: string, place: Place, at: number): Candidate | undefined {
  const start = skipBlanks(text, at, place.limit);
  const code = text.charCodeAt(start);
  if ((code === 124 || code === 62) && !isAlphanumeric(text.charCodeAt(start + 3))) {
    return readBlock(text, place, start);
  }
  if (isLineEnd(code)) return take(text, place, ':', start);
  const typed = isLetter(code) ? readTyped(text, place, start) : undefined;
  return typed ?? take(text, place, ':', start);
}

/** The first line of a YAML block scalar. */
function readBlock(text: string, place: Place, at: number): Candidate | undefined {
  const end = findWithin(text, '\n', [at, at + 5]);
  if (end < 0) return undefined;
  const read = readBare(text, skipBlanks(text, end + 1, place.limit), place.limit);
  return read && candidate(place, 'block', read);
}

/** One or two words of a type, then `=`: `const password string = "v"`, `key: &'static str = "v"`. */
function readTyped(text: string, place: Place, at: number): Candidate | undefined {
  const end = Math.min(place.limit, at + 40);
  let i = at;
  while (i < end && isTypeCharacter(text.charCodeAt(i))) i++;
  if (i === at || text.charCodeAt(i) !== 61 || text.charCodeAt(i + 1) === 61) return undefined;
  if (text.charCodeAt(i - 1) !== 32 && text.charCodeAt(i - 1) !== 93) return undefined;
  const read = readQuoted(text, skipBlanks(text, i + 1, place.limit), place.limit);
  return read && candidate(place, 'typed', read);
}

function isTypeCharacter(code: number): boolean {
  return (
    isName(code) ||
    isBlank(code) ||
    code === 91 ||
    code === 93 ||
    code === 38 ||
    code === 42 ||
    code === 60 ||
    code === 62 ||
    code === 63
  );
}

/** `setPassword("v")`, `password('v')`: a string as the only or first argument. */
function readCall(text: string, place: Place, at: number): Candidate | undefined {
  const read = readQuoted(text, skipBlanks(text, at + 1, place.limit), place.limit);
  if (read === undefined) return undefined;
  const second = isCredential(text, place) ? secondArgument(text, read.to, place.limit) : undefined;
  return candidate(place, '(', second ?? read);
}

function isCredential(text: string, { nameTo }: Place): boolean {
  return /credentials?$/i.test(text.slice(nameTo - 11, nameTo));
}

/** `new NetworkCredential("user", "v")`. */
function secondArgument(text: string, at: number, limit: number): ReadValue | undefined {
  const comma = skipBlanks(text, at + 1, limit);
  if (text.charCodeAt(comma) !== 44) return undefined;
  return readQuoted(text, skipBlanks(text, comma + 1, limit), limit);
}

/** `char password[] = "v"`, `key[32] = {…}`. */
function readElements(text: string, place: Place, at: number): Candidate | undefined {
  let i = at + 1;
  while (i < at + 8 && (kindOf(text.charCodeAt(i)) & DIGIT) !== 0) i++;
  if (text.charCodeAt(i) !== 93) return undefined;
  i = skipBlanks(text, i + 1, place.limit);
  return text.charCodeAt(i) === 61 ? take(text, place, '=', i + 1) : undefined;
}

/** Whether `== ` stands before the name. */
function isComparedBefore(text: string, nameFrom: number): boolean {
  let i = nameFrom;
  while (i > 0 && isBlank(text.charCodeAt(i - 1))) i--;
  const before = text.charCodeAt(i - 2);
  return text.charCodeAt(i - 1) === 61 && (before === 61 || before === 33);
}

/** `if ("v" === password)`: the string before a comparison with the name. */
function readCompared(text: string, place: Place): Candidate | undefined {
  const least = Math.max(0, place.nameFrom - 200);
  const found = /(["'`])([^"'`\n]{4,160})\1\s{0,3}[!=]==?\s{0,3}$/.exec(text.slice(least, place.nameFrom));
  if (found === null) return undefined;
  const from = least + found.index + 1;
  return candidate(place, '==', {
    quote: '"',
    from,
    to: from + found[2]!.length,
    gapFrom: from,
    gapTo: from,
  });
}

interface Spaced {
  readonly at: number;
  readonly spaced: number;
  readonly closers: number;
}

/** Names whose value follows after a blank: command line options, SQL, C macros, redis and netrc settings, types. */
function readSpaced(text: string, place: Place, { at, spaced, closers }: Spaced): Candidate | undefined {
  if (at === spaced || closers > 0) return undefined;
  const { nameFrom, limit } = place;
  if (text.charCodeAt(nameFrom) === 45 || text.charCodeAt(nameFrom - 1) === 45) {
    const flag = readQuoted(text, at, limit) ?? readBare(text, at, limit);
    return flag && candidate(place, 'flag', flag);
  }
  const typed = readTyped(text, place, at);
  if (typed !== undefined) return typed;
  const word = readQuoted(text, at, limit) ?? readLastWord(text, place, at);
  return word && candidate(place, 'space', word);
}

/** `requirepass v`, `#define KEY v`, `password is v`: a bare word at the end of a line. */
function readLastWord(text: string, place: Place, at: number): ReadValue | undefined {
  const from = text.startsWith('is ', at) ? skipBlanks(text, at + 3, place.limit) : at;
  const read = readQuoted(text, from, place.limit) ?? readBare(text, from, place.limit);
  if (read === undefined) return undefined;
  const next = text.charCodeAt(skipBlanks(text, read.to, place.limit));
  const ends =
    Number.isNaN(next) || isLineEnd(next) || next === 34 || next === 39 || next === 59 || next === 60;
  return ends ? read : undefined;
}

function take(text: string, place: Place, operator: Operator, at: number): Candidate | undefined {
  const read = readValue(text, at, place.limit);
  return read && candidate(place, operator, read);
}

function paired(place: Place, read: ReadValue | undefined): Candidate | undefined {
  return read && candidate(place, 'pair', read);
}

function candidate({ nameFrom, nameTo }: Place, operator: Operator, read: ReadValue): Candidate {
  return { nameFrom, nameTo, operator, ...read };
}
