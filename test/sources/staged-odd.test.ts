import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { UserError } from '../../src/errors.js';
import { locateRepository } from '../../src/sources/git/repository.js';
import { stagedSource } from '../../src/sources/staged.js';
import type { Report } from '../../src/types.js';
import { createSandbox, type Sandbox, temporaryDirectory } from '../git-sandbox.js';
import { scanned, secretKey } from './scanned.js';

const key = secretKey();

function staged(sandbox: Sandbox, path = sandbox.path, env = {}): Promise<Report> {
  return scanned(stagedSource({ path, env: { ...sandbox.env, ...env } }));
}

function committed(...init: string[]): Sandbox {
  const sandbox = createSandbox(...init);
  sandbox.write('base.txt', 'base\n');
  sandbox.commit('base');
  return sandbox;
}

/** A repository with these files staged. */
function withStaged(files: Readonly<Record<string, string | Buffer>>): Sandbox {
  const sandbox = committed();
  for (const [name, content] of Object.entries(files)) sandbox.write(name, content);
  sandbox.git('add', '-A');
  return sandbox;
}

async function isFound(sandbox: Sandbox, path?: string, env = {}): Promise<void> {
  const report = await staged(sandbox, path, env);
  assert.equal(report.findings.length, 1, JSON.stringify(report));
}

