import type { Scanned, Sieve } from '../../types.js';
import { isLfsPointer } from '../git/lfs.js';
import type { Arena } from './arena.js';
import { Damage } from './damage.js';
import type { UnpackedObject } from './families.js';
import type { KnownObjects } from './known-objects.js';
import { type ObjectKind, objectId } from './object-format.js';
import type { ObjectStore } from './object-store.js';
import type { References } from './references.js';
import type { ReusedSieve } from './reused-sieve.js';
import type { NoteSieve } from './sieve-notes.js';
import type { SieveTools } from './sieve-store.js';

export interface Run {
  readonly store: ObjectStore;
  readonly tools: SieveTools;
  readonly arena: Arena;
  readonly notes: NoteSieve;
  readonly known: KnownObjects;
  readonly reused: ReusedSieve;
  readonly references: References;
  readonly shallow: ReadonlySet<string>;
  readonly blobs: Set<string>;
  readonly commits: Set<string>;
  /** Objects whose content was found not to be what their id says, in hex. */
  readonly damaged: Set<string>;
  readonly verifies: boolean;
  readonly counts: Scanned;
  isWhole: boolean;
}

/** Notes an object whose content is not what its id says, where that is to be looked at; gives whether it is one. */
export function noteDamage(
  run: Run,
  kind: ObjectKind,
  { bytes, id }: { bytes: Uint8Array; id: Uint8Array },
): boolean {
  if (!run.verifies || objectId(run.store.format, kind, bytes) === hex(id)) return false;
  run.damaged.add(hex(id));
  return true;
}

export function count({ counts }: Run, kind: AnnotationKind | 'blob', size: number): void {
  if (kind === 'tag') return;
  counts.units++;
  counts.bytes += size;
  if (kind === 'commit') counts.commits++;
}

/** What an earlier sieve found of an object under all of these names. */
export function earlierVerdict(
  { reused: { verdicts } }: Run,
  id: Uint8Array,
  names: readonly string[],
): Verdict | undefined {
  let worst: Verdict = 'clean';
  for (const name of names.length === 0 ? NAMELESS : names) {
    const verdict = verdicts.verdictOf(id, 0, name);
    if (verdict === undefined) return undefined;
    if (verdict === 'tainted') worst = verdict;
  }
  return worst;
}

export type Verdict = ReturnType<Sieve['judge']>;

export const NAMELESS: readonly string[] = [''];

export function sieveBlob(
  { sieve }: SieveTools,
  { bytes, derived }: Pick<UnpackedObject, 'bytes' | 'derived'>,
  ownNames: readonly string[],
  baseNames: readonly string[],
): Verdict {
  // to be noted as what it is
  if (isLfsPointer(bytes)) return 'found';
  const names = ownNames.length === 0 ? NAMELESS : ownNames;
  const edges =
    derived && names.every((name) => (baseNames.length === 0 ? NAMELESS : baseNames).includes(name))
      ? { edges: derived.edges }
      : {};
  let worst: Verdict = 'clean';
  for (const path of names) {
    const verdict = sieve.judge({ path, bytes, ...edges });
    if (verdict === 'found') return verdict;
    if (verdict === 'tainted') worst = verdict;
  }
  return worst;
}

export type AnnotationKind = 'commit' | 'tag';

export interface Annotation {
  readonly kind: AnnotationKind;
  readonly bytes: Uint8Array;
  readonly id: Uint8Array;
  readonly setClean: (isTainted: boolean) => void;
}

/** Tags are few: all of them are left to the scan itself. */
export function sieveAnnotation(run: Run, { kind, bytes, id, setClean }: Annotation): true {
  const isShallow = run.shallow.size > 0 && run.shallow.has(hex(id));
  run.isWhole &&= run.references.readAnnotation(bytes, isShallow);
  if (kind === 'tag') return true;
  if (earlierVerdict(run, id, NAMELESS)) {
    setClean(true);
    return true;
  }
  const own = hex(id);
  run.notes.add(bytes, (isFound) => {
    if (isFound) run.commits.add(own);
    else setClean(true);
  });
  return true;
}

/** A blob that an earlier sieve knows, under the names that it has now. */
export function sieveAgain(run: Run, id: Uint8Array, names: readonly string[]): void {
  const own = hex(id);
  if (names.length === 0 || run.blobs.has(own) || earlierVerdict(run, id, names)) return;
  try {
    const { kind, bytes } = run.store.read(own);
    if (kind === 'blob' && sieveBlob(run.tools, { bytes }, names, []) === 'found') run.blobs.add(own);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    run.isWhole = false;
  }
}

export function hex(id: Uint8Array): string {
  return Buffer.from(id.buffer, id.byteOffset, id.length).toString('hex');
}
