import { inflateSync } from 'node:zlib';

const CORRUPT = -2;
const WRONG_SIZE = -3;

/** What a zlib stream held, and how long it was. */
export interface Inflated {
  readonly bytes: Uint8Array;
  readonly consumed: number;
}

/** Inflates a stream that may have bytes after its end; -2 if it is corrupt, -3 if it is not of `size` bytes. */
export function inflateStream(stream: Uint8Array, size: number): Inflated | number {
  try {
    const { buffer, engine } = inflateSync(stream, {
      info: true,
      maxOutputLength: Math.max(1, size),
    }) as unknown as {
      buffer: Uint8Array;
      engine: { bytesWritten: number };
    };
    return buffer.length === size ? { bytes: buffer, consumed: engine.bytesWritten } : WRONG_SIZE;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? WRONG_SIZE : CORRUPT;
  }
}
