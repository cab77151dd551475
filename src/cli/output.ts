import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
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
 * Writes a file that is either wholly the old one or wholly the new one, in a folder that is made; mode 0600. A pipe, and what is in /dev,
 * is written to and never replaced; a link elsewhere is refused, so that no repository says where a report goes.
 */
export function writeFileAtomically(path: string, parts: Iterable<string>, mode = 0o600): void {
  try {
    if (isStream(path)) writeInto(path, parts);
    else replaceFile(path, parts, mode);
  } catch (error) {
    if (error instanceof OutputError) throw error;
    throw new OutputError(
      `${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}

function status(read: () => Stats): Stats | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isStream(path: string): boolean {
  if (/^\/(?:dev|proc)\//.test(resolve(path))) return true;
  const target = status(() => statSync(path));
  return target !== undefined && !target.isFile() && !target.isDirectory();
}

function writeInto(path: string, parts: Iterable<string>): void {
  // where it is a socket it cannot be opened, only written to
  if (resolve(path) === '/dev/stdout') {
    writeOut(parts);
    return;
  }
  const descriptor = openSync(path, 'w');
  try {
    for (const part of parts) writeFully(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

function replaceFile(path: string, parts: Iterable<string>, mode: number): void {
  if (status(() => lstatSync(path))?.isSymbolicLink()) {
    throw new OutputError(`${path}: is a symbolic link, which is not followed; name the file itself`);
  }
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder);
  const temporary = join(folder, `.keyhound-${process.pid}-${Date.now().toString(36)}.tmp`);
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
    throw error;
  }
}

/** Nobody has written to these for so many milliseconds: their process was killed. */
const ABANDONED = 60_000;

function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^\.keyhound-\d+-[0-9a-z]+\.tmp$/.test(name)) continue;
    const file = join(folder, name);
    const found = status(() => lstatSync(file));
    if (found?.isFile() && Date.now() - found.mtimeMs > ABANDONED) rmSync(file, { force: true });
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
