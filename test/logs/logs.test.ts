import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding } from '../../src/types.js';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const key = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const pem = key.privateKey.export({ type: 'sec1', format: 'pem' }).toString().trim().split('\n');

/** What stands in the logs in the place of what the tools really printed. */
const SECRETS: Readonly<Record<string, string>> = {
  PASSWORD: 'Vq7xPl0Zr4Kd',
  STRIPE: fill('sk_live_{alnum:24}'),
  GITHUB: fill('{github:ghp_}'),
  NPM: fill('{github:npm_}'),
  PEM_BEGIN: pem[0]!,
  PEM_1: pem[1]!,
  PEM_2: pem.slice(2, -1).join(''),
  PEM_END: pem.at(-1)!,
};

/** A log with its secrets, and where each of them begins, as line:column. */
function read(name: string): { log: string; places: readonly string[] } {
  let log = '';
  const places: string[] = [];
  for (const part of readFileSync(`test/logs/${name}`, 'utf8').split(/(@[A-Z_0-9:]+@)/)) {
    const [, mark = '', detail] = /^@(\w+)(?::(\d+))?@$/.exec(part) ?? [];
    const secret = SECRETS[mark];
    if (secret === undefined)
      log += mark === 'FILL' ? 'some words '.repeat(2000).slice(0, Number(detail)) : part;
    else {
      const isStart = detail !== '2' && (mark === 'PEM_BEGIN' || !mark.startsWith('PEM'));
      if (isStart) places.push(placeAfter(log));
      log += detail === undefined ? secret : detail === '1' ? secret.slice(0, 12) : secret.slice(12);
    }
  }
  return { log, places };
}

function placeAfter(text: string): string {
  const lines = text.split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

const logs = readdirSync('test/logs').filter((name) => name.endsWith('.log'));

for (const name of logs) {
  test(`every secret in the log of ${name.slice(0, -4)} is found at its place, and nothing else`, (t) => {
    const { log, places } = read(name);
    const { stdout, code } = keyhound(folder(t, { log }), ['log', 'log', '--format', 'json']);
    const { findings } = JSON.parse(stdout);
    const found = findings.map((f: Finding) => `${f.startLine}:${f.startColumn}`);
    assert.deepEqual(found.sort(), [...places].sort(), JSON.stringify(findings, undefined, 1));
    assert.equal(code, places.length > 0 ? 1 : 0);
  });

  test(`no secret in the log of ${name.slice(0, -4)} passes the mask, and all else does`, (t) => {
    const { log } = read(name);
    const { stdout } = keyhound(folder(t), ['log', '--mask'], { input: log });
    for (const [kind, secret] of Object.entries(SECRETS)) {
      if (kind !== 'PEM_BEGIN' && kind !== 'PEM_END') assert.ok(!stdout.includes(secret), `${kind} passed`);
    }
    assert.equal(stdout.split('\n').length, log.split('\n').length);
  });
}

test('a finding in a log names its job and step, in the marks of each runner', (t) => {
  const labels: Readonly<Record<string, readonly string[]>> = {
    'github.log': ['step Run npm run deploy'],
    'gh-run-view.log': ['job deploy / linux, step Run ./deploy.sh'],
    'azure.log': ['step Deploy shop'],
    'gitlab.log': ['step step_script'],
    'buildkite.log': ['step :rocket: Deploy'],
    'jenkins.log': ['step Deploy'],
    'jenkins-timestamps.log': ['step Deploy'],
    'docker-build.log': [
      'step [build 2/4] RUN echo "//registry.npmjs.org/:_authToken=npm_…" > .npmrc && npm ci',
      'step [build 3/4] RUN git clone https://x-access-token:ghp_…@github.com/acme/shop.git',
    ],
  };
  for (const [name, expected] of Object.entries(labels)) {
    const { log } = read(name);
    const { stdout } = keyhound(folder(t, { log }), ['log', 'log', '--format', 'json']);
    const found: readonly Finding[] = JSON.parse(stdout).findings;
    assert.deepEqual([...new Set(found.map(({ label }) => label))], expected, name);
  }
});
