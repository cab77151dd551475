import { randomFillSync } from 'node:crypto';
import type { KeywordReach, Sifter, WindowReach } from '../types.js';
import type { Kernel } from './kernel.js';
import { createSeen } from './seen.js';

/** What the kernel exports for sifting; see kernel/sift.ts. */
export interface SifterExports {
  prepareSift(keywords: number, windowBefore: number, windowAfter: number): number;
  reachTable(): number;
  sift(data: number, size: number, isDelta: boolean, pathAspect: number): number;
  siftedPlaces(): number;
  siftedBits(): number;
  viewKey(): number;
  viewKeySize(): number;
}

/** A place as the kernel lists it: offset, keyword, four words of hash. */
const PLACE_WORDS = 6;
const HASH = 2;
const IS_FULL = 1;
const IS_FAR = 2;
const IS_ENCODED = 4;
const FLAG = 0x80000000;
/** Places that are remembered: 32 MB at most. */
const MOST_SEEN = 1 << 20;

/**
 * Sifts bytes in the kernel's memory for the keywords that its prefilter was prepared for; to be made before anything
 * is read into that memory. Undefined where it is used up.
 */
export function createSifter(
  kernel: Kernel,
  reaches: readonly KeywordReach[],
  window: WindowReach,
): Sifter | undefined {
  if (!kernel.prepareSift(reaches.length, window.before, window.after)) return undefined;
  writeReaches(kernel, reaches);
  randomFillSync(new Uint8Array(kernel.memory.buffer, kernel.viewKey() >>> 0, kernel.viewKeySize()));
  const seen = createSeen(MOST_SEEN);
  const aspects = new Map<string, number>();
  let pending: number[] = [];

  function numberOf(aspect: string): number {
    const known = aspects.get(aspect);
    if (known !== undefined) return known;
    aspects.set(aspect, aspects.size);
    return aspects.size - 1;
  }

  return {
    sift(bytes, isDelta, aspect) {
      pending = [];
      if (bytes.buffer !== kernel.memory.buffer) return undefined;
      const count = kernel.sift(bytes.byteOffset, bytes.length, isDelta, numberOf(aspect));
      const bits = kernel.siftedBits();
      if (bits & IS_FULL) return undefined;
      const places: number[] = [];
      if (count > 0) {
        const all = new Uint32Array(kernel.memory.buffer, kernel.siftedPlaces() >>> 0, count * PLACE_WORDS);
        for (let at = 0; at < all.length; at += PLACE_WORDS) {
          if (seen.has(all, at + HASH)) continue;
          places.push(all[at]!, all[at + 1]!);
          for (let word = at + HASH; word < at + PLACE_WORDS; word++) pending.push(all[word]!);
        }
      }
      return { places, isFar: (bits & IS_FAR) !== 0, isEncoded: (bits & IS_ENCODED) !== 0 };
    },
    settle() {
      for (let at = 0; at < pending.length; at += PLACE_WORDS - HASH) seen.add(pending, at);
      pending = [];
    },
  };
}

function writeReaches(kernel: Kernel, reaches: readonly KeywordReach[]): void {
  const table = new Uint32Array(kernel.memory.buffer, kernel.reachTable() >>> 0, reaches.length * 2);
  for (const [keyword, { before, after, isOfContext, isFar }] of reaches.entries())
    table.set([(isOfContext ? FLAG : 0) | before, (isFar ? FLAG : 0) | after], keyword * 2);
}
