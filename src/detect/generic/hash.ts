/** FNV-1a over the lower-cased characters of `text[from, to)`, seeded, so that kinds of words do not collide. */
export function hashWord(text: string, from: number, to: number, seed: number): number {
  let hash = startOfHash(seed);
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    hash = addToHash(hash, code >= 65 && code <= 90 ? code | 32 : code);
  }
  return finish(hash);
}

/** The steps of `hashWord`, for words that begin alike: a start, then each character in lower case, then `finish`. */
export function startOfHash(seed: number): number {
  return (0x811c9dc5 ^ seed) | 0;
}

export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Mixes two hashes; the order counts. */
export function mixHash(a: number, b: number): number {
  return finish(Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ b);
}

export function finish(hash: number): number {
  let h = hash;
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
