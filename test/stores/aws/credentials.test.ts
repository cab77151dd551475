import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { awsCredentials } from '../../../src/stores/aws/credentials.js';
import type { AwsCredentials } from '../../../src/stores/aws/sigv4.js';
import { createHttp } from '../../../src/stores/http/http.js';
import { runKeyhound } from '../run-keyhound.js';
import { serve, startMoto } from '../servers.js';
import { skipWithout } from '../tools.js';

const folder = mkdtempSync(join(tmpdir(), 'keyhound-aws-'));
const place = (name: string): string => join(folder, name);
after(() => rmSync(folder, { recursive: true, force: true }));

const ROLE = 'arn:aws:iam::123456789012:role/ci';
const CONFIG = `
[profile from-program]
credential_process = cat "${place('out.json')}"

[profile by-token]
role_arn = ${ROLE}
web_identity_token_file = ${place('jwt')}

[profile chained]
role_arn = ${ROLE}
source_profile = other
external_id = agreed

[profile twice]
role_arn = ${ROLE}
source_profile = chained

[profile of-environment]
role_arn = ${ROLE}
credential_source = Environment

[profile of-container]
role_arn = ${ROLE}
credential_source = EcsContainer

[profile circle]
role_arn = ${ROLE}
source_profile = circle-back
[profile circle-back]
role_arn = ${ROLE}
source_profile = circle

[profile sourceless]
role_arn = ${ROLE}

[profile single-sign-on]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = reader
`;
const CREDENTIALS = `
[default]
aws_access_key_id = DEF
aws_secret_access_key = def
[other]
aws_access_key_id = OTH
aws_secret_access_key = oth
aws_session_token = tok
`;

let env: Record<string, string>;
let github: Record<string, string>;
let pod: Record<string, string>;
const asked: string[] = [];

