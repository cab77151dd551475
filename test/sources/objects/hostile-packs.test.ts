import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { SHA1 } from '../../../src/sources/objects/object-format.js';
import { openObjectStore } from '../../../src/sources/objects/object-store.js';
import { temporaryDirectory } from '../../git-sandbox.js';
import { encodeDelta, randomSteps, runSteps } from '../../make-delta.js';
import { idOf, type PackEntry, writePack } from '../../make-pack.js';
import { createRandom } from '../../random.js';
import { walkObjects } from './walk-store.js';

const blob = (content: Buffer): PackEntry => ({ kind: 'blob', content });

/** Blobs in a tree of deltas, each on one of those before it. */
function family(seed: number, size: number, byId: boolean): PackEntry[] {
  const random = createRandom(seed);
  const entries: PackEntry[] = [blob(random.bytes(2000))];
  while (entries.length < size) {
    const base = random.below(entries.length);
    const { content } = entries[base]!;
    const steps = randomSteps(random, content, 3 + random.below(8));
    const bytes = encodeDelta(content.length, steps);
    const result = runSteps(content, steps).result;
    if (result.length === 0) continue;
    entries.push({ ...blob(result), delta: { base: byId ? idOf('blob', content) : base, bytes } });
  }
  return entries;
}

function assertWhole(objects: string, entries: readonly PackEntry[]): void {
  const { ids, unreadable } = walkObjects(objects);
  assert.deepEqual(unreadable, []);
  for (const [indexed, actual] of ids) assert.equal(actual, indexed);
  const expected = entries.map(({ kind, content }) => idOf(kind, content));
  assert.deepEqual(ids.map(([id]) => id).sort(), expected.sort());
}

test('hand-made packs with either kind of delta, index and offset are read', () => {
  for (const byId of [false, true]) {
    for (const options of [{ indexVersion: 1 }, { indexVersion: 2 }, { largeOffsets: true }] as const) {
      const objects = temporaryDirectory();
      const entries = family(31, 40, byId);
      writePack(objects, entries, options);
      assertWhole(objects, entries);
      const store = openObjectStore({ objects, format: SHA1 });
      for (const { content } of entries) assert.ok(content.equals(store.read(idOf('blob', content)).bytes));
      store.close();
    }
  }
});

test('a delta on an object of another pack is left to random access, which finds its base', () => {
  const objects = temporaryDirectory();
  const content = Buffer.from('a line of the base\n'.repeat(20));
  writePack(objects, [blob(content)]);
  const result = Buffer.concat([content, Buffer.from('more')]);
  const bytes = encodeDelta(content.length, [[0, content.length], Buffer.from('more')]);
  writePack(objects, [{ ...blob(result), delta: { base: idOf('blob', content), bytes } }]);
  assert.deepEqual(walkObjects(objects).unreadable, [idOf('blob', result)]);
  const store = openObjectStore({ objects, format: SHA1 });
  assert.ok(result.equals(store.read(idOf('blob', result)).bytes));
  store.close();
});

test('deltas in a circle, on nothing, or on the wrong base are reported, and the rest is read', () => {
  const content = Buffer.from('content of a base\n'.repeat(10));
  const same = encodeDelta(content.length, [[0, content.length]]);
  const circle: PackEntry[] = [
    { ...blob(Buffer.from('a')), id: 'aa'.repeat(20), delta: { base: 'bb'.repeat(20), bytes: same } },
    { ...blob(Buffer.from('b')), id: 'bb'.repeat(20), delta: { base: 'aa'.repeat(20), bytes: same } },
    { ...blob(Buffer.from('c')), id: 'cc'.repeat(20), delta: { base: 'cc'.repeat(20), bytes: same } },
    { ...blob(Buffer.from('d')), id: 'dd'.repeat(20), delta: { base: 'ee'.repeat(20), bytes: same } },
    {
      ...blob(Buffer.from('f')),
      id: 'ff'.repeat(20),
      delta: { base: idOf('blob', Buffer.from('z')), bytes: same },
    },
  ];
  const objects = temporaryDirectory();
  writePack(objects, [blob(content), blob(Buffer.from('z')), ...circle]);
  const { ids, unreadable } = walkObjects(objects);
  assert.equal(ids.length, 2);
  assert.deepEqual(
    [...unreadable].sort(),
    ['aa', 'bb', 'cc', 'dd', 'ff'].map((id) => id.repeat(20)),
  );
  const store = openObjectStore({ objects, format: SHA1 });
  for (const id of unreadable) assert.throws(() => store.read(id), { name: 'Damage' });
  store.close();
});

test('sizes that lie are reported: too small, too large, larger than memory', () => {
  const content = Buffer.from('some content');
  const lies: PackEntry[] = [11, 13, 2 ** 31, 2 ** 33, 2 ** 45].map((size, i) => ({
    ...blob(content),
    id: `${i}${i}`.repeat(20),
    size,
  }));
  const objects = temporaryDirectory();
  writePack(objects, [blob(content), ...lies]);
  const { ids, unreadable } = walkObjects(objects);
  assert.deepEqual(
    ids.map(([id]) => id),
    [idOf('blob', content)],
  );
  assert.equal(unreadable.length, lies.length);
});

