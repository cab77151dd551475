import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import type { AwsCredentials } from '../../src/stores/aws/sigv4.js';
import { createSandbox } from '../git-sandbox.js';
import { allow, CALLS_PER_USER, createIam } from './iam.js';
import { type Ran, runKeyhound } from './run-keyhound.js';
import { type Bao, serve, startBao, startMoto } from './servers.js';
import { skipWithout } from './tools.js';

const POLICIES = new URL('../../../policies/', import.meta.url);
const policy = (file: string): string => readFileSync(new URL(file, POLICIES), 'utf8');
const value = (): string => randomBytes(15).toString('base64url').replace(/[-_]/g, 'w');

test('every policy is a file that the table of policies/README.md names', () => {
  const named = [...policy('README.md').matchAll(/^\| `([\w.-]+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(
    named.sort(),
    readdirSync(POLICIES)
      .filter((name) => name !== 'README.md')
      .sort(),
  );
});

const skipVault = skipWithout('bao');
let bao: Bao;

before(async () => {
  if (!skipVault) bao = await startBao();
});

/** Runs keyhound with a token that has one policy. */
async function withPolicy(text: string, args: string[], input?: string): Promise<Ran> {
  await bao.api('PUT', 'sys/policies/acl/tried', { policy: text });
  const { auth } = await bao.api('POST', 'auth/token/create', {
    policies: ['tried'],
    no_default_policy: true,
  });
  const env = { VAULT_ADDR: bao.address, VAULT_TOKEN: auth.client_token };
  const repo = createSandbox();
  return runKeyhound(args, { cwd: repo.path, env: { ...repo.env, ...env }, ...(input && { input }) });
}

/** The policy without each of its stanzas, and without each right in them. */
function lesser(text: string): string[] {
  const stanzas = text.match(/^path [^}]+\}\n/gm) ?? [];
  assert.ok(stanzas.length > 0);
  const without = (part: string, instead: string): string => text.replace(part, instead);
  return stanzas.flatMap((stanza) => [
    without(stanza, ''),
    ...[...stanza.matchAll(/"(create|read|update|list)"(?:, )?/g)].map(([right]) =>
      without(stanza, stanza.replace(right, '').replace(', ]', ']')),
    ),
  ]);
}

interface Job {
  readonly file: string;
  readonly args: () => Promise<string[]> | string[];
  readonly input?: () => Promise<string> | string;
  readonly done: RegExp;
}

let entry = 0;
const VAULT_JOBS: readonly (readonly Job[])[] = [
  [
    {
      file: 'vault-read.hcl',
      args: () => ['known', '.', '--vault', 'secret/app/**'],
      done: /coverage 2\/2 entries\n[\s\S]*looking for 3 values/,
    },
  ],
  [
    {
      file: 'vault-migrate.hcl',
      args: () => ['rotate', `vault:secret/app/new${entry++}#password`, '--stdin', '--yes'],
      input: value,
      done: /holds the new value as version 1/,
    },
    {
      file: 'vault-migrate.hcl',
      args: () => ['rotate', 'vault:secret/app/db#password', '--stdin', '--yes'],
      input: value,
      done: /holds the new value as version \d/,
    },
    {
      file: 'vault-migrate.hcl',
      args: async () => {
        const name = `gone${entry++}`;
        await bao.api('POST', `secret/data/app/gone/${name}`, { data: { password: value() } });
        await bao.api('DELETE', `secret/data/app/gone/${name}`);
        return ['rotate', `vault:secret/app/gone/${name}#password`, '--stdin', '--yes'];
      },
      input: value,
      done: /holds the new value as version 2/,
    },
  ],
  [
    {
      file: 'vault-revoke.hcl',
      args: () => ['revoke', '--stdin', '--yes'],
      input: async () => (await bao.api('POST', 'auth/token/create', {})).auth.client_token,
      done: /valid now[\s\S]*Revoked/,
    },
    {
      file: 'vault-revoke.hcl',
      args: async () => ['revoke', '--lease', await leaseOfUserpass(), '--yes'],
      done: /valid now[\s\S]*Revoked/,
    },
  ],
];

/** A lease that is there without a database: that of a login. */
async function leaseOfUserpass(): Promise<string> {
  await bao.api('POST', 'sys/auth/userpass', { type: 'userpass' }).catch(() => {});
  await bao.api('POST', 'auth/userpass/users/someone', { password: 'pw' });
  await bao.api('POST', 'auth/userpass/login/someone', { password: 'pw' });
  const { data } = await bao.api('LIST', 'sys/leases/lookup/auth/userpass/login/someone');
  return `auth/userpass/login/someone/${data.keys[0]}`;
}

for (const jobs of VAULT_JOBS) {
  const file = jobs[0]!.file;
  test(`${file} is enough, and nothing in it can go`, { skip: skipVault }, async () => {
    await bao.api('POST', 'secret/data/app/deep/er', { data: { a: value() } });
    await bao.api('POST', 'secret/data/app/db', { data: { password: value() } });
    await bao.api('POST', 'secret/data/app/db', { data: { password: value() } });
    const run = async ({ args, input, done }: Job, text: string): Promise<[boolean, Ran]> => {
      const ran = await withPolicy(text, await args(), await input?.());
      return [done.test(ran.out + ran.err), ran];
    };
    for (const job of jobs) {
      const [done, ran] = await run(job, policy(file));
      assert.ok(done, ran.out + ran.err);
    }
    for (const text of lesser(policy(file))) {
      const results = [];
      for (const job of jobs) results.push(await run(job, text));
      assert.ok(
        results.some(([done]) => !done),
        `works as well with:\n${text}`,
      );
    }
    const out = await withPolicy(policy('vault-read.hcl'), ['known', '.', '--vault', 'secret/**']);
    assert.equal(out.code, 3);
  });
}

test('vault-github-role.json lets in the branch it names and no other', { skip: skipVault }, async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await bao.api('POST', 'sys/auth/jwt', { type: 'jwt' });
  await bao.api('POST', 'auth/jwt/config', {
    jwt_validation_pubkeys: [publicKey.export({ type: 'spki', format: 'pem' })],
  });
  await bao.api('POST', 'auth/jwt/role/ci', JSON.parse(policy('vault-github-role.json')));
  await bao.api('PUT', 'sys/policies/acl/keyhound-read', { policy: policy('vault-read.hcl') });
  await bao.api('POST', 'secret/data/app/ci', { data: { password: value() } });
  const login = async (claims: object): Promise<number | null> => {
    const issuer = await serve((request, response) => {
      const aud = new URL(request.url ?? '', 'http://x').searchParams.get('audience');
      response.end(JSON.stringify({ value: jwt(privateKey, { aud, ...claims }) }));
    });
    const repo = createSandbox();
    repo.write(
      '.keyhound.json',
      JSON.stringify({
        stores: [{ type: 'vault', paths: ['secret/app/**'], auth: { method: 'jwt', role: 'ci' } }],
      }),
    );
    const env = {
      VAULT_ADDR: bao.address,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.address}/?x=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    };
    return (await runKeyhound(['known'], { cwd: repo.path, env: { ...repo.env, ...env } })).code;
  };
  assert.equal(await login({ repository: 'OWNER/REPOSITORY', ref: 'refs/heads/main' }), 0);
  assert.equal(await login({ repository: 'OWNER/REPOSITORY', ref: 'refs/heads/other' }), 3);
  assert.equal(await login({ repository: 'OTHER/REPOSITORY', ref: 'refs/heads/main' }), 3);
});

