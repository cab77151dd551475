import assert from 'node:assert/strict';
import { request } from 'node:http';
import { before, test } from 'node:test';
import { type Aws, createAws } from '../../../src/stores/aws/aws.js';
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
