import assert from 'node:assert/strict';
import { deflateRawSync, inflateRawSync, inflateSync } from 'node:zlib';
import { compressible, damage, deflate } from '../kernel/compressible.js';
import type { Random } from '../random.js';
import { guardedUnpackers, place, SLACK, writingOnly } from './guarded-memory.js';
import type { Target } from './target.js';

const LARGEST = 100_000;
const TARGET = 4096;

/** Streams that zlib made, damaged ones, damaged ones with a right checksum, and noise: all as zlib takes them. */
export const inflate: Target = {
  name: 'inflate',
  rounds: 800,
  create() {
    const unpackers = guardedUnpackers(10 * LARGEST);
    return (random) => {
      const stream = randomStream(random);
      const expected = inflateByZlib(stream);
      const size = expected?.content.length ?? random.below(5000);
      for (const { name, unpacker, memory } of unpackers) {
        const source = memory.length - SLACK - stream.length;
        place(memory, source, { bytes: stream, random });
        const target = [TARGET, TARGET + size] as const;
        const consumed = writingOnly(memory, target, () =>
          unpacker.inflate(memory, [source, source + stream.length], target),
        );
        assert.equal(Math.max(consumed, -1), expected?.consumed ?? -1, `length by ${name}`);
        if (expected) assert.ok(expected.content.equals(memory.subarray(...target)), `content by ${name}`);
      }
      return expected ? 'accepted' : 'refused';
    };
  },
};

function randomStream(random: Random): Buffer {
  const content = compressible(random, random.pick([0, 20, 300, 3000, LARGEST]));
  switch (random.below(5)) {
    case 0:
      return Buffer.concat([deflate(random, content), random.bytes(random.below(20))]);
    case 1:
      return damage(random, deflate(random, content));
    case 2:
      return Buffer.concat([Buffer.from([0x78, 0x9c]), random.bytes(random.below(200))]);
    case 3: {
      const [first, second] = [deflate(random, content), deflate(random, compressible(random, 3000))];
      return Buffer.concat([
        first.subarray(0, random.below(first.length)),
        second.subarray(random.below(20)),
      ]);
    }
    default:
      return mended(random, content);
  }
}

/** A stream with bits turned over whose end and checksum are right again wherever the rest still says something. */
function mended(random: Random, content: Buffer): Buffer {
  const raw = deflateRawSync(content, { level: random.below(10), strategy: random.below(5) });
  const damaged = Buffer.concat([damage(random, raw), random.bytes(random.below(300))]);
  const header = Buffer.from([0x78, 0x9c]);
  const inflated = attempt(() => inflateRawSync(damaged, { info: true, maxOutputLength: 2 * LARGEST }));
  if (!inflated) return Buffer.concat([header, damaged]);
  return Buffer.concat([header, damaged.subarray(0, inflated.consumed), adler32(inflated.content)]);
}

function inflateByZlib(stream: Buffer): Inflated | undefined {
  return attempt(() => inflateSync(stream, { info: true, maxOutputLength: 2 * LARGEST }));
}

interface Inflated {
  readonly content: Buffer;
  readonly consumed: number;
}

/** The types of node do not know of `info`. */
function attempt(inflateWithInfo: () => unknown): Inflated | undefined {
  try {
    const { buffer, engine } = inflateWithInfo() as { buffer: Buffer; engine: { bytesWritten: number } };
    return { content: buffer, consumed: engine.bytesWritten };
  } catch {
    return undefined;
  }
}

/** RFC 1950, section 8.2. */
function adler32(bytes: Buffer): Buffer {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE(high, 0);
  sum.writeUInt16BE(low, 2);
  return sum;
}
