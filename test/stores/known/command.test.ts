import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { createSandbox } from '../../git-sandbox.js';
import { runKeyhound } from '../run-keyhound.js';
import { type Bao, serve, startBao } from '../servers.js';
import { skipWithout } from '../tools.js';

const skip = skipWithout('bao', 'git');
const [old, current, hidden] = [1, 2, 3].map(() =>
  randomBytes(15).toString('base64url').replace(/[-_]/g, 'x'),
);
let bao: Bao;
let env: Record<string, string>;

before(async () => {
  if (skip) return;
  bao = await startBao();
  env = { VAULT_ADDR: bao.address, VAULT_TOKEN: bao.token };
  await bao.api('POST', 'secret/data/shop/db', { data: { password: old, host: 'db.example.org' } });
  await bao.api('POST', 'secret/data/shop/db', { data: { password: current, host: 'db.example.org' } });
  await bao.api('POST', 'secret/data/shop/closed', { data: { password: hidden } });
});

function repository(): ReturnType<typeof createSandbox> {
  const repo = createSandbox();
  repo.write('app.env', `DB=${old}\n`);
  repo.commit('old');
  repo.write('app.env', `DB=${current}\n`);
  repo.commit('current');
  repo.write('app.env', 'DB=\n');
  repo.commit('gone');
  return repo;
}

