import { crc32 } from 'node:zlib';
import type { Unpacker } from '../../types.js';
import { applyDelta } from './apply-delta.js';
import { createEdges } from './edges.js';
import { inflateStream } from './inflate-stream.js';
import { entryNames } from './tree.js';

/** The unpacker for places without WebAssembly: node's zlib, and the rest in JavaScript. */
export function createJavaScriptUnpacker(): Unpacker {
  const edges = createEdges();
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
      edges.clear();
      return applyDelta(memory, inflated.bytes, job, edges.add);
    },
    edges: () => edges.list(),
    entries(tree, idLength, onlyNew) {
      const all = entryNames(tree, idLength);
      if (!onlyNew || !all) return all;
      return all.filter(([name, end]) => {
        const entryEnd = end + 1 + idLength;
        // a mode has at most six digits
        return edges.list().some(([from, to]) => from <= entryEnd && to >= name - 7);
      });
    },
    crc32: (crc, memory, [from, to]) => crc32(memory.subarray(from, to), crc),
  };
}
