// Adler-32, RFC 1950 section 8.
const MODULUS: u32 = 65521;
/** The longest run whose sums stay below 2^32 without a division. */
const RUN: u32 = 5552;

export function adler32(from: usize, size: u32): u32 {
  let a: u32 = 1, b: u32 = 0;
  const end = from + size;
  while (from < end) {
    const stop = min(end, from + RUN);
    for (; from + 8 <= stop; from += 8) {
      // Eight steps at once: b grows by eight times the old a, plus each byte as often as it is summed.
      const word = load<u64>(from);
      const even = word & 0x00ff00ff00ff00ff;
      const odd = (word >> 8) & 0x00ff00ff00ff00ff;
      b += (a << 3) + <u32>((even * 0x0008000600040002) >> 48) + <u32>((odd * 0x0007000500030001) >> 48);
      a += <u32>(((even + odd) * 0x0001000100010001) >> 48);
    }
    for (; from < stop; from++) {
      a += load<u8>(from);
      b += a;
    }
    a %= MODULUS;
    b %= MODULUS;
  }
  return (b << 16) | a;
}
