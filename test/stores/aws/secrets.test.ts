import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type Aws, createAws } from '../../../src/stores/aws/aws.js';
import { awsCredentials } from '../../../src/stores/aws/credentials.js';
import { readSecrets } from '../../../src/stores/aws/secrets.js';
import type { AwsCredentials } from '../../../src/stores/aws/sigv4.js';
import { createHttp } from '../../../src/stores/http/http.js';
import type { Reading } from '../../../src/stores/stored-value.js';
import { allow, CALLS_PER_USER, createIam } from '../iam.js';
import { serve, startMoto } from '../servers.js';
import { runTool, skipWithout } from '../tools.js';

const skip = skipWithout('moto_server');
const FREE_CALLS = 3 * CALLS_PER_USER + 1;
let address = '';
let root: AwsCredentials;

function client(credentials: AwsCredentials, at = address, region = 'eu-central-1'): Aws {
  const env = { AWS_ENDPOINT_URL: at };
  return createAws('secretsmanager', { http: createHttp({ env }), env, region, credentials });
}

let reader: AwsCredentials;
let lister: AwsCredentials;

before(async () => {
  if (skip) return;
  address = (await startMoto(FREE_CALLS)).address;
  const { call, userWith } = createIam(address);
  root = await userWith('root', allow(['*']));
  reader = await userWith(
    'reader',
    allow([
      'secretsmanager:ListSecrets',
      'secretsmanager:GetSecretValue',
      'secretsmanager:ListSecretVersionIds',
    ]),
  );
  lister = await userWith(
    'lister',
    allow(['secretsmanager:ListSecrets', 'secretsmanager:BatchGetSecretValue']),
  );
  await call('GetUser', { UserName: 'root' });
  const aws = client(root);
  await aws.call('CreateSecret', {
    Name: 'shop/db',
    SecretString: '{"password":"old-pw","port":5432}',
    Tags: [{ Key: 'team', Value: 'shop' }],
  });
  await aws.call('PutSecretValue', {
    SecretId: 'shop/db',
    SecretString: '{"password":"new-pw","port":5432}',
  });
  await aws.call('CreateSecret', { Name: 'plain', SecretString: 'not json' });
  await aws.call('CreateSecret', {
    Name: 'binary',
    SecretBinary: Buffer.from([0, 1, 2, 250]).toString('base64'),
  });
  for (let i = 0; i < 45; i++)
    await aws.call('CreateSecret', { Name: `many/${i}`, SecretString: `value-${i}` });
});

function shown({ values }: Reading): string[] {
  return values
    .filter(({ path }) => !path.startsWith('many/'))
    .map(({ path, key, state, value }) => `${path}#${key} ${state} ${value.toString('latin1')}`)
    .sort();
}

test('all secrets are read, in batches, with their earlier versions', { skip }, async () => {
  const reading = await readSecrets(client(root), { versions: 'all' });
  assert.deepEqual(shown(reading), [
    'binary# current \x00\x01\x02\xfa',
    'plain# current not json',
    'shop/db#password current new-pw',
    'shop/db#password previous old-pw',
    'shop/db#port current 5432',
    'shop/db#port previous 5432',
  ]);
  assert.deepEqual([reading.coverage.entries, reading.coverage.read], [48, 48]);
  assert.equal(reading.values.filter(({ path }) => path.startsWith('many/')).length, 45);
});

test('a filter by tag asks for no other secret', { skip }, async () => {
  const { values, coverage } = await readSecrets(client(root), {
    tags: { team: 'shop' },
    versions: 'current',
  });
  assert.deepEqual([values.length, coverage.entries], [2, 1]);
});

test('a reader without the right to batches reads one by one', { skip }, async () => {
  const { coverage } = await readSecrets(client(reader), { names: ['shop/db'], versions: 'all' });
  assert.deepEqual(coverage.missed, []);
});

test('secrets that are listed and denied are counted and named', { skip }, async () => {
  const { coverage } = await readSecrets(client(lister), { names: ['shop/db', 'plain'], versions: 'all' });
  assert.deepEqual(coverage.missed.map(({ path, reason }) => `${path} ${reason}`).sort(), [
    'plain denied',
    'shop/db denied',
  ]);
});

test('a wrong secret key is refused: the signatures are checked', { skip }, async () => {
  const wrong = { ...root, secretAccessKey: 'x'.repeat(40) };
  await assert.rejects(readSecrets(client(wrong), { versions: 'all' }), {
    name: 'StoreError',
    kind: 'denied',
    message: /SignatureDoesNotMatch/,
  });
});