before(async () => {
  writeFileSync(place('config'), CONFIG);
  writeFileSync(place('credentials'), CREDENTIALS);
  writeFileSync(place('out.json'), '{"Version":1,"AccessKeyId":"PRO","SecretAccessKey":"pro"}');
  writeFileSync(place('jwt'), 'header.of-the-file.signature\n');
  writeFileSync(place('pod-token'), 'word-of-the-file\n');
  // AWS' token service: web identities by their token, others by who signed.
  const sts = await serve((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk) => (body += chunk));
    incoming.on('end', () => {
      const form = new URLSearchParams(body);
      const signer = /Credential=(\w+)\//.exec(incoming.headers.authorization ?? '')?.[1] ?? 'nobody';
      const token = /^header\.(.+)\.signature$/.exec(form.get('WebIdentityToken') ?? '')?.[1];
      const who = form.get('Action') === 'AssumeRole' ? signer : token;
      asked.push(`${form.get('Action')} ${who}${form.has('ExternalId') ? ` ${form.get('ExternalId')}` : ''}`);
      const isAllowed = form.get('RoleArn') === ROLE && who !== undefined && who !== 'nobody';
      const keys = `<AccessKeyId>ROLEof${who}</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>s</SessionToken>`;
      outgoing.writeHead(isAllowed ? 200 : 403).end(isAllowed ? keys : '<Code>AccessDenied</Code>');
    });
  });
  const container = await serve((incoming, outgoing) => {
    const isKnown = ['word', 'word-of-the-file'].includes(incoming.headers.authorization ?? '');
    outgoing.end(JSON.stringify(isKnown ? { AccessKeyId: 'CON', SecretAccessKey: 'con', Token: 't' } : {}));
  });
  const issuer = await serve((incoming, outgoing) => {
    const audience = new URL(incoming.url ?? '', 'http://x').searchParams.get('audience');
    outgoing.end(JSON.stringify({ value: `header.github-for-${audience}.signature` }));
  });
  env = {
    AWS_SHARED_CREDENTIALS_FILE: place('credentials'),
    AWS_CONFIG_FILE: place('config'),
    AWS_ENDPOINT_URL_STS: sts.address,
    PATH: process.env.PATH ?? '',
  };
  github = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.address}/?v=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
  };
  pod = {
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${container.address}/v1`,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: 'word',
  };
});

function find(more: Record<string, string>, login = {}): Promise<AwsCredentials> {
  const all = { ...env, ...more };
  return awsCredentials({ region: 'eu-central-1', ...login }, createHttp({ env: all }), all);
}

async function idOf(more: Record<string, string>, login = {}): Promise<string> {
  return (await find(more, login)).accessKeyId;
}

const NO_FILES = { AWS_SHARED_CREDENTIALS_FILE: '/nonexistent', AWS_CONFIG_FILE: '/nonexistent' };
const OWN = { AWS_ACCESS_KEY_ID: 'ENV', AWS_SECRET_ACCESS_KEY: 'env', AWS_SESSION_TOKEN: 'session' };

test('the environment comes first, then web identity, profile, container', async () => {
  const identity = { AWS_WEB_IDENTITY_TOKEN_FILE: place('jwt'), AWS_ROLE_ARN: ROLE };
  assert.deepEqual(await find({ ...OWN, ...identity, ...pod }), {
    accessKeyId: 'ENV',
    secretAccessKey: 'env',
    sessionToken: 'session',
  });
  assert.equal(await idOf({ ...identity, ...pod }), 'ROLEofof-the-file');
  assert.equal(await idOf(pod), 'DEF');
  assert.equal(await idOf({ ...pod, ...NO_FILES }), 'CON');
  await assert.rejects(find(NO_FILES), { name: 'UserError', message: /no AWS credentials: set/ });
});

test('a profile of the configuration comes before the environment; AWS_PROFILE after its keys', async () => {
  assert.equal(await idOf(OWN, { profile: 'other' }), 'OTH');
  assert.equal(await idOf({ ...OWN, AWS_PROFILE: 'other' }), 'ENV');
  assert.equal(await idOf({ AWS_PROFILE: 'other' }), 'OTH');
});

test("a configured role is taken with GitHub's ID token, for the audience AWS or the configuration asks for", async () => {
  assert.equal(await idOf(github, { roleArn: ROLE }), 'ROLEofgithub-for-sts.amazonaws.com');
  assert.equal(await idOf(github, { roleArn: ROLE, audience: 'own' }), 'ROLEofgithub-for-own');
  await assert.rejects(find({}, { roleArn: ROLE }), {
    name: 'StoreError',
    kind: 'denied',
    message: /id-token: write/,
  });
  await assert.rejects(find(github, { roleArn: `${ROLE}-other` }), { name: 'StoreError', kind: 'denied' });
  await assert.rejects(find(github, { roleArn: 'ci' }), { name: 'UserError', message: /ARN of a role/ });
});

test('a container has its endpoint, with a word of the environment or of a file, and no other address gets it', async () => {
  const { AWS_CONTAINER_AUTHORIZATION_TOKEN: _, ...address } = pod;
  const file = { ...NO_FILES, ...address, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: place('pod-token') };
  assert.equal(await idOf(file), 'CON');
  await assert.rejects(find({ ...NO_FILES, ...address }), {
    name: 'UserError',
    message: /endpoint gave no AWS/,
  });
  for (const foreign of ['http://example.org/', 'not an address'])
    await assert.rejects(find({ ...NO_FILES, ...pod, AWS_CONTAINER_CREDENTIALS_FULL_URI: foreign }), {
      name: 'UserError',
      message: /must be https or an address of this machine/,
    });
});

test('profiles with a program, a token, or a role that another profile, environment or container takes', async () => {
  asked.length = 0;
  const by = (profile: string, more = {}): Promise<string> => idOf({ ...more, AWS_PROFILE: profile });
  assert.equal(await by('from-program'), 'PRO');
  assert.equal(await by('by-token'), 'ROLEofof-the-file');
  assert.equal(await by('chained'), 'ROLEofOTH');
  assert.equal(await by('twice'), 'ROLEofROLEofOTH');
  assert.equal(await idOf(OWN, { profile: 'of-environment' }), 'ROLEofENV');
  assert.equal(await by('of-container', pod), 'ROLEofCON');
  assert.deepEqual(asked, [
    'AssumeRoleWithWebIdentity of-the-file',
    'AssumeRole OTH agreed',
    'AssumeRole OTH agreed',
    'AssumeRole ROLEofOTH',
    'AssumeRole ENV',
    'AssumeRole CON',
  ]);
  await assert.rejects(by('circle'), { name: 'UserError', message: /leads in a circle/ });
  await assert.rejects(by('sourceless'), {
    name: 'UserError',
    message: /set source_profile or credential_source/,
  });
});

test('single sign-on is left to the AWS CLI, and what to install or do is said', async () => {
  const programs = place('bin');
  mkdirSync(programs);
  const withAws = (script: string) => {
    writeFileSync(join(programs, 'aws'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(programs, 'aws'), 0o755);
    return { AWS_PROFILE: 'single-sign-on', PATH: `${programs}:${process.env.PATH}` };
  };
  const answer = '{"Version":1,"AccessKeyId":"SSO","SecretAccessKey":"sso","SessionToken":"t"}';
  const wanted = 'configure export-credentials --format process --profile single-sign-on';
  assert.equal(await idOf(withAws(`[ "$*" = "${wanted}" ] && echo '${answer}'`)), 'SSO');
  await assert.rejects(find(withAws('exit 255')), { name: 'UserError', message: /version 2, and logged in/ });
  await assert.rejects(find({ AWS_PROFILE: 'single-sign-on', PATH: place('nothing') }), {
    name: 'UserError',
    message: /needs the AWS CLI: install version 2/,
  });
});

test('moto gives a role to a profile, and the region is that of the profile', {
  skip: skipWithout('moto_server'),
}, async () => {
  const { address } = await startMoto();
  mkdirSync(place('home/.aws'), { recursive: true });
  writeFileSync(
    place('home/.aws/config'),
    `[profile base]\naws_access_key_id = test\naws_secret_access_key = test\n[profile deploy]\nregion = eu-west-3\nrole_arn = ${ROLE}\nsource_profile = base\n`,
  );
  const run = (args: string[], more = {}) =>
    runKeyhound(args, {
      cwd: folder,
      env: { HOME: place('home'), AWS_ENDPOINT_URL: address, AWS_PROFILE: 'deploy', ...more },
      input: 'a-value-of-the-shop',
    });
  const put = await run(['rotate', 'aws:shop/db#password', '--stdin', '--yes']);
  assert.equal(put.code, 0, put.err);
  const there = await run(['known', 'credentials', '--aws', 'shop/']);
  assert.match(there.err, /aws eu-west-3: coverage 1\/1 entries/);
  const elsewhere = await run(['known', 'credentials', '--aws', 'shop/'], { AWS_REGION: 'us-east-1' });
  assert.match(elsewhere.err, /aws us-east-1: coverage 0\/0 entries/);
  const wrong = await run(['known', 'credentials', '--aws', 'shop/'], { AWS_REGION: 'us east' });
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /"us east" is no AWS region/);
});
