import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { UserError } from '../../src/errors.js';
import { historySource } from '../../src/sources/history.js';
import type { Report } from '../../src/types.js';
import { createSandbox, openSandbox, type Sandbox, temporaryDirectory } from '../git-sandbox.js';
import { writePack } from '../make-pack.js';
import { scanned, secretKey } from './scanned.js';

function audit(sandbox: Sandbox, options: object = {}): Promise<Report> {
  return scanned(historySource({ path: sandbox.path, env: sandbox.env, ...options }));
}

function finding(report: Report, number: number) {
  return report.findings.find(({ redacted }) => redacted === secretKey(number));
}

/** A repository with a key in every place that history has. */
function everywhere(): Sandbox {
  const sandbox = createSandbox();
  const { git, write, commit } = sandbox;
  write('root.txt', `${secretKey(1)}\n`);
  commit('root');
  write('gone.txt', `${secretKey(2)}\n`);
  commit('adds');
  rmSync(join(sandbox.path, 'gone.txt'));
  rmSync(join(sandbox.path, 'root.txt'));
  commit('removes');
  git('checkout', '-q', '-b', 'side');
  write('side.txt', 'side\n');
  commit('side');
  git('checkout', '-q', 'main');
  write('main.txt', 'main\n');
  commit('main');
  git('merge', '-q', '--no-commit', 'side');
  write('evil.txt', `${secretKey(3)}\n`);
  commit('merge');
  for (const number of [4, 5]) {
    write('main.txt', `${secretKey(number)}\n`);
    git('stash', '-q');
  }
  git('notes', 'add', '-m', secretKey(6), 'HEAD');
  git('tag', '-a', '-m', secretKey(7), 'v1');
  commit(`message ${secretKey(8)}`);
  write('reset.txt', `${secretKey(9)}\n`);
  commit('reset away');
  git('reset', '-q', '--hard', 'HEAD^');
  write('replaced.txt', `${secretKey(10)}\n`);
  const original = commit('to be replaced');
  write('replaced.txt', 'nothing here\n');
  git('add', '-A');
  const tree = git('write-tree');
  git('replace', original, git('commit-tree', '-m', 'clean', '-p', 'HEAD^', tree));
  write('dropped.txt', `${secretKey(11)}\n`);
  git('hash-object', '-w', 'dropped.txt');
  rmSync(join(sandbox.path, 'dropped.txt'));
  return sandbox;
}

