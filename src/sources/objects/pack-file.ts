import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Damage } from './damage.js';

/** A file read at positions; never as a whole. */
export interface PositionedFile {
  readonly size: number;
  /** Fills `into` from `position` on; gives how many bytes there were, fewer only at the file's end. */
  read(into: Uint8Array, position: number): number;
  close(): void;
}

/** Opens a regular file. Throws Damage where it is none or cannot be read. */
export function openPositioned(path: string): PositionedFile {
  const descriptor = attempt(() => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  const stat = attempt(() => fstatSync(descriptor));
  if (!stat.isFile()) {
    closeSync(descriptor);
    throw new Damage('not a regular file');
  }
  return {
    size: stat.size,
    read(into, position) {
      let done = 0;
      while (done < into.length) {
        const count = attempt(() => readSync(descriptor, into, done, into.length - done, position + done));
        if (count === 0) break;
        done += count;
      }
      return done;
    },
    close: () => closeSync(descriptor),
  };
}

function attempt<T>(operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    throw new Damage(`not readable: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
}
