import { type Candidate, OPERATORS, QUOTES } from './candidate.js';
import { isAlphanumeric } from './characters.js';
import type { Language } from './language.js';
import { caseOf, splitName } from './name.js';
import { isPlaceholder } from './placeholder.js';
import { type Shape, shapeOf } from './shape.js';
import { lineEnd, lineStart } from './window.js';

/** How much the hashed clues speak for a secret, one number each; see clues.ts. */
export interface ClueScores {
  readonly name: number;
  readonly value: number;
  readonly around: number;
}

/** Names of the features, in the order of the vector; the trained model refers to their places. */
export const FEATURES = [
  'clues of the name',
  'clues of the value',
  'clues around',
  'all clues',
  'length',
  'entropy',
  'entropy to possible',
  'lower case',
  'upper case',
  'digits',
  'symbols',
  'spaces',
  'distinct',
  'changes',
  'longest repeat',
  'longest sequence',
  'hexadecimal',
  'base64 alphabet',
  'letter cost',
  'highest letter cost',
  'letters in words',
  'letters outside words',
  'longest word',
  'words',
  'vowels',
  'longest run of consonants',
  'classes',
  'placeholder',
  'repeats its name',
  'digits at the end',
  'starts upper case',
  'path-like',
  'dots',
  'identifier-like',
  'ends in =',
  'operator',
  'quote',
  'name length',
  'name words',
  'name case',
  'letters after keyword',
  'gap length',
  'next character',
  'character before name',
  'line length',
  'length of the rest of the line',
  'uuid',
  'hash length',
  'encoded',
  'name ends a phrase',
  'example host',
] as const;

/** Those that depend on more than the characters from before the name to behind the value. */
export const AROUND: ReadonlySet<number> = new Set(
  (
    [
      'clues around',
      'all clues',
      'line length',
      'length of the rest of the line',
      'name ends a phrase',
      'example host',
    ] as const
  ).map((name) => FEATURES.indexOf(name)),
);

/** What a value tells by itself, wherever it stands. */
export interface ValueFeatures {
  /** Its letters, to compare with those of its name. */
  readonly letters: string;
  /** Features, by where they stand in the vector: before and after the one that compares it with its name. */
  readonly shape: readonly number[];
  readonly parts: readonly number[];
  readonly ids: readonly number[];
}

/** The numbers the model judges a candidate by, in the order of FEATURES; `ofValue` gives those of a value. */
export function featuresOf(
  text: string,
  candidate: Candidate,
  { scores, ofValue }: { readonly scores: ClueScores; readonly ofValue: (value: string) => ValueFeatures },
): Float64Array {
  const value = ofValue(candidate.decoded ?? text.slice(candidate.from, candidate.to));
  return Float64Array.from([
    scores.name,
    scores.value,
    scores.around,
    scores.name + scores.value + scores.around,
    ...value.shape,
    overlap(value.letters, plainLetters(text.slice(candidate.nameFrom, candidate.nameTo))),
    ...value.parts,
    ...ofForm(text, candidate),
    ...value.ids,
    candidate.decoded === undefined ? 0 : 1,
    endsPhrase(text, candidate) ? 1 : 0,
    candidate.operator === 'url' && EXAMPLE_HOST.test(text.slice(candidate.to, candidate.to + 60)) ? 1 : 0,
  ]);
}

/** The features of a value that are the same wherever it stands. */
export function valueFeatures(value: string, language: Language): ValueFeatures {
  const shape = shapeOf(value, language);
  return {
    letters: plainLetters(value),
    shape: [...ofShape(shape), isPlaceholder(value) ? 1 : 0],
    parts: [
      /\d*$/.exec(value.slice(-12))![0].length,
      /^[A-Z]/.test(value) ? 1 : 0,
      (value.match(/[/\\]/g)?.length ?? 0) / Math.max(4, value.length),
      value.match(/\./g)?.length ?? 0,
      /^[A-Za-z_$][\w$]*(?:(?:\.|->|::|-)[A-Za-z_$][\w$]*)*$/.test(value) ? 1 : 0,
      /={1,2}$/.exec(value)?.[0].length ?? 0,
    ],
    ids: [
      /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value) ? 1 : 0,
      shape.isHex && [32, 40, 56, 64, 96, 128].includes(value.length) ? value.length : 0,
    ],
  };
}

const EXAMPLE_HOST = /^@[\w.-]*(?:example\.(?:com|org|net)|\.(?:example|test|invalid|local))\b/;

/** A name that is the last word of a string: `'Forgot password' => …`. */
function endsPhrase(text: string, { nameFrom, nameTo }: Candidate): boolean {
  const quote = text[nameTo];
  if (text[nameFrom - 1] !== ' ' || (quote !== '"' && quote !== "'")) return false;
  const before = text.slice(Math.max(0, nameFrom - 60), nameFrom);
  return before.lastIndexOf(quote) > before.lastIndexOf('\n');
}

function ofShape(s: Shape): number[] {
  const n = Math.max(1, Math.min(s.length, 256));
  const letters = s.lower + s.upper;
  return [
    s.length,
    s.entropy,
    s.entropy / Math.max(1, Math.log2(n)),
    s.lower / n,
    s.upper / n,
    s.digits / n,
    s.symbols / n,
    s.spaces,
    s.distinct / n,
    s.changes / n,
    s.longestRepeat,
    s.longestSequence,
    s.isHex ? 1 : 0,
    s.isBase64 ? 1 : 0,
    s.letterCost,
    s.highestCost,
    s.wordLetters / Math.max(1, letters),
    letters - s.wordLetters,
    s.longestWord,
    s.words,
    s.vowels / Math.max(1, letters),
    s.longestConsonants,
    Math.sign(s.lower) +
      Math.sign(s.upper) +
      Math.sign(s.digits) +
      Math.sign(s.symbols) +
      Math.sign(s.spaces),
  ];
}

function plainLetters(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
}

/** 3 the same, 2 the value is part of the name, 1 the name is part of the value, 0 neither. */
function overlap(value: string, name: string): number {
  if (value.length < 3 || name.length < 3) return 0;
  if (value === name) return 3;
  return name.includes(value) ? 2 : value.includes(name) ? 1 : 0;
}

function ofForm(text: string, candidate: Candidate): number[] {
  const { nameFrom, nameTo, to, gapFrom, gapTo } = candidate;
  const words = splitName(text, nameFrom, nameTo);
  const end = lineEnd(text, to);
  const lastTo = words.count > 0 ? words.to[words.count - 1]! : nameTo;
  return [
    OPERATORS.indexOf(candidate.operator),
    QUOTES.indexOf(candidate.quote),
    nameTo - nameFrom,
    words.count,
    caseOf(text, nameFrom, nameTo),
    nameTo - lastTo,
    gapTo - gapFrom,
    markOf(text.charCodeAt(to)),
    markOf(text.charCodeAt(nameFrom - 1)),
    end - lineStart(text, nameFrom),
    end - to,
  ];
}

function markOf(code: number): number {
  if (Number.isNaN(code)) return -1;
  return isAlphanumeric(code) ? 1 : code;
}
