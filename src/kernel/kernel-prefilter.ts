import type { Prefilter, Shape } from '../types.js';
import type { Kernel } from './kernel.js';
import { shapeTables } from './shape.js';

/** Bytes that are copied into the kernel's memory at once when they are elsewhere. */
const BLOCK = 128 * 1024;

/** What the kernel is asked to scan: an address, how many bytes may be looked at, and the range of them. */
interface Job {
  readonly address: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

/** What of a prefilter lies in the kernel, and what must be known to use it. */
export interface PreparedKernel {
  /** The longest keyword, and how far around one its shape is looked for. */
  readonly longest: number;
  readonly before: number;
  readonly after: number;
  /** Address of a block to copy bytes to. */
  readonly block: number;
}

/** The prefilter in WebAssembly. Throws RangeError where memory is used up. */
export function createKernelPrefilter(
  keywords: readonly string[],
  shapes: readonly (readonly Shape[])[] | undefined,
  kernel: Kernel,
): Prefilter {
  return prefilterOf(keywords, prepareKernel(keywords, shapes, kernel), kernel);
}

/** Puts the tables for these keywords into a kernel. Throws RangeError where memory is used up. */
export function prepareKernel(
  keywords: readonly string[],
  shapes: readonly (readonly Shape[])[] | undefined,
  kernel: Kernel,
): PreparedKernel {
  const all = shapes?.flat() ?? [];
  if (!kernel.prepare(writeKeywords(keywords, kernel), keywords.length, all.length)) throw outOfMemory();
  if (shapes) writeShapes(shapes, kernel);
  const longest = Math.max(1, ...keywords.map(({ length }) => length));
  const before = Math.max(0, ...all.map((shape) => shape.before));
  const after = longest + Math.max(0, ...all.map((shape) => shape.after));
  return { longest, before, after, block: reserve(before + BLOCK + after, kernel) };
}

/** The prefilter of a kernel that was prepared for these keywords. */
export function prefilterOf(
  keywords: readonly string[],
  { longest, before, after, block }: PreparedKernel,
  kernel: Kernel,
): Prefilter {
  /** Copies block after block; each counts what starts in its own part, and sees what stands around that. */
  function inBlocks(bytes: Uint8Array, from: number, to: number): Uint32Array {
    const all: number[] = [];
    for (let start = from; start < to; start += BLOCK) {
      const low = Math.max(0, start - before);
      const copied = bytes.subarray(low, start + BLOCK + after);
      new Uint8Array(kernel.memory.buffer, block, copied.length).set(copied);
      const end = Math.min(to, start + BLOCK + longest - 1);
      const found = scan(kernel, { address: block, size: copied.length, from: start - low, to: end - low });
      for (let i = 0; i < found.length && found[i]! + low < start + BLOCK; i += 2)
        all.push(found[i]! + low, found[i + 1]!);
    }
    return Uint32Array.from(all);
  }

  return {
    keywords,
    allocate(size) {
      const address = kernel.buffer(size) >>> 0;
      if (address === 0) throw outOfMemory();
      return new Uint8Array(kernel.memory.buffer, address, size);
    },
    candidates(bytes, from, to) {
      // memory that has grown leaves earlier views empty: to find nothing in them would be a silent miss
      if (to > bytes.length) throw new RangeError('bytes to scan are no longer there');
      if (keywords.length === 0 || from >= to) return NOTHING;
      if (bytes.buffer !== kernel.memory.buffer) return inBlocks(bytes, from, to);
      return scan(kernel, { address: bytes.byteOffset, size: bytes.length, from, to });
    },
  };
}

const NOTHING = new Uint32Array(0);

/** Scans on from where the kernel pauses; what then comes may start a little before what came last. */
function scan(kernel: Kernel, { address, size, from, to }: Job): Uint32Array {
  const count = kernel.scan(address, size, from, from, to);
  if (kernel.resultsPausedAt() >>> 0 >= to) return count === 0 ? NOTHING : pairs(kernel, count).slice();
  const found = [...pairs(kernel, count)];
  for (let at = kernel.resultsPausedAt() >>> 0; at < to; at = kernel.resultsPausedAt() >>> 0) {
    for (const number of pairs(kernel, kernel.scan(address, size, from, at, to))) found.push(number);
  }
  const order = Array.from({ length: found.length / 2 }, (_, i) => i * 2);
  order.sort((a, b) => found[a]! - found[b]! || found[a + 1]! - found[b + 1]!);
  return Uint32Array.from(order.flatMap((i) => [found[i]!, found[i + 1]!]));
}

function pairs(kernel: Kernel, count: number): Uint32Array {
  return new Uint32Array(kernel.memory.buffer, kernel.results() >>> 0, count * 2);
}

/** The keywords as kernel/prefilter-table.ts reads them; gives their address. */
function writeKeywords(keywords: readonly string[], kernel: Kernel): number {
  const size = keywords.reduce((sum, { length }) => sum + 2 + length, 0);
  const address = reserve(size, kernel);
  const list = Buffer.from(kernel.memory.buffer, address, size);
  let at = 0;
  for (const keyword of keywords) {
    at = list.writeUInt16LE(keyword.length, at);
    at += list.write(keyword, at, 'latin1');
  }
  return address;
}

function writeShapes(shapes: readonly (readonly Shape[])[], kernel: Kernel): void {
  const { classes, table, starts } = shapeTables(shapes);
  new Uint8Array(kernel.memory.buffer, kernel.classTable() >>> 0, classes.length).set(classes);
  const address = kernel.shapeTable() >>> 0;
  new Uint32Array(kernel.memory.buffer, address, table.length).set(table);
  const addresses = starts.map((index) => address + index * 16);
  new Uint32Array(kernel.memory.buffer, kernel.shapeStarts() >>> 0, addresses.length).set(addresses);
}

function reserve(size: number, kernel: Kernel): number {
  const address = kernel.reserve(size) >>> 0;
  if (address === 0) throw outOfMemory();
  return address;
}

function outOfMemory(): RangeError {
  return new RangeError('no memory left for the scan');
}
