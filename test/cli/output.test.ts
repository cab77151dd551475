import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const BIN = resolve('bin/keyhound.js');
const LEAK = `stripe = "${fill('sk_live_{alnum:24}')}"\n`;

/** Runs a shell script in which $keyhound is the command line; gives its exit code and what it printed. */
function shell(cwd: string, script: string) {
  const { status, stdout, stderr } = spawnSync('/bin/bash', ['-o', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: cwd, keyhound: `${process.execPath} ${BIN}` },
  });
  return { code: status, stdout, stderr };
}

function many(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `key${at} = "${fill(`sk_live_{alnum:${24 + (at % 40)}}`)}"\n`,
  ).join('');
}

test('a reader that has gone changes neither the exit code nor prints a stack (item 49)', (t) => {
  const root = folder(t, { 'a.txt': many(3000) });
  for (const format of ['text', 'json', 'csv']) {
    const { stderr } = shell(
      root,
      `$keyhound scan --format ${format} | head -c 10; echo "\${PIPESTATUS[0]}" >&2`,
    );
    assert.equal(stderr, '1\n', format);
  }
});

test('no room on standard output is exit code 4 and one line (item 49)', {
  skip: !existsSync('/dev/full') && 'no /dev/full here',
}, (t) => {
  const root = folder(t, { 'a.txt': LEAK });
  const { code, stderr } = shell(root, '$keyhound scan > /dev/full');
  assert.equal(code, 4);
  assert.match(stderr, /^keyhound: standard output: ENOSPC\n$/);
});

test('closed descriptors leave the exit code as it is (item 49)', (t) => {
  const root = folder(t, { 'a.txt': LEAK });
  for (const closed of ['2>&-', '<&-', '2>&- <&-'])
    assert.equal(shell(root, `$keyhound scan ${closed}`).code, 1, closed);
  assert.equal(shell(root, '$keyhound scan nosuch 2>&-').code, 2);
  assert.equal(shell(root, '$keyhound scan nosuch 2> >(exec true)').code, 2);
});