function jwt(key: KeyObject, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const body = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub: 'repo', iat: now, nbf: now, exp: now + 300, ...claims })}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
}

const skipAws = skipWithout('moto_server');

/** The actions of a policy; moto decides by action alone, so the resources are not tried here. */
function actionsOf(file: string): string[] {
  const { Statement: statements } = JSON.parse(policy(file)) as {
    Statement: { Action: string | string[] }[];
  };
  return statements.flatMap(({ Action }) => Action);
}

/** moto has no keys of a customer's own here; without the right to batches secrets are read one by one. */
const NOT_NEEDED_HERE = new Set(['kms:Decrypt', 'secretsmanager:BatchGetSecretValue']);

test('the AWS policies are enough for their commands, and no action in them can go', {
  skip: skipAws,
}, async () => {
  const jobs = [
    { file: 'aws-read.json', args: ['known', '--aws', 'app/'], done: /coverage 1\/1 entries\n/ },
    {
      file: 'aws-migrate.json',
      args: ['rotate', 'aws:app/db#password', '--stdin', '--yes'],
      done: /holds the new value/,
    },
    {
      file: 'aws-migrate.json',
      args: ['rotate', 'aws:app/NEW#password', '--stdin', '--yes'],
      done: /holds the new value/,
    },
    { file: 'aws-rotate.json', args: ['rotate', 'aws:turning/app', '--yes'], done: /is at version/ },
  ];
  const files = [...new Set(jobs.map(({ file }) => file))];
  const lacking = (file: string): (string | undefined)[] => [
    undefined,
    ...actionsOf(file).filter((action) => !NOT_NEEDED_HERE.has(action)),
  ];
  const tried = files.flatMap((file) => lacking(file).map((without) => ({ file, without })));
  const { address } = await startMoto((tried.length + 1) * CALLS_PER_USER);
  const { userWith } = createIam(address);
  const root = await userWith('root', allow(['*']));
  const users: { file: string; without: string | undefined; user: AwsCredentials }[] = [];
  for (const [index, one] of tried.entries()) {
    const actions = actionsOf(one.file).filter((action) => action !== one.without);
    users.push({ ...one, user: await userWith(`user${index}`, allow(actions)) });
  }
  let made = 0;
  const run = (user: AwsCredentials, args: readonly string[]): Promise<Ran> => {
    const repo = createSandbox();
    const env = {
      AWS_ENDPOINT_URL: address,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: user.accessKeyId,
      AWS_SECRET_ACCESS_KEY: user.secretAccessKey,
    };
    const named = args.map((arg) => arg.replace('NEW', `new${made++}`));
    return runKeyhound(named, { cwd: repo.path, env: { ...repo.env, ...env }, input: value() });
  };
  const seed = await run(root, ['rotate', 'aws:app/db#password', '--stdin', '--yes']);
  assert.match(seed.out, /holds the new value/, seed.err);
  await run(root, ['rotate', 'aws:app/db#password', '--stdin', '--yes']);
  await run(root, ['rotate', 'aws:turning/app#password', '--stdin', '--yes']);
  await setRotation(address, root);
  for (const { file, without, user } of users) {
    const results: [boolean, Ran][] = [];
    for (const { args, done } of jobs.filter((job) => job.file === file)) {
      const ran = await run(user, args);
      results.push([done.test(ran.out + ran.err), ran]);
    }
    const failed = results.find(([done]) => !done);
    if (without === undefined)
      assert.equal(failed, undefined, `${file}: ${failed?.[1].out}${failed?.[1].err}`);
    else assert.ok(failed, `${file} works as well without ${without}`);
  }
});

async function setRotation(address: string, { accessKeyId, secretAccessKey }: AwsCredentials): Promise<void> {
  const { createAws } = await import('../../src/stores/aws/aws.js');
  const { createHttp } = await import('../../src/stores/http/http.js');
  const env = { AWS_ENDPOINT_URL: address };
  const aws = createAws('secretsmanager', {
    http: createHttp({ env }),
    env,
    region: 'eu-central-1',
    credentials: { accessKeyId, secretAccessKey },
  });
  await aws.call('RotateSecret', { SecretId: 'turning/app', RotationRules: { AutomaticallyAfterDays: 30 } });
}
