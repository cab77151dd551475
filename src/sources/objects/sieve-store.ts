import type { Scanned, Sieve, SourceContext, Unpacker } from '../../types.js';
import { createArena } from './arena.js';
import type { EarlierSieve } from './earlier-sieve.js';
import { type UnpackedObject, walkFamilies } from './families.js';
import { type CleanObject, createKnownObjects, type KnownObjects } from './known-objects.js';
import { KINDS } from './object-format.js';
import type { ObjectStore } from './object-store.js';
import { type Pack, type PackEntries, readPackEntries } from './pack-entries.js';
import { createReferences } from './references.js';
import { reuseSieve } from './reused-sieve.js';
import { readLoose } from './sieve-loose.js';
import { createNoteSieve } from './sieve-notes.js';
import {
  type AnnotationKind,
  count,
  earlierVerdict,
  hex,
  NAMELESS,
  noteDamage,
  type Run,
  sieveAgain,
  sieveAnnotation,
  sieveBlob,
} from './sieve-run.js';
import { createVerdictWriter } from './verdicts.js';

/** What a sieve needs of the scan. */
export interface SieveTools {
  readonly unpacker: Unpacker;
  readonly sieve: Sieve;
  readonly allocate: SourceContext['allocate'];
  readonly signal?: AbortSignal | undefined;
}

/** What is known of a store before it is sieved, and what is asked of it. */
export interface SieveKnowledge {
  /** Commits whose parents are not expected to be there. */
  readonly shallow: ReadonlySet<string>;
  /** Of the same sieve, from another time. */
  readonly earlier?: EarlierSieve | undefined;
  /** Compare the id of every object with its content. */
  readonly verify?: boolean | undefined;
}

/** What is left of a store when all is taken out that holds nothing. Ids are in hex. */
export interface Sifted {
  /** May hold findings; those that could not be read here are among them. */
  readonly blobs: readonly string[];
  readonly commits: readonly string[];
  /** Whether a file or folder name may hold one. */
  readonly hasNames: boolean;
  /** Whether everything was read, and everything that is named is there but for the missing blobs. */
  readonly isWhole: boolean;
  /** Blobs that trees name and the store lacks. */
  readonly missing: ReadonlySet<string>;
  /** Objects whose content is not what their id says, as far as that was looked at. */
  readonly damaged: ReadonlySet<string>;
  /** Blobs, commits and their bytes, tags left out. */
  readonly counts: Readonly<Scanned>;
  /** What the next sieve of the store need not do again; only of a whole one. */
  remains(): EarlierSieve;
}

/** Kernel memory for unpacking: what does not fit is left to git. */
const MEMORY = 256 * 1024 * 1024;

/** Reads every object of a store once, in the order that suits its packs; what an earlier sieve knows, not at all. */
export function sieveStore(
  store: ObjectStore,
  tools: SieveTools,
  { shallow, earlier, verify }: SieveKnowledge,
): Sifted {
  const arena = createArena(tools.allocate, MEMORY);
  const reused = reuseSieve(store, earlier, shallow);
  const known = createKnownObjects(store, [...reused.known, ...reused.fresh]);
  const { blobs = [], commits = [], missing = [], counts = NO_COUNTS } = reused.earlier ?? {};
  const { idLength } = store.format;
  const references = createReferences(known, tools.unpacker, { idLength, earlier: missing });
  const run: Run = {
    store,
    tools,
    arena,
    notes: createNoteSieve(tools.sieve, arena),
    reused,
    known,
    references,
    shallow,
    blobs: new Set(blobs),
    commits: new Set(commits),
    damaged: new Set(),
    verifies: verify ?? false,
    counts: { ...counts },
    isWhole: store.problems.length === 0,
  };
  const packs = reused.fresh.map((pack) => ({ pack, entries: readPackEntries(pack, arena, tools.unpacker) }));
  for (const { pack, entries } of packs) readTrees(run, pack, entries);
  readLoose(run, 'tree');
  for (const { pack, entries } of packs) sievePack(run, pack, entries);
  readLoose(run, 'rest');
  run.notes.flush();
  for (const pack of reused.known) sieveNewNames(run, pack);
  const hasNames = reused.earlier?.hasNames || hasFindings(known.allNames(), tools.sieve);
  return {
    blobs: [...run.blobs],
    commits: [...run.commits],
    counts: run.counts,
    hasNames,
    isWhole: run.isWhole && references.isComplete(),
    missing: references.missing(),
    damaged: run.damaged,
    remains: () => remainsOf(run, hasNames),
  };
}

const NO_COUNTS: Readonly<Scanned> = { units: 0, bytes: 0, commits: 0 };

const isTree = (kind: number) => KINDS[kind] === 'tree';

/** Trees give blobs their names, and say what has to be there. */
function readTrees(run: Run, pack: Pack, entries: PackEntries): void {
  const { arena, references, tools } = run;
  // an object of unknown kind could be one that names others
  if (entries.kinds.includes(0)) run.isWhole = false;
  const onUnreadable = () => {
    run.isWhole = false;
  };
  const walk = walkFamilies({ pack, entries, arena, unpacker: tools.unpacker, wants: isTree, onUnreadable });
  for (let step = walk.next(false); !step.done; ) {
    const { entry, bytes, derived } = step.value;
    if (run.verifies) noteDamage(run, 'tree', { bytes, id: pack.index.id(entries.numbers[entry]!) });
    const isRead = references.readTree(bytes, derived !== undefined);
    run.isWhole &&= isRead;
    step = walk.next(!isRead);
    if (tools.signal?.aborted) return;
  }
}

