import type { Sieve, SourceContext, Unpacker } from '../../types.js';
import { isLfsPointer } from '../git/lfs.js';
import { type Arena, createArena } from './arena.js';
import { Damage } from './damage.js';
import { type UnpackedObject, walkFamilies } from './families.js';
import { createKnownObjects, type KnownObjects } from './known-objects.js';
import { KINDS } from './object-format.js';
import type { ObjectStore } from './object-store.js';
import { type Pack, type PackEntries, readPackEntries } from './pack-entries.js';
import { createReferences, type References } from './references.js';
import { windowsAround } from './windows.js';

/** What a sieve needs of the scan. */
export interface SieveTools {
  readonly unpacker: Unpacker;
  readonly sieve: Sieve;
  readonly allocate: SourceContext['allocate'];
  readonly signal?: AbortSignal | undefined;
  /** Called for each blob, commit and tag that was read. */
  readonly onObject: (kind: 'commit' | 'blob' | 'tag', size: number) => void;
}

/** What is left of a store when all is taken out that holds nothing. Ids are in hex. */
export interface Sifted {
  /** May hold findings; those that could not be read here are among them. */
  readonly blobs: readonly string[];
  readonly commits: readonly string[];
  /** Whether a file or folder name may hold one. */
  readonly hasNames: boolean;
  /** Whether everything was read, and everything that is named is there. */
  readonly isWhole: boolean;
  /** Whether a blob or commit was read and holds nothing. */
  isClean(id: string): boolean;
}

/** Kernel memory for unpacking: what does not fit is left to git. */
const MEMORY = 256 * 1024 * 1024;

/**
 * Reads every object of a store once, in the order that suits its packs. `shallow` are commits whose parents are not
 * expected to be there.
 */
export function sieveStore(store: ObjectStore, tools: SieveTools, shallow: ReadonlySet<string>): Sifted {
  const arena = createArena(tools.allocate, MEMORY);
  const known = createKnownObjects(store);
  const references = createReferences(known, tools.unpacker, store.format.idLength);
  const run: Run = {
    store,
    tools,
    arena,
    known,
    references,
    shallow,
    blobs: [],
    commits: [],
    isWhole: store.problems.length === 0,
  };
  const packs = store.packs.map((pack) => ({ pack, entries: readPackEntries(pack, arena, tools.unpacker) }));
  for (const { pack, entries } of packs) readTrees(run, pack, entries);
  readLoose(run, 'tree');
  for (const { pack, entries } of packs) sievePack(run, pack, entries);
  readLoose(run, 'rest');
  return {
    blobs: run.blobs,
    commits: run.commits,
    hasNames: hasFindings(known.allNames(), tools.sieve),
    isWhole: run.isWhole && references.isComplete(),
    isClean: known.isClean,
  };
}

interface Run {
  readonly store: ObjectStore;
  readonly tools: SieveTools;
  readonly arena: Arena;
  readonly known: KnownObjects;
  readonly references: References;
  readonly shallow: ReadonlySet<string>;
  readonly blobs: string[];
  readonly commits: string[];
  isWhole: boolean;
}

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
    const isRead = references.readTree(step.value.bytes, step.value.derived !== undefined);
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
    const isSeen = known.isDuplicate(pack, number);
    step = walk.next(isSeen || sievePacked(run, { pack, entries, object: value, number }));
    if (tools.signal?.aborted) return;
  }
}

interface Packed {
  readonly pack: Pack;
  readonly entries: PackEntries;
  readonly object: UnpackedObject;
  readonly number: number;
}

/** Gives whether the object is tainted. */
function sievePacked(run: Run, { pack, entries, object, number }: Packed): boolean {
  const { known, tools } = run;
  const kind = KINDS[object.kind] as 'commit' | 'blob' | 'tag';
  const id = () => hex(pack.index.id(number));
  tools.onObject(kind, object.bytes.length);
  if (kind !== 'blob')
    return sieveAnnotation(run, {
      kind,
      bytes: object.bytes,
      id,
      setClean: () => known.setClean(pack, number),
    });
  const names = known.namesInPack(pack, number);
  const verdict = sieveBlob(tools, object, names, baseNames(known, { pack, entries, object, number }));
  if (verdict === 'found') run.blobs.push(id());
  else known.setClean(pack, number);
  return verdict !== 'clean';
}

/** The base's windows serve only if it was judged under the same name. */
function baseNames(known: KnownObjects, { pack, entries, object }: Packed): readonly string[] {
  return object.derived ? known.namesInPack(pack, entries.numbers[object.derived.base]!) : [];
}

type Verdict = ReturnType<Sieve['judge']>;

const NAMELESS: readonly string[] = [''];

function sieveBlob(
  { sieve }: SieveTools,
  { bytes, derived }: Pick<UnpackedObject, 'bytes' | 'derived'>,
  ownNames: readonly string[],
  baseNames: readonly string[],
): Verdict {
  // to be noted as what it is
  if (isLfsPointer(bytes)) return 'found';
  const names = ownNames.length === 0 ? NAMELESS : ownNames;
  const ranges =
    derived && names.every((name) => (baseNames.length === 0 ? NAMELESS : baseNames).includes(name))
      ? { ranges: windowsAround(derived.edges, sieve.reach, bytes.length) }
      : {};
  let worst: Verdict = 'clean';
  for (const path of names) {
    const verdict = sieve.judge({ path, bytes, ...ranges });
    if (verdict === 'found') return verdict;
    if (verdict === 'tainted') worst = verdict;
  }
  return worst;
}

interface Annotation {
  readonly kind: 'commit' | 'tag';
  readonly bytes: Uint8Array;
  readonly id: () => string;
  readonly setClean: () => void;
}

/** Tags are few: all of them are left to the scan itself. */
function sieveAnnotation(run: Run, { kind, bytes, id, setClean }: Annotation): true {
  const isShallow = run.shallow.size > 0 && run.shallow.has(id());
  run.isWhole &&= run.references.readAnnotation(bytes, isShallow);
  if (kind === 'tag') return true;
  if (run.tools.sieve.judge({ path: '', bytes }) === 'found') run.commits.push(id());
  else setClean();
  return true;
}

/** A blob that cannot be read here may be read by git; anything else may name objects. */
function keepUnread(run: Run, pack: Pack, entries: PackEntries, entry: number): void {
  if (KINDS[entries.kinds[entry]!] === 'blob') run.blobs.push(hex(pack.index.id(entries.numbers[entry]!)));
  else run.isWhole = false;
}

/** Loose objects are read twice: names of blobs are in trees, which come in any order. */
function readLoose(run: Run, round: 'tree' | 'rest'): void {
  const { store, known, references, tools } = run;
  for (const id of store.loose()) {
    if (tools.signal?.aborted) return;
    if (known.isPacked(id)) continue;
    try {
      const { kind, bytes } = store.read(id);
      if ((kind === 'tree') !== (round === 'tree')) continue;
      if (kind === 'tree') run.isWhole &&= references.readTree(bytes, false);
      else {
        tools.onObject(kind, bytes.length);
        const setClean = () => known.setLooseClean(id);
        if (kind !== 'blob') sieveAnnotation(run, { kind, bytes, id: () => id, setClean });
        else if (sieveBlob(tools, { bytes }, known.namesOfLoose(id), []) === 'found') run.blobs.push(id);
        else setClean();
      }
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      run.isWhole = false;
    }
  }
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

function hex(id: Uint8Array): string {
  return Buffer.from(id.buffer, id.byteOffset, id.length).toString('hex');
}
