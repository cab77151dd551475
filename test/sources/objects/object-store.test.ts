import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Damage } from '../../../src/sources/objects/damage.js';
import { SHA1, SHA256 } from '../../../src/sources/objects/object-format.js';
import { type ObjectStore, openObjectStore } from '../../../src/sources/objects/object-store.js';
import { createSandbox, openSandbox, type Sandbox } from '../../git-sandbox.js';
import { createRandom } from '../../random.js';
import { walkStore } from './walk-store.js';

/** A repository with files that change in many small ways, so that packing it makes long chains of deltas. */
function evolve(sandbox: Sandbox, versions: number): void {
  const random = createRandom(21);
  const lines = Array.from({ length: 400 }, () => random.bytes(20).toString('hex'));
  for (let version = 0; version < versions; version++) {
    for (let i = 0; i < 3; i++)
      lines.splice(random.below(lines.length), random.below(3), random.bytes(12).toString('hex'));
    sandbox.write('src/one.txt', lines.join('\n'));
    sandbox.write(`src/deep/${version % 4}/two.bin`, random.bytes(3000));
    sandbox.commit(`version ${version}`);
  }
  sandbox.git('tag', '-a', 'v1', '-m', 'a tag');
}

function objectsOf(sandbox: Sandbox): string {
  return join(sandbox.path, '.git', 'objects');
}

/** Ids git lists, ascending. */
function idsOfGit(sandbox: Sandbox): readonly string[] {
  return sandbox.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)').split('\n').sort();
}

/** Ids of everything the walk unpacked; each is checked to be the id of its content. */
function walkedIds(store: ObjectStore): readonly string[] {
  const { ids, unreadable } = walkStore(store);
  assert.deepEqual(unreadable, []);
  for (const [indexed, actual] of ids) assert.equal(actual, indexed);
  return ids.map(([id]) => id);
}

function assertReadsAll(sandbox: Sandbox, store: ObjectStore): void {
  assert.deepEqual(store.problems, []);
  const all = [...new Set([...walkedIds(store), ...store.loose()])].sort();
  assert.deepEqual(all, idsOfGit(sandbox));
  for (const id of all) assert.equal(store.read(id).kind, sandbox.git('cat-file', '-t', id));
  store.close();
}

test('every object of a packed repository is unpacked, and is what its id says', () => {
  const sandbox = createSandbox();
  evolve(sandbox, 12);
  sandbox.git('repack', '-adfq', '--depth=50', '--window=20');
  const store = openObjectStore({ objects: objectsOf(sandbox), format: SHA1 });
  assert.equal(store.packs.length, 1);
  assertReadsAll(sandbox, store);
});

test('loose objects, several packs and packs of both index versions are read together', () => {
  const sandbox = createSandbox();
  evolve(sandbox, 4);
  sandbox.git('-c', 'pack.indexVersion=1', 'repack', '-dq');
  sandbox.write('more.txt', 'more\n');
  sandbox.commit('more');
  sandbox.git('repack', '-dq');
  sandbox.write('loose.txt', 'loose\n');
  sandbox.commit('loose');
  const store = openObjectStore({ objects: objectsOf(sandbox), format: SHA1 });
  assert.equal(store.packs.length, 2);
  assert.equal(store.loose().length, 3);
  assertReadsAll(sandbox, store);
});

test('a sha256 repository is read', () => {
  const sandbox = createSandbox('--object-format=sha256');
  evolve(sandbox, 4);
  sandbox.git('repack', '-adq');
  sandbox.write('loose.txt', 'loose\n');
  sandbox.commit('loose');
  assertReadsAll(sandbox, openObjectStore({ objects: objectsOf(sandbox), format: SHA256 }));
});

test('deltas on ids are read', () => {
  const sandbox = createSandbox();
  evolve(sandbox, 6);
  sandbox.git('-c', 'repack.useDeltaBaseOffset=false', 'repack', '-adfq');
  assertReadsAll(sandbox, openObjectStore({ objects: objectsOf(sandbox), format: SHA1 }));
});

test('only a share of a family is in windows, since most of it stands in its bases', () => {
  const sandbox = createSandbox();
  evolve(sandbox, 12);
  sandbox.git('repack', '-adfq');
  const store = openObjectStore({ objects: objectsOf(sandbox), format: SHA1 });
  const { bytes, scanned } = walkStore(store);
  assert.ok(scanned < bytes / 2, `${scanned} of ${bytes}`);
  store.close();
});

test('borrowed objects are read only below a trusted directory', () => {
  const lender = createSandbox();
  evolve(lender, 3);
  const path = join(lender.path, '..', 'borrower');
  lender.git('clone', '-q', '--shared', '--no-checkout', lender.path, path);
  const borrower = openSandbox(path, lender.env);
  const objects = objectsOf(borrower);
  const strict = openObjectStore({ objects, format: SHA1 });
  assert.deepEqual(strict.loose(), []);
  assert.deepEqual(
    strict.problems.map(({ reason }) => reason),
    ['borrowed objects outside of the trusted directories'],
  );
  strict.close();
  assertReadsAll(borrower, openObjectStore({ objects, format: SHA1, trusted: [lender.path] }));
});

test('alternates that lead in a circle end', () => {
  const sandbox = createSandbox();
  evolve(sandbox, 1);
  const objects = objectsOf(sandbox);
  writeFileSync(join(objects, 'info', 'alternates'), `${objects}\n../objects/../objects\n/nowhere/at/all\n`);
  const store = openObjectStore({ objects, format: SHA1, trusted: ['/'] });
  assert.deepEqual(store.problems, [{ path: '/nowhere/at/all', reason: 'borrowed objects not found' }]);
  store.close();
});

test('a damaged loose object is reported as such, and the others are read', () => {
  const sandbox = createSandbox();
  evolve(sandbox, 2);
  const objects = objectsOf(sandbox);
  const store = openObjectStore({ objects, format: SHA1 });
  const [first, second, ...rest] = store.loose();
  const fileOf = (id: string) => join(objects, id.slice(0, 2), id.slice(2));
  const other = readFileSync(fileOf(second!));
  for (const content of [Buffer.alloc(0), Buffer.from('noise'), other.subarray(0, -3), other]) {
    rmSync(fileOf(first!));
    writeFileSync(fileOf(first!), content);
    assert.throws(() => store.read(first!), Damage);
  }
  for (const id of rest) store.read(id);
  assert.throws(() => store.read('0'.repeat(40)), /not in the repository/);
});