test('a delta that promises a gigabyte, or is a bomb, is reported and takes no such memory', () => {
  const content = Buffer.alloc(0x10000, 'x');
  const objects = temporaryDirectory();
  const huge = encodeDelta(
    content.length,
    Array.from({ length: 20_000 }, () => [0, 0x10000] as const),
  );
  const bomb = deflateSync(Buffer.alloc(300_000_000));
  writePack(objects, [
    blob(content),
    { ...blob(Buffer.from('1')), id: '11'.repeat(20), delta: { base: 0, bytes: huge } },
    { ...blob(Buffer.from('2')), id: '22'.repeat(20), stream: bomb, size: 100 },
    { ...blob(Buffer.from('3')), id: '33'.repeat(20), stream: bomb, size: 300_000_000 },
  ]);
  const { ids, unreadable } = walkObjects(objects);
  assert.deepEqual(
    ids.map(([id]) => id),
    [idOf('blob', content)],
  );
  assert.equal(unreadable.length, 3);
});

test('a long chain of large objects is read in bounded memory', () => {
  const random = createRandom(33);
  const objects = temporaryDirectory();
  const entries: PackEntry[] = [blob(random.bytes(3_000_000))];
  for (let i = 0; i < 120; i++) {
    const { content } = entries.at(-1)!;
    const steps = [[0, 0x10000] as const, random.bytes(50), ...copies(0x10000, content.length)];
    const bytes = encodeDelta(content.length, steps);
    entries.push({ ...blob(runSteps0(content, steps)), delta: { base: entries.length - 1, bytes } });
  }
  writePack(objects, entries);
  assertWhole(objects, entries);
});

/** Copies of at most 64 KiB from one offset of the base to another. */
function copies(from: number, to: number): (readonly [number, number])[] {
  const steps: (readonly [number, number])[] = [];
  for (let at = from; at < to; at += 0x10000) steps.push([at, Math.min(0x10000, to - at)]);
  return steps;
}

function runSteps0(base: Buffer, steps: readonly (Buffer | readonly [number, number])[]): Buffer {
  return Buffer.concat(
    steps.map((step) => (Buffer.isBuffer(step) ? step : base.subarray(step[0], step[0] + step[1]))),
  );
}

test('a changed byte anywhere in a pack never gives a wrong object, and is never unseen', () => {
  const random = createRandom(34);
  const objects = temporaryDirectory();
  const entries = family(35, 25, false);
  const name = writePack(objects, entries);
  const pack = readFileSync(`${name}.pack`);
  const all = entries.map(({ content }) => idOf('blob', content)).sort();
  for (let round = 0; round < 250; round++) {
    const damaged = Buffer.from(pack);
    const at = round < 50 ? round : random.below(pack.length);
    damaged[at]! ^= 1 << random.below(8);
    writeFileSync(`${name}.pack`, random.below(20) ? damaged : damaged.subarray(0, at));
    const store = openObjectStore({ objects, format: SHA1 });
    const isOpen = store.packs.length === 1;
    store.close();
    if (!isOpen) continue;
    const { ids, unreadable } = walkObjects(objects);
    for (const [indexed, actual] of ids) assert.equal(actual, indexed, `byte ${at}`);
    assert.deepEqual([...ids.map(([id]) => id), ...unreadable].sort(), all, `byte ${at}`);
  }
});

test('a changed byte anywhere in an index is an error that is reported, or changes nothing but names', () => {
  const random = createRandom(36);
  for (const indexVersion of [1, 2] as const) {
    const objects = temporaryDirectory();
    const entries = family(37, 25, true);
    const name = writePack(objects, entries, { indexVersion });
    const index = readFileSync(`${name}.idx`);
    for (let round = 0; round < 250; round++) {
      const damaged = Buffer.from(index);
      const at = random.below(round % 2 ? 1100 : index.length);
      damaged[at]! ^= 1 << random.below(8);
      writeFileSync(`${name}.idx`, random.below(20) ? damaged : damaged.subarray(0, at));
      const store = openObjectStore({ objects, format: SHA1 });
      assert.equal(store.packs.length + store.problems.length, 1);
      store.close();
      if (store.problems.length > 0) continue;
      const { ids, unreadable } = walkObjects(objects);
      assert.equal(ids.length + unreadable.length, entries.length);
      const known = new Set(entries.map(({ content }) => idOf('blob', content)));
      for (const [, actual] of ids) assert.ok(known.has(actual), `byte ${at}`);
    }
  }
});

test('files that are no packs and no indexes are problems, not errors', () => {
  const objects = temporaryDirectory();
  const name = writePack(objects, [blob(Buffer.from('content'))]);
  const random = createRandom(38);
  const [pack, index] = [readFileSync(`${name}.pack`), readFileSync(`${name}.idx`)];
  const pairs = [
    [Buffer.alloc(0), index],
    [Buffer.from('PACK'), index],
    [Buffer.concat([Buffer.from('KCAP'), pack.subarray(4)]), index],
    [pack, Buffer.alloc(0)],
    [pack, random.bytes(5000)],
    [pack, Buffer.concat([index.subarray(0, 4), Buffer.from([0, 0, 0, 9]), index.subarray(8)])],
  ] as const;
  for (const [badPack, badIndex] of pairs) {
    writeFileSync(`${name}.pack`, badPack);
    writeFileSync(`${name}.idx`, badIndex);
    const store = openObjectStore({ objects, format: SHA1 });
    assert.equal(store.packs.length, 0);
    assert.equal(store.problems.length, 1);
    assert.ok(store.problems[0]!.path.startsWith('objects/pack/pack-'));
  }
});
