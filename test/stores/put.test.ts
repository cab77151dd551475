import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createAws } from '../../src/stores/aws/aws.js';
import { createHttp } from '../../src/stores/http/http.js';
import { putValue } from '../../src/stores/put.js';
import { rotate } from '../../src/stores/rotate.js';
import { encryptSops } from '../../src/stores/sops/write.js';
import { parseTarget } from '../../src/stores/target.js';
import { type Bao, motoEnv, startBao, startMoto } from './servers.js';
import { inFolder, runTool, skipWithout } from './tools.js';

const skip = skipWithout('bao', 'moto_server');
let bao: Bao;
let vaultEnv: NodeJS.ProcessEnv;
let awsEnv: NodeJS.ProcessEnv;

before(async () => {
  if (skip) return;
  const [server, moto] = await Promise.all([startBao(), startMoto()]);
  bao = server;
  vaultEnv = { VAULT_ADDR: bao.address, VAULT_TOKEN: bao.token };
  awsEnv = motoEnv(moto.address);
});

const put = (target: string, value: string, env: NodeJS.ProcessEnv, replace = false) =>
  putValue({ target: parseTarget(target), value: Buffer.from(value), replace, env });

async function aws(operation: string, input: object): Promise<Record<string, any>> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return createAws('secretsmanager', {
    http: createHttp({ env: awsEnv }),
    env: awsEnv,
    region: 'eu-central-1',
    credentials,
  }).call(operation, input);
}

test('Vault: a value is added beside the other keys, once, and never over another value', {
  skip,
}, async () => {
  await bao.api('POST', 'secret/data/app', { data: { other: 'kept' } });
  assert.deepEqual(await put('vault:secret/app#password', 'one', vaultEnv), { version: '2', written: true });
  assert.deepEqual((await bao.api('GET', 'secret/data/app')).data.data, { other: 'kept', password: 'one' });
  assert.deepEqual(await put('vault:secret/app#password', 'one', vaultEnv), { version: '2', written: false });
  await assert.rejects(put('vault:secret/app#password', 'two', vaultEnv), {
    name: 'StoreError',
    kind: 'conflict',
  });
  assert.equal((await bao.api('GET', 'secret/data/app')).data.metadata.version, 2);
  assert.deepEqual(await put('vault:secret/fresh/entry#k', 'v', vaultEnv), { version: '1', written: true });
  await bao.api('DELETE', 'secret/data/fresh/entry');
  assert.deepEqual(await put('vault:secret/fresh/entry#k', 'again', vaultEnv), {
    version: '2',
    written: true,
  });
});

test('Vault: of many who write at once nobody loses what another wrote', { skip }, async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => put(`vault:secret/race#k${i}`, `v${i}`, vaultEnv)),
  );
  const { data } = (await bao.api('GET', 'secret/data/race')).data;
  for (const [i, result] of results.entries()) {
    if (result.status === 'fulfilled') assert.equal(data[`k${i}`], `v${i}`);
    else assert.equal(result.reason.kind, 'conflict');
  }
});

test('Vault: without the right to write, and in a version 1 engine, nothing is written', {
  skip,
}, async () => {
  await bao.api('PUT', 'sys/policies/acl/ro', {
    policy:
      'path "secret/*" { capabilities = ["read", "list"] }\npath "sys/mounts" { capabilities = ["read"] }',
  });
  const { auth } = await bao.api('POST', 'auth/token/create', { policies: ['ro'] });
  await assert.rejects(put('vault:secret/app#n', 'x', { ...vaultEnv, VAULT_TOKEN: auth.client_token }), {
    kind: 'denied',
  });
  await bao.api('POST', 'sys/mounts/one', { type: 'kv', options: { version: '1' } });
  await assert.rejects(put('vault:one/app#n', 'x', vaultEnv), { name: 'UserError', message: /version 1/ });
});

test('AWS: a secret is made, a key is added, and another value is a conflict', { skip }, async () => {
  assert.equal((await put('aws:shop/db#password', 'one', awsEnv)).written, true);
  assert.equal((await put('aws:shop/db#user', 'app', awsEnv)).written, true);
  const now = await aws('GetSecretValue', { SecretId: 'shop/db', VersionStage: 'AWSCURRENT' });
  assert.deepEqual(JSON.parse(now.SecretString), { password: 'one', user: 'app' });
  assert.deepEqual(now.VersionStages, ['AWSCURRENT']);
  assert.equal((await put('aws:shop/db#password', 'one', awsEnv)).written, false);
  await assert.rejects(put('aws:shop/db#password', 'two', awsEnv), { kind: 'conflict' });
  await aws('CreateSecret', { Name: 'plain', SecretString: 'text' });
  await assert.rejects(put('aws:plain#k', 'v', awsEnv), { name: 'UserError', message: /no JSON map/ });
});

test('AWS: a rotation with a value of ours keeps the one before as AWSPREVIOUS', { skip }, async () => {
  await put('aws:rot/db#password', 'before', awsEnv);
  await rotate({ target: parseTarget('aws:rot/db#password'), value: Buffer.from('after'), env: awsEnv });
  const [now, then] = [
    await aws('GetSecretValue', { SecretId: 'rot/db', VersionStage: 'AWSCURRENT' }),
    await aws('GetSecretValue', { SecretId: 'rot/db', VersionStage: 'AWSPREVIOUS' }),
  ];
  assert.deepEqual(
    [JSON.parse(now.SecretString).password, JSON.parse(then.SecretString).password],
    ['after', 'before'],
  );
  await assert.rejects(rotate({ target: parseTarget('aws:rot/db'), env: awsEnv }), {
    name: 'UserError',
    message: /no rotation set up/,
  });
  await assert.rejects(
    rotate({ target: parseTarget('aws:rot/db#password'), value: Buffer.from('after'), env: awsEnv }),
    { name: 'UserError' },
  );
});

test('SOPS: a value is set in the file, and sops reads it', { skip: skip || skipWithout('sops') }, () =>
  inFolder(async (folder) => {
    const identity = await generateX25519Identity();
    const env = { SOPS_AGE_KEY: identity, XDG_CONFIG_HOME: '/nonexistent' };
    const file = join(folder, 's.yaml');
    writeFileSync(
      file,
      await encryptSops('s.yaml', 'a: one\n', {
        recipients: [await identityToRecipient(identity)],
        now: new Date(),
      }),
    );
    assert.equal((await put(`sops:${file}#db.password`, 'moved', env)).written, true);
    assert.equal((await put(`sops:${file}#db.password`, 'moved', env)).written, false);
    await assert.rejects(put(`sops:${file}#db.password`, 'other', env), { kind: 'conflict' });
    assert.equal(
      runTool('sops', ['decrypt', '--extract', '["db"]["password"]', 's.yaml'], { cwd: folder, env }),
      'moved',
    );
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^a: .*$/m, 'a: tampered'));
    await assert.rejects(put(`sops:${file}#x`, 'y', env), { name: 'UserError' });
  }),
);
