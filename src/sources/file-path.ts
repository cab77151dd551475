import { isUtf8 } from 'node:buffer';
import { join, sep } from 'node:path';

/** A path as the file system has it: bytes where they are no UTF-8, for no string could open such a file. */
export type FilePath = string | Buffer;

/** A path or name as it was read. */
export function toFilePath(bytes: Buffer): FilePath {
  return isUtf8(bytes) ? bytes.toString() : bytes;
}

/** The path of what has a name in a directory. */
export function joinFilePath(directory: FilePath, name: FilePath): FilePath {
  if (typeof directory === 'string' && typeof name === 'string') return join(directory, name);
  return Buffer.concat([Buffer.from(directory), Buffer.from(sep), Buffer.from(name)]);
}
