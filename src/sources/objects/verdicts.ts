import { createHash } from 'node:crypto';

/** What was judged of objects under their names: sections of records, each ascending by id. */
export interface VerdictTable {
  readonly idLength: number;
  /** The first 16 bytes of each name's SHA-256, one after the other: a name itself can be a secret. */
  readonly names: Uint8Array;
  /** Records of an id and a number of 32 bits: the name's, with the highest bit for tainted. */
  readonly sections: readonly Uint8Array[];
}

/** The verdicts of an earlier sieve. */
export interface Verdicts {
  /** What was found of the object whose id stands at `at` under a name; undefined: nothing is known. */
  verdictOf(ids: Uint8Array, at: number, name: string): 'clean' | 'tainted' | undefined;
}

const NAME_LENGTH = 16;
const TAINTED = 0x80000000;

/** Looks verdicts up in a table. */
export function readVerdicts({ idLength, names, sections }: VerdictTable): Verdicts {
  const stride = idLength + 4;
  const numbers = new Map(hashesIn(names).map((hash, number) => [hash.toString('latin1'), number]));
  const known = new Map<string, number>();
  const numberOf = (name: string): number => {
    let number = known.get(name);
    if (number !== undefined) return number;
    number = numbers.get(hashOf(name).toString('latin1')) ?? -1;
    known.set(name, number);
    return number;
  };
  const views = sections.map((section) => Buffer.from(section.buffer, section.byteOffset, section.length));

  return {
    verdictOf(ids, at, name) {
      const wanted = numberOf(name);
      if (wanted === -1) return undefined;
      for (const section of views) {
        let record = firstOf(section, { ids, at, idLength });
        for (; record < section.length && isSame(section, record, { ids, at, idLength }); record += stride) {
          const number = section.readUInt32LE(record + idLength);
          if ((number & 0x7fffffff) === wanted) return number >= TAINTED ? 'tainted' : 'clean';
        }
      }
      return undefined;
    },
  };
}

interface Id {
  readonly ids: Uint8Array;
  readonly at: number;
  readonly idLength: number;
}

/** The offset of the first record that is not before an id. */
function firstOf(section: Buffer, id: Id): number {
  const stride = id.idLength + 4;
  let low = 0;
  let high = section.length / stride;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(section, middle * stride, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low * stride;
}

function isSame(section: Buffer, record: number, id: Id): boolean {
  return order(section, record, id) === 0;
}

function order(section: Buffer, record: number, { ids, at, idLength }: Id): number {
  for (let i = 0; i < idLength; i++) {
    const difference = section[record + i]! - ids[at + i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Gathers verdicts for a table, section by section, after those of an earlier one; ids of a section ascend. */
export function createVerdictWriter(idLength: number, earlier?: VerdictTable) {
  const hashes = earlier ? hashesIn(earlier.names) : [];
  const byHash = new Map(hashes.map((hash, number) => [hash.toString('latin1'), number]));
  const numbers = new Map<string, number>();
  const sections = [...(earlier?.sections ?? [])];
  let section = Buffer.alloc(0);
  let size = 0;

  function numberOf(name: string): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const hash = hashOf(name);
    const number = byHash.get(hash.toString('latin1')) ?? hashes.push(hash) - 1;
    numbers.set(name, number);
    return number;
  }

  return {
    add(id: Uint8Array, name: string, isTainted: boolean): void {
      const stride = idLength + 4;
      if (size + stride > section.length) {
        const larger = Buffer.alloc(Math.max(4096, 2 * section.length));
        section.copy(larger, 0, 0, size);
        section = larger;
      }
      section.set(id, size);
      section.writeUInt32LE(numberOf(name) + (isTainted ? TAINTED : 0), size + idLength);
      size += stride;
    },
    endSection(): void {
      if (size > 0) sections.push(section.subarray(0, size));
      section = Buffer.alloc(0);
      size = 0;
    },
    table: (): VerdictTable => ({ idLength, names: Buffer.concat(hashes), sections }),
  };
}

function hashesIn(names: Uint8Array): Buffer[] {
  const all = Buffer.from(names.buffer, names.byteOffset, names.length);
  const count = Math.floor(all.length / NAME_LENGTH);
  return Array.from({ length: count }, (_, n) => all.subarray(n * NAME_LENGTH, (n + 1) * NAME_LENGTH));
}

function hashOf(name: string): Buffer {
  return createHash('sha256').update(name, 'latin1').digest().subarray(0, NAME_LENGTH);
}
