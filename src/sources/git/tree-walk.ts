import type { Skip } from '../../types.js';
import { CutOff, type ObjectLoss, type ObjectReader, readObjects, readWhole } from './object-stream.js';
import type { GitPlace } from './run.js';

/** A blob or tree with the first path it was met at. */
export interface WalkedObject {
  readonly oid: string;
  readonly path: string;
}

/** One entry of a tree object. */
interface Entry {
  readonly mode: string;
  readonly name: string;
  readonly oid: string;
}

/**
 * Blobs below the trees of commits (and below bare trees), tree by tree: for damaged repositories, where
 * `git rev-list` stops at the first hole. Each blob and tree once; what cannot be read is a skip.
 */
export async function* walkTrees(
  place: GitPlace,
  starts: readonly string[],
  skip: (skip: Skip) => void,
): AsyncGenerator<WalkedObject> {
  const seen = new Set<string>();
  let level: readonly WalkedObject[] = starts.map((oid) => ({ oid, path: '' }));
  while (level.length > 0) {
    const next: WalkedObject[] = [];
    for await (const object of readObjects(place, level)) {
      for (const { mode, ...child } of await childrenOf(object, skip)) {
        if (mode === '160000' || seen.has(child.oid)) continue;
        seen.add(child.oid);
        if (mode === '40000') next.push(child);
        else yield child;
      }
    }
    level = next;
  }
}

/** What a commit or tree holds, with paths; nothing of what cannot be read, which is a skip. */
async function childrenOf(
  object: ObjectReader<WalkedObject> | ObjectLoss<WalkedObject>,
  skip: (skip: Skip) => void,
): Promise<readonly (WalkedObject & { readonly mode: string })[]> {
  const { oid, path } = object.request;
  try {
    if ('lost' in object) throw new CutOff(object.lost);
    const bytes = await readWhole(object);
    if (object.type === 'tree') {
      return [...entriesOf(bytes, oid.length / 2)].map(({ mode, name, oid: child }) => ({
        mode,
        oid: child,
        path: path === '' ? name : `${path}/${name}`,
      }));
    }
    const tree = /^tree ([0-9a-f]{40,64})$/m.exec(bytes.toString('latin1', 0, 200))?.[1];
    return object.type === 'commit' && tree ? [{ mode: '40000', oid: tree, path: '' }] : [];
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    skip({ path: path || '.git', reason: `${oid}: ${error.message}`, incomplete: true });
    return [];
  }
}

/** Format: `<mode> <name>\0<id>`, see git's Documentation/gitformat-pack and tree-walk.c. A cut entry ends it. */
function* entriesOf(bytes: Buffer, idLength: number): Generator<Entry> {
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, at);
    if (space === -1 || end < space || end + 1 + idLength > bytes.length) return;
    const next = end + 1 + idLength;
    yield {
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('utf8', space + 1, end),
      oid: bytes.toString('hex', end + 1, next),
    };
    at = next;
  }
}