function sievePack(run: Run, pack: Pack, entries: PackEntries): void {
  const { arena, known, tools } = run;
  const onUnreadable = (entry: number) => keepUnread(run, pack, entries, entry);
  const wants = (kind: number) => !isTree(kind);
  const walk = walkFamilies({ pack, entries, arena, unpacker: tools.unpacker, wants, onUnreadable });
  for (let step = walk.next(false); !step.done; ) {
    const { value } = step;
    const number = entries.numbers[value.entry]!;
    const isSeen = isCounted(run, pack, number);
    step = walk.next(isSeen || sievePacked(run, { pack, entries, object: value, number }));
    if (tools.signal?.aborted) return;
  }
}

/** Whether another copy of an object of a fresh pack is sieved already. */
function isCounted(run: Run, pack: Pack, number: number): boolean {
  const { known, reused } = run;
  if (known.isDuplicate(pack, number)) return true;
  if (!reused.earlier || !reused.isKnownLoose(hex(pack.index.id(number)))) return false;
  sieveAgain(run, pack.index.id(number), known.namesInPack(pack, number));
  return true;
}

interface Packed {
  readonly pack: Pack;
  readonly entries: PackEntries;
  readonly object: UnpackedObject;
  readonly number: number;
}

/** Gives whether the object is tainted. */
function sievePacked(run: Run, { pack, entries, object, number }: Packed): boolean {
  const { known } = run;
  const kind = KINDS[object.kind] as AnnotationKind | 'blob';
  const id = pack.index.id(number);
  const { bytes } = object;
  const setClean = (isTainted: boolean) => known.setClean(pack, number, isTainted);
  count(run, kind, bytes.length);
  const isDamaged = noteDamage(run, kind, { bytes, id });
  if (kind !== 'blob') return sieveAnnotation(run, { kind, bytes, id, setClean });
  if (isDamaged) {
    run.blobs.add(hex(id));
    return true;
  }
  const names = known.namesInPack(pack, number);
  const verdict =
    earlierVerdict(run, id, names) ??
    sieveBlob(run.tools, object, names, baseNames(known, { pack, entries, object, number }));
  if (verdict === 'found') run.blobs.add(hex(id));
  else setClean(verdict === 'tainted');
  return verdict !== 'clean';
}

/** The base's windows serve only if it was judged under the same name. */
function baseNames(known: KnownObjects, { pack, entries, object }: Packed): readonly string[] {
  return object.derived ? known.namesInPack(pack, entries.numbers[object.derived.base]!) : [];
}

/** A blob that cannot be read here may be read by git; anything else may name objects. */
function keepUnread(run: Run, pack: Pack, entries: PackEntries, entry: number): void {
  if (KINDS[entries.kinds[entry]!] === 'blob') run.blobs.add(hex(pack.index.id(entries.numbers[entry]!)));
  else run.isWhole = false;
}

/** Objects of known packs that new trees name; mostly they had that name before. */
function sieveNewNames(run: Run, pack: Pack): void {
  for (const number of run.known.namedInPack(pack)) {
    if (run.tools.signal?.aborted) return;
    sieveAgain(run, pack.index.id(number), run.known.namesInPack(pack, number));
  }
}

/** What a next sieve can build on. */
function remainsOf(run: Run, hasNames: boolean): EarlierSieve {
  const { store, reused, known, shallow } = run;
  const { earlier } = reused;
  const writer = createVerdictWriter(store.format.idLength, earlier?.verdicts);
  const write = (objects: Iterable<CleanObject>) => {
    for (const { id, names, isTainted } of objects)
      for (const name of names.length === 0 ? NAMELESS : names) writer.add(id, name, isTainted);
    writer.endSection();
  };
  for (const pack of reused.fresh) write(known.cleanInPack(pack));
  write(known.cleanLoose());
  return {
    packs: reused.digests,
    loose: Buffer.from([...store.loose()].filter((id) => !known.isPacked(id)).join(''), 'hex'),
    shallow: [...shallow].sort(),
    counts: run.counts,
    blobs: [...run.blobs].sort(),
    commits: [...run.commits].sort(),
    missing: [...run.references.missing()].sort(),
    hasNames,
    verdicts: writer.table(),
  };
}

/** Names by the thousand, and one by one only where something is among them. */
function hasFindings(names: Iterable<string>, sieve: Sieve): boolean {
  let block: string[] = [];
  const found = () =>
    sieve.judge({ path: '', bytes: Buffer.from(block.join('\n'), 'latin1') }) === 'found' &&
    block.some((name) => sieve.judge({ path: name, bytes: Buffer.from(name, 'latin1') }) === 'found');
  for (const name of names) {
    if (block.push(name) < 1000) continue;
    if (found()) return true;
    block = [];
  }
  return block.length > 0 && found();
}
