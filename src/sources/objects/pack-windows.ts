import { type Arena, SLACK } from './arena.js';
import type { PositionedFile } from './pack-file.js';

const BLOCK = 32 * 1024;
/** The longest run of a pack that a window is sure to hold: it may begin at the last byte of a block. */
export const LONGEST_RUN = 8 * 1024;
const WINDOWS = 512;
const STRIDE = BLOCK + LONGEST_RUN + SLACK;

/** Bytes of the arena, from its start, that the windows take. */
export const WINDOWS_SIZE = WINDOWS * STRIDE;

/** Reads short runs of a pack through windows that stay: families lie scattered, but near to each other's members. */
export interface PackWindows {
  /** Where in the arena the pack's bytes `[offset, offset + size)` are now; -1 if the pack has not as many. */
  locate(offset: number, size: number): number;
}

/** The windows take the arena's first WINDOWS_SIZE bytes; each block of the pack has one it may be in. */
export function createPackWindows(file: PositionedFile, arena: Arena): PackWindows {
  const blocks = new Float64Array(WINDOWS).fill(-1);
  const filled = new Uint32Array(WINDOWS);
  return {
    locate(offset, size) {
      const block = Math.floor(offset / BLOCK);
      const window = block % WINDOWS;
      const at = window * STRIDE;
      if (blocks[window] !== block) {
        filled[window] = file.read(arena.bytes().subarray(at, at + BLOCK + LONGEST_RUN), block * BLOCK);
        blocks[window] = block;
      }
      const within = offset - block * BLOCK;
      return within + size <= filled[window]! ? at + within : -1;
    },
  };
}
