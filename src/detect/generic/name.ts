import { isLetter, kindOf, LOWER, UPPER } from './characters.js';

/** The parts of a name: `consumerSecretKey`, `db-passwd`, `API_TOKEN2` in words, as offsets into the text. */
export interface NameWords {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const MAX_WORDS = 12;

/** Splits at capitals, digits and punctuation; keeps the last twelve words. */
export function splitName(text: string, from: number, to: number): NameWords {
  const starts = new Int32Array(MAX_WORDS);
  const ends = new Int32Array(MAX_WORDS);
  let count = 0;
  for (let i = from; i < to; ) {
    if (!isLetter(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const end = wordEnd(text, i, to);
    if (count === MAX_WORDS) {
      starts.copyWithin(0, 1);
      ends.copyWithin(0, 1);
      count--;
    }
    starts[count] = i;
    ends[count] = end;
    count++;
    i = end;
  }
  return { count, from: starts, to: ends };
}

function wordEnd(text: string, from: number, to: number): number {
  let i = from + 1;
  while (i < to && isLetter(text.charCodeAt(i))) {
    const upper = (kindOf(text.charCodeAt(i)) & UPPER) !== 0;
    const afterLower = (kindOf(text.charCodeAt(i - 1)) & LOWER) !== 0;
    const beforeLower = i + 1 < to && (kindOf(text.charCodeAt(i + 1)) & LOWER) !== 0;
    if (upper && (afterLower || (beforeLower && i - from > 1))) break;
    i++;
  }
  return i;
}

/** How a name is written: 0 lower, 1 UPPER, 2 mixed; digits and punctuation do not count. */
export function caseOf(text: string, from: number, to: number): number {
  let lower = false;
  let upper = false;
  for (let i = from; i < to; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if ((kind & LOWER) !== 0) lower = true;
    else if ((kind & UPPER) !== 0) upper = true;
  }
  return upper ? (lower ? 2 : 1) : 0;
}
