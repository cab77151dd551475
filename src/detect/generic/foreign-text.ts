/** Bytes beyond ASCII, and characters beyond it as languages escape them. */
const BEYOND = /[\u0080-\u00ff]+|\\u(?!00[0-7])[0-9a-fA-F]{4}/g;
const BEYOND_LATIN = /\\x[89a-fA-F][0-9a-fA-F]/g;
const MARKS = /[^A-Za-z\s]/g;

/**
 * Whether a value is text in a language that ASCII cannot write: words with letters beyond it, or hardly anything else.
 * `value` has one character for each byte.
 */
export function isForeignText(value: string): boolean {
  const plain = value.replace(BEYOND, '').replace(BEYOND_LATIN, '');
  if (plain.length === value.length) return false;
  const marks = plain.match(MARKS)?.length ?? 0;
  // keys as bytes are full of marks, and of escapes of ASCII
  if (/\S\s+\S/.test(value)) return marks * 8 <= value.length && !/\\x[0-7]/.test(value);
  return plain.length * 2 <= value.length && !value.includes('\\x');
}
