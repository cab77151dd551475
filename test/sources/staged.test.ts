import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fill } from '../fill.js';
import { createSandbox, keyhoundCommand, type Sandbox } from '../git-sandbox.js';

const key = fill('sk_live_{alnum:24}');
const line = `STRIPE_KEY = "${key}"\n`;

/** A repository with one commit and keyhound as its pre-commit hook. */
function hooked(...init: string[]): Sandbox {
  const sandbox = createSandbox(...init);
  sandbox.write('base.txt', 'one\ntwo\nthree\n');
  sandbox.commit('base');
  sandbox.hook('pre-commit', `exec ${keyhoundCommand} staged`);
  return sandbox;
}

function isBlocked(sandbox: Sandbox, ...args: string[]): void {
  const { status, stdout, stderr } = sandbox.tryGit(...args);
  assert.equal(status, 1, stdout + stderr);
  assert.match(stdout + stderr, /Stripe/);
  assert.ok(!(stdout + stderr).includes(key));
}

function passes(sandbox: Sandbox, ...args: string[]): void {
  const { status, stdout, stderr } = sandbox.tryGit(...args);
  assert.equal(status, 0, stdout + stderr);
}

describe('the pre-commit hook', () => {
  it('item 1: blocks commit -a, -i and --only when only that index holds the secret', () => {
    const sandbox = hooked();
    sandbox.write('base.txt', `one\n${line}`);
    isBlocked(sandbox, 'commit', '-qam', 'a');
    isBlocked(sandbox, 'commit', '-qm', 'i', '-i', 'base.txt');
    isBlocked(sandbox, 'commit', '-qm', 'only', '--only', 'base.txt');
  });

  it('item 2: passes --only of one file while another staged one holds a secret', () => {
    const sandbox = hooked();
    sandbox.write('b.txt', line);
    sandbox.git('add', 'b.txt');
    sandbox.write('base.txt', 'one\n');
    passes(sandbox, 'commit', '-qm', 'only', '--only', 'base.txt');
  });

  it('item 11: blocks from a subdirectory, after cd in the hook, and with every kind of index', () => {
    const states: Readonly<Record<string, (sandbox: Sandbox) => void>> = {
      'cd in the hook': (sandbox) => sandbox.hook('pre-commit', `cd sub && exec ${keyhoundCommand} staged`),
      'a split index': ({ git }) => git('update-index', '--split-index'),
      'an index of version 4': ({ git }) => git('update-index', '--index-version', '4'),
      'skip-worktree': ({ git }) => git('update-index', '--skip-worktree', 'sub/in.txt'),
      'a sparse checkout': ({ git }) => git('sparse-checkout', 'set', '--cone', '--sparse-index', 'other'),
      'a file system monitor': ({ git }) => git('config', 'core.fsmonitor', 'true'),
    };
    for (const [name, arrange] of Object.entries(states)) {
      const sandbox = hooked();
      sandbox.write('sub/in.txt', 'in\n');
      sandbox.write('other/out.txt', 'out\n');
      sandbox.commit(name);
      arrange(sandbox);
      sandbox.write('other/out.txt', line);
      sandbox.git('add', '-A');
      sandbox.write('sub/kept.txt', 'a folder to be in\n');
      isBlocked(sandbox, 'commit', '-qm', name);
      isBlocked(sandbox, '-C', 'sub', 'commit', '-qm', name);
      sandbox.tryGit('fsmonitor--daemon', 'stop');
    }
  });

  it('items 3 and 4: looks at the index and not at the work tree', () => {
    const sandbox = hooked();
    sandbox.write('a.txt', line);
    sandbox.git('add', 'a.txt');
    sandbox.write('a.txt', 'clean\n');
    isBlocked(sandbox, 'commit', '-qm', 'staged');
    sandbox.git('add', 'a.txt');
    sandbox.write('a.txt', line);
    passes(sandbox, 'commit', '-qm', 'clean');
  });

  for (const format of ['sha1', 'sha256']) {
    it(`item 5: blocks the first commit and an orphan branch of a ${format} repository`, () => {
      const sandbox = createSandbox(`--object-format=${format}`);
      sandbox.hook('pre-commit', `exec ${keyhoundCommand} staged`);
      sandbox.write('a.txt', line);
      sandbox.git('add', '-A');
      isBlocked(sandbox, 'commit', '-qm', 'first');
      sandbox.git('commit', '-qnm', 'first');
      sandbox.git('checkout', '-q', '--orphan', 'other');
      isBlocked(sandbox, 'commit', '-qm', 'orphan');
    });
  }

  it('item 13: is run for a merge without conflicts too, and counts what neither side has', () => {
    const sandbox = hooked();
    sandbox.hook('pre-merge-commit', `exec ${keyhoundCommand} hook pre-merge-commit`);
    sandbox.git('checkout', '-qb', 'side');
    sandbox.write('side.txt', line);
    sandbox.commit('side');
    sandbox.git('checkout', '-q', 'main');
    sandbox.write('main.txt', 'main\n');
    sandbox.commit('main');
    const merged = sandbox.tryGit('merge', '-m', 'clean', 'side');
    assert.equal(merged.status, 0, merged.stderr);
    assert.match(merged.stdout + merged.stderr, /No secrets|Nothing to scan/);
    sandbox.git('reset', '-q', '--hard', 'HEAD^');
    // a merge driver, or an earlier hook, may add what no parent has
    sandbox.hook(
      'pre-merge-commit',
      `printf '%s\\n' '${line.trim()}' >added.txt && git add added.txt && exec ${keyhoundCommand} hook pre-merge-commit`,
    );
    isBlocked(sandbox, 'merge', '-m', 'evil', 'side');
  });

  it('item 74: reads files whose names mean something else on other systems; git refuses .GIT itself', () => {
    for (const name of ['git~1/config', 'CON', 'a.txt:stream', 'dir/NUL.js', '.g\u200cit/config']) {
      const sandbox = hooked();
      sandbox.write('content', line);
      const oid = sandbox.git('hash-object', '-w', 'content');
      const lenient = ['-c', 'core.protectNTFS=false', '-c', 'core.protectHFS=false'];
      sandbox.git(...lenient, 'update-index', '--add', '--cacheinfo', `100644,${oid},${name}`);
      isBlocked(sandbox, ...lenient, 'commit', '-qm', 'odd');
    }
  });

  it('item 6: blocks type changes and edits of moved files, and passes a change of mode', () => {
    const sandbox = hooked();
    sandbox.write('long.txt', Array.from({ length: 50 }, (_, i) => `line ${i}\n`).join(''));
    symlinkSync('base.txt', join(sandbox.path, 'link'));
    sandbox.commit('more');
    rmSync(join(sandbox.path, 'link'));
    sandbox.write('link', line);
    isBlocked(sandbox, 'commit', '-qam', 'link to file');
    sandbox.git('reset', '-q', '--hard');
    sandbox.git('mv', 'long.txt', 'moved.txt');
    sandbox.write('moved.txt', `${sandbox.git('show', 'HEAD:long.txt')}\n${line}`);
    isBlocked(sandbox, 'commit', '-qam', 'rename and edit');
    sandbox.git('reset', '-q', '--hard');
    sandbox.write('copy.txt', `${sandbox.git('show', 'HEAD:long.txt')}\n${line}`);
    sandbox.git('add', '-A');
    isBlocked(sandbox, 'commit', '-qm', 'copy and edit');
    sandbox.git('reset', '-q', '--hard');
    rmSync(join(sandbox.path, 'base.txt'));
    symlinkSync(key, join(sandbox.path, 'base.txt'));
    sandbox.git('add', '-A');
    isBlocked(sandbox, 'commit', '-qm', 'file to link');
    sandbox.git('reset', '-q', '--hard');
    sandbox.git('update-index', '--chmod=+x', 'base.txt');
    passes(sandbox, 'commit', '-qm', 'mode');
  });

  it('reports only lines that the commit adds, in files that hold older secrets (3.6)', () => {
    const sandbox = hooked();
    sandbox.write('old.txt', `a\n${line}b\n`);
    sandbox.commit('old secret');
    sandbox.write('old.txt', `a\n${line}b\nc\n`);
    passes(sandbox, 'commit', '-qam', 'beside it');
    sandbox.git('mv', 'old.txt', 'new.txt');
    passes(sandbox, 'commit', '-qm', 'move');
    sandbox.write('new.txt', `a\r\n${line.trim()}\r\nb\r\nc\r\n`);
    passes(sandbox, 'commit', '-qam', 'line ends');
    sandbox.write('new.txt', `a\n${line}b\n${line}c\n`);
    isBlocked(sandbox, 'commit', '-qam', 'the same once more');
  });
});
