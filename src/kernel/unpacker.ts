import type { Range, Unpacker } from '../types.js';
import type { Kernel } from './kernel.js';

/** What the kernel exports for unpacking; positions are addresses in its memory. */
export interface UnpackerExports {
  inflate(source: number, sourceEnd: number, target: number, size: number, verify: number): number;
  applyDelta(
    base: number,
    baseSize: number,
    delta: number,
    deltaEnd: number,
    target: number,
    targetEnd: number,
  ): number;
  edgeList(): number;
  edgeCount(): number;
  entryList(): number;
  listEntries(tree: number, size: number, from: number, idLength: number, onlyNew: number): number;
  nextEntry(): number;
  crc32(crc: number, from: number, size: number): number;
}

/** The kernel's unpacker. The memory it is called with must be a part of the kernel's. */
export function createKernelUnpacker(kernel: Kernel): Unpacker {
  const edgeList = kernel.edgeList() >>> 0;
  const entryList = kernel.entryList() >>> 0;

  function readPairs(address: number, count: number, into: Range[]): void {
    const pairs = new Uint32Array(kernel.memory.buffer, address, count * 2);
    for (let i = 0; i < pairs.length; i += 2) into.push([pairs[i]!, pairs[i + 1]!]);
  }

  return {
    inflate({ byteOffset: start }, [source, sourceEnd], [from, to]) {
      return kernel.inflate(start + source, start + sourceEnd, start + from, to - from, 1);
    },
    applyDelta({ byteOffset: start }, job) {
      const delta = start + job.delta;
      const { deltaSize } = job;
      const status = kernel.inflate(start + job.source, start + job.sourceEnd, delta, deltaSize, 1);
      if (status < 0) return status;
      const target = start + job.target;
      return kernel.applyDelta(
        start + job.base,
        job.baseSize,
        delta,
        delta + deltaSize,
        target,
        start + job.targetEnd,
      );
    },
    edges() {
      const edges: Range[] = [];
      readPairs(edgeList, kernel.edgeCount(), edges);
      return edges;
    },
    entries({ buffer, byteOffset, length }, idLength, onlyNew) {
      if (buffer !== kernel.memory.buffer) throw new RangeError('a tree outside of the memory of the kernel');
      const names: Range[] = [];
      for (let at = 0; at < length; at = kernel.nextEntry()) {
        const count = kernel.listEntries(byteOffset, length, at, idLength, onlyNew ? 1 : 0);
        if (count < 0) return undefined;
        readPairs(entryList, count, names);
      }
      return names;
    },
    crc32: (crc, { byteOffset: start }, [from, to]) => kernel.crc32(crc, start + from, to - from) >>> 0,
  };
}
