import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { segmentsOf } from '../../src/decode/segments.js';
import { createEncodedFinder } from '../../src/kernel/encoded.js';
import { loadKernel } from '../../src/kernel/kernel.js';
import { createPrefilter } from '../../src/kernel/prefilter.js';
import type { Chunk, FindEncoded, Range } from '../../src/types.js';

const kernel = loadKernel();
assert.ok(kernel);
const prefilter = createPrefilter(['token'], { kernel });
const find = createEncodedFinder(kernel);

function chunkOf(bytes: Uint8Array, ranges?: readonly Range[]): Chunk {
  const own = prefilter.allocate(bytes.length);
  own.set(bytes);
  return {
    origin: { path: 'a', kind: 'file' },
    bytes: own,
    offset: 0,
    line: 1,
    column: 1,
    core: [0, bytes.length],
    ...(ranges ? { ranges } : {}),
  };
}

/** What is decoded, and where it comes from. */
function decoded(chunk: Chunk, findEncoded?: FindEncoded) {
  return [...segmentsOf(chunk, findEncoded)].map(({ bytes, encodings, locate }) => ({
    encodings,
    text: Buffer.from(bytes).toString('latin1'),
    ends: locate(0, bytes.length),
    inside: locate(bytes.length >> 1, bytes.length),
  }));
}

const text = fc.string({ unit: fc.constantFrom(...'aAzZ09_-+/ =%&\\;\n\r\t".:'), maxLength: 60 });
const encodings: readonly ((text: string) => string)[] = [
  (plain) => Buffer.from(plain).toString('base64'),
  (plain) => Buffer.from(plain).toString('base64url'),
  (plain) => Buffer.from(plain).toString('base64').replace(/.{40}/g, '$&\n'),
  (plain) => gzipSync(plain).toString('base64'),
  (plain) => Buffer.from(plain).toString('hex'),
  (plain) => plain.replace(/[^a-z]/gi, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`),
  (plain) => plain.replace(/[^a-z]/gi, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (plain) => plain.replace(/[^a-z]/gi, (c) => `\\\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`),
  (plain) => plain.replace(/[^a-z]/gi, (c) => `&#${c.charCodeAt(0)};`),
  (plain) => plain.replaceAll('"', '&quot;').replaceAll('&', '&amp;'),
  (plain) => plain.replace(/[^a-z]/gi, '=3D').replace(/.{70}/g, '$&=\r\n'),
  (plain) => `\u001b[31m${plain}\u001b[0m`,
];
const part = fc.tuple(text, text, fc.nat(encodings.length * 2)).map(([before, plain, which]) => {
  const encode = encodings[which];
  return encode ? `${before} ${encode(`password ${plain} and more text`)} ` : before + plain;
});

test('with the places of the kernel the same is decoded as by looking everywhere', () => {
  let deepest = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const chunk = chunkOf(Buffer.from(parts.join(''), 'latin1'));
      const expected = decoded(chunk);
      deepest = Math.max(deepest, expected.length);
      assert.deepEqual(decoded(chunk, find), expected);
    }),
    { numRuns: 300 },
  );
  assert.ok(deepest > 3);
});

test('what is encoded on the edges of a chunk is found', () => {
  for (const encode of encodings) {
    const bytes = Buffer.from(encode('password = "aAbB0 text that goes on for a while"'), 'latin1');
    const chunk = chunkOf(bytes);
    assert.deepEqual(decoded(chunk, find), decoded(chunk));
    assert.ok(decoded(chunk).length > 1, bytes.toString());
  }
});

test('random bytes give the same with and without the kernel, and nothing outside of them is read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const chunk = chunkOf(bytes);
      assert.deepEqual(decoded(chunk, find), decoded(chunk));
    }),
    { numRuns: 100 },
  );
});

test('a run of base64 that begins in a range of a chunk is found whole', () => {
  const run = Buffer.from('password = "aAbB0 text that goes on for a while"').toString('base64');
  const bytes = Buffer.from(`${'. '.repeat(50)}${run}${' .'.repeat(50)}`);
  for (let to = 101; to < 100 + run.length; to++) {
    const chunk = chunkOf(bytes, [[60, to]]);
    assert.equal(decoded(chunk, find).length, 2, `range to ${to}`);
  }
});

test('more places than fit at once are all found', () => {
  const bytes = Buffer.from('%41'.repeat(40_000));
  const chunk = chunkOf(bytes);
  assert.equal(find(chunk.bytes, [0, bytes.length])?.escapes.get(0x25)?.length, 40_000);
});
