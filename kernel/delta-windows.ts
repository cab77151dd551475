// The windows of a delta's result that can hold something its base does not: what was inserted and where copies
// meet, widened by `reach` bytes and then to the ends of their lines.

const CAPACITY: u32 = 8192;
/** Pairs of u32: from and to, as offsets in the result. */
const list = memory.data(<i32>CAPACITY << 3, 16);
const NEWLINE: u8 = 10;

let count: u32 = 0;
let reach: u32 = 0;
let lineReach: u32 = 0;

/** How far a window goes past a changed byte, and how much further to find the end of the line. */
export function setWindowReach(bytes: u32, toLineEnd: u32): void {
  reach = bytes;
  lineReach = toLineEnd;
}

export function windowList(): usize {
  return list;
}

export function windowCount(): u32 {
  return count;
}

export function clearWindows(): void {
  count = 0;
}

/** Adds an edge; they come in rising order. Edges whose windows would meet become one, and the last takes all. */
export function addEdge(from: u32, to: u32): void {
  if (count > 0) {
    const last = list + (<usize>(count - 1) << 3);
    const lastTo = load<u32>(last, 4);
    if (<u64>from <= <u64>lastTo + (<u64>reach << 1) || count == CAPACITY) {
      store<u32>(last, to, 4);
      return;
    }
  }
  const at = list + (<usize>count << 3);
  count++;
  store<u32>(at, from);
  store<u32>(at, to, 4);
}

/** Turns edges into windows of the `size` bytes at `data`, joined where they overlap. */
export function widenEdges(data: usize, size: u32): void {
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const edge = list + (<usize>i << 3);
    const from = lineStart(data, load<u32>(edge));
    const to = lineEnd(data, size, load<u32>(edge, 4));
    const last = list + (<usize>(kept - 1) << 3);
    if (kept > 0 && from <= load<u32>(last, 4)) {
      if (to > load<u32>(last, 4)) store<u32>(last, to, 4);
      continue;
    }
    const at = list + (<usize>kept << 3);
    kept++;
    store<u32>(at, from);
    store<u32>(at, to, 4);
  }
  count = kept;
}

function lineStart(data: usize, edge: u32): u32 {
  let from = edge > reach ? edge - reach : 0;
  const stop = from > lineReach ? from - lineReach : 0;
  while (from > stop && load<u8>(data + from - 1) != NEWLINE) from--;
  return from;
}

function lineEnd(data: usize, size: u32, edge: u32): u32 {
  let to = size - edge > reach ? edge + reach : size;
  const stop = size - to > lineReach ? to + lineReach : size;
  while (to < stop && load<u8>(data + to) != NEWLINE) to++;
  return to;
}
