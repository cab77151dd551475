import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const SECRET = fill('sk_live_{alnum:24}');
const BIN = resolve('bin/keyhound.js');
const isPosix = { skip: process.platform === 'win32' && 'signals and /bin/sh are of POSIX' };

test('a command that is not there is 127, one that is no program 126, as in a shell', isPosix, (t) => {
  const root = folder(t, { 'notes.txt': 'no program\n' });
  chmodSync(join(root, 'notes.txt'), 0o644);
  const absent = keyhound(root, ['log', '--exec', '--', 'no-such-program', '--flag']);
  assert.deepEqual([absent.code, absent.stdout], [127, '']);
  assert.match(absent.stderr, /^keyhound: log --exec: no-such-program: command not found\n$/);
  const text = keyhound(root, ['log', '--exec', '--', join(root, 'notes.txt')]);
  assert.equal(text.code, 126);
  assert.match(text.stderr, /notes\.txt: cannot be run \(EACCES\)\n$/);
  // where both streams go to one place a shell stands between, and says the same
  const joined = spawnSync(
    '/bin/sh',
    ['-c', '"$0" "$1" log --exec -- no-such-program 2>&1', process.execPath, BIN],
    { encoding: 'utf8' },
  );
  assert.equal(joined.status, 127);
  assert.match(joined.stdout, /no-such-program: (?:command )?not found/);
});

test('without a command there is nothing to run', (t) => {
  const { code, stderr } = keyhound(folder(t), ['log', '--exec']);
  assert.equal(code, 2);
  assert.match(stderr, /name the command after --/);
});

test('a secret that one stream gave away is masked on the other', isPosix, (t) => {
  const word = SECRET.slice(0, -1);
  const script = `echo "export STRIPE_KEY=${SECRET}"; sleep 1; echo "got x${SECRET}y and ${word}" >&2`;
  const { stdout, stderr } = keyhound(folder(t), ['log', '--exec', '-q', '--', '/bin/sh', '-c', script]);
  assert.equal(stdout, 'export STRIPE_KEY=***\n');
  assert.ok(!stderr.includes(SECRET));
});

test('standard input reaches the command byte for byte', isPosix, (t) => {
  const input = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251));
  const { stdout } = keyhound(folder(t), ['log', '--exec', '-q', '--', 'cksum'], { input });
  assert.equal(stdout, spawnSync('cksum', { input, encoding: 'utf8' }).stdout);
});

/** A program that counts the signals it gets, and whose child does, for half a second after the first. */
const COUNTING = `
const { spawn } = require('node:child_process');
const isChild = process.argv[1] === 'child';
const seen = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {
  seen.push(signal);
  if (seen.length === 1) setTimeout(() => { console.log((isChild ? 'child ' : 'command ') + seen.join(' ')); process.exit(9); }, 500);
});
if (isChild) console.log('ready');
else spawn(process.execPath, ['-e', process.env.COUNTING, 'child'], { stdio: 'inherit' });
setInterval(() => {}, 1000);
`;

for (const [what, toGroup] of [
  ['keyhound alone', false],
  ['its whole process group', true],
] as const) {
  test(
    `away from a terminal a signal to ${what} reaches the command and its children once`,
    isPosix,
    async () => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        // a session of its own has no terminal, wherever this test is run
        const child = spawn(
          process.execPath,
          [BIN, 'log', '--exec', '--', process.execPath, '-e', COUNTING],
          {
            detached: true,
            env: { PATH: process.env.PATH, COUNTING },
            stdio: ['ignore', 'pipe', 'inherit'],
          },
        );
        let output = '';
        child.stdout.on('data', (bytes) => {
          output += bytes;
          if (output === 'ready\n') process.kill(toGroup ? -child.pid! : child.pid!, signal);
        });
        const code = await new Promise((done) => child.on('close', done));
        assert.equal(code, 9);
        const lines = output.trim().split('\n').sort();
        assert.deepEqual(lines, [`child ${signal}`, `command ${signal}`, 'ready']);
      }
    },
  );
}
