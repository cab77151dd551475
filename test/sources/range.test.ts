import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { UserError } from '../../src/errors.js';
import { rangeSource } from '../../src/sources/range.js';
import type { Report } from '../../src/types.js';
import { createSandbox, type Sandbox } from '../git-sandbox.js';
import { scanned, secretKey } from './scanned.js';

function diff(sandbox: Sandbox, base: string, head: string, options: object = {}): Promise<Report> {
  return scanned(
    rangeSource({ path: sandbox.path, env: sandbox.env, heads: [head], bases: [base], ...options }),
  );
}

const numbersIn = (report: Report) =>
  [1, 2, 3, 4, 5, 6, 7].filter((n) => report.findings.some(({ redacted }) => redacted === secretKey(n)));

/** main with an old secret, and a branch that adds, removes, moves, merges and says secrets. */
function branched(): Sandbox {
  const { git, write, commit, ...rest } = createSandbox();
  write('old.txt', `a\n${secretKey(1)}\nb\n`);
  commit('old');
  git('checkout', '-q', '-b', 'topic');
  write('old.txt', `a\n${secretKey(1)}\nb\nc\n`);
  commit('beside');
  git('mv', 'old.txt', 'moved.txt');
  commit('move');
  write('short.txt', `${secretKey(2)}\n`);
  commit('adds');
  rmSync(join(rest.path, 'short.txt'));
  commit('removes');
  git('checkout', '-q', '-b', 'second', 'main');
  write('second.txt', `${secretKey(3)}\n`);
  commit('second parent');
  git('checkout', '-q', 'main');
  write('main.txt', `${secretKey(4)}\n`);
  commit('main goes on');
  git('checkout', '-q', 'topic');
  git('merge', '-q', '--no-edit', 'main');
  git('merge', '-q', '--no-commit', 'second');
  write('evil.txt', `${secretKey(5)}\n`);
  commit('merge second');
  commit(`says ${secretKey(6)}`);
  write('stays.txt', `${secretKey(7)}\n`);
  commit('stays');
  return { git, write, commit, ...rest };
}

describe('a range', () => {
  it('reports exactly what its commits add, of all parents, of merges and of messages (3.3, 3.4)', async () => {
    const sandbox = branched();
    const report = await diff(sandbox, 'main', 'topic');
    assert.deepEqual(numbersIn(report), [2, 3, 5, 6, 7]);
    const of = (n: number) => report.findings.find(({ redacted }) => redacted === secretKey(n))!;
    assert.equal(of(2).commit?.id, sandbox.git('rev-parse', ':/adds'));
    assert.deepEqual([of(2).inHead, of(7).inHead], [false, true]);
    assert.match(of(5).label!, /introduced by a merge/);
    assert.equal(report.scanned.commits, 9);
  });

  it('item 77: is empty and clean when base and head are the same', async () => {
    const report = await diff(branched(), 'topic', 'topic');
    assert.deepEqual([report.outcome, report.scanned.units], ['clean', 0]);
  });

  it('item 38: refuses a base or head that is not there, and never reads a revision as an option', async () => {
    const sandbox = branched();
    assert.throws(
      () => rangeSource({ path: sandbox.path, env: sandbox.env, heads: ['topic'], bases: ['gone'] }),
      UserError,
    );
    const odd = ['--output=pwned', '-h', 'b\u00e4 ume'.replace(' ', '\u00a0')];
    for (const name of odd) sandbox.git('update-ref', `refs/heads/${name}`, 'topic');
    for (const name of odd) {
      const report = await diff(sandbox, 'main', `refs/heads/${name}`);
      assert.deepEqual(numbersIn(report), [2, 3, 5, 6, 7]);
      assert.throws(
        () => rangeSource({ path: sandbox.path, env: sandbox.env, heads: ['--all'], bases: [] }),
        UserError,
      );
    }
    for (const args of [
      ['history'],
      ['history', '--branch', 'refs/heads/-h'],
      ['history', '--branch=--output=pwned'],
    ])
      assert.ok([1, 2].includes(sandbox.keyhound(...args, '--no-cache').status!), args.join(' '));
    assert.equal(sandbox.keyhound('history', '--branch', '--all').status, 2);
    assert.equal(sandbox.git('status', '--porcelain'), '');
  });

  it('takes an added file of a shallow edge for new, and says so (3.2)', async () => {
    const origin = branched();
    const clone = createSandbox();
    clone.git('fetch', '-q', '--depth=2', `file://${origin.path}`, 'topic:refs/heads/got');
    await assert.rejects(
      async () => diff(clone, origin.git('rev-parse', 'main'), 'got'),
      /shallow.*fetch-depth: 0/,
    );
    const report = await diff(clone, 'got~1', 'got');
    assert.deepEqual([numbersIn(report), report.skipped], [[7], []]);
    const edge = await scanned(rangeSource({ path: clone.path, env: clone.env, heads: ['got'], bases: [] }));
    assert.ok(edge.skipped.some(({ incomplete }) => incomplete));
  });
});
