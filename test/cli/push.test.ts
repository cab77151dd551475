import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Report } from '../../src/types.js';
import {
  createSandbox,
  type Ended,
  keyhoundCommand,
  openSandbox,
  type Sandbox,
  temporaryDirectory,
} from '../git-sandbox.js';
import { secretKey } from '../sources/scanned.js';

const all = ({ stdout, stderr }: Ended) => stdout + stderr;

function isRefused(ended: Ended): void {
  assert.notEqual(ended.status, 0, all(ended));
  assert.match(all(ended), /Stripe/);
}

function succeeds(ended: Ended): void {
  assert.equal(ended.status, 0, all(ended));
}

/** A clone with one pushed commit, and the repository it pushes to. */
function cloned(): { clone: Sandbox; origin: Sandbox } {
  const origin = createSandbox('--bare');
  const clone = createSandbox();
  clone.git('remote', 'add', 'origin', origin.path);
  clone.write('base.txt', `base\n${secretKey(1)}\n`);
  clone.commit('base, with an old secret');
  clone.git('push', '-q', 'origin', 'main');
  return { clone, origin };
}

/** keyhound as a hook of a push, and what its last report says was scanned. */
function watchPushes(sandbox: Sandbox, hook: 'pre-push' | 'pre-receive'): () => Report {
  const file = join(temporaryDirectory(), 'report.json');
  sandbox.hook(hook, `exec ${keyhoundCommand} hook ${hook} --output json='${file}' --output text=- -- "$@"`);
  return () => {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    rmSync(file);
    return report;
  };
}

describe('pre-push', () => {
  it('item 15: finds what rebase, cherry-pick, revert and --no-verify brought past the other hooks', () => {
    const { clone } = cloned();
    clone.hook('pre-commit', `exec ${keyhoundCommand} hook pre-commit`);
    clone.hook('pre-push', `exec ${keyhoundCommand} hook pre-push -- "$@"`);
    clone.git('checkout', '-q', '-b', 'side');
    clone.write('side.txt', `${secretKey(2)}\n`);
    const picked = clone.commit('side');
    clone.git('rm', '-q', 'side.txt');
    clone.git('commit', '-qm', 'takes it away');
    const removal = clone.git('rev-parse', 'HEAD');
    clone.git('checkout', '-q', 'main');
    clone.write('base.txt', `base\n${secretKey(1)}\nmore\n`);
    clone.commit('clean');
    succeeds(clone.tryGit('push', '-q', 'origin', 'main'));
    const ways: readonly (readonly string[][])[] = [
      [['cherry-pick', picked]],
      [['rebase', '-q', 'main', 'side']],
      [
        ['checkout', '-q', '-b', 'reverts', removal],
        ['revert', '--no-edit', 'HEAD'],
      ],
    ];
    for (const way of ways) {
      for (const args of way) clone.git(...args);
      isRefused(clone.tryGit('push', '-q', 'origin', 'HEAD'));
      clone.git('checkout', '-q', '-f', 'main');
      clone.git('reset', '-q', '--hard', 'origin/main');
    }
    clone.write('unverified.txt', `${secretKey(3)}\n`);
    clone.git('add', '-A');
    assert.equal(clone.tryGit('commit', '-qm', 'verified').status, 1);
    clone.git('commit', '-qnm', 'not verified');
    isRefused(clone.tryGit('push', '-q', 'origin', 'main'));
  });

  it('item 16: scans exactly what is new with new branches, tags, force pushes, expressions and several refs', () => {
    const { clone } = cloned();
    const last = watchPushes(clone, 'pre-push');
    const scans = (commits: number, ended: Ended) => {
      assert.equal(last().scanned.commits, commits, all(ended));
      return ended;
    };
    const push = (...args: string[]) => clone.tryGit('push', '-q', ...args);
    succeeds(scans(0, push('origin', 'main:same')));
    clone.write('new.txt', `${secretKey(3)}\n`);
    clone.commit('secret');
    clone.write('new.txt', 'removed again\n');
    clone.commit('clean again');
    isRefused(scans(2, push('origin', 'main:topic')));
    isRefused(scans(1, push('origin', 'HEAD~1:refs/heads/expression')));
    isRefused(scans(2, push('origin', 'HEAD~2:refs/heads/fine', 'main:refs/heads/bad')));
    succeeds(scans(0, push('origin', ':same')));
    clone.git('tag', '-a', '-m', secretKey(4), 'v1', 'HEAD~2');
    isRefused(scans(0, push('origin', 'v1')));
    clone.git('reset', '-q', '--hard', 'HEAD~2');
    clone.write('base.txt', 'rewritten\n');
    clone.git('commit', '-qa', '-n', '--amend', '-m', 'rewritten');
    succeeds(scans(1, push('--force', 'origin', 'main')));
    // to a place that is no remote of this clone: what any remote has is known
    succeeds(scans(0, push(clone.git('remote', 'get-url', 'origin'), 'main:elsewhere')));
    const { status, stdout } = clone.keyhound('hook', 'pre-push', '--', 'origin', 'url');
    assert.deepEqual([status, /Nothing to scan/.test(stdout)], [0, true]);
  });

  it('merges of long-lived branches bring only what the remote has not, with what only the merge has', () => {
    const { clone } = cloned();
    clone.git('checkout', '-q', '-b', 'long');
    for (let i = 0; i < 20; i++) {
      clone.write(`long/${i}.txt`, `${secretKey(100 + i)}\n`);
      clone.commit(`long ${i}`);
    }
    clone.git('push', '-q', 'origin', 'long');
    clone.git('checkout', '-q', 'main');
    clone.write('main.txt', 'main\n');
    clone.commit('main goes on');
    clone.git('merge', '-q', '--no-edit', 'long');
    const last = watchPushes(clone, 'pre-push');
    succeeds(clone.tryGit('push', '-q', 'origin', 'main:quiet'));
    assert.equal(last().scanned.commits, 2);
    clone.write('evil.txt', `${secretKey(5)}\n`);
    clone.git('add', '-A');
    clone.git('commit', '-qn', '--amend', '--no-edit');
    isRefused(clone.tryGit('push', '-q', 'origin', 'main'));
    const { findings } = last();
    assert.deepEqual(
      findings.map(({ path, label }) => [path, label]),
      [['evil.txt', 'introduced by a merge']],
    );
  });
});

