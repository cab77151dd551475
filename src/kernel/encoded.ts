import type { Encoded, FindEncoded, Range } from '../types.js';
import type { Kernel } from './kernel.js';

/** Finds encodings in bytes of the kernel's memory, once a prefilter has been prepared there; of others it says nothing. */
export function createEncodedFinder(kernel: Kernel): FindEncoded {
  /** All pairs that a scan leaves, call after call until it is at the end. */
  function pairsOf(scan: (start: number) => number, [from, to]: Range): readonly Range[] {
    let all: Range[] | undefined;
    for (let at = from; at < to; at = kernel.resultsPausedAt() >>> 0) {
      const count = scan(at);
      if (count === 0) continue;
      all ??= [];
      const pairs = new Uint32Array(kernel.memory.buffer, kernel.results() >>> 0, count * 2);
      for (let i = 0; i < pairs.length; i += 2) all.push([pairs[i]!, pairs[i + 1]!]);
    }
    return all ?? NONE;
  }

  return (bytes, range): Encoded | undefined => {
    if (bytes.buffer !== kernel.memory.buffer) return undefined;
    const { byteOffset: data, length: size } = bytes;
    const to = range[1];
    const escapes = byTrigger(pairsOf((start) => kernel.findEscapes(data, start, to), range));
    return {
      escapes,
      blocks: (escapes.get(DASH) ?? NOWHERE).filter((at) => at + LONGEST_SIGN <= size),
      base64: pairsOf((start) => kernel.findBase64(data, size, start, to), range),
      hex: pairsOf((start) => kernel.findHex(data, size, start, to), range),
    };
  };
}

const DASH = 0x2d;
/** Of what the kernel reads of `-----BEGIN` some may lie behind the end of the bytes. */
const LONGEST_SIGN = '-----BEGIN'.length;

const NONE: readonly Range[] = [];
const NOWHERE: readonly number[] = [];
const NO_PLACES: ReadonlyMap<number, readonly number[]> = new Map();

function byTrigger(pairs: readonly Range[]): ReadonlyMap<number, readonly number[]> {
  if (pairs.length === 0) return NO_PLACES;
  const places = new Map<number, number[]>();
  for (const [at, trigger] of pairs) {
    const ofTrigger = places.get(trigger);
    if (ofTrigger) ofTrigger.push(at);
    else places.set(trigger, [at]);
  }
  return places;
}