test('a large report reaches a slow reader whole (item 50)', async (t) => {
  const root = folder(t, { 'a.txt': many(3000) });
  const child = spawn(process.execPath, [BIN, 'scan', '--format', 'json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts: Buffer[] = [];
  for await (const part of child.stdout) {
    parts.push(part);
    await new Promise((done) => setTimeout(done, 5));
  }
  assert.ok(JSON.parse(Buffer.concat(parts).toString()).findings.length >= 3000);
});

test('where a report cannot be, it is exit code 4 with the name, and what was there stays (item 51)', (t) => {
  const root = folder(t, { 'a.txt': LEAK, 'kept.txt': 'kept\n' });
  mkdirSync(join(root, 'folder'));
  symlinkSync('kept.txt', join(root, 'link.json'));
  symlinkSync('nowhere', join(root, 'dangling.json'));
  for (const [file, message] of [
    ['folder', /^keyhound: folder: cannot be written \(EISDIR\)\n$/],
    ['kept.txt/such.json', /^keyhound: kept\.txt\/such\.json: cannot be written \((?:EEXIST|ENOTDIR)\)\n$/],
    ['link.json', /^keyhound: link\.json: is a symbolic link/],
    ['dangling.json', /^keyhound: dangling\.json: is a symbolic link/],
  ] as const) {
    const { code, stderr } = keyhound(root, ['scan', 'a.txt', '--output', `json=${file}`]);
    assert.equal(code, 4, file);
    assert.match(stderr, message);
  }
  assert.equal(readFileSync(join(root, 'kept.txt'), 'utf8'), 'kept\n');
  assert.ok(lstatSync(join(root, 'link.json')).isSymbolicLink());
  assert.ok(!existsSync(join(root, 'nowhere')));
  assert.deepEqual(
    readdirSync(root).filter((name) => name.startsWith('.keyhound-')),
    [],
  );
});

test('folders that a report goes into are made', (t) => {
  const root = folder(t, { 'a.txt': LEAK });
  assert.equal(keyhound(root, ['scan', 'a.txt', '--output', 'json=not/yet/there.json']).code, 1);
  assert.equal(JSON.parse(readFileSync(join(root, 'not/yet/there.json'), 'utf8')).findings.length, 1);
});

test('an old report is replaced, and - and /dev/stdout are standard output, a file behind it too (item 51)', (t) => {
  const root = folder(t, { 'a.txt': LEAK, 'old.json': 'old' });
  keyhound(root, ['scan', 'a.txt', '--output', 'json=old.json']);
  const report = readFileSync(join(root, 'old.json'), 'utf8');
  assert.equal(JSON.parse(report).outcome, 'findings');
  for (const name of ['-', '/dev/stdout']) {
    assert.equal(keyhound(root, ['scan', 'a.txt', '--output', `json=${name}`]).stdout, report);
    shell(root, `$keyhound scan a.txt --output json=${name} > new.json`);
    assert.equal(readFileSync(join(root, 'new.json'), 'utf8'), report);
  }
});

test('a pipe or a device is written to, and is afterwards what it was (item 51)', (t) => {
  const root = folder(t, { 'a.txt': LEAK });
  const { stdout } = shell(root, 'mkfifo pipe; cat pipe & $keyhound scan a.txt --output json=pipe; wait');
  assert.equal(JSON.parse(stdout).outcome, 'findings');
  assert.ok(statSync(join(root, 'pipe')).isFIFO());
  assert.equal(keyhound(root, ['scan', 'a.txt', '--output', 'json=/dev/null']).code, 1);
  assert.ok(statSync('/dev/null').isCharacterDevice());
});

test('a killed write leaves the old report, and the next run takes its remains away (item 52)', async (t) => {
  const root = folder(t, { 'a.txt': many(3000), 'out.json': 'old' });
  const child = spawn(process.execPath, [BIN, 'scan', 'a.txt', '--output', 'json=out.json'], {
    cwd: root,
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.on('close', done));
  const remains = () => readdirSync(root).filter((name) => name.endsWith('.tmp'));
  while (child.exitCode === null && remains().length === 0) await new Promise((done) => setTimeout(done, 1));
  child.kill('SIGKILL');
  await ended;
  const report = readFileSync(join(root, 'out.json'), 'utf8');
  assert.ok(report === 'old' || JSON.parse(report).outcome === 'findings');
  writeFileSync(join(root, '.keyhound-1-abc.tmp'), 'half');
  writeFileSync(join(root, '.keyhound-1-new.tmp'), 'being written');
  writeFileSync(join(root, '.keyhound-notes.tmp'), 'not ours');
  utimesSync(join(root, '.keyhound-1-abc.tmp'), 0, 0);
  utimesSync(join(root, '.keyhound-notes.tmp'), 0, 0);
  for (const name of remains()) if (/^\.keyhound-\d+-(?!new)/.test(name)) utimesSync(join(root, name), 0, 0);
  keyhound(root, ['scan', 'out.json', '--output', 'json=out.json']);
  assert.deepEqual(remains().sort(), ['.keyhound-1-new.tmp', '.keyhound-notes.tmp']);
});

test('an end by a signal is the shell’s code for it, and never clean (item 52)', async (t) => {
  const root = folder(t);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    const { stdout } = shell(
      root,
      `mkfifo p-${code}; $keyhound log --format json p-${code} & exec 3> p-${code}; echo line >&3; kill -${signal.slice(3)} $!; wait $!; echo $?`,
    );
    assert.equal(stdout.trim().split('\n').at(-1), String(code));
    assert.doesNotMatch(stdout, /clean/);
  }
});

test('a full disk leaves the old report and is exit code 4 (item 53)', (t) => {
  const root = folder(t, { 'a.txt': many(3000) });
  const small = join(root, 'small');
  mkdirSync(small);
  if (shell(root, 'mount -t tmpfs -o size=64k tmpfs small').code !== 0)
    return t.skip('mounting a small file system takes root');
  try {
    writeFileSync(join(small, 'out.json'), 'old');
    const { code, stderr } = keyhound(root, ['scan', 'a.txt', '--output', 'json=small/out.json']);
    assert.deepEqual([code, stderr], [4, 'keyhound: small/out.json: cannot be written (ENOSPC)\n']);
    assert.equal(readFileSync(join(small, 'out.json'), 'utf8'), 'old');
    assert.deepEqual(readdirSync(small), ['out.json']);
  } finally {
    shell(root, 'umount small');
  }
});
