import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { createRemote, type Remote } from './remote.js';
import { createRunner, KEY, step, withEvent } from './runner.js';

const ZERO = '0'.repeat(40);

/** What a forge tells a step of one event, and what the step must make of it. */
interface Case {
  readonly event: string;
  readonly payload: unknown;
  /** What is checked out and tested. */
  readonly ref: string;
  readonly sha?: string;
  /** The ref of the event where it is not the one that is checked out. */
  readonly named?: string;
  /** The commits that bring something new; a number of them, where the forge itself can no longer tell which. */
  readonly expected: readonly string[] | number;
  /** How many secrets these commits bring. */
  readonly secrets: number;
}

/** A repository whose default branch holds an old key, which is nobody's new one. */
function started(t: TestContext): Remote {
  const remote = createRemote(t);
  remote.commit('main', 12, { 'old.ts': KEY });
  return remote;
}

/** A pull request with merges of main in it; `isFork`: no branch of the repository has its commits. */
function pullRequest(remote: Remote, commits: number, isFork = false): Case {
  const opened = remote.tip('main');
  remote.branch('topic', 'main');
  remote.commit('topic', commits - 2, { 'new.ts': KEY.replace('stripe', 'first') });
  remote.commit('main', 3, { 'mains.ts': 'key of main\n' });
  remote.merge('topic', 'main');
  remote.commit('topic', 1, { 'more.ts': 'nothing\n' });
  const merge = remote.mergeRequest(5, 'topic', 'main');
  const head = remote.tip('topic');
  if (isFork) remote.remove('topic');
  const repo = isFork ? { fork: true, full_name: 'stranger/shop' } : { fork: false };
  return {
    event: 'pull_request',
    payload: { number: 5, pull_request: { head: { sha: head, repo }, base: { sha: opened, ref: 'main' } } },
    ref: 'refs/pull/5/merge',
    sha: merge,
    expected: remote.between(remote.tip('main'), merge),
    secrets: 1,
  };
}

function push(given: Partial<Case> & { payload: object }): Case {
  const branch = given.ref ?? 'refs/heads/main';
  return {
    event: 'push',
    ref: branch,
    expected: [],
    secrets: 1,
    ...given,
    payload: { ref: branch, repository: { default_branch: 'main' }, ...given.payload },
  };
}

const CASES: Readonly<Record<string, (remote: Remote) => Case>> = {
  'a pull request': (remote) => pullRequest(remote, 4),
  'a pull request of 31 commits': (remote) => pullRequest(remote, 31),
  'a pull request of 300 commits': (remote) => pullRequest(remote, 300),
  'a pull request of a fork': (remote) => pullRequest(remote, 4, true),
  'a merge queue': (remote) => {
    const base = remote.tip('main');
    const queue = 'gh-readonly-queue/main/pr-5';
    remote.branch(queue, 'main');
    const head = remote.commit(queue, 2, { 'new.ts': KEY });
    return {
      event: 'merge_group',
      payload: { merge_group: { base_sha: base, head_sha: head } },
      ref: `refs/heads/${queue}`,
      expected: remote.between(base, head),
      secrets: 1,
    };
  },
  'a push': (remote) => {
    const before = remote.tip('main');
    const after = remote.commit('main', 3, { 'new.ts': KEY });
    return push({ payload: { before, after }, expected: remote.between(before, after) });
  },
  'the first push of a branch': (remote) => {
    remote.branch('topic', 'main');
    const after = remote.commit('topic', 3, { 'new.ts': KEY });
    const ref = 'refs/heads/topic';
    const payload = { before: ZERO, after, created: true };
    return push({ ref, payload, expected: remote.between('refs/heads/main', after) });
  },
  'the first push of a repository': (remote) => {
    const after = remote.commit('main', 2);
    return push({ payload: { before: ZERO, after, created: true }, expected: 14 });
  },
  'a push of a tag': (remote) => {
    const after = remote.tip('main');
    remote.tag('v1', 'main');
    const payload = { before: ZERO, after, created: true };
    return push({ ref: 'refs/tags/v1', payload, expected: 0, secrets: 0 });
  },
  'a force push': (remote) => {
    remote.branch('topic', 'main');
    const before = remote.commit('topic', 3, { 'gone.ts': KEY });
    remote.reset('topic', 'main');
    const after = remote.commit('topic', 2, { 'new.ts': KEY });
    const ref = 'refs/heads/topic';
    const payload = { before, after, forced: true };
    return push({ ref, payload, expected: remote.between('refs/heads/main', after) });
  },
  'a force push away from what nobody has any more': (remote) => {
    remote.branch('topic', 'main');
    const after = remote.commit('topic', 2, { 'new.ts': KEY });
    const ref = 'refs/heads/topic';
    const payload = { before: 'd'.repeat(40), after, forced: true };
    return push({ ref, payload, expected: remote.between('refs/heads/main', after) });
  },
  'a deleted branch': (remote) => {
    const before = remote.tip('main');
    const payload = { before, after: ZERO, deleted: true };
    return push({ named: 'refs/heads/gone', payload, expected: 0, secrets: 0 });
  },
  'a push without commits': (remote) => {
    const before = remote.tip('main');
    return push({ payload: { before, after: before }, expected: 0, secrets: 0 });
  },
  ...Object.fromEntries(
    ['schedule', 'workflow_dispatch', 'release'].map((event) => [
      `${event}, the whole history`,
      (remote: Remote): Case => {
        remote.commit('main', 60, { 'old.ts': 'gone\n' });
        return { event, payload: {}, ref: 'refs/heads/main', expected: 72, secrets: 1 };
      },
    ]),
  ),
};

