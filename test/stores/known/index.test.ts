import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { guessBits } from '../../../src/stores/known/guess-bits.js';
import { buildIndex, INDEX_MIN_BITS, readIndex } from '../../../src/stores/known/index-file.js';
import { createIndexSearch } from '../../../src/stores/known/index-search.js';
import { maskCommand, masksOf } from '../../../src/stores/known/mask.js';
import type { KnownValue } from '../../../src/stores/known/values.js';
import { createSandbox } from '../../git-sandbox.js';
import { runKeyhound } from '../run-keyhound.js';
import { type Bao, startBao } from '../servers.js';
import { skipWithout } from '../tools.js';

const skip = skipWithout('bao', 'git');
const strong = randomBytes(32).toString('base64url');
const weak = 'Summer-Holidays-2026!';
let bao: Bao;

before(async () => {
  if (skip) return;
  bao = await startBao();
  await bao.api('POST', 'secret/data/app', { data: { strong, weak } });
});

function known(value: string): KnownValue {
  return {
    value: Buffer.from(value),
    places: [{ store: 'vault', path: 'secret/app', key: 'k', version: '3', state: 'current' }],
  };
}

test('only what a generator made is worth 96 bits; what people make is worth little', () => {
  for (let i = 0; i < 200; i++) {
    assert.ok(guessBits(randomBytes(32).toString('base64url')) >= INDEX_MIN_BITS);
    assert.ok(guessBits(randomBytes(40).toString('hex')) >= INDEX_MIN_BITS * 0.9);
  }
  const guessable = [
    weak,
    'correct horse battery staple',
    'correcthorsebatterystaple',
    'postgres://app:password@db.internal:5432/shop',
    'Password1234!Password1234!',
    'a'.repeat(60),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    '2026-01-02T03:04:05Z',
    '12345678901234567890',
    'qwertyuiopasdfghjkl',
    'CompanyName-Production-Database-2026',
  ];
  for (const value of guessable)
    assert.ok(guessBits(value) < INDEX_MIN_BITS, `${value}: ${guessBits(value)}`);
});

test('an index holds no value, and finds each one in every encoding that can be decoded', () => {
  const values = Array.from({ length: 200 }, () => randomBytes(32).toString('base64url'));
  const { index, left } = buildIndex([...values, weak].map(known));
  assert.equal(left, 1);
  const text = JSON.stringify(index);
  for (const value of values)
    assert.ok(
      !text.includes(value) &&
        !text.includes(value.slice(0, 8)) &&
        !text.includes(Buffer.from(value).toString('base64').slice(0, 10)),
    );
  const search = createIndexSearch(index);
  const [value = ''] = values;
  const forms = [
    value,
    `xx${Buffer.from(`u:${value}`).toString('base64')}`,
    Buffer.from(`"${value}"`).toString('hex'),
    [...value].map((c) => `%${c.charCodeAt(0).toString(16)}`).join(''),
    gzipSync(value).toString('base64'),
  ];
  for (const form of forms)
    assert.equal(
      search(Buffer.from(`key = ${form} end`))[0]?.entry.place,
      'vault secret/app#k v3, current',
      form,
    );
  assert.deepEqual(search(randomBytes(1 << 18)), []);
});

test('an index that is old, damaged or of another kind is not used and does not throw', () => {
  const { index } = buildIndex([known(strong)], INDEX_MIN_BITS, new Date('2026-01-01T00:00:00Z'));
  const text = JSON.stringify(index);
  const reason = (content: string, now = '2026-01-02T00:00:00Z'): string | undefined => {
    const read = readIndex(content, new Date(now));
    return 'reason' in read ? read.reason : undefined;
  };
  assert.equal(reason(text), undefined);
  assert.equal(reason(text, '2026-01-09T00:00:00Z'), 'older than 7 days');
  assert.equal(reason(text, '2025-12-01T00:00:00Z'), 'older than 7 days');
  assert.equal(reason(text.replace('"version":1', '"version":2')), 'of another version');
  assert.equal(reason(text.slice(0, -4)), 'damaged');
  assert.equal(reason(text.replace(/"tag":\d+/, '"tag":"x"')), 'damaged');
});

test('the index is built from a store into the cache, and checks what is staged without network', {
  skip,
}, async () => {
  const repo = createSandbox();
  const cache = join(repo.path, '..', 'cache');
  const env = { ...repo.env, XDG_CACHE_HOME: cache, VAULT_ADDR: bao.address, VAULT_TOKEN: bao.token };
  const offline = { ...repo.env, XDG_CACHE_HOME: cache };
  const run = (args: string[], settings: Record<string, string> = offline) =>
    runKeyhound(['index', ...args], { cwd: repo.path, env: settings });

  assert.equal((await run(['check', '--staged'])).code, 3);
  const built = await run(['build', '--vault', 'secret/*'], env);
  assert.equal(built.code, 0, built.err);
  assert.match(built.out, /^1 values indexed; 1 could be guessed/);
  assert.match((await run(['status'])).out, /^1 values, made /);
  const [file = ''] = readdirSync(join(cache, 'keyhound'));
  assert.equal(statSync(join(cache, 'keyhound', file)).mode & 0o777, 0o600);
  assert.ok(!readFileSync(join(cache, 'keyhound', file), 'utf8').includes(strong));

  repo.write('a.txt', `token: ${Buffer.from(strong).toString('base64')}\n`);
  repo.git('add', '-A');
  const checked = await run(['check', '--staged', '--format', 'json']);
  assert.equal(checked.code, 1, checked.err);
  assert.match(JSON.parse(checked.out).findings[0].snippet, /^vault secret\/app#strong v1, current/);

  assert.equal((await run(['build', '--vault', 'secret/*', '--out', join(repo.path, 'x.idx')], env)).code, 2);
  assert.ok(!existsSync(join(repo.path, 'x.idx')));
  assert.equal((await run(['clear'])).code, 0);
  assert.equal((await run(['status'])).code, 3);
});

test('masks cover the forms that the runner leaves open, and are printed to a runner only', async () => {
  const value = 'c0rrect/H0rse+battery=st%ple';
  const masks = masksOf(Buffer.from(value));
  const logged = [
    value,
    Buffer.from(`${value}\n`).toString('base64'),
    Buffer.from(`x${value}`).toString('base64'),
    Buffer.from(`xy${value}:z`).toString('base64url'),
    Buffer.from(value).toString('hex'),
    encodeURIComponent(value),
    JSON.stringify({ value }),
  ];
  for (const line of logged)
    assert.ok(
      masks.some((mask) => line.includes(mask)),
      line,
    );
  assert.equal(maskCommand('a%b\nc'), '::add-mask::a%25b%0Ac\n');
  assert.ok(masksOf(Buffer.from('{"user":"x","password":"inner-secret"}')).includes('inner-secret'));
  assert.ok(masksOf(Buffer.from('first-line-1\nsecond-line-2')).includes('second-line-2'));

  const repo = createSandbox();
  const args = ['mask', '--env', 'MY_SECRET'];
  const outside = await runKeyhound(args, { cwd: repo.path, env: { ...repo.env, MY_SECRET: value } });
  assert.equal(outside.code, 2);
  assert.ok(!(outside.out + outside.err).includes(value));
  const inside = await runKeyhound(args, {
    cwd: repo.path,
    env: { ...repo.env, MY_SECRET: value, GITHUB_ACTIONS: 'true' },
  });
  assert.equal(inside.code, 0, inside.err);
  assert.ok(inside.out.split('\n').every((line) => line === '' || line.startsWith('::add-mask::')));
  assert.ok(!inside.err.includes(value));
});
