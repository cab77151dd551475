import type { Range } from '../../types.js';

const SPACE = 32;
const LONGEST_MODE = 7;

/** Where the names of a tree object's entries lie; each id is behind the NUL at a name's end. Undefined: broken. */
export function entryNames(tree: Uint8Array, idLength: number): readonly Range[] | undefined {
  const names: Range[] = [];
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(SPACE, at);
    const end = space === -1 ? -1 : tree.indexOf(0, space);
    if (end === -1 || space - at >= LONGEST_MODE || end + 1 + idLength > tree.length) return undefined;
    names.push([space + 1, end]);
    at = end + 1 + idLength;
  }
  return names;
}
