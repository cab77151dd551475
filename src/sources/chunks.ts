import { utf8 } from '../text.js';
import type { Chunk, Origin, SourceContext } from '../types.js';

/** Bytes of an item held at once, and how much two neighbouring chunks share: more than any rule reaches. */
export const CHUNK_SIZE = 8 * 1024 * 1024;
export const OVERLAP = 64 * 1024;

/** A log is mostly read while it is made, by a process that must stay small. */
const LOG_CHUNK_SIZE = 2 * 1024 * 1024;

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
  const cutter = createCutter(origin, context);
  while (!cutter.isDone()) {
    const room = cutter.room();
    const chunk = cutter.cut(fill(room, 0, room.length, read));
    if (chunk) yield chunk;
  }
}

/** The same for a stream, such as what a decompressor puts out. */
export async function* chunksOfStream(
  origin: Origin,
  stream: AsyncIterable<Uint8Array>,
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const cutter = createCutter(origin, context);
  let room = cutter.room();
  let filled = 0;
  for await (const part of stream) {
    for (let at = 0; at < part.length; ) {
      const count = Math.min(part.length - at, room.length - filled);
      room.set(part.subarray(at, at + count), filled);
      at += count;
      filled += count;
      if (filled < room.length) continue;
      const chunk = cutter.cut(filled);
      if (chunk) yield chunk;
      room = cutter.room();
      filled = 0;
    }
  }
  const last = cutter.cut(filled);
  if (last) yield last;
}

/** Makes chunks of what was filled in; each but the last is full. */
interface Cutter {
  /** Where to put the next bytes; valid until the next call. */
  room(): Uint8Array;
  /** The chunk that ends with so many bytes of the room; fewer than all end the item. Nothing for an empty end. */
  cut(filled: number): Chunk | undefined;
  isDone(): boolean;
}

function createCutter(origin: Origin, context: SourceContext): Cutter {
  const size = origin.kind === 'log' ? LOG_CHUNK_SIZE : CHUNK_SIZE;
  let carried = new Uint8Array(0);
  let buffer: Uint8Array = carried;
  let coreStart = 0;
  let start = { offset: 0, line: 1, column: 1 };
  let isDone = false;
  return {
    room() {
      buffer = context.allocate(carried.length + size);
      buffer.set(carried);
      return buffer.subarray(carried.length, carried.length + size);
    },
    cut(filled) {
      context.scanned.bytes += filled;
      isDone = filled < size;
      const bytes = buffer.subarray(0, carried.length + filled);
      const coreEnd = isDone ? bytes.length : bytes.length - OVERLAP;
      const chunk: Chunk = { origin, bytes, ...start, core: [coreStart, coreEnd] };
      if (!isDone) {
        // the next chunk begins with context before its core, at a line start where one is near
        const cut = lineStartBefore(bytes, coreEnd - OVERLAP, coreEnd);
        start = { offset: start.offset + cut, ...advance(bytes, cut, start) };
        carried = bytes.slice(cut);
        coreStart = coreEnd - cut;
      }
      return bytes.length > 0 ? chunk : undefined;
    },
    isDone: () => isDone,
  };
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
  for (let at = 0; at < to; at++) {
    if (bytes[at] !== NEWLINE) continue;
    line++;
    lastStart = at + 1;
  }
  const rest = utf8(bytes, Math.max(lastStart, 0), to);
  return { line, column: rest.length + (lastStart === -1 ? start.column : 1) };
}
