// Lists the entries of git's tree objects: "mode SP name NUL id", one after the other.
import { edgeCount, edgeList } from './delta-edges';

const CAPACITY: u32 = 4096;
/** Pairs of u32: where a name begins and where it ends, as offsets in the tree; the id is behind its NUL. */
const list = memory.data(<i32>CAPACITY << 3, 16);

const SPACE: u8 = 32;
const LONGEST_MODE: u32 = 7;
const BROKEN: i32 = -2;

let next: u32 = 0;

export function entryList(): usize {
  return list;
}

/** Where the list was full and listing is to go on; the tree's size at its end. */
export function nextEntry(): u32 {
  return next;
}

/**
 * Lists entries of the `size` bytes at `tree`, which begin at `from` or behind; with `onlyNew` just those which an edge
 * of the last delta touches. Gives how many, or -2 where the tree is broken.
 */
export function listEntries(tree: usize, size: u32, from: u32, idLength: u32, onlyNew: bool): i32 {
  const edges = edgeList();
  const edgesEnd = edges + (<usize>edgeCount() << 3);
  let edge = edges;
  let found: u32 = 0;
  let at = from;
  while (at < size && found < CAPACITY) {
    const name = nameStart(tree, size, at);
    if (name == 0) return BROKEN;
    let end = name;
    while (end < size && load<u8>(tree + end) != 0) end++;
    if (size - end <= idLength) return BROKEN;
    const entryEnd = end + 1 + idLength;
    while (edge < edgesEnd && load<u32>(edge, 4) < at) edge += 8;
    if (!onlyNew || (edge < edgesEnd && load<u32>(edge) <= entryEnd)) {
      store<u32>(list + (<usize>found << 3), name);
      store<u32>(list + (<usize>found << 3), end, 4);
      found++;
    }
    at = entryEnd;
  }
  next = at;
  return <i32>found;
}

/** Behind the mode and its space; 0 where there is none. */
function nameStart(tree: usize, size: u32, at: u32): u32 {
  const stop = min(size, at + LONGEST_MODE);
  while (at < stop) {
    if (load<u8>(tree + at++) == SPACE) return at;
  }
  return 0;
}
