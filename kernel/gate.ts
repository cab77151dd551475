// Whether a keyword of the context may announce a credential at a place. It says no only where `extract` in
// src/detect/generic/ would give nothing, or what `isWorthJudging` refuses; most places in prose and code are such.

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const NAME: u8 = 4;
const BLANK: u8 = 8;
const STOP: u8 = 16;
const CLOSER: u8 = 32;
const TYPE: u8 = 64;
const GAP: u8 = 128;

/** As far as `extract` looks at names and at what stands between them and their values. */
const MAX_NAME: usize = 80;
const MAX_CLOSERS: usize = 6;
const MAX_AUTHORITY: usize = 256;
const MAX_TYPE: usize = 40;
const MAX_PAIR: usize = 60;
const MAX_WORD: usize = 160;
const MAX_GAP: usize = 72;
const MAX_INDENT: usize = 80;
const LEAST_VALUE: usize = 4;
const LEAST_DIGITS: i32 = 5;
const LONGEST_VALUE: usize = 2048;

const NEWLINE: u32 = 0x0a;
const RETURN: u32 = 0x0d;
const EQUALS: u32 = 0x3d;
const COLON: u32 = 0x3a;
const DASH: u32 = 0x2d;

const classes = memory.data(256);
prepareClasses();

function prepareClasses(): void {
  for (let byte: u32 = 0x30; byte < 0x7b; byte++) {
    if (byte < 0x3a) mark(byte, DIGIT | NAME | TYPE | GAP);
    else if ((byte | 32) - 0x61 < 26) mark(byte, LETTER | NAME | TYPE | GAP);
  }
  markAll('_-.$', NAME | TYPE | GAP);
  markAll(' \t', BLANK | TYPE | GAP);
  markAll(' \t\r\n"\'`<>\0', STOP);
  markAll('"\'`\\])}?!*%', CLOSER);
  markAll('[]&*<>?', TYPE);
  markAll('_.:()[]{&|?!*<>$@-', GAP);
}

function markAll(characters: string, bits: u8): void {
  for (let i = 0; i < characters.length; i++) mark(characters.charCodeAt(i), bits);
}

function mark(byte: u32, bits: u8): void {
  store<u8>(classes + byte, load<u8>(classes + byte) | bits);
}

// The ends of what may be looked at.
let lowest: usize = 0;
let highest: usize = 0;

/** Judges the keyword at `at`, in bytes from `from` to `end`. */
export function mayAnnounce(at: usize, from: usize, end: usize): bool {
  lowest = from;
  highest = end;
  const second = byteAt(at + 1) | 32;
  switch (byteAt(at) | 32) {
    case COLON:
      return hasUserInfo(at + 3);
    case 0x62:
      return mayBeScheme(at) || mayBeAssigned(at);
    // ` -p`, `"kind"` and `--user` are rare, or cheap to read; so are `identified`, `insert into` and `kind`
    case 0x20:
    case 0x22:
    case DASH:
      return true;
    // `from stdin`
    case 0x66:
      return byteAt(at + 4) == 0x20 || mayBeAssigned(at);
    case 0x69:
      return second == 0x64 || second == 0x6e || mayBeAssigned(at);
    case 0x6b:
      return second == 0x69 || mayBeAssigned(at);
    // `SecureString`
    case 0x73:
      return (byteAt(at + 3) | 32) == 0x75 || mayBeAssigned(at);
    default:
      return mayBeAssigned(at);
  }
}

@inline
function byteAt(at: usize): u32 {
  return at < highest && at >= lowest ? <u32>load<u8>(at) : 0;
}

@inline
function is(ofClass: u8, byte: u32): bool {
  return (load<u8>(classes + byte) & ofClass) != 0;
}

@inline
function isQuote(byte: u32): bool {
  return byte == 0x22 || byte == 0x27 || byte == 0x60;
}

@inline
function isLineEnd(byte: u32): bool {
  return byte == NEWLINE || byte == RETURN;
}

/** `Bearer` or `Basic` with a blank behind it. */
function mayBeScheme(at: usize): bool {
  return !is(LETTER | DIGIT, byteAt(at - 1)) && (is(BLANK, byteAt(at + 5)) || is(BLANK, byteAt(at + 6)));
}

/** An `@` before the end of what may be a host with a user. */
function hasUserInfo(start: usize): bool {
  for (let at = start; at < start + MAX_AUTHORITY; at++) {
    const byte = byteAt(at);
    if (byte == 0x40) return true;
    // white space, `/`, `"`
    if (byte <= 0x20 || byte == 0x2f || byte == 0x22) return false;
  }
  return false;
}