describe('pre-receive', () => {
  it('item 17: scans what is in quarantine, once for fifty refs, and lets deletions pass', () => {
    const { clone, origin } = cloned();
    const last = watchPushes(origin, 'pre-receive');
    clone.write('base.txt', `base\n${secretKey(1)}\nmore\n`);
    clone.commit('beside the old secret');
    succeeds(clone.tryGit('push', '-q', 'origin', 'main'));
    assert.equal(last().scanned.commits, 1);
    clone.write('new.txt', `${secretKey(2)}\n`);
    clone.commit('secret');
    const refs = Array.from({ length: 50 }, (_, i) => `main:refs/heads/b${i}`);
    isRefused(clone.tryGit('push', '-q', 'origin', ...refs));
    const { scanned, skipped, findings } = last();
    assert.deepEqual([scanned.commits, skipped, findings.length], [1, [], 1]);
    // nothing of what was refused has come to stay
    assert.notEqual(origin.tryGit('cat-file', '-e', clone.git('rev-parse', 'HEAD')).status, 0);
    succeeds(clone.tryGit('push', '-q', 'origin', ...refs.map((ref) => ref.replace('main', 'main~1'))));
    succeeds(clone.tryGit('push', '-q', 'origin', ':b1', ':b2'));
    assert.equal(last().scanned.units, 0);
  });

  it('what is pushed does not decide how it is judged (item 62)', () => {
    const { clone, origin } = cloned();
    origin.hook('pre-receive', `exec ${keyhoundCommand} hook pre-receive`);
    clone.write(
      '.keyhound.json',
      JSON.stringify({ paths: { exclude: ['**'] }, disabledRules: ['stripe-live-secret-key'] }),
    );
    clone.write('sly.txt', `${secretKey(3)} // keyhound:ignore\n`);
    clone.commit('with an excuse');
    isRefused(clone.tryGit('push', '-q', 'origin', 'main'));
  });
});

describe('commit-msg', () => {
  it('item 24: reads the message, without the comments that git strips', () => {
    const { clone } = cloned();
    clone.hook('commit-msg', `exec ${keyhoundCommand} hook commit-msg -- "$1"`);
    isRefused(clone.tryGit('commit', '-q', '--allow-empty', '-m', `says ${secretKey(1)}`));
    const editor = join(temporaryDirectory(), 'editor');
    writeFileSync(editor, `#!/bin/sh\nprintf 'fine\\n# ${secretKey(2)}\\n' > "$1"\n`, { mode: 0o755 });
    const edited = openSandbox(clone.path, { ...clone.env, GIT_EDITOR: editor });
    succeeds(edited.tryGit('commit', '-q', '--allow-empty'));
    writeFileSync(editor, `#!/bin/sh\nprintf 'fine\\n\\n${secretKey(2)}\\n' > "$1"\n`, { mode: 0o755 });
    isRefused(edited.tryGit('commit', '-q', '--allow-empty'));
    // without an editor git keeps such lines
    isRefused(clone.tryGit('commit', '-q', '--allow-empty', '-m', `x\n# ${secretKey(2)}`));
  });
});

