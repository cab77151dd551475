import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import type { Range } from '../../src/types.js';
import { encodeDelta, type Step } from '../make-delta.js';
import type { Random } from '../random.js';
import { git } from './git.js';
import { type Guarded, guardedUnpackers, place, SLACK } from './guarded-memory.js';
import type { Target } from './target.js';

const SIZE = 3_000_000;
const MODES = ['40000', '100644', '100755', '120000', '160000'] as const;

/** Trees of random entries, as git lists them, and mutations: the same by both readers, also of what a delta changed. */
export const tree: Target = {
  name: 'tree',
  rounds: 800,
  create(directory) {
    const unpackers = guardedUnpackers(SIZE);
    return (random) => {
      const idLength = random.pick([20, 32] as const);
      const { bytes, names } = randomTree(random, idLength);
      const isRight = random.below(2) === 0;
      const change = randomChange(random, isRight ? bytes : mutated(random, bytes));
      const results = unpackers.map((one) => entriesOf(one, change, { idLength, random }));
      const [all, other] = results.map((result) => result.all);
      assert.deepEqual(all, other, 'kernel and JavaScript differ');
      for (const result of results) assertChanged(result, idLength);
      if (isRight) {
        assert.deepEqual(
          all?.map(([from, to]) => bytes.toString('latin1', from, to)),
          names,
        );
        if (idLength === 20 && names.length < 200 && random.below(60) === 0)
          assert.deepEqual(namesByGit(directory, bytes), names, 'git lists other names');
      }
      return all ? 'accepted' : 'refused';
    };
  },
};

/** A tree as git writes it: names in order, without a slash or NUL. */
function randomTree(random: Random, idLength: number): { bytes: Buffer; names: readonly string[] } {
  const count = random.below(random.pick([1, 5, 40, random.below(20) ? 40 : 9000]) + 1);
  const entries = new Map<string, string>();
  for (let i = 0; i < count; i++) {
    const noise = random
      .bytes(random.below(random.below(10) ? 12 : 300))
      .map((byte) => (byte % 48 === 0 ? 46 : byte));
    entries.set(`${Buffer.from(noise).toString('latin1')}x${i}`, random.pick(MODES));
  }
  const sortKey = (name: string) => name + (entries.get(name) === '40000' ? '/' : '');
  const names = [...entries.keys()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const parts = names.flatMap((name) => [
    Buffer.from(`${entries.get(name)} ${name}\0`, 'latin1'),
    random.bytes(idLength),
  ]);
  return { bytes: Buffer.concat(parts), names };
}

function mutated(random: Random, right: Buffer): Buffer {
  if (right.length === 0 || random.below(5) === 0) return random.bytes(random.below(100));
  if (random.below(4) === 0) return right.subarray(0, random.below(right.length));
  const bytes = Buffer.from(right);
  for (let left = 1 + random.below(3); left > 0; left--)
    bytes[random.below(bytes.length)] = random.pick([0, 32, 48, random.below(256)]);
  return bytes;
}

interface Entries {
  readonly all: readonly Range[] | undefined;
  /** Those which the last delta touched. */
  readonly changed: readonly Range[] | undefined;
  readonly edges: readonly Range[];
}

function entriesOf(
  one: Guarded,
  change: Change,
  { idLength, random }: { idLength: number; random: Random },
): Entries {
  const { unpacker, memory } = one;
  const { tree } = change;
  makeEdges(one, change);
  const at = memory.length - SLACK - tree.length;
  place(memory, at, { bytes: tree, random });
  const view = memory.subarray(at, at + tree.length);
  return {
    all: unpacker.entries(view, idLength, false),
    changed: unpacker.entries(view, idLength, true),
    edges: unpacker.edges(),
  };
}

/** Has the unpacker apply a delta that makes this tree of another, so that it knows what has changed. */
function makeEdges({ unpacker, memory }: Guarded, { tree, base, steps }: Change): void {
  const delta = encodeDelta(base.length, steps);
  const stream = deflateSync(delta, { level: 1 });
  memory.set(stream, 0);
  memory.set(base, 1_000_000);
  const size = unpacker.applyDelta(memory, {
    source: 0,
    sourceEnd: stream.length,
    deltaSize: delta.length,
    delta: 500_000,
    base: 1_000_000,
    baseSize: base.length,
    target: 1_500_000,
    targetEnd: 1_500_000 + tree.length,
  });
  assert.equal(size, tree.length);
}

/** A tree, and a delta that makes it. */
interface Change {
  readonly tree: Buffer;
  readonly base: Buffer;
  readonly steps: readonly Step[];
}

/** Cuts a tree in pieces that are in the base, with more between them, and pieces that are new. */
function randomChange(random: Random, tree: Buffer): Change {
  const steps: Step[] = [];
  let base = Buffer.alloc(0);
  for (let at = 0; at < tree.length; ) {
    const piece = tree.subarray(at, at + 1 + random.below(random.pick([4, 100, 50_000])));
    at += piece.length;
    if (random.below(3) === 0) steps.push(piece);
    else {
      base = Buffer.concat([base, random.bytes(random.below(3) ? 0 : 5)]);
      steps.push([base.length, piece.length]);
      base = Buffer.concat([base, piece]);
    }
  }
  return { tree, base, steps };
}

/** Each reader names all entries that an edge touches, and none that is not in the tree. */
function assertChanged({ all, changed, edges }: Entries, idLength: number): void {
  assert.equal(changed === undefined, all === undefined);
  if (!all) return;
  const listed = new Set((changed ?? []).map(String));
  const known = new Set(all.map(String));
  assert.ok(
    [...listed].every((range) => known.has(range)),
    'an entry that is not in the tree',
  );
  let start = 0;
  let edge = 0;
  for (const range of all) {
    const end = range[1] + 1 + idLength;
    while (edge < edges.length && edges[edge]![1] < start) edge++;
    const isTouched = edge < edges.length && edges[edge]![0] <= end;
    assert.ok(!isTouched || listed.has(String(range)), 'a changed entry is left out');
    start = end;
  }
}

function namesByGit(directory: string, tree: Buffer): readonly string[] {
  git(directory, ['init', '-q', '.']);
  const id = git(directory, ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], tree)
    .toString()
    .trim();
  const names = git(directory, ['ls-tree', '-z', '--name-only', id]).toString('latin1');
  return names.split('\0').slice(0, -1);
}
