import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGit } from '../../src/action/git.js';
import { resolveRange } from '../../src/action/range.js';
import { createRemote } from './remote.js';

const ZERO = '0'.repeat(40);

/** The range of an event in a fresh checkout, and the commits that are in it. `sha` is what the runner tests. */
async function resolveIn(
  checkout: string,
  [name, event, sha]: readonly [name: string, event: Readonly<Record<string, unknown>>, sha?: string],
  mayFetch = true,
) {
  const git = createGit(checkout, new AbortController().signal);
  const head = sha ?? (await git(['rev-parse', 'HEAD']));
  const env = {
    GITHUB_EVENT_NAME: name,
    GITHUB_SHA: head,
    GITHUB_REF: String(event.ref ?? 'refs/heads/main'),
  };
  const range = await resolveRange({ env, event, git, mayFetch });
  const commits =
    range.kind === 'range' ? await git(['rev-list', `${range.base}..${range.head}`]) : undefined;
  return { range, commits: commits === undefined ? [] : commits.split('\n').filter(Boolean).sort() };
}

for (const depth of [1, 0]) {
  const name = depth === 0 ? 'a full' : `a depth ${depth}`;
  test(`a pull request of 31 commits in ${name} checkout is scanned from the base as it is now (items 75, 76)`, async (t) => {
    const remote = createRemote(t);
    const old = remote.commit('main', 60);
    remote.branch('topic', 'main');
    remote.commit('topic', 31);
    const base = remote.commit('main', 3);
    const merge = remote.mergeRequest(1, 'topic', 'main');
    const head = remote.tip('topic');
    const event = { pull_request: { head: { sha: head }, base: { sha: old } } };
    const checkout = remote.checkout('refs/pull/1/merge', depth);
    const { range, commits } = await resolveIn(checkout, ['pull_request', event]);
    assert.deepEqual(range, { kind: 'range', base, head: merge, isProposed: true });
    assert.deepEqual(commits, remote.between(base, merge));
    assert.equal(commits.length, 32);
  });
}

test('a pull request of 300 commits with merges of main in a depth 1 checkout is complete (item 75)', async (t) => {
  const remote = createRemote(t);
  remote.commit('main', 20);
  remote.branch('topic', 'main');
  for (let round = 0; round < 3; round++) {
    remote.commit('topic', 100);
    remote.commit('main', 5);
    remote.merge('topic', 'main');
  }
  const base = remote.tip('main');
  const merge = remote.mergeRequest(2, 'topic', 'main');
  const event = { pull_request: { head: { sha: remote.tip('topic') }, base: { sha: base } } };
  const { range, commits } = await resolveIn(remote.checkout('refs/pull/2/merge', 1), [
    'pull_request',
    event,
  ]);
  assert.equal(range.kind, 'range');
  assert.deepEqual(commits, remote.between(base, merge));
  assert.equal(commits.length, 304);
});

test('a checkout of the head of a pull request, not of its merge, has the same commits without the merge', async (t) => {
  const remote = createRemote(t);
  const base = remote.commit('main', 5);
  remote.branch('topic', 'main');
  const head = remote.commit('topic', 4);
  const event = { pull_request: { head: { sha: head }, base: { sha: base } } };
  const { range, commits } = await resolveIn(remote.checkout('refs/heads/topic', 1), [
    'pull_request',
    event,
    remote.mergeRequest(3, 'topic', 'main'),
  ]);
  assert.deepEqual(range, { kind: 'range', base, head, isProposed: true });
  assert.equal(commits.length, 4);
});

test('a merge queue is scanned from its base, and judged by the policy there', async (t) => {
  const remote = createRemote(t);
  const base = remote.commit('main', 5);
  remote.branch('gh-readonly-queue/main/pr-1', 'main');
  const head = remote.commit('gh-readonly-queue/main/pr-1', 2);
  const event = { merge_group: { head_sha: head, base_sha: base } };
  const checkout = remote.checkout('refs/heads/gh-readonly-queue/main/pr-1', 1);
  const { range, commits } = await resolveIn(checkout, ['merge_group', event]);
  assert.deepEqual(range, { kind: 'range', base, head, isProposed: true });
  assert.equal(commits.length, 2);
});

