import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Damage } from '../../src/sources/objects/damage.js';
import { SHA1 } from '../../src/sources/objects/object-format.js';
import { openPackIndex, type PackIndex } from '../../src/sources/objects/pack-index.js';
import { encodeIndex, type IndexRow } from '../make-pack.js';
import type { Random } from '../random.js';
import { git } from './git.js';
import type { Target } from './target.js';

/** Pack indexes of both versions, as git shows them, and mutations: numbers within bounds, or a clean error. */
export const index: Target = {
  name: 'index',
  rounds: 400,
  create(directory) {
    const file = join(directory, 'fuzzed.idx');
    return (random) => {
      const rows = randomRows(random);
      const indexVersion = random.pick([1, 2] as const);
      const bytes = encodeIndex(
        rows,
        { indexVersion, largeOffsets: random.below(2) === 0 },
        random.bytes(20),
      );
      const isRight = random.below(3) === 0;
      const read = isRight ? bytes : mutated(random, bytes);
      writeFileSync(file, read);
      const opened = open(file);
      if (!opened) {
        assert.ok(!isRight, 'a right index was refused');
        return 'refused';
      }
      const listed = assertWithinBounds(opened, random);
      if (isRight) {
        const expected = rows.map(({ id, crc, offset }) => [
          id,
          offset,
          indexVersion === 2 ? crc : undefined,
        ]);
        assert.deepEqual(listed, expected);
        for (const [n, { id }] of rows.entries()) assert.equal(opened.find(Buffer.from(id, 'hex')), n);
        if (random.below(40) === 0)
          assert.deepEqual(listed, listedByGit(directory, read), 'git shows another index');
      }
      return 'accepted';
    };
  },
};

function randomRows(random: Random): IndexRow[] {
  const rows = Array.from({ length: random.below(random.pick([2, 10, 300])) }, () => ({
    id: random.bytes(20).toString('hex'),
    crc: random.below(2 ** 32),
    offset: random.below(2 ** 31),
  }));
  // several ids that begin alike
  for (const row of rows)
    if (random.below(3) === 0) row.id = `${random.pick(['00', '7f', 'ff'])}${row.id.slice(2)}`;
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function mutated(random: Random, right: Buffer): Buffer {
  if (random.below(6) === 0) return right.subarray(0, random.below(right.length));
  if (random.below(6) === 0) return Buffer.concat([right, random.bytes(1 + random.below(30))]);
  const bytes = Buffer.from(right);
  for (let left = 1 + random.below(4); left > 0; left--) {
    // the head, the fan-out's last numbers, or anywhere
    const at = random.pick([random.below(8), 1020 + random.below(16), random.below(bytes.length)]);
    bytes[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
  }
  return bytes;
}

function open(file: string): PackIndex | undefined {
  try {
    return openPackIndex(file, SHA1);
  } catch (error) {
    if (error instanceof Damage) return undefined;
    throw error;
  }
}

type Listed = readonly [id: string, offset: number, crc: number | undefined];

/** Everything an index says; nothing of it may be from outside of the file. */
function assertWithinBounds(index: PackIndex, random: Random): readonly Listed[] {
  assert.ok(index.count * 24 <= index.bytes.length, 'more objects than fit in the file');
  const listed = Array.from({ length: index.count }, (_, n): Listed => {
    const id = index.id(n);
    const offset = index.offset(n);
    assert.equal(id.length, 20);
    assert.ok(offset >= -1 && Number.isFinite(offset), `offset ${offset}`);
    return [Buffer.from(id).toString('hex'), offset, index.crc(n)];
  });
  const some = listed.length === 0 ? random.bytes(20) : Buffer.from(random.pick(listed)[0], 'hex');
  for (const id of [some, random.bytes(20), Buffer.alloc(20), Buffer.alloc(20, 255)]) {
    const found = index.find(id);
    assert.ok(found === -1 || listed[found]?.[0] === id.toString('hex'), 'found another id');
  }
  return listed;
}

function listedByGit(directory: string, bytes: Buffer): readonly Listed[] {
  const lines = git(directory, ['show-index'], bytes).toString().split('\n').slice(0, -1);
  return lines.map((line) => {
    const [offset, id, crc] = line.split(' ');
    return [id!, Number(offset), crc === undefined ? undefined : Number.parseInt(crc.slice(1), 16)];
  });
}
