import type { Range, WindowReach } from '../../types.js';

/** Edges widened as far as matches reach, joined where they meet, within `size` bytes. */
export function windowsAround(
  edges: readonly Range[],
  { before, after }: WindowReach,
  size: number,
): readonly Range[] {
  const windows: [number, number][] = [];
  for (const [from, to] of edges) {
    const start = Math.max(0, from - before);
    const end = Math.min(size, to + after);
    const last = windows.at(-1);
    if (last && start <= last[1]) last[1] = end;
    else windows.push([start, end]);
  }
  return windows;
}