test('throttled calls are tried again, and a store that stays so is not taken for an empty one', {
  skip,
}, async () => {
  let refused = 0;
  const proxy = await serve((incoming, outgoing) => {
    if (refused++ % 3 < 1) {
      outgoing.writeHead(400).end('{"__type":"com.amazonaws#ThrottlingException","message":"slow down"}');
      return;
    }
    const headers = { ...incoming.headers, host: new URL(address).host };
    const onward = request(
      `${address}${incoming.url}`,
      { method: incoming.method ?? 'POST', headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(onward);
  });
  // The signature covers the host: only moto without checks would take it, so the list is all that is asked for here.
  await assert.rejects(readSecrets(client(root, proxy.address), { versions: 'all' }), { name: 'StoreError' });
  assert.ok(refused > 1);
  const always = await serve((_, response) =>
    response.writeHead(400).end('{"__type":"ThrottlingException"}'),
  );
  await assert.rejects(readSecrets(client(root, always.address), { versions: 'all' }), {
    name: 'StoreError',
    kind: 'throttled',
  });
});

test('what keyhound wrote, the AWS CLI reads', { skip: skip || skipWithout('aws') }, async () => {
  await client(root).call('CreateSecret', { Name: 'from/keyhound', SecretString: '{"k":"žluť"}' });
  const env = {
    AWS_ACCESS_KEY_ID: root.accessKeyId,
    AWS_SECRET_ACCESS_KEY: root.secretAccessKey,
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: address,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const args = [
    'secretsmanager',
    'get-secret-value',
    '--secret-id',
    'from/keyhound',
    '--query',
    'SecretString',
    '--output',
    'text',
  ];
  assert.equal(runTool('aws', args, { env }).trim(), '{"k":"žluť"}');
});

test('credentials come from environment, profile, container and web identity, in the order of the AWS tools', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-aws-'));
  writeFileSync(
    join(folder, 'credentials'),
    '[default]\naws_access_key_id = DEF\naws_secret_access_key = def\n[other]\naws_access_key_id = OTH\naws_secret_access_key = oth\naws_session_token = tok\n',
  );
  writeFileSync(
    join(folder, 'config'),
    '[profile from-program]\ncredential_process = cat "' + join(folder, 'out.json') + '"\n',
  );
  writeFileSync(join(folder, 'out.json'), '{"Version":1,"AccessKeyId":"PRO","SecretAccessKey":"pro"}');
  writeFileSync(join(folder, 'jwt'), 'header.claims.signature\n');
  const container = await serve((incoming, outgoing) => {
    const known = incoming.headers.authorization === 'secret-word';
    outgoing.end(JSON.stringify(known ? { AccessKeyId: 'CON', SecretAccessKey: 'con', Token: 't' } : {}));
  });
  const sts = await serve((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk) => (body += chunk));
    incoming.on('end', () => {
      const form = new URLSearchParams(body);
      const known =
        form.get('WebIdentityToken') === 'header.claims.signature' &&
        form.get('RoleArn')?.endsWith('role/ci');
      outgoing
        .writeHead(known ? 200 : 403)
        .end(
          known
            ? '<AccessKeyId>WEB</AccessKeyId><SecretAccessKey>web</SecretAccessKey><SessionToken>s</SessionToken>'
            : '<Code>AccessDenied</Code>',
        );
    });
  });
  const files = {
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_CONFIG_FILE: join(folder, 'config'),
    PATH: process.env.PATH ?? '',
  };
  const role = {
    AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'jwt'),
    AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/ci',
    AWS_ENDPOINT_URL_STS: sts.address,
  };
  const idOf = async (env: NodeJS.ProcessEnv, login = {}): Promise<string> =>
    (await awsCredentials({ region: 'eu-central-1', ...login }, createHttp({ env }), env)).accessKeyId;

  assert.equal(
    await idOf({ ...files, ...role, AWS_ACCESS_KEY_ID: 'ENV', AWS_SECRET_ACCESS_KEY: 'env' }),
    'ENV',
  );
  assert.equal(await idOf({ ...files, ...role }), 'WEB');
  assert.equal(await idOf(files), 'DEF');
  assert.equal(await idOf({ ...files, AWS_PROFILE: 'other' }), 'OTH');
  assert.equal(await idOf({ ...files, AWS_PROFILE: 'from-program' }), 'PRO');
  const none = {
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    AWS_CONFIG_FILE: '/nonexistent',
    HOME: '/nonexistent',
  };
  const pod = {
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${container.address}/v1`,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: 'secret-word',
  };
  assert.equal(await idOf({ ...none, ...pod }), 'CON');
  await assert.rejects(idOf({ ...none, ...pod, AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.org/' }), {
    name: 'UserError',
  });
  await assert.rejects(idOf(none), { name: 'UserError', message: /no AWS credentials/ });
  await assert.rejects(idOf({ ...files, ...role, AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/other' }), {
    name: 'StoreError',
    kind: 'denied',
  });
});
