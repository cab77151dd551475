import { decodedRuns } from './decode.js';
import { type IndexEntry, macOf, TAG_BYTES, tagFactors, type ValueIndex } from './index-file.js';

/** A place whose bytes have the fingerprint of an indexed value. */
export interface IndexHit {
  readonly entry: IndexEntry;
  readonly encodings: readonly string[];
  readonly from: number;
  readonly to: number;
}

const DEEPEST = 2;

/** Prepares a search by fingerprints: the input is decoded, since the values to encode are not known here. */
export function createIndexSearch(index: ValueIndex): (bytes: Uint8Array) => IndexHit[] {
  const key = Buffer.from(index.key, 'base64');
  const { factor, final } = tagFactors(key);
  const byTag = new Map<number, IndexEntry[]>();
  const bitmap = new Uint8Array(1 << 16);
  for (const entry of index.entries) {
    byTag.set(entry.tag, [...(byTag.get(entry.tag) ?? []), entry]);
    bitmap[entry.tag] = 1;
  }
  let leaving = 1;
  for (let i = 1; i < TAG_BYTES; i++) leaving = Math.imul(leaving, factor);
  return (bytes) => {
    const seen = new Set<string>();
    return [...search(bytes, 0)].filter(
      ({ entry, from }) => !seen.has(`${from} ${entry.mac}`) && seen.add(`${from} ${entry.mac}`),
    );
  };

  function* search(bytes: Uint8Array, depth: number): Generator<IndexHit> {
    yield* raw(bytes);
    if (depth === DEEPEST) return;
    for (const run of decodedRuns(bytes, { everyOffset: true })) {
      for (const hit of search(run.bytes, depth + 1)) {
        yield {
          entry: hit.entry,
          encodings: [...run.encoding.split(' '), ...hit.encodings],
          from: run.from,
          to: run.to,
        };
      }
      run.bytes.fill(0);
    }
  }

  function* raw(bytes: Uint8Array): Generator<IndexHit> {
    let hash = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (at >= TAG_BYTES) hash = (hash - Math.imul(bytes[at - TAG_BYTES]!, leaving)) >>> 0;
      hash = (Math.imul(hash, factor) + bytes[at]!) >>> 0;
      const tag = Math.imul(hash ^ (hash >>> 15), final) >>> 16;
      if (at < TAG_BYTES - 1 || bitmap[tag] === 0) continue;
      const from = at - TAG_BYTES + 1;
      for (const entry of byTag.get(tag) ?? []) {
        const to = from + entry.length;
        if (to <= bytes.length && macOf(bytes.subarray(from, to), key) === entry.mac)
          yield { entry, encodings: [], from, to };
      }
    }
  }
}
