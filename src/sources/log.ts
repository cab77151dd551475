import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../errors.js';
import type { Chunk, Origin, Source, SourceContext } from '../types.js';
import { unopenedKind } from './archive/archive.js';
import { isZip } from './archive/zip.js';
import { chunksOf, chunksOfStream } from './chunks.js';
import { logArchiveChunks } from './log-archive.js';

/**
 * Build logs: files, or standard input for `-`. Plain and gzipped ones are read as a stream in bounded memory;
 * a zip of job logs, as GitHub gives it, is one log for each file in it, labelled with job and step.
 */
export function logSource(files: readonly string[]): Source {
  const opened = files.map((file) => ({ file, descriptor: file === '-' ? 0 : open(file) }));
  return {
    mode: 'log',
    async *chunks(context) {
      for (const { file, descriptor } of opened) {
        try {
          yield* readLog({ path: file === '-' ? 'stdin' : file, kind: 'log' }, descriptor, context);
        } finally {
          if (descriptor !== 0) closeSync(descriptor);
        }
      }
    },
  };
}

function open(file: string): number {
  try {
    const descriptor = openSync(file, 'r');
    if (!fstatSync(descriptor).isDirectory()) return descriptor;
    closeSync(descriptor);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`${file}: ${code === 'ENOENT' ? 'no such file' : `not readable (${code})`}`);
  }
  throw new UserError(`${file}: is a directory; name the log files, or use 'keyhound scan'`);
}

async function* readLog(origin: Origin, descriptor: number, context: SourceContext): AsyncGenerator<Chunk> {
  try {
    const head = readHead(descriptor);
    const kind = unopenedKind(head);
    if (kind)
      throw new UserError(`${origin.path}: is packed by ${kind}, which cannot be opened; unpack it first`);
    if (head[0] === 0x1f && head[1] === 0x8b) {
      yield* chunksOfStream(origin, gunzipped(head, descriptor), context);
    } else if (isZip(head)) yield* logArchiveChunks(origin, readerOf(descriptor, head), context);
    else yield* chunksOf(origin, readerOf(descriptor, head), context);
    context.scanned.units++;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    context.skip({ path: origin.path, reason: `not readable to its end: ${code}`, incomplete: true });
  }
}

/** As many bytes as tell what a log is packed in, and the first ones of what may be packed. */
const HEAD = 22;
const PACKED = new Set([...'P\x1f\xfdB(7R'].map((first) => first.charCodeAt(0)));

function readHead(descriptor: number): Uint8Array {
  const read = readerOf(descriptor);
  const head = new Uint8Array(HEAD);
  let length = 0;
  for (let count = -1; count !== 0 && length < HEAD; length += count) {
    count = read(head.subarray(length));
    // what is not packed is not waited for
    if (length + count > 0 && !PACKED.has(head[0]!)) return head.slice(0, length + count);
  }
  return head.slice(0, length);
}

function gunzipped(head: Uint8Array, descriptor: number): AsyncIterable<Uint8Array> {
  const read = readerOf(descriptor, head);
  function* parts() {
    const buffer = new Uint8Array(1 << 20);
    for (let count = read(buffer); count > 0; count = read(buffer)) yield buffer.slice(0, count);
  }
  // an error of either ends the other
  return pipeline(
    Readable.from(parts(), { objectMode: false }),
    createGunzip({ chunkSize: 1 << 20 }),
    () => {},
  );
}

/** Reads from where the descriptor stands, after what was read of it already. */
function readerOf(descriptor: number, head: Uint8Array = new Uint8Array(0)): (into: Uint8Array) => number {
  let left = head;
  return (into) => {
    if (left.length > 0) {
      const count = Math.min(left.length, into.length);
      into.set(left.subarray(0, count));
      left = left.subarray(count);
      return count;
    }
    return readSome(descriptor, into);
  };
}

function readSome(descriptor: number, into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, into, 0, into.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // a non-blocking pipe with nothing in it yet
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
