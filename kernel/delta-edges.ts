// The edges of a delta's result: what was inserted and where copies meet. Further from them than a match can reach, it
// is as its base is.

const CAPACITY: u32 = 8192;
/** Pairs of u32: from and to, as offsets in the result. */
const list = memory.data(<i32>CAPACITY << 3, 16);

let count: u32 = 0;

export function edgeList(): usize {
  return list;
}

export function edgeCount(): u32 {
  return count;
}

export function clearEdges(): void {
  count = 0;
}

/** Adds an edge; they come in rising order. Those that touch become one; when the list is full the last takes all. */
export function addEdge(from: u32, to: u32): void {
  if (count > 0) {
    const last = list + (<usize>(count - 1) << 3);
    if (from <= load<u32>(last, 4) || count == CAPACITY) {
      store<u32>(last, to, 4);
      return;
    }
  }
  const at = list + (<usize>count << 3);
  count++;
  store<u32>(at, from);
  store<u32>(at, to, 4);
}