/** The same for a name: an operator, a quote, a bracket or a word, and behind it something that can be a value. */
function mayBeAssigned(at: usize): bool {
  if (isOtherWord(at)) return false;
  const nameTo = skip(NAME, at, at + MAX_NAME);
  if (nameTo - at == MAX_NAME) return true;
  const closersTo = skip(CLOSER, nameTo, nameTo + MAX_CLOSERS);
  const isClosed = closersTo > nameTo;
  const next = skip(BLANK, closersTo, highest);
  if (isClosed && (isMarkup(nameTo) || isCompared(at) || isAlternative(next))) return true;
  if (next >= highest) return false;
  const isSpaced = !isClosed && next > closersTo;
  const code = byteAt(next);
  const second = byteAt(next + 1);
  switch (code) {
    case NEWLINE:
    case RETURN:
      return isPair(next);
    case 0x2c:
      return isClosed || byteAt(nameStart(at) - 1) == COLON ? isPair(next + 1) || mayBeValue(next + 1) : isSecondResult(next);
    case 0x26:
      return second == 0x23 || second == 0x71 || second == 0x61 || (isSpaced && isWord(at, next));
    case 0x28:
      return isQuoted(skip(BLANK, next + 1, highest));
    case 0x5b:
      return !isClosed && isElements(next);
    // `variable "key" {`
    case 0x7b:
      return byteAt(nameTo) == 0x22 || (isSpaced && isWord(at, next));
    case COLON:
      return isColonValue(next);
    case EQUALS:
      return mayBeValue(second == 0x3e ? next + 2 : skipEquals(next));
    default:
      return isOtherOperator(next, code, second) || (isSpaced && isWord(at, next)) || (code == 0x3e && isTag(at)) || (code == 0x3c && second == 0x2f);
  }
}

/** The first byte from `at` on, before `stop`, that is of none of these classes. */
@inline
function skip(ofClasses: u8, at: usize, stop: usize): usize {
  while (at < stop && is(ofClasses, byteAt(at)) && at < highest) at++;
  return at;
}

/** Behind `=`, `==`, `=~`. */
function skipEquals(at: usize): usize {
  const second = byteAt(at + 1);
  if (second != EQUALS && second != 0x7e) return at + 1;
  at++;
  while (byteAt(at) == EQUALS || byteAt(at) == 0x7e) at++;
  return at;
}

/** `!=` `+=` `.=` `?=` `~=`, `->`, `<-`, `||=`, and a dash before a string. */
function isOtherOperator(at: usize, code: u32, second: u32): bool {
  if (second == EQUALS && (code == 0x21 || code == 0x2b || code == 0x2e || code == 0x3f || code == 0x7e)) return true;
  if (code == DASH) return second == 0x3e || (is(BLANK, second) && isQuote(byteAt(at + 2)));
  return (code == 0x3c && second == DASH) || (code == 0x7c && second == 0x7c);
}

/** A value, a type with a value, or a block behind `name:` or `name :=`. */
function isColonValue(at: usize): bool {
  const second = byteAt(at + 1);
  if (second == EQUALS) return mayBeValue(at + 2);
  const start = skip(BLANK, second == COLON ? at + 2 : at + 1, highest);
  const code = byteAt(start);
  if (code == 0x7c || code == 0x3e) return true;
  return isTyped(start) || mayBeValue(start);
}

/** A type and `=`. */
function isTyped(start: usize): bool {
  return byteAt(skip(TYPE, start, start + MAX_TYPE)) == EQUALS;
}

/** A string, a list, or a word that is neither short nor a call nor a number of few digits. */
function mayBeValue(at: usize): bool {
  const start = skip(BLANK, at, highest);
  const code = byteAt(start);
  if (isLineEnd(code)) return isNextLine(start);
  if (isQuote(code)) return !isShortString(start, code);
  return isQuoted(start) || isBehindGap(start) || isBare(start);
}

/** `""`, `'a'`: a string that is closed before it is long enough. */
function isShortString(at: usize, quote: u32): bool {
  const second = byteAt(at + 1);
  if (second == quote) return byteAt(at + 2) != quote;
  for (let end = at + 1; end <= at + LEAST_VALUE; end++) {
    const byte = byteAt(end);
    if (byte == quote) return true;
    if (byte == 0x5c || byte == NEWLINE) return false;
  }
  return false;
}

/** A string, with the prefixes of languages or behind a backslash. */
function isQuoted(at: usize): bool {
  for (let n: u32 = 0; n < 3; n++) {
    const byte = byteAt(at + n);
    if (isQuote(byte) || byte == 0x5c) return true;
    if (!isPrefix(byte)) return false;
  }
  return false;
}

/** b f l n r u in either case, `@` and `$`. */
function isPrefix(byte: u32): bool {
  switch (byte | 32) {
    case 0x62:
    case 0x66:
    case 0x6c:
    case 0x6e:
    case 0x72:
    case 0x75:
      return true;
    default:
      return byte == 0x40 || byte == 0x24;
  }
}

/** A string at the start of the next line. */
function isNextLine(at: usize): bool {
  if (byteAt(at) == RETURN) at++;
  if (byteAt(at) == NEWLINE) at++;
  return isQuoted(skip(BLANK, at, at + MAX_INDENT));
}

