import { loadKernel } from '../../../src/kernel/kernel.js';
import { createKernelUnpacker } from '../../../src/kernel/unpacker.js';
import { createArena } from '../../../src/sources/objects/arena.js';
import { type UnpackedObject, walkFamilies } from '../../../src/sources/objects/families.js';
import { KINDS, objectId, SHA1 } from '../../../src/sources/objects/object-format.js';
import { type ObjectStore, openObjectStore } from '../../../src/sources/objects/object-store.js';
import { readPackEntries } from '../../../src/sources/objects/pack-entries.js';
import { windowsAround } from '../../../src/sources/objects/windows.js';

const MEMORY = 200 * 1024 * 1024;
const REACH = { before: 64, after: 64 };

/** What a walk over all packs gave. */
export interface Walked {
  /** The id the index has, and the id of what was unpacked. */
  readonly ids: readonly (readonly [indexed: string, actual: string])[];
  /** Ids of objects that could not be unpacked, and of those whose kind is unknown. */
  readonly unreadable: readonly string[];
  /** Bytes in all, and in windows or objects that are to be scanned whole. */
  readonly bytes: number;
  readonly scanned: number;
}

/** Walks all packs of a store by the kernel. */
export function walkStore(store: ObjectStore, visit: (object: UnpackedObject) => void = () => {}): Walked {
  const kernel = loadKernel()!;
  const arena = createArena((size) => {
    const start = kernel.buffer(size);
    return new Uint8Array(kernel.memory.buffer, start, size);
  }, MEMORY);
  const unpacker = createKernelUnpacker(kernel);
  const ids: [string, string][] = [];
  const unreadable: string[] = [];
  let bytes = 0;
  let scanned = 0;
  for (const pack of store.packs) {
    const entries = readPackEntries(pack, arena, unpacker);
    const idAt = (entry: number) => Buffer.from(pack.index.id(entries.numbers[entry]!)).toString('hex');
    entries.kinds.forEach((kind, entry) => {
      if (kind === 0) unreadable.push(idAt(entry));
    });
    const onUnreadable = (entry: number) => void unreadable.push(idAt(entry));
    const walk = walkFamilies({ pack, entries, arena, unpacker, wants: () => true, onUnreadable });
    for (let step = walk.next(false); !step.done; step = walk.next(false)) {
      const object = step.value;
      visit(object);
      const kind = KINDS[object.kind]!;
      ids.push([idAt(object.entry), kind === 'unknown' ? '' : objectId(store.format, kind, object.bytes)]);
      bytes += object.bytes.length;
      const size = object.bytes.length;
      const windows = object.derived
        ? windowsAround(object.derived.edges(), REACH, size)
        : [[0, size] as const];
      scanned += windows.reduce((sum, [from, to]) => sum + to - from, 0);
    }
  }
  return { ids, unreadable, bytes, scanned };
}

/** Opens a store with objects named by SHA-1, and walks it. */
export function walkObjects(objects: string): Walked {
  const store = openObjectStore({ objects, format: SHA1 });
  try {
    return walkStore(store);
  } finally {
    store.close();
  }
}
