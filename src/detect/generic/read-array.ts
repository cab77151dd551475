import type { ReadValue } from './candidate.js';
import { DIGIT, HEX, isBlank, isName, kindOf } from './characters.js';

const MAX_TYPE = 40;
const MAX_ARRAY = 1024;
const LEAST_NUMBERS = 10;

/** Bytes written as numbers: `[]byte{1, 2, …}`, `{0x1f, 0x2e, …}`, `new byte[] {…}`, `[12, 250, …]`. */
export function readArray(text: string, at: number, limit: number): ReadValue | undefined {
  const open = findOpen(text, at, Math.min(limit, at + MAX_TYPE));
  if (open < 0) return undefined;
  const end = Math.min(limit, open + MAX_ARRAY);
  let numbers = 0;
  let from = -1;
  let to = -1;
  for (let i = open + 1; i < end; ) {
    const code = text.charCodeAt(i);
    if ((kindOf(code) & DIGIT) !== 0) {
      if (from < 0) from = i;
      to = skipNumber(text, i, end);
      if (to - i > 4) return undefined;
      numbers++;
      i = to;
    } else if (code === 44 || code <= 32) i++;
    else break;
  }
  if (numbers < LEAST_NUMBERS) return undefined;
  return { quote: 'array', from, to, gapFrom: at, gapTo: open };
}

/** The bracket before the first number, behind nothing but a type. */
function findOpen(text: string, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if ((code === 123 || code === 91 || code === 40) && (next <= 32 || (kindOf(next) & DIGIT) !== 0))
      return i;
    if (!isName(code) && !isBlank(code) && code !== 91 && code !== 93 && code !== 38 && code !== 40)
      return -1;
  }
  return -1;
}

function skipNumber(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && ((kindOf(text.charCodeAt(i)) & HEX) !== 0 || (text.charCodeAt(i) | 32) === 120)) i++;
  return i;
}
