import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../rules/index.js';
import { createEngine } from '../../src/engine.js';
import { createSieve } from '../../src/sieve.js';
import { historySource } from '../../src/sources/history.js';
import type { Skip } from '../../src/types.js';
import { createSandbox, type Sandbox, temporaryDirectory } from '../git-sandbox.js';
import { scanned, secretKey } from './scanned.js';

const engine = createEngine(rules.filter(({ id }) => id === 'stripe-live-secret-key'));

/** An audit that tells what its sieve judged, under which names. */
async function audit(sandbox: Sandbox, cache: string, key: string | null = 'rules') {
  const sieve = createSieve(engine);
  const judged: string[] = [];
  const skipped: Skip[] = [];
  const counts = { units: 0, bytes: 0, commits: 0 };
  const found: string[] = [];
  const context = {
    allocate: (size: number) => engine.detector.prefilter.allocate(size),
    skip: (skip: Skip) => void skipped.push(skip),
    scanned: counts,
    unpacker: engine.unpacker,
    sieve: {
      reach: sieve.reach,
      judge: (object: Parameters<typeof sieve.judge>[0]) => {
        judged.push(object.path);
        return sieve.judge(object);
      },
    },
    sieveKey: () => key ?? undefined,
  };
  for await (const { origin } of historySource({ path: sandbox.path, env: sandbox.env, cache }).chunks(
    context,
  ))
    if (origin.kind !== 'name') found.push(origin.path);
  return { judged, skipped, counts, found: found.sort() };
}

function repository(): Sandbox {
  const sandbox = createSandbox();
  for (let version = 1; version <= 5; version++) {
    sandbox.write('src/app.js', `${'const line = 1;\n'.repeat(200)}// version ${version}\n`);
    sandbox.write(`src/part-${version}.js`, `export const part = ${version};\n`);
    sandbox.commit(`version ${version}`);
  }
  sandbox.write('src/leak.js', `${secretKey(1)}\n`);
  sandbox.commit('leaks');
  return sandbox;
}

const cacheFile = (cache: string) => join(cache, 'history', readdirSync(join(cache, 'history'))[0]!);

