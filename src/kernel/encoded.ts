import type { Encoded, FindEncoded, Range } from '../types.js';
import type { Kernel } from './kernel.js';

/** Finds encodings in bytes of the kernel's memory, once a prefilter has been prepared there; of others it says nothing. */
export function createEncodedFinder(kernel: Kernel): FindEncoded {
  /** Hands on all pairs that a scan leaves, call after call until it is at the end. */
  function eachPair(
    scan: (start: number) => number,
    [from, to]: Range,
    use: (first: number, second: number) => void,
  ): void {
    for (let at = from; at < to; at = kernel.resultsPausedAt() >>> 0) {
      const count = scan(at);
      if (count === 0) continue;
      const pairs = new Uint32Array(kernel.memory.buffer, kernel.results() >>> 0, count * 2);
      for (let i = 0; i < pairs.length; i += 2) use(pairs[i]!, pairs[i + 1]!);
    }
  }

  function rangesOf(scan: (start: number) => number, range: Range): readonly Range[] {
    let all: Range[] | undefined;
    eachPair(scan, range, (from, to) => {
      all ??= [];
      all.push([from, to]);
    });
    return all ?? NONE;
  }

  /** By their bytes: a coloured log has several in each line, so no object is made for one. */
  function escapesIn(scan: (start: number) => number, range: Range): ReadonlyMap<number, readonly number[]> {
    let places: Map<number, number[]> | undefined;
    let last = -1;
    let ofLast: number[] = [];
    eachPair(scan, range, (at, trigger) => {
      places ??= new Map();
      if (trigger !== last) {
        last = trigger;
        ofLast = places.get(trigger) ?? [];
        places.set(trigger, ofLast);
      }
      ofLast.push(at);
    });
    return places ?? NO_PLACES;
  }

  return (bytes, range): Encoded | undefined => {
    if (bytes.buffer !== kernel.memory.buffer) return undefined;
    const { byteOffset: data, length: size } = bytes;
    const to = range[1];
    const escapes = escapesIn((start) => kernel.findEscapes(data, start, to), range);
    return {
      escapes,
      blocks: (escapes.get(DASH) ?? NOWHERE).filter((at) => at + LONGEST_SIGN <= size),
      base64: rangesOf((start) => kernel.findBase64(data, size, start, to), range),
      hex: rangesOf((start) => kernel.findHex(data, size, start, to), range),
    };
  };
}

const DASH = 0x2d;
/** Of what the kernel reads of `-----BEGIN` some may lie behind the end of the bytes. */
const LONGEST_SIGN = '-----BEGIN'.length;

const NONE: readonly Range[] = [];
const NOWHERE: readonly number[] = [];
const NO_PLACES: ReadonlyMap<number, readonly number[]> = new Map();
