import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { before, test } from 'node:test';
import { createHttp } from '../../../src/stores/http/http.js';
import type { Reading } from '../../../src/stores/stored-value.js';
import { readKv } from '../../../src/stores/vault/kv.js';
import { openVault, type VaultAuth } from '../../../src/stores/vault/login.js';
import { type Bao, serve, startBao } from '../servers.js';
import { skipWithout } from '../tools.js';

const skip = skipWithout('bao');
let bao: Bao;

before(async () => {
  if (skip) return;
  bao = await startBao();
  const { api } = bao;
  await api('POST', 'sys/mounts/old', { type: 'kv', options: { version: '1' } });
  await api('POST', 'old/legacy', { password: 'v1-value' });
  for (const [n, value] of ['first', 'second', 'third'].entries()) {
    await api('POST', 'secret/data/app/db', {
      data: { password: `${value}-pw`, n, nested: { list: [`deep-${n}`] } },
    });
  }
  await api('DELETE', 'secret/metadata/gone').catch(() => {});
  await api('POST', 'secret/data/app/deleted', { data: { password: 'destroyed-pw' } });
  await api('POST', 'secret/data/app/deleted', { data: { password: 'deleted-pw' } });
  await api('PUT', 'secret/destroy/app/deleted', { versions: [1] });
  await api('DELETE', 'secret/data/app/deleted');
  await api('POST', 'secret/data/app/team/a b', { data: { token: 'spaced' } });
  await api('POST', 'secret/data/other/x', { data: { token: 'not-asked-for' } });
});

function env(token = bao.token): NodeJS.ProcessEnv {
  return { VAULT_TOKEN: token, HOME: '/nonexistent' };
}

async function read(
  paths: string[],
  options: {
    token?: string;
    auth?: VaultAuth;
    env?: NodeJS.ProcessEnv;
    namespace?: string;
    versions?: 'all' | 'current';
  } = {},
): Promise<Reading> {
  const given = options.env ?? env(options.token);
  const place = {
    address: bao.address,
    auth: options.auth ?? { method: 'token' },
    ...(options.namespace && { namespace: options.namespace }),
  } as const;
  const session = await openVault(place, createHttp({ env: given }), given);
  const reading = await readKv(session.vault, { paths, versions: options.versions ?? 'all' });
  await session.close();
  return reading;
}

function shown({ values }: Reading): string[] {
  return values
    .map(({ path, key, version, state, value }) => `${path}#${key} v${version} ${state} ${value}`)
    .sort();
}

test('every version of every key below a path is read, with its state; deleted and destroyed ones are not', {
  skip,
}, async () => {
  const reading = await read(['secret/app/**']);
  assert.deepEqual(shown(reading), [
    'secret/app/db#n v1 previous 0',
    'secret/app/db#n v2 previous 1',
    'secret/app/db#n v3 current 2',
    'secret/app/db#nested.list.0 v1 previous deep-0',
    'secret/app/db#nested.list.0 v2 previous deep-1',
    'secret/app/db#nested.list.0 v3 current deep-2',
    'secret/app/db#password v1 previous first-pw',
    'secret/app/db#password v2 previous second-pw',
    'secret/app/db#password v3 current third-pw',
    'secret/app/team/a b#token v1 current spaced',
  ]);
  const { entries, read: count, missed } = reading.coverage;
  assert.deepEqual([entries, count, missed], [3, 3, []]);
  const previous = reading.values.find(({ version, key }) => version === '2' && key === 'password');
  assert.match(previous?.replaced ?? '', /^\d{4}-/);
  assert.deepEqual(shown(await read(['secret/app/db'], { versions: 'current' })).length, 3);
});

test('KV version 1 engines are read too', { skip }, async () => {
  assert.deepEqual(shown(await read(['old/*'])), ['old/legacy#password v1 current v1-value']);
});

test('what a policy does not let us read is counted and named', { skip }, async () => {
  const policy = [
    'path "secret/metadata/app/*" { capabilities = ["list", "read"] }',
    'path "secret/data/app/*" { capabilities = ["read"] }',
    'path "secret/data/app/team/*" { capabilities = ["deny"] }',
  ].join('\n');
  await bao.api('PUT', 'sys/policies/acl/holes', { policy });
  const { auth } = await bao.api('POST', 'auth/token/create', {
    policies: ['holes'],
    no_default_policy: false,
  });
  const reading = await read(['secret/app/**', 'secret/other/*'], { token: auth.client_token });
  assert.deepEqual(reading.coverage.missed, [
    { path: 'secret/app/team/a b', reason: 'denied' },
    { path: 'secret/other/', reason: 'denied (list)' },
  ]);
  assert.equal(reading.coverage.read, 2);
});

