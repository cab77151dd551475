import { createHash } from 'node:crypto';

/** Shorter values than this are equal or not the same: their parts stand in too many others. */
const SHORTEST_PART = 8;

/**
 * Asks whether a text is the same secret as a value that another tool found: equal, or one within the other, for tools
 * draw the ends of a secret differently.
 */
export function sameValue(value: string): (text: string) => boolean {
  const wanted = value.trim();
  return (text) => {
    const found = text.trim();
    if (found === wanted) return true;
    const [short, long] = found.length < wanted.length ? [found, wanted] : [wanted, found];
    return short.length >= SHORTEST_PART && short.length * 2 >= long.length && long.includes(short);
  };
}

/** Asks whether a text has this SHA-256, in hex. */
export function hashedValue(hash: string): (text: string) => boolean {
  const wanted = hash.toLowerCase();
  return (text) => createHash('sha256').update(text).digest('hex') === wanted;
}
