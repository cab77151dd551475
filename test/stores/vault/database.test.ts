import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Ran, runKeyhound } from '../run-keyhound.js';
import { auditConfig, type Bao, type Postgres, startBao, startPostgres } from '../servers.js';
import { skipWithout } from '../tools.js';

const skip = skipWithout('bao', 'postgres', 'initdb', 'psql');
const folder = mkdtempSync(join(tmpdir(), 'keyhound-database-'));
const audit = join(folder, 'audit.log');
let bao: Bao;
let postgres: Postgres;

after(() => rmSync(folder, { recursive: true, force: true }));

before(async () => {
  if (skip) return;
  [bao, postgres] = await Promise.all([startBao(auditConfig(audit)), startPostgres()]);
  const { api } = bao;
  postgres.query("create role orders login password 'set-by-hand'");
  // Vault gets an account of its own, as its documentation advises: its password will be known to nobody else.
  postgres.query("create role vault superuser login password 'first-of-vault'");
  await api('POST', 'sys/mounts/database', { type: 'database' });
  await api('POST', 'database/config/shop', {
    plugin_name: 'postgresql-database-plugin',
    allowed_roles: '*',
    connection_url: `postgresql://{{username}}:{{password}}@127.0.0.1:${postgres.port}/postgres?sslmode=disable`,
    username: 'vault',
    password: 'first-of-vault',
  });
  await api('POST', 'database/roles/app', {
    db_name: 'shop',
    creation_statements: [
      `create role "{{name}}" login password '{{password}}' valid until '{{expiration}}'`,
    ],
    default_ttl: '1h',
  });
  await api('POST', 'database/static-roles/orders', {
    db_name: 'shop',
    username: 'orders',
    rotation_period: '24h',
  });
});

function run(args: string[], input?: string): Promise<Ran> {
  const env = { VAULT_ADDR: bao.address, VAULT_TOKEN: bao.token };
  return runKeyhound(args, { cwd: folder, env, ...(input && { input }) });
}

function opens(user: string, password: string): boolean {
  return postgres.query('select current_user', { user, password }) === user;
}

test('a static role is rotated in the database: the old password opens nothing, the new one does', {
  skip,
}, async () => {
  const password = async () => (await bao.api('GET', 'database/static-creds/orders')).data.password;
  const before = await password();
  assert.ok(opens('orders', before));
  const plan = await run(['rotate', 'vault:database/static-roles/orders']);
  assert.match(
    plan.out,
    /new password in the database \(database\/rotate-role\/orders\)\. Nothing was changed/,
  );
  assert.ok(opens('orders', before));
  const done = await run(['rotate', 'vault:database/static-roles/orders', '--yes']);
  assert.equal(done.code, 0, done.err);
  const now = await password();
  assert.ok(!opens('orders', before) && opens('orders', now));
  for (const secret of [before, now]) assert.ok(!(done.out + done.err).includes(secret));
});

test("the password of Vault's own account is rotated, and Vault goes on with the new one", {
  skip,
}, async () => {
  assert.ok(opens('vault', 'first-of-vault'));
  const done = await run(['rotate', 'vault:database/config/shop', '--yes']);
  assert.equal(done.code, 0, done.err);
  assert.ok(!opens('vault', 'first-of-vault'));
  const { username, password } = (await bao.api('GET', 'database/creds/app')).data;
  assert.ok(opens(username, password));
});

test('a role that is not there is said so, and nothing is taken for rotated', { skip }, async () => {
  const ran = await run(['rotate', 'vault:database/static-roles/nobody', '--yes']);
  assert.equal(ran.code, 3, ran.out);
  assert.match(ran.err, /database\/rotate-role\/nobody/);
});

test('a leaked dynamic credential is traced to who got it, and its lease is revoked with the database user', {
  skip,
}, async () => {
  await bao.api('PUT', 'sys/policies/acl/app', {
    policy: 'path "database/creds/app" { capabilities = ["read"] }',
  });
  const { auth } = await bao.api('POST', 'auth/token/create', { policies: ['app'], display_name: 'deploy' });
  const answer = await fetch(`${bao.address}/v1/database/creds/app`, {
    headers: { 'x-vault-token': auth.client_token },
  });
  const { lease_id: lease, data } = (await answer.json()) as Record<string, any>;
  assert.ok(opens(data.username, data.password));

  const traced = await run(['trace', '--stdin', '--audit-log', audit], data.password);
  assert.equal(traced.code, 0, traced.err);
  assert.match(traced.out, /read {2}database\/creds\/app {2}token-deploy {2}127\.0\.0\.1/);
  assert.ok(!(traced.out + traced.err).includes(data.password));

  const shown = await run(['revoke', '--lease', lease]);
  assert.equal(shown.code, 0, shown.err);
  assert.match(shown.out, /A lease that is valid now[\s\S]*database user[\s\S]*Nothing was changed/);
  assert.ok(opens(data.username, data.password));
  const done = await run(['revoke', '--lease', lease, '--yes']);
  assert.equal(done.code, 0, done.err);
  assert.ok(!opens(data.username, data.password));
  assert.equal(postgres.query(`select count(*) from pg_roles where rolname = '${data.username}'`), '0');
  assert.match((await run(['revoke', '--lease', lease])).out, /does not know this lease/);
});

test('every lease of a role is revoked by its prefix, and those of others stay', { skip }, async () => {
  await bao.api('POST', 'database/roles/other', {
    db_name: 'shop',
    creation_statements: [`create role "{{name}}" login password '{{password}}'`],
  });
  const credential = async (role: string) => (await bao.api('GET', `database/creds/${role}`)).data;
  const [first, second, other] = [
    await credential('app'),
    await credential('app'),
    await credential('other'),
  ];
  const done = await run(['revoke', '--lease', 'database/creds/app/', '--yes']);
  assert.equal(done.code, 0, done.err);
  assert.ok(!opens(first.username, first.password) && !opens(second.username, second.password));
  assert.ok(opens(other.username, other.password));
});
