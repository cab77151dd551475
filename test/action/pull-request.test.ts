import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { CONFIG_NAMES } from '../../src/index.js';
import { createRemote } from './remote.js';
import { createRunner, files, KEY, read, step, withEvent } from './runner.js';

/** A pull request with a key in it, as the runner checks it out. */
function pullRequest(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  base: Readonly<Record<string, string>> = {},
) {
  const remote = createRemote(t);
  const old = remote.commit('main', 20, base);
  remote.branch('topic', 'main');
  const head = remote.commit('topic', 5, files);
  const merge = remote.mergeRequest(7, 'topic', 'main');
  const event = { pull_request: { head: { sha: head }, base: { sha: old } } };
  const checkout = remote.checkout('refs/pull/7/merge', 1);
  /** What a step gets there. */
  const environment = (inputs: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    ...withEvent(createRunner(t, checkout, inputs), 'pull_request', event),
    GITHUB_SHA: merge,
  });
  return { merge, old, checkout, environment };
}

test('a pull request with a key fails, from a depth 1 checkout, without any token', (t) => {
  const { merge, old, environment } = pullRequest(t, { 'app.ts': KEY });
  const { status, outputs: out, annotations: lines, stdout } = step(environment());
  assert.equal(status, 1, stdout);
  assert.equal(out.outcome, 'findings');
  assert.equal(out['new-count'], '1');
  assert.deepEqual([out.base, out.head], [old, merge]);
  assert.equal(out['commits-scanned'], '6');
  assert.match(lines[0] ?? '', /^::error file=app\.ts,line=1/);
});

test('what main held before is not the pull request’s, and only deletions are clean (item 77)', (t) => {
  const { environment } = pullRequest(t, { 'other.ts': 'nothing\n' }, { 'app.ts': KEY });
  const { status, outputs: out, stdout } = step(environment());
  assert.equal(status, 0, stdout);
  assert.equal(out.outcome, 'clean');
});

test('a pull request cannot allow its own secret, and what it tries is listed (item 62)', (t) => {
  const config = JSON.stringify({ paths: { exclude: ['**'] }, disabledRules: ['stripe-live-secret-key'] });
  const attempts = {
    'app.ts': KEY.replace('\n', ' // keyhound:ignore -- trust me\n'),
    '.keyhound.json': config,
  };
  const { environment } = pullRequest(t, attempts);
  const { status, outputs: out, stdout } = step(environment());
  assert.equal(status, 1, stdout);
  assert.equal(out['new-count'], '1');
  assert.match(stdout, /::warning title=keyhound::.*not applied before it is merged: \.keyhound\.json/);
  assert.equal(step(environment({ 'config-from': 'head' })).outputs['new-count'], '0');
});

test('every file that settings may stand in counts as it is at the base, and is listed where it changes (item 62)', (t) => {
  const disabled = ['stripe-live-secret-key'];
  const json = JSON.stringify({ disabledRules: disabled });
  const yaml = 'disabledRules: [stripe-live-secret-key]\n';
  const attempts = {
    '.keyhound.json': json,
    '.keyhound.jsonc': `// ours\n${json}`,
    '.keyhound.toml': 'disabledRules = ["stripe-live-secret-key"]\n',
    '.keyhound.yaml': yaml,
    '.keyhound.yml': yaml,
    'package.json': JSON.stringify({ name: 'theirs', keyhound: { disabledRules: disabled } }),
  };
  assert.deepEqual(Object.keys(attempts), [...CONFIG_NAMES, 'package.json']);
  for (const [name, text] of Object.entries(attempts)) {
    const { environment } = pullRequest(t, { 'app.ts': KEY, [name]: text });
    const { status, stdout } = step(environment());
    assert.equal(status, 1, stdout);
    assert.ok(stdout.includes(`not applied before it is merged: ${name}\n`), stdout);
    // the same settings would hide the key, were they to count
    assert.equal(step(environment({ 'config-from': 'head' })).status, 0, name);
  }
});

test('a package.json that changes beside its settings is not listed (item 62)', (t) => {
  const keyhound = { disabledRules: ['stripe-live-secret-key'] };
  const { environment } = pullRequest(
    t,
    { 'app.ts': KEY, 'package.json': JSON.stringify({ version: '2.0.0', keyhound }, null, 2) },
    { 'package.json': JSON.stringify({ version: '1.0.0', keyhound }) },
  );
  const { status, stdout } = step(environment());
  assert.equal(status, 0, stdout);
  assert.doesNotMatch(stdout, /not applied/);
});

test('a git that lies in the checkout is not run, though it comes first on PATH (item 71)', (t) => {
  const trace = join(files(t, {}), 'ran');
  const { checkout, environment } = pullRequest(t, { 'app.ts': KEY });
  for (const folder of ['.', 'node_modules/.bin']) {
    mkdirSync(join(checkout, folder), { recursive: true });
    writeFileSync(join(checkout, folder, 'git'), `#!/bin/sh\necho >> '${trace}'\n`, { mode: 0o755 });
  }
  const env = environment();
  const path = `${join(checkout, 'node_modules/.bin')}${delimiter}${checkout}${delimiter}.${delimiter}`;
  const { status, outputs: out, stdout } = step({ ...env, PATH: `${path}${env.PATH}` });
  assert.equal(status, 1, stdout);
  assert.equal(out['commits-scanned'], '6');
  assert.equal(read(trace), '');
  const alone = step({ ...env, PATH: path });
  assert.equal(alone.status, 2);
  assert.match(alone.stdout, /^::error title=keyhound::git: the only one on PATH lies inside/m);
});

test('what the base allows is allowed in a pull request, and a broken configuration in it changes nothing (item 63)', (t) => {
  const config = JSON.stringify({ disabledRules: ['stripe-live-secret-key'] });
  const { environment } = pullRequest(
    t,
    { 'app.ts': KEY, '.keyhound.json': '{' },
    { '.keyhound.json': config },
  );
  const { status, stdout } = step(environment());
  assert.equal(status, 0, stdout);
});
