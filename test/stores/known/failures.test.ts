import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { openAwsStore } from '../../../src/stores/open.js';
import { putValue } from '../../../src/stores/put.js';
import { parseTarget } from '../../../src/stores/target.js';
import { createSandbox } from '../../git-sandbox.js';
import { type Ran, runKeyhound } from '../run-keyhound.js';
import { type Asked, type Bao, motoEnv, serveBefore, startBao, startMoto } from '../servers.js';
import { skipWithout } from '../tools.js';

const skip = skipWithout('bao', 'moto_server', 'git');
const VALUES = { open: 'value-of-the-open-entry', closed: 'value-of-the-closed-entry' };
let bao: Bao;
let moto: string;

before(async () => {
  if (skip) return;
  const [server, { address }] = await Promise.all([startBao(), startMoto()]);
  [bao, moto] = [server, address];
  for (const [name, value] of Object.entries(VALUES)) {
    await bao.api('POST', `secret/data/shop/${name}`, { data: { password: value } });
    const target = parseTarget(`aws:shop/${name}#password`);
    await putValue({ target, value: Buffer.from(value), replace: false, env: motoEnv(address) });
  }
});

/** A search in a clean tree: it is green only if all of the store was read. */
async function known(args: string[], env: Record<string, string>): Promise<Ran & { skipped: string[] }> {
  const repo = createSandbox();
  repo.write('clean.txt', 'nothing\n');
  const all = { ...repo.env, ...env };
  const ran = await runKeyhound(['known', ...args, '--format', 'json'], { cwd: repo.path, env: all });
  const report = ran.out.startsWith('{') ? JSON.parse(ran.out) : { skipped: [] };
  const skipped = report.skipped.map(
    (skip: { path: string; reason: string }) => `${skip.path} ${skip.reason}`,
  );
  return { ...ran, skipped };
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

type Refusal = (asked: Asked) => Answer | undefined;

interface Failure {
  readonly name: string;
  readonly refuse: Refusal;
  /** `coverage` of the summary, and what is told of the entries that were not read. */
  readonly coverage: string;
  readonly told: RegExp;
}

const vaultErrors = (status: number, ...errors: string[]): Answer => ({
  status,
  body: JSON.stringify({ errors }),
});
const isClosed = ({ path, body }: Asked): boolean => path.includes('/closed') || body.includes('shop/closed');
/** Answers so what is asked about the closed entry, and nothing else. */
const ofClosed =
  (answer: Answer): Refusal =>
  (asked) =>
    isClosed(asked) ? answer : undefined;

const VAULT: readonly Failure[] = [
  {
    name: 'denied in part',
    refuse: ofClosed(vaultErrors(403, 'permission denied')),
    coverage: '1/2 entries, 1 not read',
    told: /secret\/shop\/closed store entry not read: denied$/,
  },
  {
    name: 'throttled in part',
    refuse: ofClosed(vaultErrors(429, 'request path is rate limited')),
    coverage: '1/2 entries, 1 not read',
    told: /secret\/shop\/closed store entry not read: throttled$/,
  },
  {
    name: 'failing in part',
    refuse: ofClosed({ status: 502, body: '<html>bad gateway</html>' }),
    coverage: '1/2 entries, 1 not read',
    told: /secret\/shop\/closed store entry not read: unreachable$/,
  },
  {
    name: 'denied to be listed',
    refuse: ({ path }) => (path.includes('list=true') ? vaultErrors(403, 'permission denied') : undefined),
    coverage: '0/1 entries, 1 not read',
    told: /secret\/shop\/ store entry not read: denied \(list\)$/,
  },
  {
    name: 'expired in the middle',
    refuse: ofClosed(vaultErrors(403, 'permission denied', 'invalid token')),
    coverage: '0/0 entries, 1 not read',
    told: /store entry not read: expired: Vault does not know our token/,
  },
  {
    name: 'sealed in the middle',
    refuse: ofClosed(vaultErrors(503, 'Vault is sealed')),
    coverage: '0/0 entries, 1 not read',
    told: /store entry not read: sealed: Vault is sealed/,
  },
  {
    name: 'redirected',
    refuse: ofClosed({ status: 307, body: '' }),
    coverage: '1/2 entries, 1 not read',
    told: /secret\/shop\/closed store entry not read: failed$/,
  },
];

const awsError = (type: string): Answer => ({
  status: 400,
  body: JSON.stringify({ __type: type, message: 'no' }),
});
/** Refuses batches, so that entries are read one by one, and of those the closed one. */
const ofClosedAlone =
  (type: string): Refusal =>
  (asked) =>
    asked.operation === 'BatchGetSecretValue'
      ? awsError('AccessDeniedException')
      : ofClosed(awsError(type))(asked);

const AWS: readonly Failure[] = [
  {
    name: 'denied in part',
    refuse: ofClosedAlone('AccessDeniedException'),
    coverage: '1/2 entries, 1 not read',
    told: /shop\/closed store entry not read: denied$/,
  },
  {
    name: 'denied in part by the answer to a batch',
    refuse: (asked) => {
      if (asked.operation !== 'BatchGetSecretValue')
        return ofClosed(awsError('AccessDeniedException'))(asked);
      const Errors = [{ SecretId: 'shop/closed', ErrorCode: 'AccessDeniedException', Message: 'no' }];
      return { status: 200, body: JSON.stringify({ SecretValues: [], Errors }) };
    },
    coverage: '1/2 entries, 1 not read',
    told: /shop\/closed store entry not read: denied$/,
  },
  {
    name: 'throttled in part',
    refuse: ofClosedAlone('ThrottlingException'),
    coverage: '1/2 entries, 1 not read',
    told: /shop\/closed store entry not read: throttled$/,
  },
  {
    name: 'without the key that decrypts one',
    refuse: ofClosedAlone('DecryptionFailure'),
    coverage: '1/2 entries, 1 not read',
    told: /shop\/closed store entry not read: failed$/,
  },
  {
    name: 'denied to be listed',
    refuse: () => ({
      status: 403,
      body: '<Response><Errors><Error><Code>AccessDenied</Code></Error></Errors></Response>',
    }),
    coverage: '0/0 entries, 1 not read',
    told: /store entry not read: denied: AWS ListSecrets: AccessDenied$/,
  },
  {
    name: 'throttled all along',
    refuse: () => awsError('ThrottlingException'),
    coverage: '0/0 entries, 1 not read',
    told: /store entry not read: throttled: AWS ListSecrets: ThrottlingException$/,
  },
  {
    name: 'expired in the middle',
    refuse: ({ operation }) =>
      operation === 'BatchGetSecretValue' ? awsError('ExpiredTokenException') : undefined,
    coverage: '0/0 entries, 1 not read',
    told: /store entry not read: expired: AWS BatchGetSecretValue: ExpiredTokenException$/,
  },
];

function assertIncomplete(
  ran: Ran & { skipped: string[] },
  { coverage, told }: Pick<Failure, 'coverage' | 'told'>,
): void {
  assert.equal(ran.code, 3, ran.out + ran.err);
  assert.match(ran.err, new RegExp(`coverage ${coverage}`));
  assert.ok(
    ran.skipped.some((skip) => told.test(skip)),
    ran.skipped.join('\n'),
  );
  for (const value of Object.values(VALUES)) assert.ok(!(ran.out + ran.err).includes(value));
}

for (const failure of VAULT) {
  test(`a Vault that is ${failure.name} makes the search incomplete, with count and path`, {
    skip,
  }, async () => {
    const address = await serveBefore(bao.address, failure.refuse);
    const env = { VAULT_ADDR: address, VAULT_TOKEN: bao.token };
    assertIncomplete(await known(['--vault', 'secret/shop/**'], env), failure);
  });
}

for (const failure of AWS) {
  test(`AWS that is ${failure.name} makes the search incomplete, with count and path`, { skip }, async () => {
    const address = await serveBefore(moto, failure.refuse);
    assertIncomplete(await known(['--aws', 'shop/'], motoEnv(address)), failure);
  });
}

test('a store that is not there at all is not green, and the other one is read nevertheless', {
  skip,
}, async () => {
  const nowhere = 'http://127.0.0.1:9';
  const all = { VAULT_ADDR: bao.address, VAULT_TOKEN: bao.token, ...motoEnv(moto) };
  const args = ['--vault', 'secret/shop/**', '--aws', 'shop/'];
  const whole = await known(args, all);
  assert.equal(whole.code, 0, whole.err);
  const noVault = await known(args, { ...all, VAULT_ADDR: nowhere });
  assertIncomplete(noVault, {
    coverage: '0/0 entries, 1 not read',
    told: /unreachable: 127\.0\.0\.1:9 cannot be reached/,
  });
  assert.match(noVault.err, /aws eu-central-1: coverage 2\/2 entries/);
  const noAws = await known(args, { ...all, AWS_ENDPOINT_URL: nowhere });
  assertIncomplete(noAws, {
    coverage: '0/0 entries, 1 not read',
    told: /unreachable: 127\.0\.0\.1:9 cannot be reached/,
  });
  assert.match(noAws.err, /vault \S+: coverage 2\/2 entries/);
});

test('a Vault that was really sealed, and a token that was really revoked, are named as such', {
  skip,
}, async () => {
  const own = await startBao();
  await own.api('POST', 'secret/data/shop/open', { data: { password: VALUES.open } });
  const { auth } = await own.api('POST', 'auth/token/create', {});
  await own.api('POST', 'auth/token/revoke', { token: auth.client_token });
  const args = ['--vault', 'secret/shop/**'];
  const revoked = await known(args, { VAULT_ADDR: own.address, VAULT_TOKEN: auth.client_token });
  assertIncomplete(revoked, { coverage: '0/0 entries, 1 not read', told: /expired: / });
  await own.api('PUT', 'sys/seal');
  const sealed = await known(args, { VAULT_ADDR: own.address, VAULT_TOKEN: own.token });
  assertIncomplete(sealed, { coverage: '0/0 entries, 1 not read', told: /sealed: Vault is sealed$/ });
});

test('what cannot be read is a failure of index build and mask too', { skip }, async () => {
  const address = await serveBefore(bao.address, ofClosed(vaultErrors(403, 'permission denied')));
  const repo = createSandbox();
  const env = { ...repo.env, VAULT_ADDR: address, VAULT_TOKEN: bao.token, GITHUB_ACTIONS: 'true' };
  for (const args of [['index', 'build'], ['mask']]) {
    const ran = await runKeyhound([...args, '--vault', 'secret/shop/**'], { cwd: repo.path, env });
    assert.equal(ran.code, 3, ran.err);
    assert.match(ran.out + ran.err, /1 store entries (?:not read|could not be read)/);
  }
});

test('a store that fails while it is written to leaves source and store as they were', { skip }, async () => {
  const literal = randomBytes(15).toString('base64url').replace(/[-_]/g, 'p');
  const source = `const password = '${literal}';\n`;
  const migrate = async (target: string, env: Record<string, string>): Promise<void> => {
    const repo = createSandbox();
    repo.write('config.js', source);
    const all = { ...repo.env, ...env };
    const args = ['migrate', 'config.js:1', '--to', target, '--apply'];
    const ran = await runKeyhound(args, { cwd: repo.path, env: all });
    assert.equal(ran.code, 3, ran.err);
    assert.ok(!(ran.out + ran.err).includes(literal));
    assert.equal(readFileSync(join(repo.path, 'config.js'), 'utf8'), source);
  };
  for (const status of [403, 429, 500, 503]) {
    const isWrite = ({ path, body }: Asked): boolean => path.includes('/data/') && body !== '';
    const address = await serveBefore(bao.address, (asked) =>
      isWrite(asked) ? vaultErrors(status, 'no') : undefined,
    );
    await migrate('vault:secret/shop/open#api', { VAULT_ADDR: address, VAULT_TOKEN: bao.token });
  }
  assert.deepEqual((await bao.api('GET', 'secret/data/shop/open')).data.data, { password: VALUES.open });
  for (const type of ['AccessDeniedException', 'InternalServiceError']) {
    const address = await serveBefore(moto, ({ operation }) =>
      operation === 'UpdateSecretVersionStage' ? awsError(type) : undefined,
    );
    await migrate('aws:shop/open#api', motoEnv(address));
  }
  const after = await openAwsStore('secretsmanager', {}, motoEnv(moto));
  const { SecretString: text } = await after.call('GetSecretValue', { SecretId: 'shop/open' });
  assert.deepEqual(JSON.parse(String(text)), { password: VALUES.open });
});
