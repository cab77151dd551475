import type { Range } from '../types.js';

/** A set of bytes: 1 at the index of each member. */
export type ByteSet = Uint8Array;

/** The set of the bytes of a text. */
export function byteSet(members: string): ByteSet {
  const set = new Uint8Array(256);
  for (const char of members) set[char.charCodeAt(0)] = 1;
  return set;
}

export const DIGITS = '0123456789';
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();

/**
 * Runs of at least `least` members of a set that touch the range; a run may reach beyond it.
 * Looks at one byte in `least`, so that ordinary text costs little.
 */
export function* runsOf(set: ByteSet, bytes: Uint8Array, [from, to]: Range, least: number): Generator<Range> {
  for (let at = from; at < to; at += least) {
    if (set[bytes[at]!] === 0) continue;
    let start = at;
    while (start > 0 && set[bytes[start - 1]!] === 1) start--;
    let end = at + 1;
    while (end < bytes.length && set[bytes[end]!] === 1) end++;
    if (end - start >= least) yield [start, end];
    // the next look is at the first multiple beyond the run
    if (end > at + least) at += Math.floor((end - at - 1) / least) * least;
  }
}

/** Whether bytes are text: almost all printable ASCII, white space, or above ASCII in valid-looking amounts. */
export function looksLikeText(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes) {
    if (byte < 32 ? byte !== 10 && byte !== 13 && byte !== 9 : byte > 126) odd++;
  }
  return odd * 20 <= bytes.length;
}
