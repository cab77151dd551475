import { createHash } from 'node:crypto';
import type { EarlierSieve } from './earlier-sieve.js';
import type { ObjectStore } from './object-store.js';
import type { Pack } from './pack-entries.js';
import type { PositionedFile } from './pack-file.js';
import { readVerdicts, type Verdicts } from './verdicts.js';

/** What of an earlier sieve holds for a store as it is now. */
export interface ReusedSieve {
  /** The sieve whose packs and loose objects are all still there: they need no other look. */
  readonly earlier?: EarlierSieve;
  /** Packs that it knows, and the others. */
  readonly known: readonly Pack[];
  readonly fresh: readonly Pack[];
  /** Whether it knows a loose object, or one that was loose then. */
  isKnownLoose(id: string): boolean;
  readonly verdicts: Verdicts;
  /** The digests of all packs. */
  readonly digests: readonly string[];
}

/** So many tables are looked through for each object; then all is sieved anew into one. */
const MOST_SECTIONS = 24;

/**
 * Compares a store with an earlier sieve of it. Packs are told by the SHA-256 of their content and of their index:
 * neither a name nor a time says what a pack of somebody else holds.
 */
export function reuseSieve(
  store: ObjectStore,
  earlier: EarlierSieve | undefined,
  shallow: ReadonlySet<string>,
): ReusedSieve {
  const digests = new Map(store.packs.map((pack) => [pack, digestOf(pack)]));
  const verdicts = earlier ? readVerdicts(earlier.verdicts) : NOTHING_KNOWN;
  const all = { known: [], fresh: store.packs, isKnownLoose: () => false };
  const common = { verdicts, digests: [...digests.values()] };
  if (!earlier || !isStillThere(earlier, { store, shallow, digests: common.digests }))
    return { ...all, ...common };
  const wasThere = new Set(earlier.packs);
  const loose = new Set(idsIn(earlier.loose, store.format.idLength));
  const isKnown = (pack: Pack) => wasThere.has(digests.get(pack)!);
  return {
    earlier,
    known: store.packs.filter(isKnown),
    fresh: store.packs.filter((pack) => !isKnown(pack)),
    isKnownLoose: (id) => loose.has(id),
    ...common,
  };
}

const NOTHING_KNOWN: Verdicts = { verdictOf: () => undefined };

interface Present {
  readonly store: ObjectStore;
  readonly shallow: ReadonlySet<string>;
  readonly digests: readonly string[];
}

/** Whether all that was whole then is there now: only then is what it named there too. */
function isStillThere(earlier: EarlierSieve, { store, shallow, digests }: Present): boolean {
  const present = new Set(digests);
  if (earlier.verdicts.sections.length > MOST_SECTIONS) return false;
  if (!earlier.packs.every((digest) => present.has(digest))) return false;
  if (earlier.shallow.join() !== [...shallow].sort().join()) return false;
  const loose = new Set(store.loose());
  const isThere = (id: string) => {
    const bytes = Buffer.from(id, 'hex');
    return loose.has(id) || store.packs.some(({ index }) => index.find(bytes) !== -1);
  };
  // what was missing and came has a name that only trees read before tell
  return idsIn(earlier.loose, store.format.idLength).every(isThere) && !earlier.missing.some(isThere);
}

function idsIn(ids: Uint8Array, idLength: number): readonly string[] {
  const text = Buffer.from(ids.buffer, ids.byteOffset, ids.length).toString('hex');
  return Array.from({ length: ids.length / idLength }, (_, n) =>
    text.slice(n * 2 * idLength, (n + 1) * 2 * idLength),
  );
}

const BLOCK = 1 << 20;

function digestOf({ file, index }: Pack): string {
  const hash = createHash('sha256').update(index.bytes);
  const block = Buffer.allocUnsafe(BLOCK);
  for (const part of blocksOf(file, block)) hash.update(part);
  return hash.digest('hex');
}

function* blocksOf(file: PositionedFile, block: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < file.size; at += block.length) yield block.subarray(0, file.read(block, at));
}
