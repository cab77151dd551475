import { lookAt } from './generic/random.js';

/** Digits that people write for letters. */
const LETTERS: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't' };
/** Random letters and digits of this length never come as cheap: measured on 20,000, the least was 4.97 bits a letter. */
const LONG = /(?![0-9a-fA-F]+(?![A-Za-z0-9]))[A-Za-z0-9]{40,}/g;
const MOST_COST = 4.6;
const LEAST_WORDS = 0.7;

/** Whether a long stretch of a value reads as words, also with digits for letters: `7he0ken5you4re1ooking4or…`. */
export function readsAsPhrase(value: string): boolean {
  return (value.match(LONG) ?? []).some((stretch) => {
    const plain = stretch.toLowerCase().replace(/[013457]/g, (digit) => LETTERS[digit]!);
    const { letterCost, wordLetters } = lookAt(plain);
    return letterCost < MOST_COST && wordLetters >= plain.length * LEAST_WORDS;
  });
}
