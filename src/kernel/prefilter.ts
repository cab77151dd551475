import type { Candidate, Prefilter } from '../types.js';

const hash = (gram: number) => (Math.imul(gram, 0x9e3779b1) >>> 16) & 0xffff;

/** Finds keywords in bytes, without regard to case, by the hash of their first three bytes. */
export function createPrefilter(keywords: readonly string[]): Prefilter {
  const lower = new Uint8Array(256).map((_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
  const bytesOf = keywords.map((keyword) => Buffer.from(keyword.toLowerCase(), 'latin1'));
  const isAnchor = new Uint8Array(65536);
  const byGram = new Map<number, number[]>();
  bytesOf.forEach((bytes, index) => {
    const gram = (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!;
    isAnchor[hash(gram)] = 1;
    byGram.set(gram, [...(byGram.get(gram) ?? []), index]);
  });
  let buffer = new Uint8Array(0);

  return {
    keywords,
    allocate(size) {
      if (buffer.length < size) buffer = new Uint8Array(size);
      return buffer.subarray(0, size);
    },
    candidates(bytes, from, to) {
      const found: Candidate[] = [];
      let gram = 0;
      for (let end = from; end < to; end++) {
        gram = ((gram << 8) | lower[bytes[end]!]!) & 0xffffff;
        if (isAnchor[hash(gram)] === 0 || end < from + 2) continue;
        for (const keyword of byGram.get(gram) ?? []) {
          const at = end - 2;
          if (stands(bytesOf[keyword]!, bytes, at, to)) found.push({ at, keyword });
        }
      }
      return found;
    },
  };

  function stands(keyword: Buffer, bytes: Uint8Array, at: number, to: number): boolean {
    if (at + keyword.length > to) return false;
    for (let i = 3; i < keyword.length; i++) if (lower[bytes[at + i]!] !== keyword[i]) return false;
    return true;
  }
}
