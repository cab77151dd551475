// Finds keywords in bytes without regard to the case of ASCII letters, at any offset.
//
// The loop looks up every other gram of four bytes in a table; where one is a keyword's, the whole keyword is
// compared, and then what stands around it is looked at. No read depends on the content being sane: bytes are only ever compared
// within the range, and the words the loop loads end less than SLACK bytes after it.
import {
  addKeywords,
  chainOf,
  chains,
  entryCount,
  FOLD,
  foldOf,
  GRAM,
  GRAM_MASK,
  KEYWORD,
  LENGTH,
  MASK,
  NEXT,
  OFFSET,
  rowOf,
  rows,
  shifted,
  TEXT,
  VALUE,
} from './prefilter-table';
import { beginResults, count, insertResult, pauses, prepareResults } from './results';
import { prepareShapes, shapeFits } from './shape';

const FOLD_ALL: u64 = 0x2020202020202020;
const STEP_GRAMS: u32 = 4;

// What is being scanned: the address of offset 0, of the range's ends and of the ends of all that may be looked at.
let base: usize = 0;
let first: usize = 0;
let end: usize = 0;

/** Prepares for these keywords, see `addKeywords`, and for so many shapes; once. False where memory is used up. */
export function prepare(list: usize, count: u32, shapeCount: u32): bool {
  if (!addKeywords(list, count) || !prepareShapes(count, shapeCount)) return false;
  return prepareResults(STEP_GRAMS * (entryCount + 1));
}

/**
 * Finds the keywords that lie within `[from, to)` of the `size` bytes at `data`, and gives how many places there are.
 * Starts at `start`: at `from`, or where the last scan of the range paused. Shapes are looked for in all of `[0, size)`.
 * The results are pairs of offset and keyword, ascending.
 */
export function scan(data: usize, size: u32, from: u32, start: u32, to: u32): u32 {
  base = data;
  first = data + from;
  end = data + to;
  beginResults(to);
  const table = rows;
  for (let at = data + start; at < end; at += 8) {
    const a = load<u64>(at) | FOLD_ALL;
    const b = load<u64>(at, 6) | FOLD_ALL;
    const hit0 = isGram(table, <u32>a);
    const hit1 = isGram(table, <u32>(a >> 16));
    const hit2 = isGram(table, <u32>(a >> 32));
    const hit3 = isGram(table, <u32>b);
    if ((hit0 | hit1 | hit2 | hit3) & 1) {
      if (hit0 & 1) follow(at, <u32>a, size);
      if (hit1 & 1) follow(at + 2, <u32>(a >> 16), size);
      if (hit2 & 1) follow(at + 4, <u32>(a >> 32), size);
      if (hit3 & 1) follow(at + 6, <u32>b, size);
      if (at + 8 < end && pauses(<u32>(at + 8 - data))) return count;
    }
  }
  return count;
}

/** Bit 0: whether a keyword may have this gram. */
@inline
function isGram(table: usize, gram: u32): u32 {
  return load<u32>(table + rowOf(gram)) >>> (gram >>> 24);
}

/** Compares the keywords that have this gram with the bytes around it. */
function follow(at: usize, gram: u32, size: u32): void {
  walk(chains + chainOf(gram), at, gram, size);
  walk(shifted + chainOf(gram >>> 8), at, gram >>> 8, size);
}

@inline
function walk(chain: usize, at: usize, gram: u32, size: u32): void {
  let entry = <usize>load<u32>(chain);
  while (entry) {
    if (load<u32>(entry, GRAM) == (gram & load<u32>(entry, GRAM_MASK))) compare(at, entry, size);
    entry = load<u32>(entry, NEXT);
  }
}

@inline
function compare(at: usize, entry: usize, size: u32): void {
  const start = at - load<i32>(entry, OFFSET);
  const length = <usize>load<u32>(entry, LENGTH);
  if (start < first || start + length > end) return;
  if (((load<u64>(start) | load<u64>(entry, FOLD)) & load<u64>(entry, MASK)) != load<u64>(entry, VALUE)) return;
  const text = <usize>load<u32>(entry, TEXT);
  for (let i: usize = 8; i < length; i++) {
    const expected = load<u8>(text + i);
    if ((load<u8>(start + i) | foldOf(expected)) != expected) return;
  }
  const keyword = load<u32>(entry, KEYWORD);
  if (shapeFits(keyword, start, start + length, base, base + size)) insertResult(<u32>(start - base), keyword);
}
