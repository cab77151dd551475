import { kernelBase64 } from '../generated/kernel.js';
import type { SifterExports } from './sifter.js';
import type { UnpackerExports } from './unpacker.js';

/** What the WebAssembly module exports; numbers are addresses and sizes in its memory, in bytes. */
export interface Kernel extends SifterExports, UnpackerExports {
  /** Its buffer is another one after every call that can grow the memory: `reserve` and `buffer`. */
  readonly memory: WebAssembly.Memory;
  /** Memory for good, zeroed; 0 where there is no more. All reservations come before the first use of `buffer`. */
  reserve(size: number): number;
  /** The one buffer, with room for this much; 0 where there is no more memory. Its content stays as it is. */
  buffer(size: number): number;
  /** Prepares the prefilter; 0 where memory is used up. */
  prepare(list: number, count: number, shapeCount: number): number;
  shapeTable(): number;
  shapeStarts(): number;
  classTable(): number;
  /** See kernel/prefilter.ts. */
  scan(data: number, size: number, from: number, start: number, to: number): number;
  /** See kernel/encoded.ts. */
  findEscapes(data: number, start: number, to: number): number;
  findBase64(data: number, size: number, start: number, to: number): number;
  findHex(data: number, size: number, start: number, to: number): number;
  /** Where the pairs of u32 are that a scan left, and the offset to call it with again while that is before its end. */
  results(): number;
  resultsPausedAt(): number;
}

/** A fresh instance of the module with a memory of its own; undefined where WebAssembly is not allowed or wanted. */
export function loadKernel(): Kernel | undefined {
  if (process.env.KEYHOUND_NO_WASM) return undefined;
  try {
    const module = new WebAssembly.Module(Buffer.from(kernelBase64, 'base64'));
    return new WebAssembly.Instance(module).exports as unknown as Kernel;
  } catch {
    // `--jitless`, or a policy that forbids it
    return undefined;
  }
}
