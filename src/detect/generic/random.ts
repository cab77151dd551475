import { createLanguage, type Language } from './language.js';
import { costs, words } from './model-data.js';
import { type Shape, shapeOf } from './shape.js';

export const LEAST_ENTROPY = 3.3;

/** Letters that no language puts in this order, mixed with digits, in no known words: judged by itself alone. */
export function isRandom(shape: Shape): boolean {
  const letters = shape.lower + shape.upper;
  if (shape.entropy < LEAST_ENTROPY || letters < 4 || shape.digits < 2) return false;
  if (shape.longestRepeat > 4 || shape.longestSequence > 5) return false;
  return shape.wordLetters <= letters * 0.4 && shape.letterCost >= 4 && shape.changes >= shape.length / 6;
}

/** What a value looks like to one who knows the words and letters of the shipped model. */
export function lookAt(value: string): Shape {
  return shapeOf(value, language());
}

/** The language of the shipped model, unpacked when it is first asked for. */
export const language = once(() => createLanguage(bytesOf(words), bytesOf(costs)));

function once(create: () => Language): () => Language {
  let created: Language | undefined;
  return () => {
    created ??= create();
    return created;
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