test('history says which leaked values are current and which were replaced, and never a value', {
  skip,
}, async () => {
  const repo = repository();
  const ran = await runKeyhound(['known', '--history', '--vault', 'secret/shop/**', '--format', 'json'], {
    cwd: repo.path,
    env: { ...repo.env, ...env },
  });
  assert.equal(ran.code, 1, ran.err);
  const { findings } = JSON.parse(ran.out);
  assert.deepEqual(
    findings.map((f: Record<string, any>) => [
      f.ruleId,
      f.path,
      f.startLine,
      f.startColumn,
      f.endColumn,
      f.commit?.id?.length,
      f.inHead,
    ]),
    [
      ['known-secret-current', 'app.env', 1, 4, 4, 40, false],
      ['known-secret-previous', 'app.env', 1, 4, 4, 40, false],
    ],
  );
  assert.match(findings[0].snippet, /^vault secret\/shop\/db#password v2, current since \d{4}-/);
  assert.match(findings[1].snippet, /^vault secret\/shop\/db#password v1, previous, replaced \d{4}-/);
  for (const value of [old, current, hidden]) assert.ok(!(ran.out + ran.err).includes(value!));
});

test('a range tells what its commits add, and nothing of what was there before', { skip }, async () => {
  const repo = repository();
  const known = async (...args: string[]) => {
    const ran = await runKeyhound(['known', ...args, '--vault', 'secret/shop/**', '--format', 'json'], {
      cwd: repo.path,
      env: { ...repo.env, ...env },
    });
    const report = ran.out.startsWith('{') ? JSON.parse(ran.out) : undefined;
    const found = report?.findings.map((f: Record<string, any>) => `${f.ruleId} ${f.commit?.id}`);
    return { ...ran, report, found };
  };
  const [, middle] = repo.git('log', '--format=%H').split('\n');
  const added = await known('--diff', 'HEAD~2..HEAD');
  assert.deepEqual([added.code, added.found], [1, [`known-secret-current ${middle}`]], added.err);
  assert.deepEqual([added.report.mode, added.report.scanned.commits], ['range', 2]);
  const clean = await known('--diff', 'HEAD~1..HEAD');
  assert.deepEqual([clean.code, clean.found], [0, []], clean.err);
  for (const [args, message] of [
    [['--diff', 'nowhere..HEAD'], /nowhere/],
    [['--diff', 'HEAD'], /must be BASE\.\.HEAD/],
    [['--diff', 'HEAD~1..HEAD', '--history'], /takes one of --diff, --history and --log/],
    [['--diff', 'HEAD~1..HEAD', 'app.env'], /one path too many/],
    [['--diff', 'ci'], /not in a CI/],
  ] as const) {
    const ran = await known(...args);
    assert.equal(ran.code, 2, ran.out);
    assert.match(ran.err, message);
  }
});

test('in CI the range can be that of the run', { skip }, async () => {
  const repo = repository();
  const [head, middle] = repo.git('log', '--format=%H').split('\n');
  const gitlab = {
    GITLAB_CI: 'true',
    CI_PIPELINE_SOURCE: 'push',
    CI_COMMIT_SHA: head,
    CI_COMMIT_BEFORE_SHA: repo.git('rev-parse', 'HEAD~2'),
    CI_COMMIT_BRANCH: 'main',
    CI_DEFAULT_BRANCH: 'main',
  };
  const args = ['known', '--diff', 'ci', '--vault', 'secret/shop/**', '--format', 'json'];
  const ran = await runKeyhound(args, { cwd: repo.path, env: { ...repo.env, ...env, ...gitlab } });
  assert.equal(ran.code, 1, ran.err);
  assert.deepEqual(
    JSON.parse(ran.out).findings.map((f: Record<string, any>) => f.commit.id),
    [middle],
  );
});

test('a work tree tells what stands in its files', { skip }, async () => {
  const repo = repository();
  repo.write('sub/leak.txt', `x ${current}\n`);
  const args = ['known', 'sub', '--vault', 'secret/shop/**', '--format', 'json'];
  const ran = await runKeyhound(args, { cwd: repo.path, env: { ...repo.env, ...env } });
  assert.equal(ran.code, 1, ran.err);
  assert.deepEqual(
    JSON.parse(ran.out).findings.map((f: Record<string, any>) => `${f.path}:${f.startLine}`),
    ['sub/leak.txt:1'],
  );
});

test('a value that was replaced is told and does not fail, unless asked to', { skip }, async () => {
  const repo = createSandbox();
  repo.write('a.log', `token ${Buffer.from(`x:${old}`).toString('base64')}\n`);
  const args = ['known', 'a.log', '--vault', 'secret/shop/db'];
  const ran = await runKeyhound(args, { cwd: repo.path, env: { ...repo.env, ...env } });
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /previous, replaced/);
  assert.equal(
    (await runKeyhound([...args, '--fail-on', 'any'], { cwd: repo.path, env: { ...repo.env, ...env } })).code,
    1,
  );
});

test('a log on standard input is searched, across its encodings', { skip }, async () => {
  const repo = createSandbox();
  const input = `step 1\n+ curl -H "Authorization: Basic ${Buffer.from(`app:${current}`).toString('base64')}"\n`;
  const ran = await runKeyhound(['known', '--log', '-', '--vault', 'secret/shop/*', '--format', 'json'], {
    cwd: repo.path,
    env: { ...repo.env, ...env },
    input,
  });
  assert.equal(ran.code, 1, ran.err);
  assert.deepEqual(JSON.parse(ran.out).findings[0].encodings, ['base64']);
});

test('what the policy hides makes the scan incomplete: 3, with coverage and paths', { skip }, async () => {
  const policy =
    'path "secret/metadata/shop/*" { capabilities = ["list", "read"] }\npath "secret/data/shop/db" { capabilities = ["read"] }';
  await bao.api('PUT', 'sys/policies/acl/partly', { policy });
  const { auth } = await bao.api('POST', 'auth/token/create', { policies: ['partly'] });
  const repo = createSandbox();
  repo.write('clean.txt', 'nothing\n');
  const partly = { ...repo.env, ...env, VAULT_TOKEN: auth.client_token };
  const args = ['known', '--vault', 'secret/shop/**', '--format', 'json'];
  const ran = await runKeyhound(args, { cwd: repo.path, env: partly });
  assert.equal(ran.code, 3, ran.err);
  assert.match(ran.err, /coverage 1\/2 entries, 1 not read/);
  const report = JSON.parse(ran.out);
  assert.equal(report.outcome, 'incomplete');
  assert.match(report.skipped[0].path, /secret\/shop\/closed$/);
  assert.equal(
    (await runKeyhound([...args, '--min-coverage', '0.5'], { cwd: repo.path, env: partly })).code,
    0,
  );
});

test('a store that cannot be reached, is sealed, or has nothing to look for is never green', {
  skip,
}, async () => {
  const repo = createSandbox();
  repo.write('clean.txt', 'nothing\n');
  const run = (settings: Record<string, string>, path = 'secret/shop/**') =>
    runKeyhound(['known', '--vault', path], { cwd: repo.path, env: { ...repo.env, ...env, ...settings } });
  assert.equal((await run({ VAULT_ADDR: 'http://127.0.0.1:9' })).code, 3);
  const sealed = await serve((_, response) => response.writeHead(503).end('{"errors":["Vault is sealed"]}'));
  const ran = await run({ VAULT_ADDR: sealed.address });
  assert.equal(ran.code, 3);
  assert.match(ran.out + ran.err, /sealed/);
  assert.equal((await run({ VAULT_TOKEN: 'nobody' })).code, 3);
  assert.equal((await run({}, 'secret/nothing/here')).code, 3);
  assert.equal((await run({ VAULT_TOKEN: '' })).code, 2);
  assert.equal((await run({ VAULT_ADDR: 'http://vault.example.org' })).code, 2);
});

test('in a pull request the stores are those of the base commit, whatever the request says', {
  skip,
}, async () => {
  const repo = createSandbox();
  const asked: string[] = [];
  const evil = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  const config = (address: string): string =>
    JSON.stringify({ stores: [{ type: 'vault', address, paths: ['secret/shop/db'] }] });
  repo.write('.keyhound.json', config(bao.address));
  repo.write('leak.txt', `x ${current}\n`);
  const base = repo.commit('base');
  repo.write('.keyhound.json', config(evil.address));
  repo.commit('request');
  const event = join(repo.path, '..', 'event.json');
  writeFileSync(event, JSON.stringify({ pull_request: { base: { sha: base } } }));
  const settings = {
    ...repo.env,
    VAULT_TOKEN: bao.token,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
  };
  const ran = await runKeyhound(['known'], { cwd: repo.path, env: settings });
  assert.equal(ran.code, 1, ran.err);
  assert.deepEqual(asked, []);
  const { GITHUB_EVENT_NAME: _, GITHUB_EVENT_PATH: __, ...elsewhere } = settings;
  repo.git('update-ref', 'refs/remotes/origin/main', base);
  for (const request of [
    { CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
    { JENKINS_URL: 'http://ci', GIT_COMMIT: base, CHANGE_TARGET: 'main' },
    {
      TF_BUILD: 'True',
      BUILD_REASON: 'PullRequest',
      BUILD_SOURCEVERSION: base,
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
    },
    {
      BITBUCKET_BUILD_NUMBER: '1',
      BITBUCKET_PR_ID: '2',
      BITBUCKET_COMMIT: base,
      BITBUCKET_PR_DESTINATION_COMMIT: base,
    },
  ]) {
    const there = await runKeyhound(['known'], { cwd: repo.path, env: { ...elsewhere, ...request } });
    assert.equal(there.code, 1, there.err);
  }
  assert.deepEqual(asked, []);
  writeFileSync(event, JSON.stringify({ pull_request: { base: { sha: 'f'.repeat(40) } } }));
  assert.equal((await runKeyhound(['known'], { cwd: repo.path, env: settings })).code, 2);
});

test('an address in the configuration that is not VAULT_ADDR gets no token', { skip }, async () => {
  const repo = createSandbox();
  const asked: string[] = [];
  const other = await serve((request, response) => void (asked.push(request.url ?? ''), response.end('{}')));
  repo.write(
    '.keyhound.json',
    JSON.stringify({ stores: [{ type: 'vault', address: other.address, paths: ['secret/**'] }] }),
  );
  const ran = await runKeyhound(['known'], { cwd: repo.path, env: { ...repo.env, ...env } });
  assert.equal(ran.code, 2);
  assert.match(ran.err, /make them agree/);
  assert.deepEqual(asked, []);
});

test('settings that are wrong are named with file and key', async () => {
  const repo = createSandbox();
  const cases: [unknown, RegExp][] = [
    [{ stores: {} }, /\.keyhound\.json:1: stores must be a list/],
    [{ stores: [{ type: 'valt' }] }, /stores\[0\]\.type must be one of vault, aws, sops/],
    [{ stores: [{ type: 'vault' }] }, /stores\[0\] needs the key "paths"/],
    [
      { stores: [{ type: 'vault', paths: ['x'], auth: { method: 'approle' } }] },
      /stores\[0\]\.auth needs the key "roleId"/,
    ],
    [
      { stores: [{ type: 'aws', regoin: 'x' }] },
      /stores\[0\]\.regoin is an unknown key; did you mean "region"/,
    ],
    [
      { stores: [{ type: 'sops', files: ['x'] }], storeValues: { minLength: 'x' } },
      /storeValues\.minLength must be a whole number/,
    ],
    [{}, /no store to read/],
  ];
  for (const [config, message] of cases) {
    mkdirSync(repo.path, { recursive: true });
    repo.write('.keyhound.json', JSON.stringify(config));
    const ran = await runKeyhound(['known'], { cwd: repo.path, env: repo.env });
    assert.equal(ran.code, 2);
    assert.match(ran.err, message);
  }
});
