import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { createSandbox } from '../git-sandbox.js';
import { keyhound } from '../keyhound.js';

/** A clone in which two commits, one with a key, were pushed as new branches; `branches` with what they hold. */
function scanned(ci: Readonly<Record<string, string>>, branches: Readonly<Record<string, string>>) {
  const sandbox = createSandbox();
  sandbox.write('a.ts', `stripe = "${fill('sk_live_{alnum:24}')}"\n`);
  sandbox.commit('one');
  sandbox.write('b.ts', 'nothing\n');
  const head = sandbox.commit('two');
  for (const [name, revision] of Object.entries(branches))
    sandbox.git('update-ref', `refs/remotes/origin/${name}`, revision);
  const env = { ...sandbox.env, ...ci, BUILD_SOURCEVERSION: head, CI_COMMIT_SHA: head };
  const { stdout, stderr } = keyhound(sandbox.path, ['diff', '--format', 'json'], { env });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

const AZURE = { TF_BUILD: 'True', BUILD_REASON: 'IndividualCI', BUILD_SOURCEBRANCH: 'refs/heads/topic' };
const GITLAB = {
  GITLAB_CI: 'true',
  CI_PIPELINE_SOURCE: 'push',
  CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
  CI_DEFAULT_BRANCH: 'main',
};

test('a branch that was pushed together with another of the same commits is not called clean', () => {
  const { scanned: done, findings } = scanned(AZURE, { topic: 'HEAD', other: 'HEAD' });
  assert.deepEqual([done.commits, findings.length], [2, 1]);
});

test('what another branch had before is not new in one that was pushed for the first time', () => {
  const { scanned: done, findings } = scanned(AZURE, { topic: 'HEAD', other: 'HEAD~1' });
  assert.deepEqual([done.commits, findings.length], [1, 0]);
});

test('the first push of the default branch is scanned whole, whatever else was pushed with it', () => {
  const branches = { main: 'HEAD', develop: 'HEAD', old: 'HEAD~1' };
  const { scanned: done, findings } = scanned({ ...GITLAB, CI_COMMIT_BRANCH: 'main' }, branches);
  assert.deepEqual([done.commits, findings.length], [2, 1]);
});
