import type { SourceContext } from '../../types.js';

/** Bytes after any input or output of the unpacker that it may read or overwrite. */
export const SLACK = 64;

/** Memory of the kernel that grows and keeps its content; positions in it stay, its view does not. */
export interface Arena {
  /** The memory as it is now; ask again after anything that may have grown it. */
  bytes(): Uint8Array;
  /** Makes positions below `end`, and SLACK bytes more, usable; `false` if that is beyond the limit. */
  ensure(end: number): boolean;
  /** The end of what is usable now. */
  end(): number;
}

/** An arena over what the context allocates, of at most `limit` bytes. */
export function createArena(allocate: SourceContext['allocate'], limit: number): Arena {
  let memory: Uint8Array = new Uint8Array(0);
  let size = 0;
  const refresh = () => {
    // a memory that grew elsewhere leaves a view of length 0 behind; its content is kept
    if (memory.length < size) memory = allocate(size);
    return memory;
  };
  return {
    bytes: refresh,
    ensure(end) {
      if (end + SLACK <= size) return true;
      if (end + SLACK > limit) return false;
      size = Math.min(limit, Math.max(end + SLACK, 2 * size, 1 << 20));
      const before = memory;
      memory = allocate(size);
      if (before.length > 0 && before.buffer !== memory.buffer) memory.set(before);
      return true;
    },
    end: () => size - SLACK,
  };
}
