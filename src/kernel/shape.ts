import type { Shape } from '../types.js';

const MOST_CLASSES = 8;

/** The shapes of all keywords as numbers. */
export interface ShapeTables {
  /** For each byte the classes that it is of, as bits. */
  readonly classes: Uint8Array;
  /** For each keyword four numbers: before, after, run and class, as kernel/shape.ts reads them. */
  readonly table: Uint32Array;
}

/** Numbers the shapes: one class for each different text of members. */
export function shapeTables(shapes: readonly Shape[]): ShapeTables {
  const classes = new Uint8Array(256);
  const bits = new Map<string, number>();
  const table = new Uint32Array(shapes.length * 4);
  for (const [index, { before, after, run, members }] of shapes.entries()) {
    let bit = bits.get(members);
    if (bit === undefined) {
      bit = 1 << Math.min(bits.size, MOST_CLASSES - 1);
      bits.set(members, bit);
      for (const char of members) classes[char.charCodeAt(0)]! |= bit;
    }
    table.set([before, after, run, bit], index * 4);
  }
  return { classes, table };
}

/** As `shapeFits` in kernel/shape.ts: whether the shape of a keyword at `[start, end)` is in these bytes. */
export function hasShape(
  { classes, table }: ShapeTables,
  keyword: number,
  { bytes, start, end }: { bytes: Uint8Array; start: number; end: number },
): boolean {
  const [before, after, run, bit] = table.subarray(keyword * 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  if (run === 0) return true;
  const to = Math.min(bytes.length, end + after);
  let length = 0;
  for (let at = Math.max(0, start - before); at < to; at++) {
    length = classes[bytes[at]!]! & bit ? length + 1 : 0;
    if (length === run) return true;
  }
  return false;
}