test('a path or engine that is not there is not taken for an empty one', { skip }, async () => {
  const { coverage } = await read(['secret/app/nothing-here', 'nowhere/**']);
  assert.deepEqual(coverage.missed, [
    { path: 'secret/app/nothing-here', reason: 'missing' },
    { path: 'nowhere/**', reason: 'no KV engine that our token may see' },
  ]);
});

test('an unknown token and a sealed server are told apart', { skip }, async () => {
  await assert.rejects(read(['secret/**'], { token: 'hvs-nobody' }), { name: 'StoreError', kind: 'expired' });
  const sealed = await serve((_, response) => response.writeHead(503).end('{"errors":["Vault is sealed"]}'));
  const place = { address: sealed.address, auth: { method: 'token' } } as const;
  const { vault } = await openVault(place, createHttp({ env: {} }), { VAULT_TOKEN: 'x' });
  await assert.rejects(readKv(vault, { paths: ['**'], versions: 'all' }), {
    name: 'StoreError',
    kind: 'sealed',
  });
});

test('a namespace has engines of its own', { skip }, async () => {
  await bao.api('POST', 'sys/namespaces/team', {});
  const call = (path: string, body: unknown) =>
    fetch(`${bao.address}/v1/${path}`, {
      method: 'POST',
      headers: { 'x-vault-token': bao.token, 'x-vault-namespace': 'team' },
      body: JSON.stringify(body),
    });
  await call('sys/mounts/kv', { type: 'kv', options: { version: '2' } });
  await call('kv/data/a', { data: { k: 'in-namespace' } });
  assert.deepEqual(shown(await read(['kv/**'], { namespace: 'team' })), ['kv/a#k v1 current in-namespace']);
});

test('AppRole and JWT log in, and the token made for the session is gone afterwards', { skip }, async () => {
  const { api } = bao;
  await api('PUT', 'sys/policies/acl/reader', {
    policy: 'path "secret/*" { capabilities = ["read", "list"] }',
  });
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  await api('POST', 'auth/approle/role/ci', { token_policies: ['reader'], token_ttl: '5m' });
  const roleId = (await api('GET', 'auth/approle/role/ci/role-id')).data.role_id;
  const secretId = (await api('POST', 'auth/approle/role/ci/secret-id')).data.secret_id;
  const login = { VAULT_SECRET_ID: secretId };
  const before = (await api('LIST', 'auth/token/accessors')).data.keys.length;
  assert.equal(
    (await read(['secret/app/db'], { auth: { method: 'approle', roleId }, env: login })).values.length,
    9,
  );
  assert.equal((await api('LIST', 'auth/token/accessors')).data.keys.length, before);

  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await api('POST', 'sys/auth/github', { type: 'jwt' });
  await api('POST', 'auth/github/config', {
    jwt_validation_pubkeys: [publicKey.export({ type: 'spki', format: 'pem' })],
  });
  const bound = { repository: 'acme/shop' };
  await api('POST', 'auth/github/role/ci', {
    role_type: 'jwt',
    user_claim: 'sub',
    bound_audiences: ['keyhound'],
    bound_claims: bound,
    token_policies: ['reader'],
  });
  const issuer = await serve((request, response) => {
    const audience = new URL(request.url ?? '', 'http://x').searchParams.get('audience');
    const allowed = request.headers.authorization === 'Bearer request-token';
    response.end(
      JSON.stringify(allowed ? { value: jwt(privateKey, { aud: audience, repository: 'acme/shop' }) } : {}),
    );
  });
  const actions = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.address}/token?api=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  };
  const auth = { method: 'jwt', role: 'ci', mount: 'github' } as const;
  assert.equal((await read(['secret/app/db'], { auth, env: actions })).values.length, 9);
  await assert.rejects(read(['secret/app/db'], { auth, env: {} }), { name: 'StoreError', kind: 'denied' });
});

test('a server that redirects is not followed', { skip }, async () => {
  let asked = 0;
  const other = await serve((_, response) => response.end(String(asked++)));
  const redirect = await serve((_, response) =>
    response.writeHead(307, { location: `${other.address}/v1/steal` }).end(),
  );
  const { vault } = await openVault(
    { address: redirect.address, auth: { method: 'token' } },
    createHttp({ env: {} }),
    { VAULT_TOKEN: 'x' },
  );
  await assert.rejects(vault.call('GET', 'secret/data/x'), { name: 'StoreError', kind: 'failed' });
  assert.equal(asked, 0);
});

function jwt(key: KeyObject, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const body = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub: 'repo:acme/shop', iat: now, nbf: now, exp: now + 300, ...claims })}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
}
