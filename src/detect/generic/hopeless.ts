import type { Candidate } from './candidate.js';

/** How many candidates are remembered, and how much text of one. */
const MOST = 16384;
const LONGEST = 256;

/** Remembers candidates that no surroundings can make a finding of: names and values come again and again. */
export interface HopeRecord {
  /** The most that a candidate's odds can be whatever stands around; +∞ where nothing is known. */
  most(text: string, candidate: Candidate, extension: string): number;
}

/** A record whose bounds `bound` works out, for candidates that are met a second time: most never are. */
export function createHopeRecord(
  bound: (text: string, candidate: Candidate, extension: string) => number,
): HopeRecord {
  const known = new Map<string, number>();
  return {
    most(text, candidate, extension) {
      const key = keyOf(text, candidate, extension);
      if (key === undefined) return Number.POSITIVE_INFINITY;
      const most = known.get(key);
      if (most !== undefined && most !== MET) return most;
      if (known.size === MOST) known.clear();
      const now = most === undefined ? MET : bound(text, candidate, extension);
      known.set(key, now);
      return now;
    },
  };
}

const MET = Number.POSITIVE_INFINITY;

/** All that a bound depends on: what stands from the character before the name to the second one behind the value. */
function keyOf(text: string, candidate: Candidate, extension: string): string | undefined {
  const { nameFrom, nameTo, from, to, gapFrom, gapTo, decoded, ruleId, operator, quote } = candidate;
  const first = Math.min(nameFrom, from);
  const last = Math.max(nameTo, to);
  if (decoded !== undefined || ruleId !== undefined || last - first > LONGEST) return undefined;
  const places = `${nameFrom - first} ${nameTo - first} ${from - first} ${to - first} ${gapFrom - first} ${gapTo - first}`;
  const edge = first === 0 ? '^' : '';
  return `${text.slice(Math.max(0, first - 1), last + 2)}\n${edge}${places} ${operator} ${quote} ${extension}`;
}
