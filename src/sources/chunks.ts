import { utf8 } from '../text.js';
import type { Chunk, Origin, SourceContext } from '../types.js';

/** Bytes of an item held at once, and how much two neighbouring chunks share: more than any rule reaches. */
export const CHUNK_SIZE = 8 * 1024 * 1024;
export const OVERLAP = 64 * 1024;

const NEWLINE = 10;

/**
 * Cuts one item into chunks that overlap, so that what stands across a cut is whole in one of them.
 * `read` fills the buffer from its start and returns how many bytes came, 0 at the end.
 */
export function* chunksOf(
  origin: Origin,
  read: (into: Uint8Array) => number,
  context: SourceContext,
): Generator<Chunk> {
  let carried = new Uint8Array(0);
  let coreStart = 0;
  let offset = 0;
  let line = 1;
  let column = 1;
  for (;;) {
    const buffer = context.allocate(carried.length + CHUNK_SIZE);
    buffer.set(carried);
    const filled = fill(buffer, carried.length, carried.length + CHUNK_SIZE, read);
    context.scanned.bytes += filled - carried.length;
    const isLast = filled < carried.length + CHUNK_SIZE;
    const bytes = buffer.subarray(0, filled);
    const coreEnd = isLast ? filled : filled - OVERLAP;
    if (filled > 0) yield { origin, bytes, offset, line, column, core: [coreStart, coreEnd] };
    if (isLast) return;
    // the next chunk begins with context before its core, at a line start where one is near
    const next = lineStartBefore(bytes, coreEnd - OVERLAP, coreEnd);
    ({ line, column } = advance(bytes, next, { line, column }));
    carried = bytes.slice(next);
    offset += next;
    coreStart = coreEnd - next;
  }
}

/** Reads until the buffer is full up to `to` or the input ends; returns where it ended. */
function fill(buffer: Uint8Array, from: number, to: number, read: (into: Uint8Array) => number): number {
  let at = from;
  while (at < to) {
    const count = read(buffer.subarray(at, to));
    if (count === 0) break;
    at += count;
  }
  return at;
}

/** The first line start in `[from, to)`, else `from` itself. */
function lineStartBefore(bytes: Uint8Array, from: number, to: number): number {
  const newline = bytes.indexOf(NEWLINE, from);
  return newline === -1 || newline >= to ? from : newline + 1;
}

/** The line and column at `to`, for a chunk that begins at the given ones. */
export function advance(
  bytes: Uint8Array,
  to: number,
  start: { readonly line: number; readonly column: number },
): { line: number; column: number } {
  let { line } = start;
  let lastStart = -1;
  for (let at = bytes.indexOf(NEWLINE); at !== -1 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) {
    line++;
    lastStart = at + 1;
  }
  const rest = utf8(bytes, Math.max(lastStart, 0), to);
  return { line, column: rest.length + (lastStart === -1 ? start.column : 1) };
}