describe('history', () => {
  it('item 28: finds what any commit, stash, note, tag, message or reflog ever held', async () => {
    const sandbox = everywhere();
    const report = await audit(sandbox);
    for (let number = 1; number <= 10; number++) assert.ok(finding(report, number), `key ${number}`);
    assert.equal(finding(report, 11), undefined);
    assert.equal(report.outcome, 'findings');
    assert.deepEqual(report.skipped, []);
    assert.match(finding(report, 3)!.label!, /introduced by a merge/);
    assert.match(finding(report, 4)!.label!, /only in a stash/);
    assert.match(finding(report, 5)!.label!, /only in a stash/);
    assert.match(finding(report, 6)!.label!, /in notes/);
    assert.match(finding(report, 9)!.label!, /only in a reflog/);
    assert.match(finding(report, 7)!.label!, /message of tag/);
    assert.match(finding(report, 10)!.label!, /hidden by a replacement/);
    assert.doesNotMatch(finding(report, 1)!.label ?? '', /hidden/);
    assert.equal(finding(report, 1)!.inHead, false);
    assert.equal(finding(report, 3)!.inHead, true);
    assert.equal(finding(report, 2)!.path, 'gone.txt');
    assert.equal(finding(report, 2)!.commit?.id, sandbox.git('rev-parse', ':/adds'));
    assert.equal(finding(report, 2)!.commit?.date, '2026-01-02T03:04:05+00:00');
    assert.equal(finding(report, 2)!.commit?.author, undefined);
    assert.equal(
      (await audit(sandbox, { withAuthors: true })).findings[0]!.commit?.author?.includes('@'),
      true,
    );
  });

  it('finds unreachable objects when asked', async () => {
    const sandbox = everywhere();
    const report = await audit(sandbox, { unreachable: true });
    assert.ok(finding(report, 11));
    assert.equal(finding(report, 11)!.commit, undefined);
  });

  it('item 28: walks the true history behind a graft and a replacement', async () => {
    const sandbox = createSandbox();
    sandbox.write('a.txt', `${secretKey(1)}\n`);
    const first = sandbox.commit('first');
    sandbox.write('a.txt', 'clean\n');
    const second = sandbox.commit('second');
    sandbox.commit('third');
    writeFileSync(join(sandbox.path, '.git/info/grafts'), `${second}\n`);
    assert.equal(sandbox.git('rev-list', '--count', 'HEAD'), '2');
    const { findings } = await audit(sandbox);
    assert.deepEqual(
      findings.map(({ label, commit }) => [label, commit?.id]),
      [['hidden by a graft', first]],
    );
  });

  it('item 28: says what a replacement hides: parents, blobs and messages, but not what stands elsewhere too', async () => {
    const sandbox = createSandbox();
    sandbox.write('early.txt', `${secretKey(1)}\n`);
    sandbox.write('kept.txt', `${secretKey(2)}\n`);
    sandbox.commit(`first ${secretKey(3)}`);
    sandbox.git('rm', '-q', 'early.txt');
    const second = sandbox.commit(`second ${secretKey(5)}`);
    sandbox.write('blob.txt', `${secretKey(4)}\n`);
    sandbox.commit('third');
    // a second commit without parents and with another message, that has the same files
    sandbox.git('replace', second, sandbox.git('commit-tree', '-m', 'clean', `${second}^{tree}`));
    sandbox.write('clean.txt', 'clean\n');
    const clean = sandbox.git('hash-object', '-w', 'clean.txt');
    sandbox.git('replace', sandbox.git('rev-parse', 'HEAD:blob.txt'), clean);
    assert.equal(sandbox.git('rev-list', '--count', 'HEAD'), '2');
    for (const byGit of [false, true]) {
      const report = await audit(sandbox, { byGit });
      assert.deepEqual(
        [1, 2, 3, 4, 5].map((number) => /hidden by a replacement/.test(finding(report, number)!.label ?? '')),
        [true, false, true, true, true],
      );
    }
  });

  it('item 28: replacements and grafts that git cannot follow cost a label and nothing else', async () => {
    const sandbox = createSandbox();
    sandbox.write('a.txt', `${secretKey(1)}\n`);
    const first = sandbox.commit('first');
    const second = sandbox.commit('second');
    // each stands for the other, and is the other's parent
    sandbox.git('update-ref', `refs/replace/${first}`, second);
    sandbox.git('update-ref', `refs/replace/${second}`, first);
    writeFileSync(join(sandbox.path, '.git/info/grafts'), `${first} ${second}\n../x\n${'0'.repeat(40)}\n`);
    const { findings, skipped, outcome } = await audit(sandbox);
    assert.deepEqual([findings.length, skipped, outcome], [1, [], 'findings']);
  });

  it('limits itself to the branches named', async () => {
    const sandbox = everywhere();
    const report = await audit(sandbox, { branches: ['side'] });
    assert.deepEqual(
      [1, 2, 3].map((number) => finding(report, number) !== undefined),
      [true, true, false],
    );
    assert.throws(
      () => historySource({ path: sandbox.path, env: sandbox.env, branches: ['nope'] }),
      UserError,
    );
  });

  it('limits itself to what commits added since a time or below a path', async () => {
    const sandbox = createSandbox();
    sandbox.write('lib/a.txt', `${secretKey(1)}\n`);
    sandbox.env.GIT_COMMITTER_DATE = '2024-01-01T00:00:00+00:00';
    sandbox.commit('old');
    sandbox.env.GIT_COMMITTER_DATE = '2025-01-01T00:00:00+00:00';
    sandbox.write('lib/a.txt', `${secretKey(1)}\nmore\n`);
    sandbox.write('b.txt', `${secretKey(2)}\n`);
    sandbox.commit('new');
    const numbers = async (options: object) => {
      const report = await audit(sandbox, options);
      return [1, 2].filter((number) => finding(report, number));
    };
    assert.deepEqual(await numbers({ since: '2024-06-01' }), [2]);
    assert.deepEqual(await numbers({ since: '2023-06-01' }), [1, 2]);
    assert.deepEqual(await numbers({ paths: ['lib'] }), [1]);
    assert.deepEqual(await numbers({ paths: [':(glob)*'] }), []);
    assert.throws(() => historySource({ path: sandbox.path, env: sandbox.env, since: 'soon' }), UserError);
  });

  it('item 29: says that a shallow clone is incomplete, unless that is allowed', async () => {
    const origin = createSandbox();
    origin.write('a.txt', 'a\n');
    origin.commit('a');
    origin.write('b.txt', 'b\n');
    origin.commit('b');
    const clone = createSandbox();
    clone.git('fetch', '-q', '--depth=1', `file://${origin.path}`, 'main:refs/heads/got');
    const report = await audit(clone);
    assert.equal(report.outcome, 'incomplete');
    assert.match(report.skipped[0]!.reason, /1 boundary commit .*git fetch --unshallow/);
    assert.equal((await audit(clone, { allowShallow: true })).outcome, 'clean');
    assert.equal(clone.keyhound('history', '--no-cache').status, 3);
    assert.equal(clone.keyhound('history', '--no-cache', '--allow-shallow').status, 0);
    clone.git('checkout', '-q', 'got');
    clone.write('key.txt', `${secretKey(1)}\n`);
    clone.commit('key');
    assert.deepEqual([(await audit(clone)).findings.length, clone.keyhound('history').status], [1, 1]);
  });

  it('item 30: fetches nothing in a partial clone, and counts what is not there', async () => {
    const origin = createSandbox();
    for (let i = 0; i < 120; i++) origin.write(`${i}.txt`, `${i}\n`);
    origin.commit('many');
    origin.write('key.txt', `${secretKey(1)}\n`);
    origin.commit('key');
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const path = join(temporaryDirectory(), 'partial');
    origin.git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${origin.path}`, path);
    const partial = openSandbox(path, origin.env);
    const ran = join(temporaryDirectory(), 'ran');
    partial.git('config', 'remote.origin.url', 'ssh://localhost/gone');
    partial.git('config', 'core.sshCommand', `touch ${ran}; false`);
    const { outcome, skipped } = await audit(partial);
    assert.equal(outcome, 'incomplete');
    const named = skipped.filter(({ reason }) => /[0-9a-f]{40}.*missing/.test(reason));
    assert.ok(named.length >= 90, `${named.length}`);
    assert.ok(skipped.some(({ reason }) => /^\d+ more objects missing or corrupt$/.test(reason)));
    assert.equal(partial.keyhound('history', '--no-cache').status, 3);
    assert.equal(existsSync(ran), false);
    // the trap is live: git itself falls into it
    partial.tryGit('cat-file', '-p', 'HEAD:key.txt');
    assert.equal(existsSync(ran), true);
  });

  it('item 33: is clean in an empty, a bare and a detached repository, and refuses what is none', async () => {
    const empty = createSandbox();
    assert.equal((await audit(empty)).outcome, 'clean');
    const bare = createSandbox('--bare');
    assert.equal((await audit(bare)).outcome, 'clean');
    empty.write('a.txt', secretKey());
    empty.commit('a');
    empty.git('checkout', '-q', '--detach');
    empty.git('branch', '-D', 'main');
    assert.equal((await audit(empty)).findings.length, 1);
    assert.throws(() => historySource({ path: temporaryDirectory(), env: empty.env }), UserError);
    for (const [sandbox, status] of [
      [bare, 0],
      [createSandbox(), 0],
      [empty, 1],
    ] as const)
      assert.equal(sandbox.keyhound('history', '--no-cache').status, status);
    writeFileSync(join(empty.path, '.git/HEAD'), 'broken\n');
    assert.equal(empty.keyhound('history').status, 2);
    assert.throws(() => historySource({ path: empty.path, env: empty.env }), UserError);
  });

  it('reads a sha256 repository', async () => {
    const sandbox = createSandbox('--object-format=sha256');
    sandbox.write('a.txt', secretKey());
    sandbox.commit('a');
    assert.equal((await audit(sandbox)).findings.length, 1);
  });

  it('item 32: reads commits that git itself could not have made', async () => {
    const sandbox = createSandbox();
    sandbox.write('a.txt', 'a\n');
    sandbox.commit('a');
    const tree = sandbox.git('rev-parse', 'HEAD^{tree}');
    const bodies = [
      `tree ${tree}\n\n${secretKey(1)}\n`,
      `tree ${tree}\nauthor A <a@b.c> 99999999999999999999 +0000\ncommitter A <a@b.c> x +9999\n\n${secretKey(2)}\n`,
      `tree ${tree}\nauthor A\u00ff <\xfe> 1 +0000\ncommitter A <a> 1 +0000\nx ${'y'.repeat(200_000)}\n\n${secretKey(3)}`,
      `tree ${tree}\nauthor A <a@b.c> 1 +0000\ncommitter A <a@b.c> 1 +0000\n\nnul \0 ${secretKey(4)}\n`,
    ];
    for (const [index, body] of bodies.entries()) {
      writeFileSync(join(sandbox.path, 'body'), body, 'latin1');
      const oid = sandbox.git('hash-object', '-t', 'commit', '--literally', '-w', 'body');
      sandbox.git('update-ref', `refs/odd/${index}`, oid);
    }
    const report = await audit(sandbox);
    for (const number of [1, 2, 3, 4]) assert.ok(finding(report, number), `key ${number}`);
  });
});

/** The file of a loose object. */
function looseFile(sandbox: Sandbox, revision: string): string {
  const oid = sandbox.git('rev-parse', revision);
  return join(sandbox.path, '.git/objects', oid.slice(0, 2), oid.slice(2));
}

describe('item 31: history of a damaged repository', () => {
  function threeCommits(): Sandbox {
    const sandbox = createSandbox();
    for (const number of [1, 2, 3]) {
      sandbox.write(`d${number}/a.txt`, `${secretKey(number)}\n`);
      sandbox.commit(`commit ${number}`);
    }
    rmSync(join(sandbox.path, '.git/logs'), { recursive: true });
    return sandbox;
  }

  const damages: [string, string, (file: string) => void][] = [
    ['a missing blob', 'HEAD~1:d2/a.txt', rmSync],
    ['a missing tree', 'HEAD~1:d2', rmSync],
    ['a missing commit', 'HEAD~1', rmSync],
    ['a corrupt blob', 'HEAD~1:d2/a.txt', corrupt],
    ['a corrupt tree', 'HEAD~1:d2', corrupt],
    ['a corrupt commit', 'HEAD~1', corrupt],
    ['a truncated blob', 'HEAD~1:d2/a.txt', (file) => rewrite(file, readFileSync(file).subarray(0, 12))],
    ['an empty blob file', 'HEAD~1:d2/a.txt', (file) => rewrite(file, Buffer.alloc(0))],
  ];
  for (const [name, revision, damage] of damages) {
    it(`is incomplete with ${name} and still scans the rest`, async () => {
      const sandbox = threeCommits();
      const file = looseFile(sandbox, revision);
      damage(file);
      const report = await audit(sandbox);
      assert.ok(finding(report, 3));
      const oid = file.slice(-41).replace('/', '');
      assert.ok(
        report.skipped.some(({ incomplete, reason }) => incomplete && reason.includes(oid)),
        JSON.stringify(report.skipped),
      );
    });
  }

  it('names a missing blob where it stood, and reads all else without git', async () => {
    const sandbox = threeCommits();
    const lost = sandbox.git('rev-parse', 'HEAD~1:d2/a.txt');
    rmSync(looseFile(sandbox, 'HEAD~1:d2/a.txt'));
    const report = await audit(sandbox);
    assert.deepEqual(
      report.skipped.map(({ path, incomplete }) => [path, incomplete]),
      [['d2/a.txt', true]],
    );
    assert.ok(report.skipped[0]!.reason.includes(lost), report.skipped[0]!.reason);
    assert.deepEqual(
      report.findings.map(({ path }) => path),
      ['d1/a.txt', 'd3/a.txt'],
    );
    // counted by the sieve: three commits, two blobs
    assert.equal(report.scanned.units, 5);
  });

  it('does not miss a blob that only an unreachable tree names', async () => {
    const sandbox = threeCommits();
    rmSync(looseFile(sandbox, 'HEAD:d3/a.txt'));
    sandbox.git('update-ref', 'HEAD', 'HEAD~1');
    rmSync(join(sandbox.path, '.git/logs'), { recursive: true });
    const report = await audit(sandbox);
    assert.deepEqual(report.skipped, []);
    assert.equal(report.outcome, 'findings');
  });

  for (const kind of ['blob', 'tree', 'commit'] as const) {
    it(`is incomplete with a ${kind} whose content has another id, when that is looked at`, async () => {
      const sandbox = threeCommits();
      const revision = { blob: 'HEAD~1:d2/a.txt', tree: 'HEAD~1:d2', commit: 'HEAD~1' }[kind];
      const id = sandbox.git('rev-parse', revision);
      const content = kind === 'blob' ? Buffer.from('something else\n') : otherOf(sandbox, kind);
      rmSync(looseFile(sandbox, revision));
      writePack(join(sandbox.path, '.git/objects'), [{ kind, content, id }]);
      const report = await audit(sandbox, { verifyObjects: true });
      const reasons = report.skipped.map(({ reason, incomplete }) => (incomplete ? reason : ''));
      assert.ok(reasons.includes(`${id}: corrupt: its content has another id`), JSON.stringify(reasons));
    });
  }

  /** What could stand in the place of a tree or a commit. */
  function otherOf(sandbox: Sandbox, kind: 'tree' | 'commit'): Buffer {
    const revision = kind === 'tree' ? 'HEAD:d3' : 'HEAD~2';
    return execFileSync('git', ['-C', sandbox.path, 'cat-file', kind, revision]);
  }

  it('verifies what has findings in any case', async () => {
    const sandbox = threeCommits();
    const id = sandbox.git('rev-parse', 'HEAD~1:d2/a.txt');
    rmSync(looseFile(sandbox, 'HEAD~1:d2/a.txt'));
    writePack(join(sandbox.path, '.git/objects'), [
      { kind: 'blob', content: Buffer.from(`${secretKey(4)}\n`), id },
    ]);
    const report = await audit(sandbox);
    assert.ok(finding(report, 4));
    assert.deepEqual(
      report.skipped.map(({ path, reason }) => [path, reason]),
      [['d2/a.txt', `${id}: corrupt: its content has another id`]],
    );
  });

  it('verifies every object of a whole repository without a word', async () => {
    const sandbox = threeCommits();
    sandbox.git('repack', '-q', '-a', '-d');
    const report = await audit(sandbox, { verifyObjects: true });
    assert.deepEqual([report.findings.length, report.skipped], [3, []]);
  });

  function rewrite(file: string, bytes: Buffer): void {
    rmSync(file);
    writeFileSync(file, bytes);
  }

  function corrupt(file: string): void {
    const bytes = readFileSync(file);
    bytes.fill(0x55, 8, Math.max(9, bytes.length - 4));
    rewrite(file, bytes);
  }

  for (const stored of ['loose', 'packed']) {
    it(`is incomplete with a ref to nothing, and finds all the same (${stored} objects)`, async () => {
      const sandbox = threeCommits();
      if (stored === 'packed') sandbox.git('repack', '-q', '-a', '-d');
      writeFileSync(join(sandbox.path, '.git/refs/heads/lost'), `${'1'.repeat(40)}\n`);
      const report = await audit(sandbox);
      assert.equal(report.findings.length, 3);
      assert.ok(report.skipped.some(({ reason }) => reason.includes('refs/heads/lost')));
    });
  }

  it('item 31: names what a corrupt, truncated or badly indexed pack has lost, and reads the others', async () => {
    for (const damage of ['middle', 'end', 'index', 'half'] as const) {
      const sandbox = threeCommits();
      sandbox.git('repack', '-q', '-a', '-d', '--depth=0');
      sandbox.write('loose.txt', `${secretKey(4)}\n`);
      sandbox.commit('a loose one');
      const packs = join(sandbox.path, '.git/objects/pack');
      const name = readdirSync(packs).find((file) => file.endsWith(damage === 'index' ? '.idx' : '.pack'))!;
      const bytes = readFileSync(join(packs, name));
      if (damage === 'end') rewrite(join(packs, name), bytes.subarray(0, bytes.length - 40));
      else if (damage === 'half') rewrite(join(packs, name), bytes.subarray(0, bytes.length >> 1));
      else {
        bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 8);
        rewrite(join(packs, name), bytes);
      }
      const report = await audit(sandbox);
      assert.ok(finding(report, 4), damage);
      const lost = report.skipped.filter(({ incomplete }) => incomplete).map(({ reason }) => reason);
      assert.match(lost.join('\n'), /[0-9a-f]{40}/, damage);
      const { status } = sandbox.keyhound('history', '--no-cache', '--rule', 'github-personal-access-token');
      assert.equal(status, 3, damage);
    }
  });

  it('item 31: is not misled by a broken commit graph', async () => {
    const sandbox = threeCommits();
    sandbox.git('commit-graph', 'write', '--reachable');
    const graph = join(sandbox.path, '.git/objects/info/commit-graph');
    const bytes = readFileSync(graph);
    bytes.fill(0x55, 200);
    rewrite(graph, bytes);
    const report = await audit(sandbox);
    assert.deepEqual([report.findings.length, report.skipped], [3, []]);
  });

  it('survives a loop of alternates', async () => {
    const sandbox = threeCommits();
    writeFileSync(join(sandbox.path, '.git/objects/info/alternates'), `${sandbox.path}/.git/objects\n`);
    assert.equal((await audit(sandbox)).findings.length, 3);
  });
});
