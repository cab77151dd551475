import type { Range } from '../../types.js';

const CAPACITY = 8192;
const NEWLINE = 10;

/** The windows of a delta's result; the same as kernel/delta-windows.ts, step by step. */
export function createWindows(reach: number, lineReach: number) {
  let edges: [number, number][] = [];

  function lineStart(data: Uint8Array, edge: number): number {
    let from = Math.max(0, edge - reach);
    const stop = Math.max(0, from - lineReach);
    while (from > stop && data[from - 1] !== NEWLINE) from--;
    return from;
  }

  function lineEnd(data: Uint8Array, edge: number): number {
    let to = Math.min(data.length, edge + reach);
    const stop = Math.min(data.length, to + lineReach);
    while (to < stop && data[to] !== NEWLINE) to++;
    return to;
  }

  return {
    clear(): void {
      edges = [];
    },
    /** Adds an edge; they come in rising order. Edges whose windows would meet become one, and the last takes all. */
    addEdge(from: number, to: number): void {
      const last = edges.at(-1);
      if (last && (from <= last[1] + 2 * reach || edges.length === CAPACITY)) last[1] = to;
      else edges.push([from, to]);
    },
    /** Turns edges into windows of `data`, joined where they overlap. */
    widen(data: Uint8Array): void {
      const windows: [number, number][] = [];
      for (const edge of edges) {
        const from = lineStart(data, edge[0]);
        const to = lineEnd(data, edge[1]);
        const last = windows.at(-1);
        if (last && from <= last[1]) last[1] = Math.max(last[1], to);
        else windows.push([from, to]);
      }
      edges = windows;
    },
    list: (): readonly Range[] => edges,
  };
}
