import { type Candidate, OPERATORS, QUOTES } from './candidate.js';
import { DIGIT, isLetter, kindOf, LOWER, UPPER } from './characters.js';
import { hashWord, mixHash } from './hash.js';
import { caseOf, type NameWords, splitName } from './name.js';
import { lineEnd, lineStart } from './window.js';

/** Clues of a candidate as hashes: about its name and form, about its value's words, about the text around. */
export interface Clues {
  readonly name: number[];
  readonly value: number[];
  readonly around: number[];
}

const MAX_AROUND = 40;
const REACH = 120;
const FAR = 260;

/** Gathers the hashed clues; `extension` is that of the path, lower case, without the dot. */
export function cluesOf(text: string, candidate: Candidate, extension: string): Clues {
  const words = splitName(text, candidate.nameFrom, candidate.nameTo);
  return {
    name: nameClues(text, candidate, { words, extension }),
    value: valueClues(text, candidate),
    around: aroundClues(text, candidate),
  };
}

interface Named {
  readonly words: NameWords;
  readonly extension: string;
}

function nameClues(text: string, candidate: Candidate, { words, extension }: Named): number[] {
  const { nameFrom, nameTo, gapFrom, gapTo } = candidate;
  const form = OPERATORS.indexOf(candidate.operator) * 16 + QUOTES.indexOf(candidate.quote);
  const kind = hashWord(extension, 0, extension.length, 10);
  const clues = [mixHash(11, form), kind, mixHash(kind, form)];
  let last = 0;
  for (let n = 0; n < words.count; n++) {
    const index = words.count - 1 - n;
    const word = hashWord(text, words.from[index]!, words.to[index]!, 12);
    clues.push(mixHash(word, Math.min(n, 3)));
    if (n > 0) clues.push(word);
    if (n === 0) {
      last = word;
      clues.push(
        mixHash(word, form),
        mixHash(word, kind),
        mixHash(word, 20 + caseOf(text, nameFrom, nameTo)),
      );
    } else if (n === 1) clues.push(mixHash(word, last));
  }
  clues.push(hashWord(text, nameFrom, nameTo, 13), mixHash(14, text.charCodeAt(nameFrom - 1) || 0));
  const gap = splitName(text, gapFrom, gapTo);
  for (let i = 0; i < gap.count; i++) clues.push(hashWord(text, gap.from[i]!, gap.to[i]!, 15));
  return clues;
}

function valueClues(text: string, { from, to, decoded }: Candidate): number[] {
  const value = decoded ?? text.slice(from, Math.min(to, from + 200));
  const clues = [hashWord(value, 0, value.length, 16), mixHash(shapeHash(value), 17)];
  const words = splitName(value, 0, value.length);
  for (let i = 0; i < words.count; i++) clues.push(hashWord(value, words.from[i]!, words.to[i]!, 18));
  clues.push(mixHash(19, value.charCodeAt(0)), mixHash(21, value.charCodeAt(value.length - 1)));
  clues.push(mixHash(22, Math.min(value.length, 80)));
  const after = text.charCodeAt(to) || 0;
  const closes = after === 34 || after === 39 || after === 96;
  clues.push(mixHash(23, closes ? 256 + (text.charCodeAt(to + 1) || 0) : after));
  return clues;
}

/** The order of character classes, runs shortened: `Ab12-cd` and `Xyz9-q` are the same. */
function shapeHash(value: string): number {
  let hash = 7;
  let before = -1;
  for (let i = 0; i < value.length && i < 24; i++) {
    const code = value.charCodeAt(i);
    const kind = kindOf(code) & (LOWER | UPPER | DIGIT);
    const shape = kind === 0 ? code + 16 : kind;
    if (shape === before) continue;
    before = shape;
    hash = mixHash(hash, shape);
  }
  return hash;
}

/** Words on the value's line, and further away, without regard to their order. */
function aroundClues(text: string, candidate: Candidate): number[] {
  const clues: number[] = [];
  const lineFrom = lineStart(text, candidate.nameFrom);
  const left = Math.max(lineFrom, candidate.nameFrom - REACH);
  const right = Math.min(lineEnd(text, candidate.to), candidate.to + REACH);
  addWords(text, [left, candidate.nameFrom], { seed: 30, clues });
  addWords(text, [candidate.to, right], { seed: 31, clues });
  addWords(text, [Math.max(0, lineFrom - FAR), lineFrom], { seed: 32, clues });
  addWords(text, [right, Math.min(text.length, right + FAR)], { seed: 32, clues });
  clues.push(mixHash(33, firstMark(text, lineFrom)));
  return clues;
}

interface WordBag {
  readonly seed: number;
  readonly clues: number[];
}

function addWords(text: string, [from, to]: readonly [number, number], { seed, clues }: WordBag): void {
  const most = clues.length + MAX_AROUND;
  for (let i = from; i < to && clues.length < most; ) {
    if (!isLetter(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to && isLetter(text.charCodeAt(end)) && !startsWord(text, end)) end++;
    if (end - i > 2) clues.push(hashWord(text, i, end, seed));
    i = end;
  }
}

function startsWord(text: string, at: number): boolean {
  return (kindOf(text.charCodeAt(at)) & UPPER) !== 0 && (kindOf(text.charCodeAt(at - 1)) & LOWER) !== 0;
}

/** The first character of a line that is no blank: comments show there. */
function firstMark(text: string, lineFrom: number): number {
  let i = lineFrom;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  const code = text.charCodeAt(i) || 0;
  return isLetter(code) ? 1 : code;
}
