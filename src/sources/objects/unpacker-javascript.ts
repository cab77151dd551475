import { crc32 } from 'node:zlib';
import type { Unpacker } from '../../types.js';
import { applyDelta } from './apply-delta.js';
import { createWindows } from './delta-windows.js';
import { inflateStream } from './inflate-stream.js';

/** The unpacker for places without WebAssembly: node's zlib, and deltas in JavaScript. */
export function createJavaScriptUnpacker(reach: number, lineReach: number): Unpacker {
  const windows = createWindows(reach, lineReach);
  return {
    inflate: (memory, [source, sourceEnd], [from, to]) => {
      const inflated = inflateStream(memory.subarray(source, sourceEnd), to - from);
      if (typeof inflated === 'number') return inflated;
      memory.set(inflated.bytes, from);
      return inflated.consumed;
    },
    applyDelta(memory, job) {
      const inflated = inflateStream(memory.subarray(job.source, job.sourceEnd), job.deltaSize);
      if (typeof inflated === 'number') return inflated;
      windows.clear();
      const size = applyDelta(memory, inflated.bytes, job, windows.addEdge);
      if (size >= 0) windows.widen(memory.subarray(job.target, job.target + size));
      return size;
    },
    windows: () => windows.list(),
    crc32: (crc, memory, [from, to]) => crc32(memory.subarray(from, to), crc),
  };
}
