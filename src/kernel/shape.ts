import type { Shape } from '../types.js';

const MOST_CLASSES = 8;

/** The shapes of all keywords as numbers. */
export interface ShapeTables {
  /** For each byte the classes that it is of, as bits. */
  readonly classes: Uint8Array;
  /** For each shape four numbers: before, after, run and class, as kernel/shape.ts reads them. */
  readonly table: Uint32Array;
  /** For each keyword the index of its first shape, and behind them how many there are. */
  readonly starts: Uint32Array;
}

/** Numbers the shapes of each keyword: one class for each different text of members. */
export function shapeTables(shapes: readonly (readonly Shape[])[]): ShapeTables {
  const all = shapes.flat();
  const classes = new Uint8Array(256);
  const bits = new Map<string, number>();
  const table = new Uint32Array(all.length * 4);
  for (const [index, { before, after, run, members }] of all.entries()) {
    let bit = bits.get(members);
    if (bit === undefined) {
      bit = 1 << Math.min(bits.size, MOST_CLASSES - 1);
      bits.set(members, bit);
      for (const char of members) classes[char.charCodeAt(0)]! |= bit;
    }
    table.set([before, after, run, bit], index * 4);
  }
  const starts = new Uint32Array(shapes.length + 1);
  for (const [keyword, { length }] of shapes.entries()) starts[keyword + 1] = starts[keyword]! + length;
  return { classes, table, starts };
}

/** As `shapeFits` in kernel/shape.ts: whether a shape of a keyword at `[start, end)` is in these bytes, or it has none. */
export function hasShape(
  { classes, table, starts }: ShapeTables,
  keyword: number,
  place: { readonly bytes: Uint8Array; readonly start: number; readonly end: number },
): boolean {
  const first = starts[keyword]!;
  const last = starts[keyword + 1]!;
  if (first === last) return true;
  for (let index = first; index < last; index++) {
    if (isThere(classes, table.subarray(index * 4, index * 4 + 4), place)) return true;
  }
  return false;
}

function isThere(
  classes: Uint8Array,
  shape: Uint32Array,
  { bytes, start, end }: { readonly bytes: Uint8Array; readonly start: number; readonly end: number },
): boolean {
  const [before, after, run, bit] = shape as unknown as [number, number, number, number];
  if (run === 0) return true;
  const to = Math.min(bytes.length, end + after);
  let length = 0;
  for (let at = Math.max(0, start - before); at < to; at++) {
    length = classes[bytes[at]!]! & bit ? length + 1 : 0;
    if (length === run) return true;
  }
  return false;
}
