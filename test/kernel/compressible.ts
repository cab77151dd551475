import { deflateSync } from 'node:zlib';
import type { Random } from '../random.js';

/** Bytes with repeats at short and long distances, runs, and parts without any pattern. */
export function compressible(random: Random, largest: number): Buffer {
  const bytes = Buffer.alloc(random.below(largest + 1));
  const letters = 1 + random.below(64);
  for (let at = 0; at < bytes.length; ) {
    const length = Math.min(bytes.length - at, 1 + random.below(300));
    if (at > 0 && random.below(3) === 0) {
      const distance = 1 + random.below(Math.min(at, random.below(2) ? 12 : 33_000));
      for (let i = 0; i < length; i++) bytes[at + i] = bytes[at + i - distance]!;
    } else {
      const isText = random.below(4) > 0;
      for (let i = 0; i < length; i++)
        bytes[at + i] = isText ? 32 + random.below(letters) : random.below(256);
    }
    at += length;
  }
  return bytes;
}

/** The bytes as a zlib stream made in any of the ways zlib knows. */
export function deflate(random: Random, bytes: Buffer): Buffer {
  return deflateSync(bytes, {
    level: random.below(10),
    strategy: random.below(5),
    memLevel: 1 + random.below(9),
    windowBits: 9 + random.below(7),
  });
}

/** The stream with a few bits turned over, or cut short. */
export function damage(random: Random, stream: Buffer): Buffer {
  if (random.below(8) === 0) return stream.subarray(0, random.below(stream.length));
  const damaged = Buffer.from(stream);
  for (let left = 1 + random.below(3); left > 0; left--) {
    const at = random.below(random.below(2) ? Math.min(80, damaged.length) : damaged.length);
    damaged[at]! ^= 1 << random.below(8);
  }
  return damaged;
}