test('a push is scanned from what was there before', async (t) => {
  const remote = createRemote(t);
  const before = remote.commit('main', 10);
  const after = remote.commit('main', 3);
  const { range, commits } = await resolveIn(remote.checkout('refs/heads/main', 1), [
    'push',
    { before, after },
  ]);
  assert.deepEqual(range, { kind: 'range', base: before, head: after, isProposed: false });
  assert.equal(commits.length, 3);
});

test('the first push of a branch or a tag is scanned from the default branch', async (t) => {
  const remote = createRemote(t);
  remote.commit('main', 10);
  remote.branch('topic', 'main');
  const after = remote.commit('topic', 3);
  const event = { before: ZERO, after, ref: 'refs/heads/topic', repository: { default_branch: 'main' } };
  const { range, commits } = await resolveIn(remote.checkout('refs/heads/topic', 1), ['push', event]);
  assert.equal(range.kind, 'range');
  assert.equal(commits.length, 3);
});

test('a force push is scanned for what the ref did not hold before', async (t) => {
  const remote = createRemote(t);
  remote.commit('main', 4);
  remote.branch('topic', 'main');
  const before = remote.commit('topic', 3);
  remote.reset('topic', 'main');
  const after = remote.commit('topic', 2);
  const checkout = remote.checkout('refs/heads/topic', 1);
  const { commits } = await resolveIn(checkout, ['push', { before, after, forced: true }]);
  assert.equal(commits.length, 2);
});

test('a force push from a commit that nobody has any more is scanned as a whole', async (t) => {
  const remote = createRemote(t);
  const after = remote.commit('main', 4);
  const event = { before: 'd'.repeat(40), after, forced: true };
  const { range } = await resolveIn(remote.checkout('refs/heads/main', 0), ['push', event]);
  assert.deepEqual(range, { kind: 'range', head: after, isProposed: false });
});

test('base and head being the same, and a deleted branch, are nothing to scan (item 77)', async (t) => {
  const remote = createRemote(t);
  const commit = remote.commit('main', 2);
  const checkout = remote.checkout('refs/heads/main', 1);
  const same = await resolveIn(checkout, ['push', { before: commit, after: commit }]);
  assert.equal(same.range.kind, 'nothing');
  const gone = await resolveIn(checkout, ['push', { before: commit, after: ZERO, deleted: true }]);
  assert.equal(gone.range.kind, 'nothing');
});

test('a shallow checkout that may not be deepened, or cannot be, is unknown and says the line to add (item 76)', async (t) => {
  const remote = createRemote(t);
  const before = remote.commit('main', 10);
  const after = remote.commit('main', 3);
  const push = ['push', { before, after }] as const;
  const { range } = await resolveIn(remote.checkout('refs/heads/main', 1), push, false);
  assert.ok(range.kind === 'unknown' && range.reason.includes('fetch-depth: 0'));
  const cut = remote.checkout('refs/heads/main', 1);
  remote.disconnect();
  const { range: offline } = await resolveIn(cut, push);
  assert.equal(offline.kind, 'unknown');
});

test('a schedule deepens to the whole history', async (t) => {
  const remote = createRemote(t);
  remote.commit('main', 60);
  const checkout = remote.checkout('refs/heads/main', 1);
  const { range } = await resolveIn(checkout, ['schedule', {}]);
  assert.deepEqual(range, { kind: 'history' });
  assert.equal(
    await createGit(checkout, new AbortController().signal)(['rev-list', '--count', 'HEAD']),
    '60',
  );
});

test('a folder without a repository is unknown and says which step to add (item 76)', async (t) => {
  const remote = createRemote(t);
  const commit = remote.commit('main', 1);
  const { range } = await resolveIn(remote.emptyFolder(), [
    'push',
    { before: ZERO.replace('0', '1'), after: commit },
  ]);
  assert.ok(range.kind === 'unknown' && range.reason.includes('actions/checkout'));
});
