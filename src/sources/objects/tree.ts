/** One entry of a tree object. */
export interface TreeEntry {
  /** The name as UTF-8; bytes that are none become U+FFFD. */
  readonly name: string;
  readonly mode: number;
  /** In hex. */
  readonly id: string;
}

export const DIRECTORY = 0o040000;
export const GITLINK = 0o160000;

const SPACE = 32;

/** The entries of a tree object; ends early, and says so by `false`, where it is broken. */
export function* treeEntries(bytes: Uint8Array, idLength: number): Generator<TreeEntry, boolean> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < buffer.length; ) {
    const space = buffer.indexOf(SPACE, at);
    const end = space === -1 ? -1 : buffer.indexOf(0, space);
    if (end === -1 || space - at > 7 || end + 1 + idLength > buffer.length) return false;
    yield {
      name: buffer.toString('utf8', space + 1, end),
      mode: Number.parseInt(buffer.toString('latin1', at, space), 8),
      id: buffer.toString('hex', end + 1, end + 1 + idLength),
    };
    at = end + 1 + idLength;
  }
  return true;
}
