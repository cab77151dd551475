import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../errors.js';
import type { Source } from '../types.js';
import { chunksOf } from './chunks.js';

/** Build logs: files, or standard input for `-`. Read as a stream in bounded memory. */
export function logSource(files: readonly string[]): Source {
  return {
    mode: 'log',
    *chunks(context) {
      for (const file of files) {
        const descriptor = file === '-' ? 0 : open(file);
        try {
          yield* chunksOf(
            { path: file === '-' ? 'stdin' : file, kind: 'log' },
            readerOf(descriptor),
            context,
          );
          context.scanned.units++;
        } finally {
          if (descriptor !== 0) closeSync(descriptor);
        }
      }
    },
  };
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw new UserError(
      `${file}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : 'not readable'}`,
    );
  }
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
