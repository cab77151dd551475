import { wordPlaces } from '../../src/detect/generic/language.js';

/** Words and letter statistics of written text, counted over files of public repositories. */
export interface Vocabulary {
  readonly words: Uint8Array;
  readonly costs: Uint8Array;
}

const SYMBOLS = 27;
const BITS_PER_WORD = 10;
/** How many of the most common words of each length are taken to be words; short letter strings are words by chance. */
const MOST_BY_LENGTH: Readonly<Record<number, number>> = { 3: 500, 4: 1800, 5: 3000 };
const MOST = 3500;

/** Counts words per repository; a word counts once per file, so that no single file makes a word. */
export function createCounter() {
  const repositories = new Map<string, Map<string, number>>();
  return {
    add(repository: string, text: string): void {
      const counts = repositories.get(repository) ?? new Map<string, number>();
      repositories.set(repository, counts);
      for (const word of new Set(text.match(WORD)?.map((w) => w.toLowerCase()))) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    },
    finish: () => buildVocabulary(repositories),
  };
}

/** A word inside names too: `fooBar`, `FOOBar`, `foo_bar`. */
const WORD = /[A-Z]?[a-z]{2,13}(?![a-z])|(?<![A-Za-z])[A-Z]{3,14}(?![A-Za-z])/g;

function buildVocabulary(repositories: ReadonlyMap<string, ReadonlyMap<string, number>>): Vocabulary {
  const spread = new Map<string, number>();
  for (const counts of repositories.values()) {
    const files = Math.max(...counts.values());
    // Log of the share of files, so that large repositories do not decide alone; rare words count little.
    for (const [word, n] of counts)
      if (n >= 2) spread.set(word, (spread.get(word) ?? 0) + Math.log1p((1000 * n) / files));
  }
  const ranked = [...spread].filter(([word]) => inRepositories(repositories, word) >= 2).sort(byScore);
  const words = ranked.filter(([word], i) => i >= 0 && word.length >= 3 && takes(word, ranked));
  return { words: filterOf(words.map(([word]) => word)), costs: costsOf(ranked) };
}

function inRepositories(
  repositories: ReadonlyMap<string, ReadonlyMap<string, number>>,
  word: string,
): number {
  let n = 0;
  for (const counts of repositories.values()) if ((counts.get(word) ?? 0) >= 2) n++;
  return n;
}

function byScore([a, x]: readonly [string, number], [b, y]: readonly [string, number]): number {
  return y - x || (a < b ? -1 : 1);
}

const rankOf = new WeakMap<object, Map<string, number>>();

/** Whether a word is among the most common ones of its length. */
function takes(word: string, ranked: readonly (readonly [string, number])[]): boolean {
  let ranks = rankOf.get(ranked);
  if (ranks === undefined) {
    ranks = new Map();
    const seen = new Map<number, number>();
    for (const [w] of ranked) {
      const n = (seen.get(w.length) ?? 0) + 1;
      seen.set(w.length, n);
      ranks.set(w, n);
    }
    rankOf.set(ranked, ranks);
  }
  return ranks.get(word)! <= (MOST_BY_LENGTH[word.length] ?? MOST);
}

function filterOf(words: readonly string[]): Uint8Array {
  const filter = new Uint8Array(Math.ceil((words.length * BITS_PER_WORD) / 8));
  for (const word of words) {
    for (const place of wordPlaces(word, 0, word.length, filter.length * 8))
      filter[place >>> 3]! |= 1 << (place & 7);
  }
  return filter;
}

/** Bits per letter after two others, smoothed, capped at 15, two to a byte. */
function costsOf(words: readonly (readonly [string, number])[]): Uint8Array {
  const counts = new Float64Array(SYMBOLS ** 3).fill(0.02);
  for (const [word, weight] of words) {
    let a = 0;
    let b = 0;
    for (let i = 0; i < word.length; i++) {
      const letter = word.charCodeAt(i) - 96;
      counts[(a * SYMBOLS + b) * SYMBOLS + letter]! += weight;
      a = b;
      b = letter;
    }
  }
  const costs = new Uint8Array(Math.ceil(SYMBOLS ** 3 / 2));
  for (let pair = 0; pair < SYMBOLS * SYMBOLS; pair++) {
    const own = counts.subarray(pair * SYMBOLS, (pair + 1) * SYMBOLS);
    const sum = own.reduce((x, y) => x + y, 0);
    own.forEach((n, letter) => {
      const index = pair * SYMBOLS + letter;
      const cost = Math.min(15, Math.round(-Math.log2((n + 0.3) / (sum + 0.3 * SYMBOLS))));
      costs[index >>> 1]! |= cost << ((index & 1) * 4);
    });
  }
  return costs;
}
