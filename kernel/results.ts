// One list of pairs of u32 that JavaScript reads after a scan. A scan pauses when there are enough, and goes on from
// where it paused when it is called again.
import { reserve } from './memory';

/** Pairs after which a scan pauses. */
const ENOUGH: u32 = 16384;

/** Where the list is, how long it is, and the offset at which the scan paused, or the end of its range. */
export let list: usize = 0;
export let count: u32 = 0;
let pausedAt: u32 = 0;

/** Makes room for `most` pairs more than are enough, as many as one step of a scan can add. */
export function prepareResults(most: u32): bool {
  list = reserve(<usize>(ENOUGH + most) << 3);
  return list != 0;
}

/** Starts a list for a scan that ends at this offset unless it pauses. */
export function beginResults(end: u32): void {
  count = 0;
  pausedAt = end;
}

export function addResult(first: u32, second: u32): void {
  const place = list + (<usize>count << 3);
  count++;
  store<u32>(place, first);
  store<u32>(place, second, 4);
}

/** Keeps the list in order of its pairs; few stand after the place of a new one. */
export function insertResult(first: u32, second: u32): void {
  let place = list + (<usize>count << 3);
  count++;
  while (place > list && isAfter(place - 8, first, second)) {
    store<u64>(place, load<u64>(place - 8));
    place -= 8;
  }
  store<u32>(place, first);
  store<u32>(place, second, 4);
}

/** Whether the scan is to pause before it looks at this offset, which is before its end. */
export function pauses(next: u32): bool {
  if (count < ENOUGH) return false;
  pausedAt = next;
  return true;
}

export function results(): usize {
  return list;
}

export function resultsPausedAt(): u32 {
  return pausedAt;
}

@inline
function isAfter(pair: usize, first: u32, second: u32): bool {
  const other = load<u32>(pair);
  return other > first || (other == first && load<u32>(pair, 4) > second);
}
