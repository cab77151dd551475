import assert from 'node:assert/strict';
import { loadKernel } from '../../src/kernel/kernel.js';
import { createKernelUnpacker } from '../../src/kernel/unpacker.js';
import { createJavaScriptUnpacker } from '../../src/sources/objects/unpacker-javascript.js';
import type { Unpacker } from '../../src/types.js';
import type { Random } from '../random.js';

/** Bytes behind a range that the kernel may read, and overwrite behind what it writes. */
export const SLACK = 64;
const GUARD = 0xa5;
const GUARDED = 512;

/** An unpacker and a memory of its own, whose end is the end of all there is: to read on from there is a trap. */
export interface Guarded {
  readonly name: 'kernel' | 'JavaScript';
  readonly unpacker: Unpacker;
  readonly memory: Uint8Array;
}

/** The kernel's unpacker and the one in JavaScript, with memories of the same size. */
export function guardedUnpackers(size: number): readonly Guarded[] {
  const kernel = loadKernel();
  const start = kernel?.buffer(size) ?? 0;
  assert.ok(kernel && start > 0, 'no WebAssembly, or no memory for it');
  const memory = new Uint8Array(kernel.memory.buffer, start);
  return [
    { name: 'kernel', unpacker: createKernelUnpacker(kernel), memory },
    { name: 'JavaScript', unpacker: createJavaScriptUnpacker(), memory: new Uint8Array(memory.length) },
  ];
}

/** Puts bytes at `at`, and something random into the slack behind them: what is there must not matter. */
export function place(
  memory: Uint8Array,
  at: number,
  { bytes, random }: { bytes: Uint8Array; random: Random },
): void {
  memory.set(bytes, at);
  memory.set(random.bytes(SLACK), at + bytes.length);
}

/** Runs something that writes to `[from, to)`, and throws where it wrote before, or behind the slack. */
export function writingOnly<T>(memory: Uint8Array, [from, to]: readonly [number, number], run: () => T): T {
  const guards = [memory.subarray(from - GUARDED, from), memory.subarray(to + SLACK, to + SLACK + GUARDED)];
  for (const guard of guards) guard.fill(GUARD);
  const result = run();
  for (const guard of guards)
    assert.ok(
      guard.every((byte) => byte === GUARD),
      'wrote outside of its range',
    );
  return result;
}