/** A string behind a call or another expression, or a list of numbers. */
function isBehindGap(start: usize): bool {
  for (let at = start; at < start + MAX_GAP; at++) {
    const byte = byteAt(at);
    if (isQuote(byte)) return true;
    if (byte == 0x28 || byte == 0x5b || byte == 0x7b) {
      const next = byteAt(at + 1);
      if (next <= 0x20 || is(DIGIT, next)) return true;
    }
    if (!is(GAP, byte)) return false;
  }
  return false;
}

/** A word long enough, with a letter or some digits, that is no call. */
function isBare(start: usize): bool {
  const stop = min(highest, start + LONGEST_VALUE);
  let at = start;
  let digits: i32 = 0;
  let hasLetter = false;
  let isName = true;
  for (; at < stop; at++) {
    const byte = <u32>load<u8>(at);
    if (is(STOP, byte)) break;
    if (is(LETTER, byte)) hasLetter = true;
    else if (is(DIGIT, byte)) digits++;
    else if (isName && byte == 0x28) return at == start || byteAt(at - 1) == COLON;
    isName = isName && (is(NAME, byte) || byte == COLON);
  }
  return at - start >= LEAST_VALUE && (hasLetter || digits >= LEAST_DIGITS);
}

/** `, err := …` behind the first of two results. */
function isSecondResult(at: usize): bool {
  at++;
  if (byteAt(at) <= 0x20) at++;
  const word = skip(LETTER | DIGIT | NAME, at, at + 16);
  if (word == at) return false;
  at = byteAt(word) <= 0x20 ? word + 1 : word;
  return byteAt(at) == EQUALS || (byteAt(at) == COLON && byteAt(at + 1) == EQUALS);
}

/** `[32] =`. */
function isElements(at: usize): bool {
  const close = skip(DIGIT, at + 1, at + 10);
  return byteAt(close) == 0x5d && byteAt(skip(BLANK, close + 1, highest)) == EQUALS;
}

/** The commonest of the words that begin with a keyword and are no names of credentials: `passed`, `author`. */
function isOtherWord(at: usize): bool {
  if (at + 6 > highest || is(LETTER, byteAt(at + 6))) return false;
  const head = load<u32>(at) | 0x20202020;
  const tail = load<u16>(at, 4) | 0x2020;
  return (head == 0x73736170 && tail == 0x6465) || (head == 0x68747561 && tail == 0x726f);
}

/** What follows a blank: an option's value, or one or two words up to the end of a line, a statement or a string. */
function isWord(at: usize, next: usize): bool {
  const start = nameStart(at);
  if (byteAt(start) == DASH || byteAt(start - 1) == DASH) return true;
  if (isTyped(next) || endsAfterWord(next)) return true;
  return (byteAt(next) | 32) == 0x69 && endsAfterWord(next + 3);
}

function endsAfterWord(start: usize): bool {
  let at = skip(BLANK, start, highest);
  const end = at + MAX_WORD;
  for (; at < highest; at++) {
    const byte = <u32>load<u8>(at);
    if (is(STOP, byte)) break;
    // what follows these may be cut off from the word
    if (at == end || byte == 0x26 || byte == 0x2c || byte == 0x3b || byte == 0x5c || is(CLOSER, byte)) return true;
  }
  at = skip(BLANK, at, highest);
  const byte = at < highest ? byteAt(at) : NEWLINE;
  return isLineEnd(byte) || byte == 0x3b || byte == 0x3c || isQuote(byte);
}

/** What may be `value`, `Value` or `ParameterValue`, on the next line or behind a comma. */
function isPair(start: usize): bool {
  let at = start;
  while (at < start + MAX_PAIR && at < highest && (byteAt(at) <= 0x20 || byteAt(at) == 0x22 || byteAt(at) == 0x27)) at++;
  return byteAt(at) == 0x76 || byteAt(at) - 0x41 < 26;
}

/** A name in quotes as an attribute of XML. */
function isMarkup(nameTo: usize): bool {
  if (!isQuote(byteAt(nameTo))) return false;
  const next = byteAt(nameTo + 1);
  return next == 0x3e || (is(BLANK, next) && (byteAt(skip(BLANK, nameTo + 1, highest)) | 32) == 0x76);
}

/** `==` or `!=` before the name. */
function isCompared(at: usize): bool {
  let start = nameStart(at);
  while (is(BLANK, byteAt(start - 1))) start--;
  const before = byteAt(start - 2);
  return byteAt(start - 1) == EQUALS && (before == EQUALS || before == 0x21);
}

/** `or`, `||`, `??` or `?:` before a string. */
function isAlternative(at: usize): bool {
  const code = byteAt(at);
  const second = byteAt(at + 1);
  return (code == 0x6f && second == 0x72) || (code == 0x7c && second == 0x7c) || (code == 0x3f && (second == 0x3f || second == COLON));
}

/** `<password>`. */
function isTag(at: usize): bool {
  const before = byteAt(nameStart(at) - 1);
  return before == 0x3c || before == COLON;
}

function nameStart(at: usize): usize {
  let start = at;
  while (start + MAX_NAME > at && is(NAME, byteAt(start - 1))) start--;
  return start;
}
