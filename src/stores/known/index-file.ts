import { createHmac, randomBytes } from 'node:crypto';
import { isRecord } from '../http/json.js';
import { guessBits } from './guess-bits.js';
import { describePlace } from './place.js';
import { type KnownValue, stateOf } from './values.js';

/** A keyed fingerprint: 16 bits of where it starts, its length, 96 bits of HMAC-SHA-256 over all of it. */
export interface IndexEntry {
  readonly tag: number;
  readonly length: number;
  readonly mac: string;
  readonly place: string;
  readonly state: string;
}

export interface ValueIndex {
  readonly version: 1;
  /** ISO 8601. */
  readonly created: string;
  /** Base64: the file can be guessed against, so only values that cannot be guessed are in it. */
  readonly key: string;
  readonly entries: readonly IndexEntry[];
}

/** Bits below which a value does not enter: 16 are given away by the tag, 2^80 guesses are out of reach. */
export const INDEX_MIN_BITS = 96;
const LIFETIME_MS = 7 * 24 * 3600 * 1000;
export const TAG_BYTES = 8;

/** Fingerprints of the values that nobody can guess; `left` counts the others, which only `known` looks for. */
export function buildIndex(
  known: readonly KnownValue[],
  minBits = INDEX_MIN_BITS,
  now = new Date(),
): { index: ValueIndex; left: number } {
  const key = randomBytes(32);
  const strong = known.filter(
    ({ value }) => value.length <= 4096 && guessBits(value.toString('latin1')) >= minBits,
  );
  const entries = strong.map((known) => ({
    tag: tagOf(known.value, 0, tagFactors(key)),
    length: known.value.length,
    mac: macOf(known.value, key),
    place: known.places.map(describePlace).join('; '),
    state: stateOf(known),
  }));
  const index = { version: 1, created: now.toISOString(), key: key.toString('base64'), entries } as const;
  return { index, left: known.length - strong.length };
}

/** Reads an index; a reason when it cannot be used. Never throws: a hook must not break over a cache. */
export function readIndex(text: string, now = new Date()): { index: ValueIndex } | { reason: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value.version !== 1 || !Array.isArray(value.entries))
      return { reason: 'of another version' };
    const age = now.getTime() - Date.parse(String(value.created));
    if (!(age >= 0 && age < LIFETIME_MS)) return { reason: 'older than 7 days' };
    const fits = (entry: unknown): boolean =>
      isRecord(entry) &&
      Number.isInteger(entry.tag) &&
      Number.isInteger(entry.length) &&
      Number(entry.length) >= TAG_BYTES &&
      typeof entry.mac === 'string';
    return value.entries.every(fits) ? { index: value as unknown as ValueIndex } : { reason: 'damaged' };
  } catch {
    return { reason: 'damaged' };
  }
}

/** 96 bits, base64. */
export function macOf(value: Uint8Array, key: Buffer): string {
  return createHmac('sha256', key).update(value).digest().subarray(0, 12).toString('base64');
}

/** The keyed multipliers of the tag. */
export function tagFactors(key: Buffer): { factor: number; final: number } {
  const derived = createHmac('sha256', key).update('tag').digest();
  return { factor: derived.readUInt32LE(0) | 1, final: derived.readUInt32LE(4) | 1 };
}

/** The tag of the 8 bytes at a place: it loses all but 16 bits of them. */
export function tagOf(
  bytes: Uint8Array,
  at: number,
  { factor, final }: { factor: number; final: number },
): number {
  let hash = 0;
  for (let i = 0; i < TAG_BYTES; i++) hash = (Math.imul(hash, factor) + bytes[at + i]!) >>> 0;
  return Math.imul(hash ^ (hash >>> 15), final) >>> 16;
}
