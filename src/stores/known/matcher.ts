import { type Needle, SHORTEST } from './needles.js';

/** A needle and which value it is of. */
export interface MatcherNeedle extends Needle {
  readonly value: number;
}

/** A place where a value stands: byte offsets, and how it is written there. */
export interface MatcherHit {
  readonly value: number;
  readonly encoding: string;
  readonly from: number;
  readonly to: number;
}

/** Finds all needles at once. */
export type Matcher = (bytes: Uint8Array) => MatcherHit[];

const FACTOR = 0x01000193;
const TABLE_BITS = 20;

/** One rolling hash over 8 bytes, a bitmap, and a comparison where the bitmap says so: the cost does not grow with needles. */
export function createMatcher(needles: readonly MatcherNeedle[]): Matcher {
  const bitmap = new Uint8Array(1 << (TABLE_BITS - 3));
  const byHash = new Map<number, MatcherNeedle[]>();
  for (const needle of needles) {
    const hash = hashOf(needle.bytes);
    bitmap[hash >>> (32 - TABLE_BITS + 3)]! |= 1 << ((hash >>> (32 - TABLE_BITS)) & 7);
    byHash.set(hash, [...(byHash.get(hash) ?? []), needle]);
  }
  const leaving = powerOf(FACTOR, SHORTEST - 1);
  return (bytes) => {
    const hits: MatcherHit[] = [];
    if (bytes.length < SHORTEST || needles.length === 0) return hits;
    let hash = hashOf(bytes);
    const last = bytes.length - SHORTEST;
    for (let at = 0; ; at++) {
      if ((bitmap[hash >>> (32 - TABLE_BITS + 3)]! >> ((hash >>> (32 - TABLE_BITS)) & 7)) & 1)
        compare(at, hash);
      if (at === last) return hits;
      hash = (Math.imul(hash - Math.imul(bytes[at]!, leaving), FACTOR) + bytes[at + SHORTEST]!) >>> 0;
    }

    function compare(at: number, found: number): void {
      for (const { bytes: wanted, value, encoding } of byHash.get(found) ?? []) {
        if (isAt(bytes, at, wanted)) hits.push({ value, encoding, from: at, to: at + wanted.length });
      }
    }
  };
}

function isAt(bytes: Uint8Array, at: number, wanted: Buffer): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

function hashOf(bytes: Uint8Array): number {
  let hash = 0;
  for (let i = 0; i < SHORTEST; i++) hash = (Math.imul(hash, FACTOR) + bytes[i]!) >>> 0;
  return hash;
}

function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power = Math.imul(power, base);
  return power;
}
