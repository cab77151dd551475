import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { createSandbox } from '../git-sandbox.js';
import { type Ran, runKeyhound } from './run-keyhound.js';
import { type Bao, type Postgres, startBao, startPostgres } from './servers.js';
import { skipWithout } from './tools.js';

const skip = skipWithout('bao', 'git', 'postgres', 'initdb', 'psql');
const random = (): string => randomBytes(18).toString('base64url').replace(/[-_]/g, 'k');
const [leaked, fresh] = [random(), random()];
let bao: Bao;
let postgres: Postgres;

before(async () => {
  if (skip) return;
  [bao, postgres] = await Promise.all([startBao(), startPostgres()]);
});

/** Whether the database lets the shop in with a password. */
function opens(password: string): boolean {
  return postgres.query('select 1', { user: 'shop', password }) === '1';
}

test('a leaked database password is found, known as current, moved, rotated, and then known as previous', {
  skip,
}, async () => {
  postgres.query(`create role shop login password '${leaked}'`);
  await bao.api('POST', 'secret/data/shop/db', { data: { password: leaked, host: 'db.example.org' } });
  assert.ok(opens(leaked));

  const repo = createSandbox();
  const env = { ...repo.env, VAULT_ADDR: bao.address, VAULT_TOKEN: bao.token };
  const seen: Ran[] = [];
  const keyhound = async (args: string[], input?: string): Promise<Ran> => {
    const ran = await runKeyhound(args, { cwd: repo.path, env, ...(input && { input }) });
    seen.push(ran);
    return ran;
  };
  const verdicts = async (): Promise<string[]> => {
    const ran = await keyhound([
      'known',
      '--history',
      '--vault',
      'secret/shop/*',
      '--format',
      'json',
      '--fail-on',
      'any',
    ]);
    return JSON.parse(ran.out).findings.map(
      (f: { ruleId: string; inHead: boolean }) => `${f.ruleId} ${f.inHead ? 'in HEAD' : 'gone from HEAD'}`,
    );
  };

  // Somebody commits a password.
  repo.write('config.js', `export const db = {\n  user: 'shop',\n  password: '${leaked}',\n};\n`);
  repo.commit('database');

  // The scanner finds it in the history.
  const found = await keyhound(['history', '--format', 'json']);
  assert.equal(found.code, 1, found.err);
  assert.deepEqual(
    JSON.parse(found.out).findings.map((f: { path: string; startLine: number }) => [f.path, f.startLine]),
    [['config.js', 3]],
  );

  // It is no old one: Vault holds this very value now.
  assert.deepEqual(await verdicts(), ['known-secret-current in HEAD']);

  // A look at the change, then the change: stored, proved, replaced.
  const target = 'vault:secret/shop/db#password';
  const plan = await keyhound(['migrate', 'config.js:3', '--to', target]);
  assert.equal(plan.code, 0, plan.err);
  assert.match(plan.out, /^-\s+password: '\*\*\*',$/m);
  assert.match(plan.out, /^\+\s+password: process\.env\.PASSWORD,$/m);
  assert.match(plan.out, /nothing was changed/);
  assert.ok(readFileSync(join(repo.path, 'config.js'), 'utf8').includes(leaked));
  const moved = await keyhound(['migrate', 'config.js:3', '--to', target, '--apply']);
  assert.equal(moved.code, 0, moved.err);
  assert.ok(!readFileSync(join(repo.path, 'config.js'), 'utf8').includes(leaked));
  assert.deepEqual((await bao.api('GET', 'secret/data/shop/db')).data.data, {
    password: leaked,
    host: 'db.example.org',
  });
  repo.commit('moved to Vault');

  // It is still in the history, and still in use: exit code 1, and the database opens.
  assert.deepEqual(await verdicts(), ['known-secret-current gone from HEAD']);
  assert.equal((await keyhound(['known', '--history', '--vault', 'secret/shop/*'])).code, 1);
  assert.ok(opens(leaked));

  // Rotated: shown first, then done.
  assert.match((await keyhound(['rotate', target, '--stdin'], fresh)).out, /Nothing was changed/);
  assert.deepEqual(await verdicts(), ['known-secret-current gone from HEAD']);
  postgres.query(`alter role shop password '${fresh}'`);
  const rotated = await keyhound(['rotate', target, '--stdin', '--yes'], fresh);
  assert.equal(rotated.code, 0, rotated.err);
  assert.equal((await bao.api('GET', 'secret/data/shop/db')).data.data.password, fresh);

  // The proof: what leaked opens nothing any more, and nothing fails.
  assert.ok(!opens(leaked) && opens(fresh));
  assert.deepEqual(await verdicts(), ['known-secret-previous gone from HEAD']);
  assert.equal((await keyhound(['known', '--history', '--vault', 'secret/shop/*'])).code, 0);

  for (const { out, err } of seen)
    for (const value of [leaked, fresh]) assert.ok(!(out + err).includes(value));
});
