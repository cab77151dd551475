// A keyed hash of what stands around a place, to tell places that were seen before: NH of UMAC (RFC 4418, 5.2.2), two
// of its iterations. With a key that nobody knows, two different views have the same 128 bits with a probability of
// 2^-64, whoever made them.

/** Bytes of the longest view. */
export const LONGEST_VIEW: u32 = 5888;
const BLOCK: u32 = 32;
/** A block of numbers comes first; the second iteration's key is the first's, SHIFT bytes on. */
const SHIFT: usize = 16;
const KEY_SIZE: i32 = 5888 + 3 * 32;

const key = memory.data(KEY_SIZE, 16);
const block = memory.data(32, 16);

/** Where the key goes: `viewKeySize` random bytes. */
export function viewKey(): usize {
  return key;
}

export function viewKeySize(): u32 {
  return KEY_SIZE;
}

/** Writes to `into`, as two u64, the hash of `size` bytes and of three numbers. */
export function hashView(into: usize, from: usize, size: u32, a: u32, b: u32, c: u32): void {
  memory.fill(block, 0, BLOCK);
  store<u32>(block, size);
  store<u32>(block, a, 4);
  store<u32>(block, b, 8);
  store<u32>(block, c, 12);
  let first = products(block, key);
  let second = products(block, key + SHIFT);
  const whole = size & ~(BLOCK - 1);
  let words = key + BLOCK;
  for (let at = from, end = from + whole; at < end; at += BLOCK, words += BLOCK) {
    first = i64x2.add(first, products(at, words));
    second = i64x2.add(second, products(at, words + SHIFT));
  }
  if (whole < size) {
    memory.fill(block, 0, BLOCK);
    memory.copy(block, from + whole, size - whole);
    first = i64x2.add(first, products(block, words));
    second = i64x2.add(second, products(block, words + SHIFT));
  }
  store<i64>(into, i64x2.extract_lane(first, 0) + i64x2.extract_lane(first, 1));
  store<i64>(into, i64x2.extract_lane(second, 0) + i64x2.extract_lane(second, 1), 8);
}

/** The products of a block's halves, word by word, each with its word of the key; in two sums. */
@inline
function products(from: usize, words: usize): v128 {
  const low = i32x4.add(v128.load(from), v128.load(words));
  const high = i32x4.add(v128.load(from, 16), v128.load(words, 16));
  return i64x2.add(i64x2.extmul_low_i32x4_u(low, high), i64x2.extmul_high_i32x4_u(low, high));
}
