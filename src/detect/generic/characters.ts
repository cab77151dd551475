const table = new Uint8Array(256);

export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 4;
/** Part of a name as languages and settings write it: letters, digits, `_`, `-`, `.`, `$`. */
export const NAME = 8;
/** Space or tab. */
export const BLANK = 16;
/** Ends a value that stands without quotes. */
export const STOP = 32;
export const HEX = 64;
/** Base64 in its common and its URL form, without padding. */
export const BASE64 = 128;

const LETTER = LOWER | UPPER;
const ALNUM = LETTER | DIGIT;

function mark(characters: string, bit: number): void {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= bit;
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
mark(lower, LOWER | NAME | BASE64);
mark(lower.toUpperCase(), UPPER | NAME | BASE64);
mark('0123456789', DIGIT | NAME | HEX | BASE64);
mark('abcdefABCDEF', HEX);
mark('_-.$', NAME);
mark('+/_-', BASE64);
mark(' \t', BLANK);
mark(' \t\r\n"\'`<>\0', STOP);

/** What a character is: the bits above. Characters beyond Latin-1 and the end of a text are nothing. */
export function kindOf(code: number): number {
  return code < 256 ? table[code]! : 0;
}

export function isAlphanumeric(code: number): boolean {
  return (kindOf(code) & ALNUM) !== 0;
}

export function isLetter(code: number): boolean {
  return (kindOf(code) & LETTER) !== 0;
}

export function isName(code: number): boolean {
  return (kindOf(code) & NAME) !== 0;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** `"` `'` and backquote. */
export function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96;
}

/** `"` and `'`: what settings files quote with. */
export function isPlainQuote(code: number): boolean {
  return code === 34 || code === 39;
}

/** The place of the first character from `at` on that is no space and no tab. */
export function skipBlanks(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && isBlank(text.charCodeAt(i))) i++;
  return i;
}