for (const [name, make] of Object.entries(CASES)) {
  for (const depth of [1, 0]) {
    const checkout = depth === 0 ? 'a full checkout' : 'a checkout of one commit';
    test(`${name}, in ${checkout} and without any token, is scanned for what it brings (items 75 and 76)`, (t) => {
      const remote = started(t);
      const given = make(remote);
      const runner = createRunner(t, remote.checkout(given.ref, depth));
      const env = {
        ...withEvent(runner, given.event, given.payload),
        GITHUB_SHA: given.sha ?? remote.tipOf(given.ref),
        GITHUB_REF: given.named ?? given.ref,
      };
      assert.deepEqual(
        Object.keys(env).filter((key) => /TOKEN|SECRET/.test(key)),
        [],
      );
      const { status, outputs, stdout, summary } = step(env);
      const count = typeof given.expected === 'number' ? given.expected : given.expected.length;
      assert.equal(outputs['commits-scanned'], String(count), stdout);
      assert.equal(outputs['new-count'], String(given.secrets), stdout);
      assert.equal(outputs.outcome, given.secrets > 0 ? 'findings' : 'clean');
      assert.equal(status, given.secrets > 0 ? 1 : 0);
      assert.notEqual(summary, '');
      if (count === 0) assert.equal(outputs['bytes-scanned'], '0');
    });
  }
}

for (const event of ['pull_request_target', 'workflow_run']) {
  test(`${event} hands untrusted code the rights of the repository, and is refused (item 75)`, (t) => {
    const remote = started(t);
    const runner = createRunner(t, remote.checkout('refs/heads/main', 1));
    const { status, outputs, stdout } = step(withEvent(runner, event, {}));
    assert.equal(status, 2);
    assert.equal(outputs.outcome, 'error');
    assert.match(stdout, new RegExp(`^::error title=keyhound::${event}: runs with`, 'm'));
  });
}

test('a sparse checkout is scanned with what it left out (item 76)', (t) => {
  const remote = started(t);
  const before = remote.tip('main');
  const after = remote.commit('main', 2, { 'deep/new.ts': KEY });
  const checkout = remote.checkout('refs/heads/main', 1);
  execFileSync('git', ['sparse-checkout', 'set', '--no-cone', '/nothing'], { cwd: checkout });
  const runner = createRunner(t, checkout);
  const { outputs } = step(withEvent(runner, 'push', { before, after }));
  assert.deepEqual([outputs.outcome, outputs['new-count']], ['findings', '1']);
});

const notRoot = process.getuid?.() === 0 ? false : 'skipped: only root can give files to another user';
test('a checkout that belongs to another user, as in a container, is scanned (item 76)', {
  skip: notRoot,
}, (t) => {
  const remote = started(t);
  const before = remote.tip('main');
  const after = remote.commit('main', 2, { 'new.ts': KEY });
  const checkout = remote.checkout('refs/heads/main', 1);
  execFileSync('chown', ['-R', '12345', checkout]);
  for (const mode of ['auto', 'history', 'tree']) {
    const runner = createRunner(t, checkout, { mode });
    const { outputs, stdout } = step(withEvent(runner, 'push', { before, after }));
    assert.equal(outputs.outcome, 'findings', `${mode}: ${stdout}`);
  }
});
