/** How far around a value a text must look like one, in bytes. */
const REACH = 48;
const LEAST_CONTROLS = 2;
const LEAST_HIGH = 12;

/**
 * Whether what stands around `text[from, to)` is no text. Compressed data and machine code spell a keyword and an
 * operator by chance, amid control characters and bytes beyond ASCII alike; text has one of them at most, in whatever
 * encoding, and so have the strings of a program and the pages of a database.
 */
export function isBinary(text: string, from: number, to: number): boolean {
  const end = Math.min(text.length, to + REACH);
  let controls = 0;
  let high = 0;
  for (let i = Math.max(0, from - REACH); i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) high++;
    else if (isControl(code)) controls++;
  }
  return controls >= LEAST_CONTROLS && high >= LEAST_HIGH;
}

/** NUL ends strings in programs, and escape starts colours in logs: neither counts. */
function isControl(code: number): boolean {
  if (code >= 32) return code === 127;
  return code !== 0 && code !== 27 && !(code >= 9 && code <= 13);
}
