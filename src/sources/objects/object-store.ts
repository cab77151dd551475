import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { objectDirectories } from './alternates.js';
import { Damage } from './damage.js';
import { looseIds, namesIn, readLooseObject, type StoredObject } from './loose-objects.js';
import { type ObjectFormat, objectId } from './object-format.js';
import type { Pack } from './pack-entries.js';
import { openPositioned } from './pack-file.js';
import { openPackIndex } from './pack-index.js';
import { createPackReader } from './read-packed.js';

/** Where a repository keeps its objects. */
export interface ObjectStoreOptions {
  /** Its `objects` directory. */
  readonly objects: string;
  readonly format: ObjectFormat;
  /** Directories below which objects of other repositories may be borrowed (`objects/info/alternates`). */
  readonly trusted?: readonly string[];
}

/** A part of a store that could not be opened, or was not allowed to be. */
export interface StoreProblem {
  readonly path: string;
  readonly reason: string;
}

/** The objects of a repository, read without git. */
export interface ObjectStore {
  readonly format: ObjectFormat;
  /** The larger first. */
  readonly packs: readonly Pack[];
  readonly problems: readonly StoreProblem[];
  /** Objects with a file of their own, in all directories; ids in hex, each once. */
  loose(): readonly string[];
  /** Reads one object from whatever copy of it is whole. Throws Damage where there is none. */
  read(id: string, limit?: number): StoredObject;
  close(): void;
}

/** The reason for an object whose content is not what its id says. */
export const OTHER_ID = 'corrupt: its content has another id';

/** Objects above this size are not read into memory unless the caller allows it. */
const DEFAULT_LIMIT = 64 * 1024 * 1024;

/** Opens a store; what is broken in it is listed in `problems`. Close it: packs are kept open. */
export function openObjectStore({ objects, format, trusted = [] }: ObjectStoreOptions): ObjectStore {
  const { directories, refused } = objectDirectories(objects, trusted);
  const problems: StoreProblem[] = [...refused];
  const packs = directories.flatMap((directory) => [...openPacks(join(directory, 'pack'), format, problems)]);
  packs.sort((a, b) => b.index.count - a.index.count || (a.name < b.name ? -1 : 1));
  const readPacked = createPackReader(packs, format);

  function* copies(id: string, limit: number): Generator<() => StoredObject> {
    const bytes = Buffer.from(id, 'hex');
    for (const pack of packs) {
      const number = pack.index.find(bytes);
      if (number !== -1) yield () => readPacked(pack, number, limit);
    }
    for (const directory of directories) {
      if (existsSync(join(directory, id.slice(0, 2), id.slice(2))))
        yield () => readLooseObject(directory, id, limit);
    }
  }

  return {
    format,
    packs,
    problems,
    loose: () => [...new Set(directories.flatMap((directory) => listLoose(directory, format, problems)))],
    read(id, limit = DEFAULT_LIMIT) {
      let reason = 'not in the repository';
      for (const readCopy of copies(id, limit)) {
        try {
          const object = readCopy();
          if (objectId(format, object.kind, object.bytes) === id) return object;
          reason = OTHER_ID;
        } catch (error) {
          if (!(error instanceof Damage)) throw error;
          reason = error.message;
        }
      }
      throw new Damage(reason);
    },
    close() {
      for (const { file } of packs) file.close();
    },
  };
}

function* openPacks(directory: string, format: ObjectFormat, problems: StoreProblem[]): Generator<Pack> {
  for (const name of listPacks(directory, problems)) {
    try {
      yield openPack(directory, name, format);
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      problems.push({ path: `objects/pack/${name}`, reason: error.message });
    }
  }
}

/** Packs are those with an index; one that is being written has none yet, and git does not see it either. */
function listPacks(directory: string, problems: StoreProblem[]): readonly string[] {
  try {
    return namesIn(directory)
      .filter((name) => /^pack-[0-9a-f]+\.idx$/.test(name))
      .map((name) => name.slice(0, -'.idx'.length));
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    problems.push({ path: 'objects/pack', reason: error.message });
    return [];
  }
}

function listLoose(directory: string, format: ObjectFormat, problems: StoreProblem[]): readonly string[] {
  try {
    return looseIds(directory, format);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    problems.push({ path: 'objects', reason: error.message });
    return [];
  }
}

const PACK_HEADER = 12;

function openPack(directory: string, name: string, format: ObjectFormat): Pack {
  const index = openPackIndex(join(directory, `${name}.idx`), format);
  const file = openPositioned(join(directory, `${name}.pack`));
  const header = Buffer.alloc(PACK_HEADER);
  const isWhole = file.read(header, 0) === PACK_HEADER && file.size >= PACK_HEADER + format.idLength;
  const version = header.readUInt32BE(4);
  if (isWhole && header.toString('latin1', 0, 4) === 'PACK' && (version === 2 || version === 3))
    return { name, file, index, format };
  file.close();
  throw new Damage(isWhole ? 'not a pack' : 'pack cut short');
}
