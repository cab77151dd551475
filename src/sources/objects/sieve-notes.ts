import { SEPARATOR } from '../../text.js';
import type { Sieve } from '../../types.js';
import type { Arena } from './arena.js';
import { SPARE_ROOM } from './families.js';

/** Commits' texts, judged many at a time: each has little in it. */
export interface NoteSieve {
  /** Takes a copy; `settle` is called when it has been judged, now or at the next `flush`. */
  add(text: Uint8Array, settle: (isFound: boolean) => void): void;
  flush(): void;
}

/** Keeps texts apart. */
const BETWEEN = Buffer.from(SEPARATOR);
const [START, END] = SPARE_ROOM;

/** A sieve for short texts, which uses the arena's spare room while no object is made. */
export function createNoteSieve(sieve: Sieve, arena: Arena): NoteSieve {
  const batch = Buffer.alloc(END - START);
  let size = 0;
  let waiting: { readonly from: number; readonly to: number; readonly settle: (isFound: boolean) => void }[] =
    [];

  const isFound = (bytes: Uint8Array) => sieve.judge({ path: '', bytes }) === 'found';

  function isFoundInAll(): boolean {
    if (!arena.ensure(END)) return isFound(batch.subarray(0, size));
    const room = arena.bytes().subarray(START, START + size);
    room.set(batch.subarray(0, size));
    return isFound(room);
  }

  function flush(): void {
    if (waiting.length === 0) return;
    const mayBe = isFoundInAll();
    for (const { from, to, settle } of waiting) settle(mayBe && isFound(batch.subarray(from, to)));
    waiting = [];
    size = 0;
  }

  return {
    add(text, settle) {
      const needed = text.length + BETWEEN.length;
      if (size + needed > batch.length) flush();
      if (needed > batch.length) {
        settle(isFound(text));
        return;
      }
      batch.set(text, size);
      batch.set(BETWEEN, size + text.length);
      waiting.push({ from: size, to: size + text.length, settle });
      size += needed;
    },
    flush,
  };
}
