import { BASE64, DIGIT, HEX, kindOf, LOWER, UPPER } from './characters.js';
import type { Language } from './language.js';

const MAX_JUDGED = 256;

/** Numbers that say what a value looks like, whoever it belongs to. */
export interface Shape {
  readonly length: number;
  /** Shannon entropy, bits per character. */
  readonly entropy: number;
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly symbols: number;
  readonly spaces: number;
  /** Different characters. */
  readonly distinct: number;
  /** Changes between lower case, upper case, digits and others. */
  readonly changes: number;
  readonly longestRepeat: number;
  /** Longest run of neighbours in code order, up or down: `abcd`, `4321`. */
  readonly longestSequence: number;
  readonly isHex: boolean;
  readonly isBase64: boolean;
  /** Mean bits a letter costs in its word: low for written text, high for random letters. */
  readonly letterCost: number;
  readonly highestCost: number;
  /** Letters that are part of a known word of three letters or more. */
  readonly wordLetters: number;
  readonly longestWord: number;
  readonly words: number;
  readonly vowels: number;
  readonly longestConsonants: number;
}

/** Looks at the first 256 characters of a value once. */
export function shapeOf(value: string, language: Language): Shape {
  const text = value.length > MAX_JUDGED ? value.slice(0, MAX_JUDGED) : value;
  const characters = countCharacters(text);
  return { ...characters, ...runsOf(text), ...lettersOf(text, language), length: value.length };
}

function countCharacters(text: string) {
  const counts = new Uint16Array(257);
  let lower = 0;
  let upper = 0;
  let digits = 0;
  let spaces = 0;
  let hex = 0;
  let base64 = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    counts[Math.min(code, 256)]!++;
    if ((kind & LOWER) !== 0) lower++;
    else if ((kind & UPPER) !== 0) upper++;
    else if ((kind & DIGIT) !== 0) digits++;
    else if (code === 32) spaces++;
    if ((kind & HEX) !== 0) hex++;
    if ((kind & BASE64) !== 0 || code === 61) base64++;
  }
  const n = text.length;
  const symbols = n - lower - upper - digits - spaces;
  return {
    lower,
    upper,
    digits,
    spaces,
    symbols,
    isHex: n > 0 && hex === n,
    isBase64: n > 0 && base64 === n,
    ...entropyOf(counts, n),
  };
}

function entropyOf(counts: Uint16Array, n: number) {
  let entropy = 0;
  let distinct = 0;
  for (const count of counts) {
    if (count === 0) continue;
    distinct++;
    entropy -= (count / n) * Math.log2(count / n);
  }
  return { entropy, distinct };
}

function runsOf(text: string) {
  let changes = 0;
  let repeat = 1;
  let longestRepeat = 1;
  let sequence = 1;
  let longestSequence = 1;
  let direction = 0;
  for (let i = 1; i < text.length; i++) {
    const before = text.charCodeAt(i - 1);
    const code = text.charCodeAt(i);
    if (classOf(code) !== classOf(before)) changes++;
    const step = code - before;
    repeat = step === 0 ? repeat + 1 : 1;
    if (step === 1 || step === -1) {
      sequence = step === direction ? sequence + 1 : 2;
      direction = step;
    } else {
      sequence = 1;
      direction = 0;
    }
    if (repeat > longestRepeat) longestRepeat = repeat;
    if (sequence > longestSequence) longestSequence = sequence;
  }
  return { changes, longestRepeat, longestSequence };
}

function classOf(code: number): number {
  return kindOf(code) & (LOWER | UPPER | DIGIT);
}

function lettersOf(text: string, language: Language) {
  const sums = {
    cost: 0,
    letters: 0,
    highestCost: 0,
    wordLetters: 0,
    longestWord: 0,
    words: 0,
    vowels: 0,
    longestConsonants: 0,
  };
  let from = 0;
  while (from < text.length) {
    const to = letterRunEnd(text, from);
    if (to > from) addRun(text.slice(from, to).toLowerCase(), language, sums);
    from = to > from ? to : from + 1;
  }
  const { cost, letters, ...rest } = sums;
  return { ...rest, letterCost: letters > 0 ? cost / letters : 0 };
}

/** A run ends where letters end, and before the capital that starts the next word: `fooBar`, `FOOBar`. */
function letterRunEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const kind = kindOf(text.charCodeAt(i));
    if ((kind & (LOWER | UPPER)) === 0) break;
    if (i > from && (kind & UPPER) !== 0 && (kindOf(text.charCodeAt(i - 1)) & LOWER) !== 0) break;
    i++;
  }
  return i;
}

type Sums = {
  cost: number;
  letters: number;
  highestCost: number;
  wordLetters: number;
  longestWord: number;
  words: number;
  vowels: number;
  longestConsonants: number;
};

function addRun(run: string, language: Language, sums: Sums): void {
  let a = 0;
  let b = 0;
  let consonants = 0;
  for (let i = 0; i < run.length; i++) {
    const letter = run.charCodeAt(i) - 96;
    const cost = language.cost(a, b, letter);
    sums.cost += cost;
    if (cost > sums.highestCost) sums.highestCost = cost;
    a = b;
    b = letter;
    // a e i o u y
    const vowel = ((0x1104111 << 1) & (1 << letter)) !== 0;
    if (vowel) sums.vowels++;
    consonants = vowel ? 0 : consonants + 1;
    if (consonants > sums.longestConsonants) sums.longestConsonants = consonants;
  }
  sums.letters += run.length;
  addWords(run, language, sums);
}

const MAX_RUN = 48;

/** The best covering of a run of letters by known words. */
function addWords(run: string, language: Language, sums: Sums): void {
  const text = run.length > MAX_RUN ? run.slice(0, MAX_RUN) : run;
  // how many letters up to each place can be covered, and the length of the word that ends there
  const best = new Uint8Array(text.length + 1);
  const last = new Uint8Array(text.length + 1);
  for (let from = 0; from <= text.length; from++) {
    if (from > 0 && best[from]! <= best[from - 1]!) {
      best[from] = best[from - 1]!;
      last[from] = 0;
    }
    for (let lengths = language.wordsAt(text, from); lengths !== 0; lengths &= lengths - 1) {
      const length = 31 - Math.clz32(lengths & -lengths);
      const covered = best[from]! + length;
      if (covered < best[from + length]!) continue;
      best[from + length] = covered;
      last[from + length] = length;
    }
  }
  sums.wordLetters += best[text.length]!;
  for (let end = text.length; end > 0; ) {
    const length = last[end]!;
    if (length > 0) sums.words++;
    if (length > sums.longestWord) sums.longestWord = length;
    end -= length || 1;
  }
}
