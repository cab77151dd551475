/** Hashes of 128 bits that were met before. */
export interface Seen {
  /** Whether the four words at `at` were added. */
  has(words: Uint32Array, at: number): boolean;
  add(words: ArrayLike<number>, at: number): void;
}

const LEAST = 1 << 12;
const WIDTH = 4;

/** A set of hashes in an open table that grows up to `most` of them; then it forgets all, and begins anew. */
export function createSeen(most: number): Seen {
  let slots = LEAST;
  let table = new Uint32Array(slots * WIDTH);
  let count = 0;

  /** The slot of a hash, or the empty one where it would be. A hash that is all zero has none: it counts as new. */
  function slotOf(words: ArrayLike<number>, at: number): number {
    for (let slot = words[at]! & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const place = slot * WIDTH;
      if (isEmpty(place) || isSame(place, words, at)) return place;
    }
  }

  const isEmpty = (place: number) =>
    (table[place]! | table[place + 1]! | table[place + 2]! | table[place + 3]!) === 0;
  const isSame = (place: number, words: ArrayLike<number>, at: number) =>
    table[place] === words[at] &&
    table[place + 1] === words[at + 1] &&
    table[place + 2] === words[at + 2] &&
    table[place + 3] === words[at + 3];

  function grow(): void {
    const old = table;
    const isFull = count >= most;
    if (!isFull) slots *= 2;
    table = new Uint32Array(slots * WIDTH);
    count = 0;
    if (isFull) return;
    for (let at = 0; at < old.length; at += WIDTH) insert(old, at);
  }

  function insert(words: ArrayLike<number>, at: number): void {
    const place = slotOf(words, at);
    if (!isEmpty(place)) return;
    for (let i = 0; i < WIDTH; i++) table[place + i] = words[at + i]!;
    if (!isEmpty(place)) count++;
  }

  return {
    has: (words, at) => !isEmpty(slotOf(words, at)),
    add(words, at) {
      if (count * 2 >= slots) grow();
      insert(words, at);
    },
  };
}
