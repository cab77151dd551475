import type { Encoded, FindEncoded, Range } from '../types.js';
import type { Kernel } from './kernel.js';

/** Finds encodings in bytes of the kernel's memory, once a prefilter has been prepared there; of others it says nothing. */
export function createEncodedFinder(kernel: Kernel): FindEncoded {
  /** All pairs that a scan leaves, call after call until it is at the end. */
  function pairsOf(scan: (start: number) => number, [from, to]: Range): number[] {
    const all: number[] = [];
    for (let at = from; at < to; at = kernel.resultsPausedAt() >>> 0) {
      const count = scan(at);
      if (count === 0) continue;
      for (const value of new Uint32Array(kernel.memory.buffer, kernel.results() >>> 0, count * 2))
        all.push(value);
    }
    return all;
  }

  return (bytes, range): Encoded | undefined => {
    if (bytes.buffer !== kernel.memory.buffer) return undefined;
    const { byteOffset: data, length: size } = bytes;
    const to = range[1];
    return {
      escapes: byTrigger(pairsOf((start) => kernel.findEscapes(data, start, to), range)),
      base64: ranges(pairsOf((start) => kernel.findBase64(data, size, start, to), range)),
      hex: ranges(pairsOf((start) => kernel.findHex(data, size, start, to), range)),
    };
  };
}

function byTrigger(pairs: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let i = 0; i < pairs.length; i += 2) {
    const trigger = pairs[i + 1]!;
    const ofTrigger = places.get(trigger);
    if (ofTrigger) ofTrigger.push(pairs[i]!);
    else places.set(trigger, [pairs[i]!]);
  }
  return places;
}

function ranges(pairs: readonly number[]): readonly Range[] {
  const found: Range[] = [];
  for (let i = 0; i < pairs.length; i += 2) found.push([pairs[i]!, pairs[i + 1]!]);
  return found;
}
