import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetOf } from '../../src/action/event.js';
import { UserError } from '../../src/errors.js';

const [A, B, ZERO] = ['a'.repeat(40), 'b'.repeat(40), '0'.repeat(40)];
const repository = { default_branch: 'main' };
const pull_request = { head: { sha: A }, base: { sha: B } };

test('every event has the range that belongs to it (item 75)', () => {
  const merge = { kind: 'merge', head: A, base: B };
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ['pull_request', { pull_request }, merge],
    ['pull_request_review', { pull_request }, merge],
    [
      'merge_group',
      { merge_group: { head_sha: A, base_sha: B } },
      { kind: 'range', head: A, base: B, from: 'queue' },
    ],
    ['push', { before: B, after: A, repository }, { kind: 'range', head: A, base: B, from: 'push' }],
    [
      'push',
      { before: B, after: A, forced: true, repository },
      { kind: 'range', head: A, base: B, from: 'push' },
    ],
    [
      'push',
      { before: ZERO, after: A, ref: 'refs/heads/topic', repository },
      { kind: 'new-ref', head: A, branch: 'main' },
    ],
    [
      'push',
      { before: ZERO, after: A, ref: 'refs/tags/v1', repository },
      { kind: 'new-ref', head: A, branch: 'main' },
    ],
    ['push', { before: ZERO, after: A, ref: 'refs/heads/main', repository }, { kind: 'history' }],
    [
      'push',
      { before: B, after: ZERO, deleted: true, repository },
      { kind: 'nothing', reason: 'the ref was deleted' },
    ],
    ['schedule', { schedule: '0 3 * * 1' }, { kind: 'history' }],
    ['workflow_dispatch', { inputs: {} }, { kind: 'history' }],
    ['release', { release: {} }, { kind: 'history' }],
    ['', {}, { kind: 'history' }],
  ];
  for (const [name, event, target] of cases) assert.deepEqual(targetOf(name, event), target, name);
});

test('events that run the code of strangers with the rights of the repository are refused', () => {
  for (const name of ['pull_request_target', 'workflow_run']) {
    assert.throws(() => targetOf(name, { pull_request }), UserError);
  }
});

test('what is no object name never gets near git', () => {
  for (const sha of ['--output=x', '$(id)', 'HEAD', '', 7, undefined, `${A}\n`, 'A'.repeat(40)]) {
    assert.throws(
      () => targetOf('pull_request', { pull_request: { head: { sha }, base: { sha: B } } }),
      UserError,
    );
    assert.throws(() => targetOf('push', { before: sha, after: A }), UserError);
  }
  for (const event of [null, undefined, [], 'x', 7, { pull_request: null }]) {
    assert.throws(() => targetOf('pull_request', event), UserError);
  }
});
