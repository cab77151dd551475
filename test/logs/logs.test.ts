import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
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

function read(name: string): string {
  return readFileSync(`test/logs/${name}`, 'utf8').replace(
    /@([A-Z_0-9]+)@/g,
    (mark, secret) => SECRETS[secret] ?? mark,
  );
}

const logs = readdirSync('test/logs').filter((name) => name.endsWith('.log'));

for (const name of logs) {
  test(`every secret in the log of ${name.slice(0, -4)} is found, and nothing else`, (t) => {
    const log = read(name);
    const { stdout } = keyhound(folder(t, { log }), ['log', 'log', '--format', 'json']);
    const { findings } = JSON.parse(stdout);
    const lines = log.split('\n');
    const leaking = new Set(
      lines.flatMap((line, index) => {
        const isLeak = Object.entries(SECRETS).some(
          ([kind, secret]) => line.includes(secret) && !kind.startsWith('PEM'),
        );
        return isLeak || line.includes(SECRETS.PEM_BEGIN!) ? [index + 1] : [];
      }),
    );
    assert.deepEqual(
      [...new Set(findings.map((f: { startLine: number }) => f.startLine))].sort(
        (a, b) => Number(a) - Number(b),
      ),
      [...leaking],
    );
  });

  test(`no secret in the log of ${name.slice(0, -4)} passes the mask, and all else does`, (t) => {
    const log = read(name);
    const { stdout } = keyhound(folder(t), ['log', '--mask'], { input: log });
    for (const [kind, secret] of Object.entries(SECRETS)) {
      if (kind !== 'PEM_BEGIN' && kind !== 'PEM_END') assert.ok(!stdout.includes(secret), `${kind} passed`);
    }
    assert.equal(stdout.split('\n').length, log.split('\n').length);
  });
}

test('a finding in a log names its step', (t) => {
  const { stdout } = keyhound(folder(t, { log: read('github.log') }), ['log', 'log', '--format', 'json']);
  assert.match(JSON.parse(stdout).findings[0].label, /Run npm run deploy/);
});
