import { hashWord } from './hash.js';

/** What is known of how people write: which words there are, and which letters follow one another. */
export interface Language {
  /** Whether `text[from, to)`, letters only, is a word; wrong for about one in a hundred that are none. */
  isWord(text: string, from: number, to: number): boolean;
  /** Bits a letter costs after two others, 0 to 15; symbols: 0 = border of a word, 1 to 26 = letters. */
  cost(before2: number, before: number, letter: number): number;
}

const WORD_PROBES = 5;
const SYMBOLS = 27;

/** Word filter: a Bloom filter of `words.length * 8` bits. Costs: two to a byte, low half first. */
export function createLanguage(words: Uint8Array, costs: Uint8Array): Language {
  const bits = words.length * 8;
  return {
    isWord(text, from, to) {
      for (const place of wordPlaces(text, from, to, bits)) {
        if ((words[place >>> 3]! & (1 << (place & 7))) === 0) return false;
      }
      return true;
    },
    cost(before2, before, letter) {
      const index = (before2 * SYMBOLS + before) * SYMBOLS + letter;
      const pair = costs[index >>> 1]!;
      return (index & 1) === 0 ? pair & 15 : pair >>> 4;
    },
  };
}

/** The bits that stand for a word in a filter of `bits` bits. */
export function wordPlaces(text: string, from: number, to: number, bits: number): number[] {
  const first = hashWord(text, from, to, 1);
  const step = hashWord(text, from, to, 2) | 1;
  const places: number[] = [];
  for (let i = 0; i < WORD_PROBES; i++) places.push(((first + Math.imul(i, step)) >>> 0) % bits);
  return places;
}
