import type { ObjectStore } from './object-store.js';
import type { Pack } from './pack-entries.js';

/** What is known of each object of a store while it is sieved. */
export interface KnownObjects {
  /** Whether the store has the object whose id stands at `at`. */
  has(ids: Uint8Array, at: number): boolean;
  /** The same, and notes a name of a blob; further names only where they differ. */
  addName(ids: Uint8Array, at: number, name: string): boolean;
  /** Names of an object of a pack, or of a loose one. */
  namesInPack(pack: Pack, number: number): readonly string[];
  namesOfLoose(id: string): readonly string[];
  /** Every name there is, once. */
  allNames(): Iterable<string>;
  setClean(pack: Pack, number: number, isTainted: boolean): void;
  setLooseClean(id: string, isTainted: boolean): void;
  isPacked(id: string): boolean;
  /** Whether a pack before this one has it too. */
  isDuplicate(pack: Pack, number: number): boolean;
  /** What was found clean in a pack, by number, or among the loose objects, ascending by id. */
  cleanInPack(pack: Pack): Iterable<CleanObject>;
  cleanLoose(): Iterable<CleanObject>;
  /** Objects of a pack of which a name was noted, by number. */
  namedInPack(pack: Pack): Iterable<number>;
}

/** An object that was found clean, under all of its names. */
export interface CleanObject {
  readonly id: Uint8Array;
  readonly names: readonly string[];
  readonly isTainted: boolean;
}

const CLEAN = 1;
const TAINTED = 2;

/** Columns for the objects of one pack, by their numbers in the index. */
interface Columns {
  readonly names: Int32Array;
  /** 0, CLEAN or TAINTED. */
  readonly clean: Uint8Array;
}

/** Tables for the packs and loose objects of a store; memory is 5 bytes an object and each name once. */
export function createKnownObjects(store: ObjectStore, packs: readonly Pack[]): KnownObjects {
  const { format } = store;
  const columns = new Map<Pack, Columns>(
    packs.map((pack) => [
      pack,
      { names: new Int32Array(pack.index.count).fill(-1), clean: new Uint8Array(pack.index.count) },
    ]),
  );
  const loose = new Map<string, string[]>(store.loose().map((id) => [id, []]));
  const cleanLoose = new Map<string, boolean>();
  const names: string[] = [];
  const numbers = new Map<string, number>();
  /** Blobs with more than one name. */
  const more = new Map<Columns, Map<number, Set<number>>>();

  function numberOf(name: string): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  }

  function addToPack(column: Columns, number: number, name: number): void {
    const first = column.names[number]!;
    if (first === -1) column.names[number] = name;
    else if (first !== name) {
      const others = more.get(column) ?? new Map<number, Set<number>>();
      more.set(column, others);
      others.set(number, (others.get(number) ?? new Set()).add(name));
    }
  }

  function namesInPack(pack: Pack, number: number): readonly string[] {
    const column = columns.get(pack)!;
    const first = column.names[number]!;
    if (first === -1) return NONE;
    const others = more.get(column)?.get(number);
    return [names[first]!, ...[...(others ?? [])].map((other) => names[other]!)];
  }

  const hexAt = (ids: Uint8Array, at: number) =>
    Buffer.from(ids.subarray(at, at + format.idLength)).toString('hex');

  return {
    has(ids, at) {
      for (const pack of packs) if (pack.index.find(ids, at) !== -1) return true;
      return loose.size > 0 && loose.has(hexAt(ids, at));
    },
    addName(ids, at, name) {
      const nameNumber = numberOf(name);
      let isThere = false;
      for (const [pack, column] of columns) {
        const number = pack.index.find(ids, at);
        if (number === -1) continue;
        addToPack(column, number, nameNumber);
        isThere = true;
      }
      const others = loose.size > 0 ? loose.get(hexAt(ids, at)) : undefined;
      if (others && !others.includes(name)) others.push(name);
      return isThere || others !== undefined;
    },
    namesInPack,
    namesOfLoose: (id) => loose.get(id) ?? NONE,
    allNames: () => names,
    setClean(pack, number, isTainted) {
      columns.get(pack)!.clean[number] = isTainted ? TAINTED : CLEAN;
    },
    setLooseClean: (id, isTainted) => void cleanLoose.set(id, isTainted),
    isPacked(id) {
      const bytes = Buffer.from(id, 'hex');
      return packs.some((pack) => pack.index.find(bytes) !== -1);
    },
    isDuplicate(pack, number) {
      if (packs[0] === pack) return false;
      const id = pack.index.id(number);
      for (const other of packs) {
        if (other === pack) return false;
        if (other.index.find(id, 0) !== -1) return true;
      }
      return false;
    },
    *cleanInPack(pack) {
      const { clean } = columns.get(pack)!;
      for (const [number, verdict] of clean.entries()) {
        if (verdict === 0) continue;
        yield { id: pack.index.id(number), names: namesInPack(pack, number), isTainted: verdict === TAINTED };
      }
    },
    *cleanLoose() {
      for (const id of [...cleanLoose.keys()].sort())
        yield { id: Buffer.from(id, 'hex'), names: loose.get(id) ?? NONE, isTainted: cleanLoose.get(id)! };
    },
    *namedInPack(pack) {
      for (const [number, name] of columns.get(pack)!.names.entries()) if (name !== -1) yield number;
    },
  };
}

const NONE: readonly string[] = [];
