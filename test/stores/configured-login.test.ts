import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { createAws } from '../../src/stores/aws/aws.js';
import { createHttp } from '../../src/stores/http/http.js';
import { createSandbox, type Sandbox } from '../git-sandbox.js';
import { type Ran, runKeyhound } from './run-keyhound.js';
import { type Bao, startBao, startMoto } from './servers.js';
import { skipWithout } from './tools.js';

const skip = skipWithout('bao', 'moto_server');
let bao: Bao;
let moto: string;

before(async () => {
  if (skip) return;
  const [server, { address }] = await Promise.all([startBao(), startMoto()]);
  [bao, moto] = [server, address];
});

/** What AWS holds in a region. */
async function secretIn(region: string, name: string): Promise<unknown> {
  const env = { AWS_ENDPOINT_URL: moto };
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const aws = createAws('secretsmanager', { http: createHttp({ env }), env, region, credentials });
  const answer = await aws.call('GetSecretValue', { SecretId: name }).catch(() => undefined);
  return answer && JSON.parse(String(answer.SecretString));
}

function repositoryWith(stores: readonly object[]): Sandbox {
  const repo = createSandbox();
  repo.write('.keyhound.json', JSON.stringify({ stores }));
  repo.write('.aws/credentials', '[deploy]\naws_access_key_id = test\naws_secret_access_key = test\n');
  return repo;
}

function run(repo: Sandbox, args: string[], input: string): Promise<Ran> {
  const env = {
    ...repo.env,
    AWS_ENDPOINT_URL: moto,
    AWS_SHARED_CREDENTIALS_FILE: join(repo.path, '.aws/credentials'),
    VAULT_SECRET_ID: 'from-a-test',
  };
  return runKeyhound(args, { cwd: repo.path, env, input });
}

test('migrate and rotate use the region and profile that the configuration has for AWS', {
  skip,
}, async () => {
  const repo = repositoryWith([{ type: 'aws', region: 'eu-west-3', profile: 'deploy', names: ['shop/'] }]);
  const made = await run(repo, ['rotate', 'aws:shop/db#password', '--stdin', '--yes'], 'first-value');
  assert.equal(made.code, 0, made.err);
  assert.deepEqual(await secretIn('eu-west-3', 'shop/db'), { password: 'first-value' });
  assert.equal(await secretIn('us-east-1', 'shop/db'), undefined);
  const literal = randomBytes(15).toString('base64url').replace(/[-_]/g, 'm');
  repo.write('config.js', `const password = '${literal}';\n`);
  const moved = await run(repo, ['migrate', 'config.js:1', '--to', 'aws:shop/api#password', '--apply'], '');
  assert.equal(moved.code, 0, moved.err);
  assert.deepEqual(await secretIn('eu-west-3', 'shop/api'), { password: literal });
});

test('of several stores the one that names the target is used; one in doubt gets nothing', {
  skip,
}, async () => {
  const [paris, spain] = ['eu-west-3', 'eu-south-2'].map((region) => ({
    type: 'aws',
    region,
    profile: 'deploy',
  }));
  const named = repositoryWith([
    { ...paris, names: ['shop/'] },
    { ...spain, names: ['bank/'] },
  ]);
  const made = await run(named, ['rotate', 'aws:bank/db#password', '--stdin', '--yes'], 'in-spain');
  assert.equal(made.code, 0, made.err);
  assert.deepEqual(await secretIn('eu-south-2', 'bank/db'), { password: 'in-spain' });
  assert.equal(await secretIn('eu-west-3', 'bank/db'), undefined);
  const other = await run(named, ['rotate', 'aws:elsewhere#password', '--stdin', '--yes'], 'nowhere');
  assert.equal(other.code, 2, other.out);
  assert.match(
    other.err,
    /several aws stores are configured with different logins and any may hold elsewhere/,
  );
  const same = repositoryWith([
    { ...paris, names: ['a/'] },
    { ...paris, names: ['b/'] },
  ]);
  assert.equal((await run(same, ['rotate', 'aws:elsewhere#password', '--stdin', '--yes'], 'x')).code, 0);
});

test('revoke and rotate log in to Vault as the configuration says', { skip }, async () => {
  const { api } = bao;
  await api('PUT', 'sys/policies/acl/writer', {
    policy:
      'path "secret/*" { capabilities = ["create", "read", "update"] }\npath "auth/token/lookup" { capabilities = ["update"] }',
  });
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  await api('POST', 'auth/approle/role/ci', { token_policies: ['writer'] });
  const { role_id: roleId } = (await api('GET', 'auth/approle/role/ci/role-id')).data;
  await api('POST', 'auth/approle/role/ci/custom-secret-id', { secret_id: 'from-a-test' });
  const store = {
    type: 'vault',
    address: bao.address,
    auth: { method: 'approle', roleId },
    paths: ['secret/**'],
  };
  const repo = repositoryWith([store]);
  const made = await run(repo, ['rotate', 'vault:secret/app#password', '--stdin', '--yes'], 'by-approle');
  assert.equal(made.code, 0, made.err);
  assert.equal((await api('GET', 'secret/data/app')).data.data.password, 'by-approle');
  const leaked = (await api('POST', 'auth/token/create', {})).auth.client_token;
  assert.match((await run(repo, ['revoke', '--stdin'], leaked)).out, /A token that is valid now/);
  const two = repositoryWith([store, { ...store, address: 'http://127.0.0.1:9' }]);
  const doubt = await run(two, ['revoke', '--stdin'], leaked);
  assert.equal(doubt.code, 2, doubt.out);
});