describe('hooks without a terminal', () => {
  it('item 27: end with the right code when their input and output are closed', () => {
    const { clone } = cloned();
    clone.write('new.txt', `${secretKey(5)}\n`);
    clone.git('add', '-A');
    for (const redirection of ['<&-', '<&- >&-', '<&- >&- 2>&-', '</dev/null >/dev/null']) {
      clone.hook('pre-commit', `exec ${keyhoundCommand} hook pre-commit ${redirection}`);
      assert.equal(clone.tryGit('commit', '-qm', 'x').status, 1, redirection);
    }
    clone.write('new.txt', 'clean\n');
    clone.git('add', '-A');
    for (const redirection of ['<&-', '<&- >&- 2>&-']) {
      clone.hook('pre-commit', `exec ${keyhoundCommand} hook pre-commit ${redirection}`);
      assert.equal(clone.tryGit('commit', '-qm', 'x', '--allow-empty').status, 0, redirection);
    }
  });

  it('item 16: a push whose list of refs does not reach the hook is taken for one of HEAD', () => {
    const { clone } = cloned();
    for (const input of ['<&-', '</dev/null']) {
      clone.hook('pre-push', `exec ${keyhoundCommand} hook pre-push -- "$@" ${input}`);
      succeeds(clone.tryGit('push', '-q', 'origin', 'main:same'));
      clone.write('new.txt', `${secretKey(5)}\n`);
      clone.commit('secret');
      isRefused(clone.tryGit('push', '-q', 'origin', 'main'));
      clone.git('reset', '-q', '--hard', 'HEAD^');
    }
  });

  it('item 17: a pre-receive that is told nothing refuses', () => {
    const { clone, origin } = cloned();
    origin.hook('pre-receive', `exec ${keyhoundCommand} hook pre-receive </dev/null`);
    clone.commit('clean');
    const { status, stderr } = clone.tryGit('push', '-q', 'origin', 'main');
    assert.notEqual(status, 0);
    assert.match(stderr, /hook pre-receive: needs what git writes to its standard input/);
  });
});

describe('the range of a pull request (item 62)', () => {
  it('is judged by the settings of its base in CI', () => {
    const { clone } = cloned();
    clone.git('checkout', '-q', '-b', 'topic');
    clone.write('.keyhound.json', JSON.stringify({ disabledRules: ['stripe-live-secret-key'] }));
    clone.write('new.txt', `${secretKey(6)} # keyhound:ignore\n`);
    const head = clone.commit('with an excuse');
    const event = join(temporaryDirectory(), 'event.json');
    writeFileSync(
      event,
      JSON.stringify({
        pull_request: { head: { sha: head }, base: { sha: clone.git('rev-parse', 'main') } },
      }),
    );
    const ci = {
      ...clone.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
    };
    const judged = openSandbox(clone.path, ci).keyhound('diff');
    assert.equal(judged.status, 1, judged.stdout + judged.stderr);
    assert.equal(clone.keyhound('diff', 'main..topic').status, 0);
    assert.equal(clone.keyhound('diff').status, 2);
  });

  it('deepens a shallow clone when allowed, and says the line to add when not (item 76)', () => {
    const { clone, origin } = cloned();
    for (let i = 0; i < 5; i++) {
      clone.write('new.txt', i === 1 ? `${secretKey(7)}\n` : `${i}\n`);
      clone.commit(`change ${i}`);
    }
    clone.git('push', '-q', 'origin', 'main');
    const event = join(temporaryDirectory(), 'event.json');
    const [head, base] = [clone.git('rev-parse', 'main'), clone.git('rev-parse', 'main~5')];
    writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: head }, base: { sha: base } } }));
    const runner = createSandbox();
    runner.git('remote', 'add', 'origin', `file://${origin.path}`);
    runner.git('fetch', '-q', '--depth=1', 'origin', 'main');
    runner.git('checkout', '-q', head);
    const ci = {
      ...runner.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
    };
    const shallow = openSandbox(runner.path, ci);
    const refused = shallow.keyhound('diff');
    assert.equal(refused.status, 3);
    assert.match(refused.stdout, /shallow.*fetch-depth: 0.*--deepen/);
    const deepened = shallow.keyhound('diff', '--deepen', '--format', 'json');
    assert.equal(deepened.status, 1, deepened.stderr);
    assert.equal((JSON.parse(deepened.stdout) as { scanned: { commits: number } }).scanned.commits, 5);
  });
});
