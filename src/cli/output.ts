import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

/**
 * Writes a report to a file that is either wholly the old one or wholly the new one; mode 0600. A pipe, and what is in
 * /dev, is written to and never replaced; a link elsewhere is replaced, so that no repository says where a report goes.
 */
export function writeFileAtomically(path: string, parts: Iterable<string>, mode = 0o600): void {
  if (isStream(path)) {
    writeInto(path, parts);
    return;
  }
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
    throw unwritable(path, error);
  }
}

function isStream(path: string): boolean {
  if (/^\/(?:dev|proc)\//.test(resolve(path))) return true;
  return lstatSync(path, { throwIfNoEntry: false })?.isFIFO() ?? false;
}

function writeInto(path: string, parts: Iterable<string>): void {
  // where it is a socket it cannot be opened, only written to
  if (resolve(path) === '/dev/stdout') {
    writeOut(parts);
    return;
  }
  try {
    const descriptor = openSync(path, 'w');
    try {
      for (const part of parts) writeFully(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): OutputError {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return new OutputError(`${path}: cannot be written (${code})`);
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
