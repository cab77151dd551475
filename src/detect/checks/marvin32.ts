/** The Marvin hash of .NET, folded to 32 bits; `seed` holds the low and the high half of the 64-bit seed. */
export function marvin32(data: Buffer, seed: readonly [low: number, high: number]): number {
  let [a, b] = seed;
  const mix = (word: number) => {
    a = (a + word) | 0;
    b ^= a;
    a = (rotate(a, 20) + b) | 0;
    b = rotate(b, 9) ^ a;
    a = (rotate(a, 27) + b) | 0;
    b = rotate(b, 19);
  };
  const whole = data.length & ~3;
  for (let at = 0; at < whole; at += 4) mix(data.readInt32LE(at));
  // What is left over is closed by a single set bit.
  const tail = Buffer.alloc(4);
  data.copy(tail, 0, whole);
  tail[data.length - whole] = 0x80;
  mix(tail.readInt32LE(0));
  mix(0);
  return (a ^ b) >>> 0;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
