import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { loadKernel } from '../../src/kernel/kernel.js';
import { createPrefilter } from '../../src/kernel/prefilter.js';
import { createSifter } from '../../src/kernel/sifter.js';
import { createKernelUnpacker } from '../../src/kernel/unpacker.js';
import type { KeywordReach } from '../../src/types.js';
import { encodeDelta, randomSteps, runSteps } from '../make-delta.js';
import { createRandom } from '../random.js';

const NEAR: KeywordReach = { before: 20, after: 30, isOfContext: false, isFar: false };
const WINDOW = { before: 200, after: 100 };
const SIZE = 200_000;
const BASE = 20_000;
const TARGET = 60_000;

/** A sifter for some keywords, and bytes of its memory. */
function createSieve(reaches: Readonly<Record<string, KeywordReach>>) {
  const kernel = loadKernel()!;
  const keywords = Object.keys(reaches);
  const prefilter = createPrefilter(keywords, { kernel });
  const sifter = createSifter(kernel, Object.values(reaches), WINDOW)!;
  const memory = prefilter.allocate(SIZE).subarray(0, SIZE);
  const unpacker = createKernelUnpacker(kernel);
  return {
    sifter,
    put(text: string): Uint8Array {
      memory.set(Buffer.from(text, 'latin1'));
      return memory.subarray(0, text.length);
    },
    /** The result of a delta on a base; its edges are those of the unpacker then. */
    derive(base: Buffer, delta: Buffer): Uint8Array {
      const stream = deflateSync(delta);
      memory.set(stream);
      memory.set(base, BASE);
      const places = { source: 0, sourceEnd: stream.length, deltaSize: delta.length, delta: BASE / 2 };
      const to = { base: BASE, baseSize: base.length, target: TARGET, targetEnd: SIZE - 64 };
      const size = unpacker.applyDelta(memory, { ...places, ...to });
      assert.ok(size >= 0);
      return memory.subarray(TARGET, TARGET + size);
    },
    edges: () => unpacker.edges(),
  };
}

const offsets = (places: ArrayLike<number> | undefined) =>
  Array.from(places ?? []).filter((_, index) => index % 2 === 0);

test('a place is left out when the same stands around it as at one where nothing was found', () => {
  const { sifter, put } = createSieve({ alpha: NEAR });
  const around = `${'-'.repeat(40)}alpha${'+'.repeat(40)}`;
  const sift = (text: string) => offsets(sifter.sift(put(text), false, '')?.places);
  assert.deepEqual(sift(around), [40]);
  assert.deepEqual(sift(around), [40], 'it was not settled');
  sifter.settle();
  assert.deepEqual(sift(around), []);
  assert.deepEqual(sift(`other text ${around}`), [], 'the same at another place');
  assert.deepEqual(sift(`x${around}`), [], 'what is far away does not count');
  assert.deepEqual(sift(around.slice(25)), [15], 'less stands before it');
  for (const at of [20, 69])
    assert.deepEqual(sift(`${around.slice(0, at)}#${around.slice(at + 1)}`), [40], `${at}`);
  for (const at of [19, 70])
    assert.deepEqual(sift(`${around.slice(0, at)}#${around.slice(at + 1)}`), [], `${at}`);
});

test('the kind of path counts for keywords of the context alone', () => {
  const { sifter, put } = createSieve({ alpha: NEAR, secret: { ...NEAR, isOfContext: true } });
  const text = `alpha${' '.repeat(60)}secret = abcdefgh`;
  const sift = (aspect: string) => {
    const places = offsets(sifter.sift(put(text), false, aspect)?.places);
    sifter.settle();
    return places;
  };
  assert.deepEqual(sift('plain js'), [0, 65]);
  assert.deepEqual(sift('plain js'), []);
  assert.deepEqual(sift('plain c'), [65]);
});

test('of what a delta made, every place is listed whose view an edge touches, and no other', () => {
  const { sifter, derive, edges } = createSieve({ alpha: NEAR, be: { ...NEAR, before: 98, after: 2 } });
  const random = createRandom(7);
  const words = ['alpha', 'be', ' ', '  ', 'x'.repeat(50), '\n'];
  let listed = 0;
  for (let round = 0; round < 300; round++) {
    const base = Buffer.from(Array.from({ length: 200 }, () => random.pick(words)).join(''));
    const steps = randomSteps(random, base, 12);
    const bytes = derive(base, encodeDelta(base.length, steps));
    const text = Buffer.from(bytes).toString('latin1');
    assert.equal(text, runSteps(base, steps).result.toString('latin1'));
    const found = new Set(offsets(sifter.sift(bytes, true, '')?.places));
    for (const { index, 0: word } of text.matchAll(/alpha|be/gi)) {
      const [from, to] = word.length === 2 ? [index - 98, index + 2] : [index - 20, index + 30];
      const touches = edges().some(
        ([start, end]) => start <= Math.min(to, text.length) && end >= Math.max(0, from),
      );
      if (touches) assert.ok(found.has(index), `${round}: ${word} at ${index}`);
      const isNear = edges().some(([start, end]) => start <= to + 1 && end >= from - 1);
      if (!isNear) assert.ok(!found.has(index), `${round}: ${word} at ${index} is far from all edges`);
    }
    listed += found.size;
  }
  assert.ok(listed > 1000, `${listed}`);
});

test('a keyword whose matches reach far, and what may be encoded, is told', () => {
  const { sifter, put } = createSieve({ alpha: NEAR, omega: { ...NEAR, isFar: true } });
  const sift = (text: string) => {
    const { isFar, isEncoded } = sifter.sift(put(text), false, '')!;
    return [isFar, isEncoded];
  };
  assert.deepEqual(sift('alpha'), [false, false]);
  assert.deepEqual(sift('omega'), [true, false]);
  sifter.settle();
  assert.deepEqual(sift('omega'), [true, false], 'also where it was seen');
  assert.deepEqual(sift('100%41'), [false, true]);
  assert.deepEqual(sift(Buffer.from('some text that is long enough').toString('base64')), [false, true]);
});

test('bytes elsewhere, and more places than there is room for, are left to others', () => {
  const { sifter, put } = createSieve({ al: NEAR });
  assert.equal(sifter.sift(Buffer.from('al'), false, ''), undefined);
  assert.equal(sifter.sift(put('al'.repeat(10_000)), false, ''), undefined);
});
