/** A generator of pseudo-random numbers that always gives the same ones for a seed. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  bytes(size: number): Buffer;
  pick<T>(from: readonly T[]): T;
}

/** xorshift32. */
export function createRandom(seed: number): Random {
  let state = seed | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    bytes: (size) => Buffer.from(Uint8Array.from({ length: size }, () => below(256))),
    pick: (from) => from[below(from.length)]!,
  };
}
