import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OutputError } from '../errors.js';

/** Writes all parts to standard output; false when the reader has gone, which is no error. */
export function writeOut(parts: Iterable<string | Uint8Array>, descriptor = 1): boolean {
  try {
    for (const part of parts) writeFully(descriptor, part);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return false;
    throw new OutputError(`standard output: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** Writes a report to a file that is either wholly the old one or wholly the new one; mode 0600. */
export function writeFileAtomically(path: string, parts: Iterable<string>, mode = 0o600): void {
  const temporary = join(dirname(path), `.keyhound-${process.pid}-${Date.now().toString(36)}.tmp`);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(temporary, 'wx', mode);
    for (const part of parts) writeFully(descriptor, part);
    fsyncSync(descriptor);
    closeSync(descriptor);
    descriptor = undefined;
    renameSync(temporary, path);
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    rmSync(temporary, { force: true });
    throw new OutputError(
      `${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}

function writeFully(descriptor: number, part: string | Uint8Array): void {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
