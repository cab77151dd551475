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
  setWindowReach(bytes: number, toLineEnd: number): void;
  windowList(): number;
  windowCount(): number;
  crc32(crc: number, from: number, size: number): number;
}

/** The kernel's unpacker. The memory it is called with must be a part of the kernel's. */
export function createKernelUnpacker(kernel: Kernel, reach: number, lineReach: number): Unpacker {
  kernel.setWindowReach(reach, lineReach);
  const list = kernel.windowList() >>> 2;
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
    windows() {
      const pairs = new Uint32Array(kernel.memory.buffer, list << 2, kernel.windowCount() * 2);
      const windows: Range[] = [];
      for (let i = 0; i < pairs.length; i += 2) windows.push([pairs[i]!, pairs[i + 1]!]);
      return windows;
    },
    crc32: (crc, { byteOffset: start }, [from, to]) => kernel.crc32(crc, start + from, to - from) >>> 0,
  };
}
