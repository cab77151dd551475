import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const SECRET = fill('sk_live_{alnum:24}');
const VALUE = 'correct-horse-42-battery';

test('a log passes through a mask with its secrets replaced, and the exit code says what was seen', (t) => {
  const root = folder(t);
  const input = `first\nexport KEY=${SECRET} end\nlast`;
  const { code, stdout, stderr } = keyhound(root, ['log', '--mask'], { input });
  assert.equal(stdout, 'first\nexport KEY=*** end\nlast');
  assert.equal(code, 1);
  assert.match(stderr, /masked 1 secret: stripe-live-secret-key/);
  const clean = keyhound(root, ['log', '--mask'], { input: 'clean\r\nbytes \u001b[31mred\u001b[0m\n' });
  assert.deepEqual([clean.code, clean.stdout], [0, 'clean\r\nbytes \u001b[31mred\u001b[0m\n']);
});

test('values of credential-like and named variables and of files are masked in every encoding', (t) => {
  const root = folder(t, { 'secrets.txt': 'a value of a file\n' });
  const raw = Buffer.from(VALUE);
  const forms = [
    VALUE,
    raw.toString('base64'),
    Buffer.from(`x${VALUE}`).toString('base64'),
    Buffer.from(`xy${VALUE}`).toString('base64url'),
    raw.toString('hex'),
    encodeURIComponent('a value of a file'),
  ];
  for (const [env, flags] of [
    [{ MY_TOKEN: VALUE }, []],
    [{ PLAIN: VALUE }, ['--mask-env', 'PLAIN']],
  ] as const) {
    const input = `${forms.join('\n')}\na value of a file\n`;
    const { stdout } = keyhound(root, ['log', '--mask', ...flags, '--mask-file', 'secrets.txt'], {
      input,
      env,
    });
    assert.equal(stdout.split('\n').filter((line) => line.includes('***')).length, forms.length + 1, stdout);
    for (const form of [...forms.slice(0, 2), forms[4]!]) assert.ok(!stdout.includes(form));
  }
});

test('wrapped base64 and private keys are masked whole, line by line', (t) => {
  const root = folder(t);
  const encoded = Buffer.from(
    `${'some text before it. '.repeat(3)}${VALUE}${' and text after it.'.repeat(3)}`,
  ).toString('base64');
  const wrapped = encoded.replace(/.{48}/g, '$&\n');
  const { stdout } = keyhound(root, ['log', '--mask'], {
    input: `start\n${wrapped}\nend\n`,
    env: { MY_TOKEN: VALUE },
  });
  const at = encoded.indexOf(Buffer.from(VALUE).toString('base64').slice(4, 20));
  assert.ok(at === -1 || !stdout.includes(encoded.slice(at, at + 16)));
  assert.match(stdout, /^start\n(?:.*\*\*\*.*\n?)+/);
  assert.match(stdout, /end\n$/);
});

/** Runs a command behind the mask and gives what came out, in the pieces it came in. */
function exec(script: string, input?: string): Promise<{ pieces: string[]; code: number | null }> {
  const child = spawn(
    process.execPath,
    [resolve('bin/keyhound.js'), 'log', '--exec', '--quiet', '--', '/bin/sh', '-c', script],
    {
      env: { PATH: process.env.PATH },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const pieces: string[] = [];
  child.stdout.on('data', (bytes) => pieces.push(`${bytes}`));
  child.stdin.end(input);
  return new Promise((done) => child.on('close', (code) => done({ pieces, code })));
}

test('a command runs behind the mask: its input, output, exit code and end by signal stay', async () => {
  const echoed = await exec(`read line; echo "got $line"; echo key=${SECRET}; exit 7`, 'hello\n');
  assert.deepEqual([echoed.pieces.join(''), echoed.code], ['got hello\nkey=***\n', 7]);
  assert.equal((await exec('kill -TERM $$')).code, 143);
});

test('a prompt without a line end comes through while the command waits for the answer', async () => {
  const bin = resolve('bin/keyhound.js');
  const script = 'printf "ready? "; read answer; echo "got $answer"';
  const child = spawn(process.execPath, [bin, 'log', '--exec', '--', '/bin/sh', '-c', script]);
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
    if (output === 'ready? ') child.stdin.end('yes\n');
  });
  await new Promise((done) => child.on('close', done));
  assert.equal(output, 'ready? got yes\n');
});

test('a reader that goes away ends the mask quietly', async () => {
  const bin = resolve('bin/keyhound.js');
  const child = spawn('/bin/sh', [
    '-c',
    `yes a line of a log | "${process.execPath}" "${bin}" log --mask | head -n 2`,
  ]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
  });
  child.stderr.on('data', (bytes) => {
    errors += bytes;
  });
  await new Promise((done) => child.on('close', done));
  assert.equal(output, 'a line of a log\na line of a log\n');
  assert.equal(errors, '');
});

test('a log that is not there, and no room for what is let through, are said in one line (item 49)', (t) => {
  const root = folder(t);
  const missing = keyhound(root, ['log', '--mask', 'nosuch.log']);
  assert.deepEqual([missing.code, missing.stdout], [2, '']);
  assert.match(missing.stderr, /^keyhound: nosuch\.log: cannot be read to its end \(ENOENT\)\n$/);
  if (!existsSync('/dev/full')) return;
  for (const input of ['a line\n', 'a prompt? ']) {
    const { status, stderr } = spawnSync(
      '/bin/sh',
      ['-c', `"$0" "$1" log --mask > /dev/full`, process.execPath, resolve('bin/keyhound.js')],
      { input, encoding: 'utf8' },
    );
    assert.deepEqual([status, stderr], [4, 'keyhound: standard output: ENOSPC\n']);
  }
});

test('a command whose reader goes away ends, and not well (item 49)', () => {
  const script = `"$0" "$1" log --exec -- yes | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout } = spawnSync('/bin/bash', ['-c', script, process.execPath, resolve('bin/keyhound.js')], {
    encoding: 'utf8',
  });
  // by a signal from a pipe, by an error from the socket that Node may use instead
  assert.match(stdout, /^y\n(?:141|1)\n$/);
});

test('signals are passed on to the command, and its end by them is kept', async () => {
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const) {
    const child = spawn(
      process.execPath,
      [resolve('bin/keyhound.js'), 'log', '--exec', '--', '/bin/sh', '-c', 'echo ready; exec sleep 60'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child.stdout.once('data', () => child.kill(signal));
    assert.equal(await new Promise((done) => child.on('close', done)), code, signal);
  }
});