describe('what is staged', () => {
  it('leaves out what is only intended to be added (item 7)', async () => {
    const sandbox = committed();
    sandbox.write('later.txt', key);
    sandbox.git('add', '-N', 'later.txt');
    assert.equal((await staged(sandbox)).outcome, 'clean');
  });

  it('reads the target of a link as text and never follows it (item 8)', async () => {
    const sandbox = committed();
    symlinkSync(key, join(sandbox.path, 'link'));
    symlinkSync('/etc/passwd', join(sandbox.path, 'outside'));
    sandbox.git('add', '-A');
    const report = await staged(sandbox);
    assert.deepEqual(
      report.findings.map(({ path, label }) => [path, label]),
      [['link', 'target of a symbolic link']],
    );
    assert.ok(report.scanned.bytes < 200);
  });

  it('notes a submodule and finds a token in .gitmodules (item 9)', async () => {
    const sandbox = withStaged({
      '.gitmodules': `[submodule "s"]\n\tpath = s\n\turl = https://u:${key}@example.org/s\n`,
    });
    sandbox.git('update-index', '--add', '--cacheinfo', `160000,${sandbox.git('rev-parse', 'HEAD')},s`);
    const report = await staged(sandbox);
    assert.equal(report.findings.length, 1);
    assert.deepEqual(
      report.skipped.map(({ path, incomplete }) => [path, incomplete]),
      [['s', false]],
    );
  });

  it('reads files whatever their names (item 10)', async () => {
    const names = [
      'new\nline',
      'quo"te',
      'tab\there',
      '-dash',
      ':colon',
      '::set-output name=x::y',
      'e\u001b[31m',
      'b\u00fc.txt',
      ' .git ',
    ];
    const sandbox = withStaged(Object.fromEntries(names.map((name, i) => [name, `${secretKey(i)}\n`])));
    const invalid = Buffer.concat([Buffer.from(`${sandbox.path}/`), Buffer.from([0x66, 0xff, 0xfe])]);
    writeFileSync(invalid, `${secretKey(99)}\n`);
    sandbox.git('add', '-A');
    const report = await staged(sandbox);
    assert.equal(report.findings.length, names.length + 1);
    for (const name of names)
      assert.ok(
        report.findings.some(({ path }) => path === name),
        JSON.stringify(name),
      );
  });

  it('finds a secret in a name', async () => {
    const report = await staged(withStaged({ [`backup-${key}/a.txt`]: 'a\n' }));
    assert.deepEqual(
      report.findings.map(({ kind }) => kind),
      ['name'],
    );
  });

  it('works in linked work trees, submodules, subdirectories and odd indexes (item 11)', async () => {
    const sandbox = withStaged({ 'sub/key.txt': key });
    await isFound(sandbox, join(sandbox.path, 'sub'));
    for (const setting of ['--split-index', '--untracked-cache', '--fsmonitor'])
      sandbox.tryGit('update-index', setting);
    await isFound(sandbox);
    sandbox.git('update-index', '--skip-worktree', 'base.txt');
    await isFound(sandbox);
    sandbox.git('sparse-checkout', 'set', 'nothing');
    await isFound(sandbox);
    const linked = join(temporaryDirectory(), 'linked');
    sandbox.git('worktree', 'add', '-q', linked, 'HEAD');
    writeFileSync(join(linked, 'linked.txt'), key);
    sandbox.git('-C', linked, 'add', '-A');
    await isFound(sandbox, linked);
    const outer = committed();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', sandbox.path, 'module');
    outer.write('module/key.txt', key);
    outer.git('-C', 'module', 'add', '-A');
    await isFound(outer, join(outer.path, 'module'));
  });

  it('sees what a conflict resolution adds, and of a merge only what no parent has (items 12 and 14)', async () => {
    const sandbox = committed();
    const { git, write, commit } = sandbox;
    git('checkout', '-q', '-b', 'side');
    for (let i = 0; i < 300; i++) write(`side/${i}.txt`, `${secretKey(i)}\n`);
    write('base.txt', 'side\n');
    commit('side');
    git('checkout', '-q', 'main');
    write('base.txt', 'main\n');
    commit('main');
    assert.notEqual(sandbox.tryGit('merge', '-q', 'side').status, 0);
    await assert.rejects(async () => staged(sandbox), /base\.txt: unmerged/);
    write('base.txt', 'side\n');
    git('add', '-A');
    assert.equal((await staged(sandbox)).outcome, 'clean');
    write('base.txt', `side\nmain\n${key}\n`);
    git('add', '-A');
    await isFound(sandbox);
    // before a merge commit there is no MERGE_HEAD: git names the heads in the hook's environment
    const head = git('rev-parse', 'side');
    rmSync(join(sandbox.path, '.git/MERGE_HEAD'));
    await isFound(sandbox, sandbox.path, { [`GITHEAD_${head}`]: 'side' });
  });

  it('refuses an index that is broken or not merged (item 18)', async () => {
    const sandbox = withStaged({ 'key.txt': key });
    writeFileSync(join(sandbox.path, '.git/index'), 'DIRC\u001b[31mbroken');
    await assert.rejects(async () => staged(sandbox), UserError);
  });

  it('is not blinded by attributes or settings (items 19 and 73)', async () => {
    const sandbox = withStaged({
      '.gitattributes': '* -diff\n*.txt binary -text diff=hide filter=hide\n',
      'key.txt': `${key}\n`,
      'order.txt': 'nothing\n',
    });
    for (const [name, value] of Object.entries({
      'diff.hide.textconv': 'true',
      'diff.hide.command': 'true',
      'diff.external': 'true',
      'color.ui': 'always',
      'diff.noprefix': 'true',
      'diff.orderFile': 'order.txt',
      'diff.relative': 'true',
      'diff.renames': 'copies',
      'diff.ignoreSubmodules': 'all',
      'core.quotePath': 'false',
      'core.bigFileThreshold': '1',
      'status.showUntrackedFiles': 'no',
    })) {
      sandbox.git('config', name, value);
    }
    await isFound(sandbox);
    await isFound(sandbox, sandbox.path, {
      GIT_EXTERNAL_DIFF: 'true',
      GIT_DIFF_OPTS: '-u0',
      GIT_PAGER: 'false',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.worktree',
      GIT_CONFIG_VALUE_0: '/nowhere',
      GIT_CONFIG_PARAMETERS: "'core.bare=true'",
      GIT_TRACE: '1',
    });
  });

  it('gives the right line with every kind of line end (item 20)', async () => {
    const texts = {
      crlf: `a\r\nb\r\n${key}\r\n`,
      mixed: `a\nb\r\n${key}`,
      lone: `a\nb\n\r${key}`,
      separators: `a\u2028\nb\n${key}\n`,
    };
    const report = await staged(withStaged(texts));
    assert.deepEqual(
      report.findings.map(({ path, startLine }) => [path, startLine]),
      [
        ['crlf', 3],
        ['lone', 3],
        ['mixed', 3],
        ['separators', 3],
      ],
    );
  });

  it('finds a key in every encoding of text and between other bytes (items 21 and 22)', async () => {
    const utf16 = Buffer.from(`a\n${key}\n`, 'utf16le');
    const files = {
      'bom16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      'big16.txt': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      'bom8.txt': `\ufeff${key}\n`,
      'latin.txt': Buffer.from(`caf\u00e9 ${key}\n`, 'latin1'),
      'nul.bin': Buffer.concat([Buffer.alloc(64), Buffer.from(`text ${key}\n`)]),
      'cell.ipynb': JSON.stringify({ cells: [{ source: [`k = "${key}"\n`] }] }),
    };
    const report = await staged(withStaged(files));
    assert.deepEqual(
      report.findings.map(({ path }) => path),
      Object.keys(files).sort(),
    );
  });

  it('notes a Git LFS pointer, and reads what only begins like one (item 23)', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'ab'.repeat(32)}\nsize 12345\n`;
    const report = await staged(withStaged({ 'big.bin': pointer, 'fake.bin': `${pointer}${key}\n` }));
    assert.deepEqual(
      report.findings.map(({ path }) => path),
      ['fake.bin'],
    );
    assert.deepEqual(
      report.skipped.map(({ path, incomplete }) => [path, incomplete]),
      [['big.bin', false]],
    );
  });

  it('takes many files and a large one in bounded memory (item 25)', async () => {
    const sandbox = committed();
    const oid = sandbox.git('hash-object', '-w', 'base.txt');
    const lines = Array.from({ length: 10_000 }, (_, i) => `100644 ${oid} 0\td${i % 300}/${i}.txt`);
    sandbox.write('list', lines.join('\n'));
    sandbox.write(
      'large.txt',
      Buffer.concat([Buffer.alloc(20 * 2 ** 20, 'word '), Buffer.from(`\n${key}\n`)]),
    );
    sandbox.git('add', 'large.txt');
    const { status } = sandbox.tryGit('-c', 'alias.fill=!git update-index --index-info < list', 'fill');
    assert.equal(status, 0);
    const before = process.memoryUsage().arrayBuffers;
    const report = await staged(sandbox);
    assert.equal(report.findings.length, 1);
    assert.equal(report.scanned.units, 10_001);
    assert.ok(process.memoryUsage().arrayBuffers - before < 300 * 2 ** 20);
  });

  it('never runs a git of the scanned tree, and says when there is none or it is too old (item 26)', async () => {
    const sandbox = withStaged({ 'key.txt': key });
    mkdirSync(join(sandbox.path, 'bin'));
    for (const name of ['git', 'bin/git']) {
      sandbox.write(name, '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n');
      chmodSync(join(sandbox.path, name), 0o755);
    }
    const inside = [`.`, '', join(sandbox.path, 'bin')].join(':');
    await isFound(sandbox, sandbox.path, { PATH: `${inside}:${sandbox.env.PATH}` });
    assert.throws(() => locateRepository(sandbox.path, { env: { PATH: inside } }), /inside the scanned tree/);
    assert.throws(() => locateRepository(sandbox.path, { env: { PATH: '/nowhere' } }), /git: not found/);
    const old = temporaryDirectory();
    writeFileSync(
      join(old, 'git'),
      '#!/bin/sh\necho "error: unknown option \\`no-relative\'" >&2\nexit 129\n',
      { mode: 0o755 },
    );
    await assert.rejects(async () => staged(sandbox, sandbox.path, { PATH: old }), /too old/);
  });

  it('is found through a link to the repository (item 39)', async () => {
    const sandbox = withStaged({ 'key.txt': key });
    const link = join(temporaryDirectory(), 'link');
    symlinkSync(sandbox.path, link);
    const report = await staged(sandbox, link);
    assert.deepEqual(
      report.findings.map(({ path }) => path),
      ['key.txt'],
    );
  });
});