describe('the cache of an audit', () => {
  for (const packed of [true, false]) {
    it(`spares what was looked at, and gives the same (${packed ? 'packed' : 'loose'} objects)`, async () => {
      const sandbox = repository();
      if (packed) sandbox.git('gc', '-q');
      const cache = temporaryDirectory();
      const first = await audit(sandbox, cache);
      const second = await audit(sandbox, cache);
      assert.ok(first.judged.filter((name) => name.endsWith('.js')).length >= 10);
      assert.deepEqual(second.judged, []);
      assert.deepEqual(second.found, first.found);
      assert.deepEqual(second.counts, first.counts);
      assert.deepEqual(second.skipped, []);
    });
  }

  it('looks at what came since, and at that alone', async () => {
    const sandbox = repository();
    sandbox.git('gc', '-q');
    const cache = temporaryDirectory();
    await audit(sandbox, cache);
    sandbox.write('src/new.js', `${secretKey(2)}\n`);
    sandbox.write('src/other.js', 'export const other = 1;\n');
    sandbox.commit('a new leak');
    const second = await audit(sandbox, cache);
    assert.ok(second.found.includes('src/new.js') && second.found.includes('src/leak.js'));
    assert.deepEqual(second.judged.filter((name) => name.endsWith('.js')).sort(), ['new.js', 'other.js']);
    assert.deepEqual(second.counts, (await audit(sandbox, temporaryDirectory())).counts);
    sandbox.git('gc', '-q', '--prune=now');
    const third = await audit(sandbox, cache);
    assert.deepEqual(third.found, second.found);
    assert.deepEqual(third.counts, second.counts);
    assert.deepEqual(
      third.judged.filter((name) => name.endsWith('.js') && name !== 'leak.js' && name !== 'new.js'),
      [],
    );
  });

  it('serves a history that lacks a blob, and looks at that when it has come', async () => {
    const sandbox = repository();
    const lost = sandbox.git('rev-parse', 'HEAD:src/leak.js');
    const file = join(sandbox.path, '.git/objects', lost.slice(0, 2), lost.slice(2));
    const aside = join(temporaryDirectory(), 'aside');
    renameSync(file, aside);
    const cache = temporaryDirectory();
    const first = await audit(sandbox, cache);
    const second = await audit(sandbox, cache);
    assert.deepEqual(
      first.skipped.map(({ path, incomplete }) => [path, incomplete]),
      [['src/leak.js', true]],
    );
    assert.deepEqual(second.skipped, first.skipped);
    assert.deepEqual(second.judged, []);
    assert.ok(!second.found.includes('src/leak.js'));
    renameSync(aside, file);
    const third = await audit(sandbox, cache);
    assert.deepEqual(third.skipped, []);
    assert.ok(third.found.includes('src/leak.js'));
  });

  it('looks again at a file that has a new name', async () => {
    const sandbox = repository();
    sandbox.git('gc', '-q');
    const cache = temporaryDirectory();
    await audit(sandbox, cache);
    renameSync(join(sandbox.path, 'src/part-1.js'), join(sandbox.path, 'src/.env'));
    sandbox.commit('renames');
    assert.deepEqual(
      (await audit(sandbox, cache)).judged.filter((name) => name === '.env'),
      ['.env'],
    );
  });

  it('is not used for other rules, nor where verdicts hold for one scan only', async () => {
    const sandbox = repository();
    const cache = temporaryDirectory();
    const { judged } = await audit(sandbox, cache);
    assert.equal((await audit(sandbox, cache, 'other rules')).judged.length, judged.length);
    const none = temporaryDirectory();
    await audit(sandbox, none, null);
    assert.equal((await audit(sandbox, none, null)).judged.length, judged.length);
    assert.deepEqual(readdirSync(none), []);
  });

  it('is not used when a byte of it was changed, or somebody else may write it', async () => {
    const sandbox = repository();
    const cache = temporaryDirectory();
    const { judged } = await audit(sandbox, cache);
    const whole = readFileSync(cacheFile(cache));
    for (const at of [3, 40, whole.length >> 1, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      writeFileSync(cacheFile(cache), changed);
      assert.equal((await audit(sandbox, cache)).judged.length, judged.length, `byte ${at}`);
    }
    writeFileSync(cacheFile(cache), whole.subarray(0, 20));
    assert.equal((await audit(sandbox, cache)).judged.length, judged.length);
    if (process.getuid === undefined) return;
    chmodSync(cacheFile(cache), 0o666);
    assert.equal((await audit(sandbox, cache)).judged.length, judged.length);
  });

  it('is neither read from nor written into the repository that is scanned', async () => {
    const sandbox = repository();
    for (const inside of [join(sandbox.path, 'cache'), join(sandbox.path, '.git', 'cache')]) {
      await audit(sandbox, inside);
      assert.equal(existsSync(inside), false);
    }
  });

  it('does not hide that an object was lost since', async () => {
    const sandbox = repository();
    const cache = temporaryDirectory();
    await audit(sandbox, cache);
    const blob = sandbox.git('rev-parse', 'HEAD:src/part-3.js');
    rmSync(join(sandbox.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const { skipped } = await audit(sandbox, cache);
    assert.ok(skipped.some(({ reason, incomplete }) => incomplete && reason.includes(blob)));
  });

  it('does not hide that an object was changed under its id', async () => {
    const sandbox = repository();
    sandbox.git('gc', '-q');
    const cache = temporaryDirectory();
    await audit(sandbox, cache);
    const folder = join(sandbox.path, '.git/objects/pack');
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack'))!);
    const bytes = readFileSync(pack);
    bytes[bytes.length >> 1]! ^= 1;
    chmodSync(pack, 0o644);
    writeFileSync(pack, bytes);
    const second = await audit(sandbox, cache);
    assert.ok(second.skipped.some(({ incomplete }) => incomplete));
  });

  it("holds neither secrets nor names, and is its owner's", async () => {
    const sandbox = repository();
    const cache = temporaryDirectory();
    await audit(sandbox, cache);
    const content = readFileSync(cacheFile(cache), 'latin1');
    for (const part of [secretKey(1), 'leak.js', 'part-1', sandbox.path])
      assert.ok(!content.includes(part), part);
    assert.deepEqual(readdirSync(join(cache, 'history')).length, 1);
  });

  it('gives the same report through a whole scan', async () => {
    const sandbox = repository();
    const cache = temporaryDirectory();
    const source = () => historySource({ path: sandbox.path, env: sandbox.env, cache });
    const first = await scanned(source());
    assert.deepEqual(await scanned(source()), first);
    assert.equal(first.findings.length, 1);
  });
});
