import { addToHash, finish, hashWord, startOfHash } from './hash.js';

/** What is known of how people write: which words there are, and which letters follow one another. */
export interface Language {
  /**
   * The words of 3 to 14 letters that begin at `from` in a text of lower-case letters, as bits: bit n for one of n
   * letters. Wrong for about one in a hundred that are none.
   */
  wordsAt(text: string, from: number): number;
  /** Bits a letter costs after two others, 0 to 15; symbols: 0 = border of a word, 1 to 26 = letters. */
  cost(before2: number, before: number, letter: number): number;
}

const LEAST_WORD = 3;
const MOST_WORD = 14;
const FIRST_SEED = 1;
const STEP_SEED = 2;
const WORD_PROBES = 5;
const SYMBOLS = 27;

/** Word filter: a Bloom filter of `words.length * 8` bits. Costs: two to a byte, low half first. */
export function createLanguage(words: Uint8Array, costs: Uint8Array): Language {
  return {
    wordsAt(text, from) {
      let found = 0;
      let first = startOfHash(FIRST_SEED);
      let step = startOfHash(STEP_SEED);
      const most = Math.min(text.length - from, MOST_WORD);
      for (let length = 1; length <= most; length++) {
        const code = text.charCodeAt(from + length - 1);
        first = addToHash(first, code);
        step = addToHash(step, code);
        if (length >= LEAST_WORD && isIn(words, finish(first), step)) found |= 1 << length;
      }
      return found;
    },
    cost(before2, before, letter) {
      const index = (before2 * SYMBOLS + before) * SYMBOLS + letter;
      const pair = costs[index >>> 1]!;
      return (index & 1) === 0 ? pair & 15 : pair >>> 4;
    },
  };
}

/** Whether all bits of a word are set; most words have their first one not. */
function isIn(words: Uint8Array, first: number, unfinished: number): boolean {
  const bits = words.length * 8;
  const place = first % bits;
  if ((words[place >>> 3]! & (1 << (place & 7))) === 0) return false;
  const step = finish(unfinished) | 1;
  for (let i = 1; i < WORD_PROBES; i++) {
    const other = ((first + Math.imul(i, step)) >>> 0) % bits;
    if ((words[other >>> 3]! & (1 << (other & 7))) === 0) return false;
  }
  return true;
}

/** The bits that stand for a word in a filter of `bits` bits. */
export function wordPlaces(text: string, from: number, to: number, bits: number): number[] {
  const first = hashWord(text, from, to, FIRST_SEED);
  const step = hashWord(text, from, to, STEP_SEED) | 1;
  const places: number[] = [];
  for (let i = 0; i < WORD_PROBES; i++) places.push(((first + Math.imul(i, step)) >>> 0) % bits);
  return places;
}
