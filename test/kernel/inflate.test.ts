import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { loadKernel } from '../../src/kernel/kernel.js';
import { createRandom, type Random } from '../random.js';
import { compressible, damage, deflate } from './compressible.js';

const SLACK = 64;
const GUARD = 0xa5;
const LARGEST = 100_000;

/** The kernel with room for a stream and its output, and guards around the output. */
function createInflater() {
  const kernel = loadKernel()!;
  const source = kernel.buffer(8 * LARGEST);
  const target = source + 3 * LARGEST;
  const bytes = new Uint8Array(kernel.memory.buffer);
  return {
    kernel,
    source,
    bytes,
    /** What the kernel makes of a stream: its length and content, or a number below 0. */
    inflate(stream: Buffer, size: number, random: Random): { consumed: number; content: Buffer } {
      bytes.set(stream, source);
      for (let i = 0; i < SLACK; i++) bytes[source + stream.length + i] = random.below(256);
      bytes.fill(GUARD, target - 256, target);
      bytes.fill(GUARD, target + size + SLACK, target + size + 1024);
      const consumed = kernel.inflate(source, source + stream.length, target, size, 1);
      assert.ok(bytes.subarray(target - 256, target).every((byte) => byte === GUARD));
      assert.ok(bytes.subarray(target + size + SLACK, target + size + 1024).every((byte) => byte === GUARD));
      return { consumed, content: Buffer.from(bytes.subarray(target, target + size)) };
    },
  };
}

/** What zlib makes of it; undefined where it refuses. */
function inflateByZlib(stream: Buffer): { content: Buffer; consumed: number } | undefined {
  try {
    const result = inflateSync(stream, { info: true, maxOutputLength: 2 * LARGEST }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { content: result.buffer, consumed: result.engine.bytesWritten };
  } catch {
    return undefined;
  }
}

test('inflate gives what zlib gives, on streams of every level and strategy', () => {
  const random = createRandom(1);
  const { inflate } = createInflater();
  for (let round = 0; round < 400; round++) {
    const content = compressible(random, random.pick([0, 1, 20, 300, 5000, LARGEST]));
    const stream = deflate(random, content);
    const behind = random.bytes(random.below(20));
    const inflated = inflate(Buffer.concat([stream, behind]), content.length, random);
    assert.equal(inflated.consumed, stream.length);
    assert.ok(inflated.content.equals(content));
  }
});

test('inflate accepts and refuses damaged streams as zlib does, and writes nowhere else', () => {
  const random = createRandom(2);
  const { inflate } = createInflater();
  let refused = 0;
  for (let round = 0; round < 2000; round++) {
    const content = compressible(random, random.pick([20, 300, 3000]));
    const stream = damage(random, deflate(random, content));
    const expected = inflateByZlib(stream);
    const inflated = inflate(stream, expected?.content.length ?? content.length, random);
    if (expected) assert.deepEqual(inflated, expected);
    else {
      assert.ok(inflated.consumed < 0);
      refused++;
    }
  }
  assert.ok(refused > 1000);
});

test('inflate refuses a stream that holds more or fewer bytes than it should', () => {
  const random = createRandom(3);
  const { inflate } = createInflater();
  for (let round = 0; round < 300; round++) {
    const content = compressible(random, 3000);
    const stream = deflate(random, content);
    const size = random.below(4000);
    if (size !== content.length) assert.equal(inflate(stream, size, random).consumed, -3);
  }
});

test('inflate survives streams of nothing but noise', () => {
  const random = createRandom(4);
  const { inflate } = createInflater();
  for (let round = 0; round < 1500; round++) {
    const noise = random.bytes(2 + random.below(200));
    // a true header, and a first block of any kind
    noise.set([0x78, 0x9c], 0);
    const size = random.below(5000);
    const expected = inflateByZlib(noise);
    const { consumed } = inflate(noise, expected?.content.length ?? size, random);
    assert.equal(consumed > 0, expected !== undefined);
  }
});

test('the Adler-32 of what was inflated is compared, in every byte', () => {
  const random = createRandom(5);
  const { inflate } = createInflater();
  const content = Buffer.alloc(70_000, 255);
  const stream = deflateSync(content);
  assert.equal(inflate(stream, content.length, random).consumed, stream.length);
  for (let i = 1; i <= 4; i++) {
    const damaged = Buffer.from(stream);
    damaged[damaged.length - i]! ^= 1;
    assert.equal(inflate(damaged, content.length, random).consumed, -4);
  }
});

test('CRC-32 gives what zlib gives, also in parts', () => {
  const random = createRandom(6);
  const { kernel, source, bytes } = createInflater();
  for (let round = 0; round < 200; round++) {
    const content = compressible(random, 5000);
    const cut = random.below(content.length + 1);
    bytes.set(content, source);
    const first = kernel.crc32(0, source, cut);
    assert.equal(kernel.crc32(first, source + cut, content.length - cut) >>> 0, crc32(content));
  }
});
