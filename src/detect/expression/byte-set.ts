/** A set of latin1 characters: 1 at the index of each member. */
export type ByteSet = Uint8Array;

/** The set of the characters from `first` to `last`; those above latin1 are left out: texts have none. */
export function rangeSet(first: number, last: number): ByteSet {
  const set = new Uint8Array(256);
  if (first < 256) set.fill(1, first, Math.min(last, 255) + 1);
  return set;
}

/** The characters that are in any of the sets. */
export function union(sets: readonly ByteSet[]): ByteSet {
  const all = new Uint8Array(256);
  for (const set of sets) for (let i = 0; i < 256; i++) all[i]! |= set[i]!;
  return all;
}

/** The characters that are not in the set. */
export function complement(set: ByteSet): ByteSet {
  return set.map((member) => 1 - member);
}

/** Whether everything in `set` is in `other` too. */
export function isWithin(set: ByteSet, other: ByteSet): boolean {
  for (let i = 0; i < 256; i++) if (set[i]! > other[i]!) return false;
  return true;
}

/** Letters of ASCII and of latin1 in both cases where one of them is there. */
export function withBothCases(set: ByteSet): ByteSet {
  const both = set.slice();
  for (const [upper, last] of [
    [0x41, 0x5a],
    [0xc0, 0xde],
  ] as const) {
    for (let i = upper; i <= last; i++) {
      const any = set[i]! | set[i + 32]!;
      both[i] = any;
      both[i + 32] = any;
    }
  }
  return both;
}

const MOST_LETTERS = 8;

/** The members of a set of ASCII that has up to eight but for case, in lower case; undefined for any other set. */
export function lettersOf(set: ByteSet): string | undefined {
  let letters = '';
  for (let code = set.indexOf(1); code !== -1; code = set.indexOf(1, code + 1)) {
    const letter = String.fromCharCode(code).toLowerCase();
    if (!letters.includes(letter)) letters += letter;
    if (letters.length > MOST_LETTERS || code > 127) return undefined;
  }
  return letters;
}
