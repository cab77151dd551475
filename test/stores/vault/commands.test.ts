import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type Ran, runKeyhound } from '../run-keyhound.js';
import { auditConfig, type Bao, startBao } from '../servers.js';
import { skipWithout } from '../tools.js';

const skip = skipWithout('bao');
const folder = mkdtempSync(join(tmpdir(), 'keyhound-vault-'));
const audit = join(folder, 'audit.log');
let bao: Bao;

before(async () => {
  if (skip) return;
  bao = await startBao(auditConfig(audit));
});

function run(args: string[], input?: string, token = bao.token): Promise<Ran> {
  const env = { VAULT_ADDR: bao.address, VAULT_TOKEN: token };
  return runKeyhound(args, { cwd: folder, env, ...(input && { input }) });
}

test('a found token is looked up with ours, loses none of its uses, and is revoked with its children', {
  skip,
}, async () => {
  const parent = (
    await bao.api('POST', 'auth/token/create', { num_uses: 3, display_name: 'leaked', policies: ['root'] })
  ).auth;
  const usesLeft = async (): Promise<number> =>
    (await bao.api('POST', 'auth/token/lookup', { token: parent.client_token })).data.num_uses;
  const shown = await run(['revoke', '--stdin'], parent.client_token);
  assert.equal(shown.code, 0, shown.err);
  assert.match(
    shown.out,
    /valid now[\s\S]*display_name: "token-leaked"[\s\S]*num_uses: 3[\s\S]*Nothing was changed/,
  );
  assert.ok(!shown.out.includes(parent.client_token));
  assert.equal(await usesLeft(), 3);
  const done = await run(['revoke', '--stdin', '--yes'], parent.client_token);
  assert.match(done.out, /Revoked; the server does not know it any more/);
  assert.match(
    (await run(['revoke', '--stdin', '--yes'], parent.client_token)).out,
    /does not know this token/,
  );
});

test('a wrapping token is told as such without being unwrapped', { skip }, async () => {
  const answer = await fetch(`${bao.address}/v1/sys/wrapping/wrap`, {
    method: 'POST',
    headers: { 'x-vault-token': bao.token, 'x-vault-wrap-ttl': '5m' },
    body: '{"secret":"inside"}',
  });
  const { wrap_info: wrapped } = (await answer.json()) as { wrap_info: { token: string } };
  const shown = await run(['revoke', '--stdin'], wrapped.token);
  assert.match(shown.out, /A wrapping token that is valid now/, shown.out + shown.err);
  const unwrapped = await bao.api('POST', 'sys/wrapping/unwrap', { token: wrapped.token });
  assert.equal(unwrapped.data.secret, 'inside');
});

test('an audit log tells who read a value, and the output does not hold it', { skip }, async () => {
  const value = randomBytes(16).toString('hex');
  await bao.api('POST', 'secret/data/traced', { data: { password: value } });
  await bao.api('PUT', 'sys/policies/acl/all', { policy: 'path "*" { capabilities = ["read"] }' });
  const reader = (await bao.api('POST', 'auth/token/create', { policies: ['all'], display_name: 'ci' })).auth
    .client_token;
  await fetch(`${bao.address}/v1/secret/data/traced`, { headers: { 'x-vault-token': reader } });
  assert.ok(existsSync(audit));
  const ran = await run(['trace', '--stdin', '--audit-log', audit], value);
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /read {2}secret\/data\/traced {2}token-ci {2}127\.0\.0\.1/);
  assert.match(ran.out, /uses by 2 principals/);
  assert.ok(!ran.out.includes(value));
  assert.match(
    (await run(['trace', '--stdin', '--audit-log', audit], 'never-stored-anywhere')).out,
    /^0 uses/,
  );
  assert.equal((await run(['trace', '--stdin', '--audit-log', audit, '--device', 'none'], value)).code, 2);
});

test('a lease that is not there is said so', { skip }, async () => {
  assert.match((await run(['revoke', '--lease', 'database/creds/app/none'])).out, /does not know this lease/);
  assert.equal((await run(['revoke', '--lease', 'x y'])).code, 2);
});
