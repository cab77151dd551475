import { Damage } from './damage.js';
import {
  type AnnotationKind,
  count,
  earlierVerdict,
  type Run,
  sieveAgain,
  sieveAnnotation,
  sieveBlob,
} from './sieve-run.js';

/** Loose objects are read twice: names of blobs are in trees, which come in any order. */
export function readLoose(run: Run, round: 'tree' | 'rest'): void {
  const { store, known, reused, tools } = run;
  for (const id of store.loose()) {
    if (tools.signal?.aborted) return;
    if (known.isPacked(id)) continue;
    try {
      // under a new name it may be another thing
      if (reused.isKnownLoose(id)) {
        if (round === 'rest') sieveAgain(run, Buffer.from(id, 'hex'), known.namesOfLoose(id));
        continue;
      }
      const { kind, bytes } = store.read(id);
      if ((kind === 'tree') !== (round === 'tree')) continue;
      if (kind === 'tree') run.isWhole &&= readTree(run, bytes);
      else sieveLoose(run, { id, kind, bytes });
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      run.isWhole = false;
    }
  }
}

interface Loose {
  readonly id: string;
  readonly kind: AnnotationKind | 'blob';
  readonly bytes: Uint8Array;
}

function sieveLoose(run: Run, { id, kind, bytes }: Loose): void {
  const { known, tools } = run;
  count(run, kind, bytes.length);
  const setClean = (isTainted: boolean) => known.setLooseClean(id, isTainted);
  const own = Buffer.from(id, 'hex');
  if (kind !== 'blob') {
    sieveAnnotation(run, { kind, bytes, id: own, setClean });
    return;
  }
  const names = known.namesOfLoose(id);
  const verdict = earlierVerdict(run, own, names) ?? sieveBlob(tools, { bytes }, names, []);
  if (verdict === 'found') run.blobs.add(id);
  else setClean(verdict === 'tainted');
}

/** Trees are read where the unpacker reads: in the arena. */
function readTree({ arena, references }: Run, tree: Uint8Array): boolean {
  if (!arena.ensure(tree.length)) return false;
  const own = arena.bytes().subarray(0, tree.length);
  own.set(tree);
  return references.readTree(own, false);
}
