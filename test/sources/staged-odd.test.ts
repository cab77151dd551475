import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { UserError } from '../../src/errors.js';
import { locateRepository } from '../../src/sources/git/repository.js';
import { stagedSource } from '../../src/sources/staged.js';
import type { Report } from '../../src/types.js';
import {
  createSandbox,
  keyhoundCommand,
  openSandbox,
  type Sandbox,
  temporaryDirectory,
} from '../git-sandbox.js';
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
  it('item 7: leaves out what is only intended to be added, until commit -a takes it', async () => {
    const sandbox = committed();
    sandbox.write('later.txt', key);
    sandbox.git('add', '-N', 'later.txt');
    assert.equal((await staged(sandbox)).outcome, 'clean');
    sandbox.hook('pre-commit', `exec ${keyhoundCommand} hook pre-commit`);
    assert.equal(sandbox.tryGit('commit', '-qam', 'all').status, 1);
    assert.equal(sandbox.tryGit('commit', '-q', '--allow-empty', '-m', 'only what is staged').status, 0);
  });

  it('item 8: reads the target of a link as text and never follows it', async () => {
    const sandbox = committed();
    symlinkSync(key, join(sandbox.path, 'link'));
    const outside = join(temporaryDirectory(), 'secret.txt');
    writeFileSync(outside, `${secretKey(7)}\n`);
    symlinkSync(outside, join(sandbox.path, 'outside'));
    symlinkSync('/etc/shadow', join(sandbox.path, 'shadow'));
    sandbox.git('add', '-A');
    const report = await staged(sandbox);
    assert.deepEqual(
      report.findings.map(({ path, label }) => [path, label]),
      [['link', 'target of a symbolic link']],
    );
    const inTree = JSON.parse(sandbox.keyhound('scan', '--format', 'json').stdout) as Report;
    assert.deepEqual([inTree.findings, inTree.scanned.units], [[], 1]);
  });

  it('item 9: notes a submodule and finds a token in .gitmodules', async () => {
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

  it('item 10: reads files whatever their names', async () => {
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
    const text = sandbox.keyhound('staged').stdout;
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    assert.match(text, /^new\\(?:n|x0a|u000a)line$/m);
    // names of commands of a runner do not stand at the beginning of a line, whatever the format
    assert.doesNotMatch(sandbox.keyhound('staged', '--format', 'github').stdout, /^::set-output/m);
    const sarif = JSON.parse(sandbox.keyhound('staged', '--format', 'sarif').stdout);
    const uris: string[] = sarif.runs[0].results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]!.physicalLocation.artifactLocation.uri,
    );
    for (const uri of uris) assert.match(uri, /^[\w.\-~:%/=]+$/);
    const decoded = new Set(uris.map(decodeURIComponent));
    for (const name of names) assert.ok(decoded.has(name) || decoded.has(`./${name}`), name);
  });

  it('finds a secret in a name', async () => {
    const report = await staged(withStaged({ [`backup-${key}/a.txt`]: 'a\n' }));
    assert.deepEqual(
      report.findings.map(({ kind }) => kind),
      ['name'],
    );
  });

  it('item 11: works in linked work trees, submodules, subdirectories and odd indexes', async () => {
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

  it('items 12 and 14: sees what a conflict resolution adds, and of a merge only what no parent has', async () => {
    const sandbox = committed();
    const { git, write, commit } = sandbox;
    git('checkout', '-q', '-b', 'side');
    for (let i = 0; i < 5000; i++) write(`side/${i}.txt`, `${secretKey(i)}\n`);
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

  it('item 18: refuses an index that is broken or not merged', async () => {
    const sandbox = withStaged({ 'key.txt': key });
    writeFileSync(join(sandbox.path, '.git/index'), 'DIRC\u001b[31mbroken');
    await assert.rejects(async () => staged(sandbox), UserError);
    const { status, stderr } = sandbox.keyhound('staged');
    assert.equal(status, 2);
    assert.match(stderr, /^keyhound: [^\n\u001b]+index[^\n\u001b]+\n$/);
  });

  it('items 19 and 73: is not blinded by attributes or settings', async () => {
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

  it('item 20: gives the right line with every kind of line end', async () => {
    const texts = {
      crlf: `a\r\nb\r\n${key}\r\n`,
      mixed: `a\nb\r\n${key}`,
      lone: `a\nb\n\r${key}`,
      separators: `a\u2028\nb\n${key}\n`,
    };
    const report = await staged(withStaged(texts));
    assert.deepEqual(
      report.findings.map(({ path, startLine, startColumn, endColumn }) => [
        path,
        startLine,
        startColumn,
        endColumn - startColumn,
      ]),
      [
        ['crlf', 3, 1, key.length],
        ['lone', 3, 2, key.length],
        ['mixed', 3, 1, key.length],
        ['separators', 3, 1, key.length],
      ],
    );
  });

  it('items 21 and 22: finds a key in every encoding of text and between other bytes, in its place', async () => {
    const text = `caf\u00e9\n ${key}\n`;
    const wide = Buffer.from(text, 'utf16le');
    const utf32 = Buffer.concat(
      [...text].map((character) => Buffer.from([character.charCodeAt(0), 0, 0, 0])),
    );
    const shiftJis = Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x0a, 0x20]);
    const chunk = (type: string, content: string) =>
      Buffer.concat([Buffer.from([0, 0, 0, content.length]), Buffer.from(type + content), Buffer.alloc(4)]);
    const png = [
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', 'x'.repeat(13)),
      chunk('tEXt', `k\0${key}`),
    ];
    const places: Readonly<Record<string, readonly [Buffer | string, number?, number?]>> = {
      'big16.txt': [Buffer.from(wide).swap16(), 2, 2],
      'bom8.txt': [`\ufeff${text}`, 2, 2],
      'bombig16.txt': [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), 2, 2],
      'bomlittle16.txt': [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 2, 2],
      'cell.ipynb': [JSON.stringify({ cells: [{ source: [`k = "${key}"\n`] }] }), 1],
      'latin.txt': [Buffer.from(text, 'latin1'), 2, 2],
      'little16.txt': [wide, 2, 2],
      'minified.js': [`${'var a=1;'.repeat(50_000)}k="${key}";${'var b=2;'.repeat(50_000)}`, 1, 400_004],
      'nul.bin': [Buffer.concat([Buffer.alloc(64), Buffer.from(`text ${key}\n`)])],
      'picture.png': [Buffer.concat(png)],
      'shift-jis.txt': [Buffer.concat([shiftJis, Buffer.from(`${key}\n`)]), 2, 2],
      'utf32.txt': [Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32]), 2, 2],
    };
    const files = Object.fromEntries(Object.entries(places).map(([name, [content]]) => [name, content]));
    const report = await staged(withStaged(files));
    assert.deepEqual(
      report.findings.map(({ path }) => path),
      Object.keys(places),
    );
    for (const { path, startLine, startColumn } of report.findings) {
      const [, line = startLine, column = startColumn] = places[path]!;
      assert.deepEqual([path, startLine, startColumn], [path, line, column]);
    }
  });

  it('item 23: notes a Git LFS pointer, and reads what only begins like one', async () => {
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
    // with all rules too, none of which may take the pointer's hash for a value
    const alone = withStaged({ 'big.bin': pointer }).keyhound('staged', '--format', 'json');
    assert.deepEqual([alone.status, /Git LFS pointer/.test(alone.stdout)], [0, true]);
  });

  it('item 25: takes many files and a large one in bounded memory', async () => {
    const sandbox = committed();
    const oid = sandbox.git('hash-object', '-w', 'base.txt');
    const lines = Array.from({ length: 100_000 }, (_, i) => `100644 ${oid} 0\td${i % 300}/${i}.txt`);
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
    assert.equal(report.scanned.units, 100_001);
    assert.ok(process.memoryUsage().arrayBuffers - before < 300 * 2 ** 20);
  });

  it('item 26: never runs a git of the scanned tree, and says when there is none or it is too old', async () => {
    const sandbox = withStaged({ 'key.txt': key });
    mkdirSync(join(sandbox.path, 'bin'));
    for (const name of ['git', 'bin/git']) {
      sandbox.write(name, '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n');
      chmodSync(join(sandbox.path, name), 0o755);
    }
    const inside = [`.`, '', join(sandbox.path, 'bin')].join(':');
    await isFound(sandbox, sandbox.path, { PATH: `${inside}:${sandbox.env.PATH}` });
    const led = openSandbox(sandbox.path, { ...sandbox.env, PATH: `${inside}:${sandbox.env.PATH}` });
    for (const command of [
      'staged',
      'scan',
      'history',
      'doctor',
      'init',
      'explain key.txt:1',
      'baseline create',
    ])
      led.keyhound(...command.split(' '));
    assert.deepEqual(
      [existsSync(join(sandbox.path, 'ran')), existsSync(join(sandbox.path, 'bin/ran'))],
      [false, false],
    );
    for (const PATH of [inside, '/nowhere']) {
      const without = openSandbox(sandbox.path, { ...sandbox.env, PATH });
      for (const command of ['staged', 'history', 'diff', 'doctor']) {
        const { status, stderr } = without.keyhound(command, ...(command === 'diff' ? ['HEAD..HEAD'] : []));
        assert.equal(status, 2, command);
        assert.match(stderr, /^keyhound: git: .*(?:install git|KEYHOUND_GIT)/);
      }
    }
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

  it('item 39: is found through a link to the repository', async () => {
    const sandbox = withStaged({ 'key.txt': key });
    const link = join(temporaryDirectory(), 'link');
    symlinkSync(sandbox.path, link);
    const report = await staged(sandbox, link);
    assert.deepEqual(
      report.findings.map(({ path }) => path),
      ['key.txt'],
    );
    sandbox.commit('key');
    const through = openSandbox(link, { ...sandbox.env, PWD: link });
    for (const args of [
      ['scan'],
      ['scan', link],
      ['history', '--no-cache'],
      ['history', link],
      ['diff', 'HEAD~1..HEAD'],
    ]) {
      const sarif = JSON.parse(through.keyhound(...args, '--format', 'sarif').stdout);
      const [{ physicalLocation }] = sarif.runs[0].results[0].locations;
      assert.equal(physicalLocation.artifactLocation.uri, 'key.txt', args.join(' '));
    }
  });
});
