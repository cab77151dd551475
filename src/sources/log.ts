import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { UserError } from '../errors.js';
import type { Chunk, Origin, Source, SourceContext } from '../types.js';
import { archiveChunks } from './archive/archive.js';
import { isZip } from './archive/zip.js';
import { CHUNK_SIZE, chunksOf, chunksOfStream } from './chunks.js';

/** Largest archive of logs that is read, in bytes. */
const LARGEST_ARCHIVE = 128 << 20;

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
  const isFile = fstatSync(descriptor).isFile();
  const head = new Uint8Array(64);
  const length = isFile ? readSync(descriptor, head, 0, head.length, 0) : 0;
  try {
    if (length > 2 && head[0] === 0x1f && head[1] === 0x8b) {
      const stream = createReadStream('', {
        fd: descriptor,
        start: 0,
        autoClose: false,
        highWaterMark: 1 << 20,
      });
      const unzipped = stream.pipe(createGunzip({ chunkSize: 1 << 20 }));
      yield* chunksOfStream(origin, unzipped, context);
    } else if (isZip(head.subarray(0, length))) yield* readArchive(origin, descriptor, context);
    else yield* chunksOf(origin, readerOf(descriptor), context);
    context.scanned.units++;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    context.skip({ path: origin.path, reason: `not readable to its end: ${code}`, incomplete: true });
  }
}

function* readArchive(origin: Origin, descriptor: number, context: SourceContext): Generator<Chunk> {
  const { size } = fstatSync(descriptor);
  if (size > LARGEST_ARCHIVE) {
    context.skip({
      path: origin.path,
      reason: `archive larger than ${LARGEST_ARCHIVE} bytes`,
      incomplete: true,
    });
    return;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (let count = -1; count !== 0 && at < size; at += count) {
    count = readSync(descriptor, bytes, at, Math.min(CHUNK_SIZE, size - at), at);
  }
  for (const chunk of archiveChunks(origin, bytes.subarray(0, at), context)) {
    const label = jobAndStep(chunk.origin.path);
    yield label === undefined ? chunk : { ...chunk, origin: { ...chunk.origin, label } };
  }
}

/** GitHub names the files of a run's logs `job/3_step.txt`, and those of whole jobs `0_job.txt`. */
function jobAndStep(path: string): string | undefined {
  const [, job, number, name] = /!\/(?:([^/]+)\/)?(\d+)_([^/]+)\.txt$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  return job === undefined ? `job ${name}` : `job ${job}, step ${number} ${name}`;
}

function readerOf(descriptor: number): (into: Uint8Array) => number {
  return (into) => {
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
  };
}
