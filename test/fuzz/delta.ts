import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import type { Range } from '../../src/types.js';
import { encodeDelta, randomSteps, runSteps } from '../make-delta.js';
import type { Random } from '../random.js';
import { type Guarded, guardedUnpackers, place, SLACK, writingOnly } from './guarded-memory.js';
import type { Target } from './target.js';

const SIZE = 4_000_000;
const PLACES = [4096, 1_000_000, 2_000_000] as const;

/** Deltas of random steps, and those with bits turned over, cut short or on another base: the same by both unpackers. */
export const delta: Target = {
  name: 'delta',
  rounds: 800,
  create() {
    const unpackers = guardedUnpackers(SIZE);
    return (random) => {
      const base = random.bytes(1 + random.below(random.pick([5, 500, 5000])));
      const steps = randomSteps(random, base, random.below(30));
      const right = encodeDelta(base.length, steps);
      const isRight = random.below(2) === 0;
      const bytes = isRight ? right : mutated(random, right);
      const expected = runSteps(base, steps).result;
      const room = random.below(4) ? expected.length : random.below(2 * expected.length + 1);
      const order = random.below(3);
      const [first, second] = unpackers.map((one) => apply(one, { base, bytes, room, order, random }));
      assert.deepEqual(first, second, 'kernel and JavaScript differ');
      if (isRight && room >= expected.length) {
        assert.equal(first!.size, expected.length, 'size');
        assert.ok(expected.equals(first!.result), 'result');
      }
      return first!.size < 0 ? 'refused' : 'accepted';
    };
  },
};

function mutated(random: Random, right: Buffer): Buffer {
  if (random.below(6) === 0) return right.subarray(0, random.below(right.length));
  if (random.below(6) === 0) return Buffer.concat([right, random.bytes(1 + random.below(8))]);
  const bytes = Buffer.from(right);
  for (let left = 1 + random.below(3); left > 0; left--) {
    const at = random.below(random.below(2) ? Math.min(8, bytes.length) : bytes.length);
    if (random.below(2)) bytes[at] = random.pick([0, 0x7f, 0x80, 0xff]);
    else bytes[at]! ^= 1 << random.below(8);
  }
  return bytes;
}

interface Job {
  readonly base: Buffer;
  readonly bytes: Buffer;
  /** Bytes for the result. */
  readonly room: number;
  /** Which of base, delta and result stands at the end of the memory. */
  readonly order: number;
  readonly random: Random;
}

function apply(
  { name, unpacker, memory }: Guarded,
  { base, bytes, room, order, random }: Job,
): { size: number; result: Buffer; edges: readonly Range[] } {
  const stream = deflateSync(bytes, { level: 1 });
  const sizes = [base.length, bytes.length, room];
  const [baseAt, deltaAt, target] = sizes.map((size, which) =>
    which === order ? memory.length - SLACK - size : PLACES[which]!,
  ) as [number, number, number];
  const source = 3_000_000;
  place(memory, source, { bytes: stream, random });
  place(memory, baseAt, { bytes: base, random });
  const size = writingOnly(memory, [target, target + room], () =>
    unpacker.applyDelta(memory, {
      source,
      sourceEnd: source + stream.length,
      deltaSize: bytes.length,
      delta: deltaAt,
      base: baseAt,
      baseSize: base.length,
      target,
      targetEnd: target + room,
    }),
  );
  assert.ok(base.equals(memory.subarray(baseAt, baseAt + base.length)), `the base was changed by ${name}`);
  if (size < 0) return { size, result: Buffer.alloc(0), edges: [] };
  return { size, result: Buffer.from(memory.subarray(target, target + size)), edges: unpacker.edges() };
}
