import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { loadKernel } from '../../src/kernel/kernel.js';
import { createKernelUnpacker } from '../../src/kernel/unpacker.js';
import { createJavaScriptUnpacker } from '../../src/sources/objects/unpacker-javascript.js';
import { windowsAround } from '../../src/sources/objects/windows.js';
import type { Range, Unpacker } from '../../src/types.js';
import { encodeDelta, randomSteps, runSteps, type Step } from '../make-delta.js';
import { createRandom, type Random } from '../random.js';

const SIZE = 4_000_000;
const REACH = { before: 60, after: 40 };
const STREAM = 0;
const DELTA = 600_000;
const BASE = 1_200_000;
const TARGET = 1_800_000;

/** Both unpackers, each with its memory. */
function unpackers(): readonly { name: string; unpacker: Unpacker; memory: Uint8Array }[] {
  const kernel = loadKernel()!;
  const start = kernel.buffer(SIZE);
  return [
    {
      name: 'kernel',
      unpacker: createKernelUnpacker(kernel),
      memory: new Uint8Array(kernel.memory.buffer, start, SIZE),
    },
    {
      name: 'JavaScript',
      unpacker: createJavaScriptUnpacker(),
      memory: new Uint8Array(SIZE),
    },
  ];
}

function applyBy(
  { unpacker, memory }: { unpacker: Unpacker; memory: Uint8Array },
  base: Buffer,
  delta: Buffer,
): { size: number; result: Buffer; windows: readonly Range[] } {
  const stream = deflateSync(delta, { level: 1 });
  memory.set(stream, STREAM);
  memory.set(base, BASE);
  const size = unpacker.applyDelta(memory, {
    source: STREAM,
    sourceEnd: STREAM + stream.length,
    deltaSize: delta.length,
    delta: DELTA,
    base: BASE,
    baseSize: base.length,
    target: TARGET,
    targetEnd: SIZE - 64,
  });
  const result = Buffer.from(memory.subarray(TARGET, TARGET + Math.max(0, size)));
  const windows = windowsAround(unpacker.edges(), REACH, Math.max(0, size));
  return { size, result, windows };
}

/** Lines of any length. */
function randomBase(random: Random): Buffer {
  const base = random.bytes(1 + random.below(random.pick([5, 500, 5000])));
  return Buffer.from(base.map((byte) => (byte < random.below(20) ? 10 : byte)));
}

/** Whether a byte and its neighbours as far as matches reach stand side by side in the base too, ends included. */
function isAsInBase(origins: readonly number[], baseSize: number, at: number): boolean {
  const origin = origins[at]!;
  for (let step = -REACH.after; step <= REACH.before; step++) {
    const expected = origin + step;
    const outside = at + step < 0 || at + step >= origins.length;
    if (outside ? expected >= 0 && expected < baseSize : origins[at + step] !== expected) return false;
  }
  return true;
}

test('both unpackers apply random deltas and list the same windows', () => {
  const random = createRandom(11);
  const both = unpackers();
  for (let round = 0; round < 600; round++) {
    const base = randomBase(random);
    const steps = randomSteps(random, base, random.below(30));
    const { result } = runSteps(base, steps);
    const applied = both.map((one) => applyBy(one, base, encodeDelta(base.length, steps)));
    for (const one of applied) assert.ok(one.result.equals(result));
    assert.deepEqual(applied[0]!.windows, applied[1]!.windows);
  }
});

test('outside of the windows every byte stands as in the base, as far as matches reach', () => {
  const random = createRandom(12);
  const [kernel] = unpackers();
  let outside = 0;
  for (let round = 0; round < 300; round++) {
    const base = randomBase(random);
    const steps = randomSteps(random, base, random.below(8));
    const { origins } = runSteps(base, steps);
    const { windows } = applyBy(kernel!, base, encodeDelta(base.length, steps));
    for (let at = 0; at < origins.length; at++) {
      if (windows.some(([from, to]) => at >= from && at < to)) continue;
      outside++;
      assert.ok(isAsInBase(origins, base.length, at), `round ${round}, byte ${at}`);
    }
  }
  assert.ok(outside > 20_000);
});

test('windows go on as far as told before and after what has changed, and are joined where they meet', () => {
  const base = Buffer.alloc(2000, 'x');
  const [kernel] = unpackers();
  const windowsOf = (steps: Step[]) => applyBy(kernel!, base, encodeDelta(base.length, steps)).windows;
  assert.deepEqual(windowsOf([[0, 1005], Buffer.from('new'), [1005, 995]]), [[945, 1048]]);
  assert.deepEqual(
    windowsOf([
      [0, 500],
      [600, 101],
      [900, 1100],
    ]),
    [
      [440, 540],
      [541, 641],
    ],
  );
  assert.deepEqual(
    windowsOf([
      [0, 500],
      [600, 100],
      [900, 1100],
    ]),
    [[440, 640]],
  );
});

test('what is cut off the start or the end of the base leaves a window there', () => {
  const base = Buffer.from('abcdefghij'.repeat(30));
  const [kernel] = unpackers();
  const windowsOf = (steps: Step[]) => applyBy(kernel!, base, encodeDelta(base.length, steps)).windows;
  assert.deepEqual(windowsOf([[10, 290]]), [[0, 40]]);
  assert.deepEqual(windowsOf([[0, 290]]), [[230, 290]]);
  assert.deepEqual(windowsOf([[0, 300]]), []);
});

test('more edges than the list holds make the last window reach to the end', () => {
  const base = Buffer.from('0123456789'.repeat(20));
  const steps: Step[] = [];
  for (let i = 0; i < 9000; i++) steps.push([0, 100], [0, 100]);
  const [first, second] = unpackers().map((one) => applyBy(one, base, encodeDelta(base.length, steps)));
  assert.deepEqual(first!.windows, second!.windows);
  assert.equal(first!.windows.at(-1)![1], first!.size);
});

test('damaged deltas never go beyond their base or result, and both unpackers refuse the same', () => {
  const random = createRandom(13);
  const both = unpackers();
  let refused = 0;
  for (let round = 0; round < 1500; round++) {
    const base = randomBase(random);
    const delta = encodeDelta(base.length, randomSteps(random, base, 1 + random.below(10)));
    for (let left = 1 + random.below(2); left > 0; left--)
      delta[random.below(delta.length)]! ^= 1 << random.below(8);
    const [first, second] = both.map((one) => applyBy(one, base, delta));
    assert.equal(first!.size, second!.size, `round ${round}`);
    assert.ok(first!.result.equals(second!.result));
    if (first!.size < 0) refused++;
  }
  assert.ok(refused > 200);
});
