import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { archiveChunks } from '../../src/sources/archive/archive.js';
import type { Skip } from '../../src/types.js';
import { tar, zip } from './make-archive.js';

/** What comes out of an archive: texts by path, and what was skipped. */
function unfold(bytes: Uint8Array): { files: Record<string, string>; skipped: Skip[] } {
  const files: Record<string, string> = {};
  const skipped: Skip[] = [];
  const context = {
    allocate: (size: number) => new Uint8Array(size),
    skip: (skip: Skip) => void skipped.push(skip),
    scanned: { units: 0, bytes: 0, commits: 0 },
  };
  for (const chunk of archiveChunks({ path: 'a.zip', kind: 'file' }, bytes, context)) {
    files[chunk.origin.path] = Buffer.from(chunk.bytes.subarray(...chunk.core)).toString();
  }
  return { files, skipped };
}

const text = Buffer.from('the text of a file, long enough to be a file');

test('files of a zip are read, stored and deflated', () => {
  const { files, skipped } = unfold(
    zip([
      { name: 'a/b.txt', data: text },
      { name: 'c', data: text, isStored: true },
      { name: 'dir/', data: Buffer.alloc(0) },
    ]),
  );
  assert.deepEqual(files, { 'a.zip!/a/b.txt': `${text}`, 'a.zip!/c': `${text}` });
  assert.deepEqual(skipped, []);
});

test('tar, gzipped tar and archives in archives are read', () => {
  assert.deepEqual(unfold(tar({ 'x.txt': 'hello', 'y/z': 'there' })).files, {
    'a.zip!/x.txt': 'hello',
    'a.zip!/y/z': 'there',
  });
  assert.deepEqual(unfold(gzipSync(tar({ x: 'hello' }))).files, { 'a.zip!/x': 'hello' });
  assert.deepEqual(unfold(gzipSync(text)).files, { 'a.zip!/a.zip': `${text}` });
  assert.deepEqual(unfold(zip([{ name: 'b.tar', data: tar({ x: 'hello' }) }])).files, {
    'a.zip!/b.tar!/x': 'hello',
  });
});

test('names that lead out of an archive are only shown', () => {
  assert.deepEqual(Object.keys(unfold(zip([{ name: '../../etc/x', data: text }])).files), [
    'a.zip!/../../etc/x',
  ]);
});

test('an encrypted or unknown file is skipped by name, and the others are read', () => {
  const { files, skipped } = unfold(
    zip([
      { name: 'locked', data: text, flags: 1 },
      { name: 'open', data: text },
    ]),
  );
  assert.deepEqual(Object.keys(files), ['a.zip!/open']);
  assert.deepEqual(skipped, [
    { path: 'a.zip!/locked', reason: 'archived file is encrypted', incomplete: true },
  ]);
});

test('a file that grows beyond the bounds is skipped, not unfolded', () => {
  const { files, skipped } = unfold(
    zip([
      { name: 'bomb', data: Buffer.alloc(120 << 20) },
      { name: 'open', data: text },
    ]),
  );
  assert.deepEqual(Object.keys(files), ['a.zip!/open']);
  assert.match(skipped[0]!.reason, /too large/);
});

test('archives nested too deeply are skipped', () => {
  let data = zip([{ name: 'x', data: text }]);
  for (let depth = 0; depth < 4; depth++) data = zip([{ name: 'n.zip', data }]);
  const { files, skipped } = unfold(data);
  assert.deepEqual(files, {});
  assert.match(skipped[0]!.reason, /nested deeper/);
});

test('damage anywhere in an archive ends in a skip, never in an error or a hang', () => {
  const whole = zip([
    { name: 'a', data: text },
    { name: 'b', data: text, isStored: true },
  ]);
  for (let at = 0; at < whole.length; at++) {
    for (const value of [0, 0xff, whole[at]! ^ 1]) {
      const damaged = Buffer.from(whole);
      damaged[at] = value;
      unfold(damaged);
    }
    unfold(whole.subarray(0, at));
  }
  const packed = tar({ x: 'hello', y: 'there' });
  for (let at = 0; at < packed.length; at += 3) {
    const damaged = Buffer.from(packed);
    damaged[at] = 0xff;
    unfold(damaged);
  }
});
