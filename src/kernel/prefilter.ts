import { latin1 } from '../text.js';
import type { Candidate, Prefilter } from '../types.js';

/** Finds keywords in bytes, without regard to case: one expression over latin1 text. */
export function createPrefilter(keywords: readonly string[]): Prefilter {
  // a keyword that begins another stands wherever that one stands
  const standing = new Map(
    keywords.map((keyword) => [
      keyword,
      [...keywords.keys()].filter((i) => keyword.startsWith(keywords[i]!)),
    ]),
  );
  const longestFirst = [...keywords].sort((a, b) => b.length - a.length);
  const source = longestFirst.map((k) => `(?=(${k.replace(/[^a-z0-9_]/g, '\\$&')}))`).join('|');
  const regex = new RegExp(source, 'gi');
  let buffer = new Uint8Array(0);
  return {
    keywords,
    allocate(size) {
      if (buffer.length < size) buffer = new Uint8Array(size);
      return buffer.subarray(0, size);
    },
    candidates(bytes, from, to) {
      const text = latin1(bytes, from, to);
      const found: Candidate[] = [];
      for (const match of text.matchAll(regex)) {
        const literal = match.slice(1).find((group) => group !== undefined)!;
        const at = from + match.index;
        for (const keyword of standing.get(literal.toLowerCase())!) found.push({ at, keyword });
      }
      return found;
    },
  };
}
