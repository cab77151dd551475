import type { Range } from '../../types.js';

const CAPACITY = 8192;

/** The edges of a delta's result; the same as kernel/delta-edges.ts, step by step. */
export function createEdges() {
  let edges: [number, number][] = [];
  return {
    clear(): void {
      edges = [];
    },
    /** Adds an edge; they come in rising order. Those that touch become one; when there are too many the last takes all. */
    add(from: number, to: number): void {
      const last = edges.at(-1);
      if (last && (from <= last[1] || edges.length === CAPACITY)) last[1] = to;
      else edges.push([from, to]);
    },
    list: (): readonly Range[] => edges,
  };
}
