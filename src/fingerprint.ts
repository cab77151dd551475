import { createHmac } from 'node:crypto';
import type { LocatedMatch } from './types.js';

/** Guessing bits that a value must have, by a careful estimate, before a keyed hash of it may be written down. */
const FORMAT_BITS = 60;
const CONTEXT_BITS = 80;

/** Where a match stands, as far as the fingerprint of a weak value needs it. */
export interface FingerprintPlace {
  readonly path: string;
  /** The line's text, as latin1, with its secrets replaced. */
  readonly lineWithoutSecrets: string;
}

/**
 * What makes a finding the same one tomorrow: keyed, and never made of line, column, commit or author.
 * A strong value is its own identity, whatever file it moves to. A value that could be guessed gives nothing of itself:
 * it is known by its file's name and by what stands around it on its line.
 */
export function fingerprint({ match }: LocatedMatch, place: FingerprintPlace, key: string): string {
  const { rule, secret } = match;
  const family = rule.provider;
  const identity = isStrong(secret, family === 'generic' ? CONTEXT_BITS : FORMAT_BITS)
    ? `value\0${family}\0${secret}`
    : `place\0${family}\0${baseName(place.path)}\0${normalized(place.lineWithoutSecrets)}`;
  return createHmac('sha256', key).update(identity).digest('hex').slice(0, 32);
}

/** Whether guessing a value from its hash is out of reach: long, with digits, and no few characters repeated. */
function isStrong(secret: string, bits: number): boolean {
  if (secret.length < 16 || !/\d/.test(secret)) return false;
  const counts = new Map<string, number>();
  for (const char of secret) counts.set(char, (counts.get(char) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= count * Math.log2(count / secret.length);
  return sum >= bits;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Reformatting changes white space, quotes and separators: they don't count. */
function normalized(line: string): string {
  return line.replace(/[\s"'`;,]+/g, '');
}
