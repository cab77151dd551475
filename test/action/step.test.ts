import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { CONFIG_NAMES } from '../../src/index.js';
import { fill } from '../fill.js';
import { createRemote } from './remote.js';
import { createRunner, DIST, files, KEY, outputs, read, step, withEvent } from './runner.js';

test('a clean tree passes with the outcome clean and says how much was read', (t) => {
  const { env } = createRunner(t, files(t, { 'a.txt': 'nothing here\n' }), { mode: 'tree' });
  const { status, outputs: out, summary } = step(env);
  assert.equal(status, 0);
  assert.equal(out.outcome, 'clean');
  assert.equal(out['new-count'], '0');
  assert.equal(out['bytes-scanned'], '13');
  assert.match(summary, /## keyhound: no secrets/);
});

test('a finding fails the step, is annotated, summarised, and written as SARIF and JSON', (t) => {
  const workspace = files(t, { 'a b.ts': KEY });
  const { env } = createRunner(t, workspace, {
    mode: 'tree',
    'sarif-file': 'out.sarif',
    'report-file': 'out.json',
  });
  const { status, outputs: out, summary, annotations: lines, stdout } = step(env);
  assert.equal(status, 1);
  assert.equal(out.outcome, 'findings');
  assert.equal(out['new-count'], '1');
  assert.equal(out['sarif-file'], join(workspace, 'out.sarif'));
  assert.equal(JSON.parse(read(out['sarif-file'])).runs[0].results.length, 1);
  assert.equal(JSON.parse(read(out['report-file'])).findings.length, 1);
  assert.match(summary, /1 secret found/);
  assert.match(lines[0] ?? '', /^::error file=a b\.ts,line=1,/);
  assert.ok(!stdout.includes(KEY.slice(18, 30)));
});

test('of more than ten findings the ten worst are annotated, and the count is said (item 79)', (t) => {
  const many = Array.from(
    { length: 25 },
    (_, n) => `stripe${n} = "${fill(`sk_live_{alnum:${24 + n}}`)}"\n`,
  ).join('\n\n');
  const { env } = createRunner(t, files(t, { 'a.ts': many }), { mode: 'tree' });
  const { annotations: lines, outputs: out } = step(env);
  assert.equal(out['new-count'], '25');
  assert.equal(lines.filter((line) => line.startsWith('::error file=')).length, 10);
  assert.ok(lines.some((line) => line.startsWith('::notice') && line.includes('25 secrets found')));
});

test('hostile names and contents give the runner no command (item 57)', (t) => {
  const names = [
    '::error::x',
    'a##[add-mask]b',
    'x,line=9::y',
    'new\nline::set-output name=a::b',
    '%0A::error::z',
  ];
  const { env } = createRunner(t, files(t, Object.fromEntries(names.map((name) => [name, KEY]))), {
    mode: 'tree',
  });
  const { annotations: lines } = step(env);
  assert.equal(lines.length, names.length + 1);
  for (const line of lines) assert.match(line, /^::(error file=[^:]*,title=[^:,]*|error title=keyhound)::/);
});

test('fail-on never passes with findings, any fails for suppressed ones too', (t) => {
  const ignored = KEY.replace('\n', ' // keyhound:ignore -- made up\n');
  const gate = (text: string, how: string) => {
    const { env } = createRunner(t, files(t, { 'a.ts': text }), { mode: 'tree', 'fail-on': how });
    const { status, outputs: out } = step(env);
    return [status, out.outcome, out['new-count'], out['total-count']];
  };
  assert.deepEqual(gate(KEY, 'never'), [0, 'findings', '1', '1']);
  assert.deepEqual(gate(ignored, 'new'), [0, 'clean', '0', '1']);
  assert.deepEqual(gate(ignored, 'any'), [1, 'clean', '0', '1']);
});

test('a summary that is full, and files of the runner that cannot be written, do not change the gate (item 78)', (t) => {
  const workspace = files(t, { 'a.ts': KEY });
  const { env } = createRunner(t, workspace, { mode: 'tree' });
  writeFileSync(env.GITHUB_STEP_SUMMARY ?? '', 'x'.repeat(1024 * 1024 - 200));
  const full = step(env);
  assert.equal(full.status, 1);
  assert.ok(Buffer.byteLength(full.summary) <= 1024 * 1024);
  for (const broken of [
    { GITHUB_OUTPUT: '/nonexistent/o', GITHUB_STEP_SUMMARY: '/nonexistent/s' },
    { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' },
  ]) {
    assert.equal(step({ ...env, ...broken }).status, 1);
  }
});

test('an input that is wrong is an error that names it, and no finding', (t) => {
  const { env } = createRunner(t, files(t, {}), { mode: 'everything' });
  const { status, outputs: out, stdout } = step(env);
  assert.equal(status, 2);
  assert.equal(out.outcome, 'error');
  assert.match(stdout, /^::error title=keyhound::input mode: must be one of/m);
});

test('a scanner that cannot start, or breaks, is an error and never a finding or clean (item 82)', (t) => {
  const place = files(t, {});
  const script = join(place, 'action.js');
  copyFileSync(join(DIST, 'action.js'), script);
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  const scanners = {
    missing: undefined,
    'a missing module': "require('./not-there.js')",
    'an exception': "throw new Error('broken')",
    'code 0 without a report': '',
    'no memory': "process.kill(process.pid, 'SIGABRT')",
    'a report that is cut off':
      "require('fs').writeFileSync(process.argv.find((a) => a.startsWith('json=')).slice(5), '{\"schema\":')",
  };
  for (const [name, scanner] of Object.entries(scanners)) {
    if (scanner !== undefined) writeFileSync(join(place, 'keyhound.cjs'), scanner);
    const { env } = createRunner(t, place, { mode: 'tree' });
    const { status, outputs: out } = step(env, script);
    assert.equal(status, 4, name);
    assert.equal(out.outcome, 'error', name);
  }
});

test('a report that an earlier step left does not speak for a scan that broke', (t) => {
  const place = files(t, { 'a.ts': 'clean\n' });
  const first = createRunner(t, place, { mode: 'tree', 'report-file': 'out.json' });
  assert.equal(step(first.env).outputs.outcome, 'clean');
  copyFileSync(join(DIST, 'action.js'), join(place, 'action.js'));
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  writeFileSync(join(place, 'keyhound.cjs'), '');
  const second = createRunner(t, place, { mode: 'tree', 'report-file': 'out.json' });
  assert.equal(step(second.env, join(place, 'action.js')).outputs.outcome, 'error');
});

test('a cancelled step says error, not clean, however hard it is stopped (item 81)', async (t) => {
  const place = files(t, {});
  copyFileSync(join(DIST, 'action.js'), join(place, 'action.js'));
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  const scanners = {
    'a scanner that stops': '',
    // the runner sends SIGINT, then SIGTERM, and kills what is left
    'a scanner that does not stop': "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {});",
  };
  const stops = { SIGINT: 130, SIGTERM: 130, SIGKILL: null };
  for (const [name, scanner] of Object.entries(scanners)) {
    writeFileSync(
      join(place, 'keyhound.cjs'),
      `${scanner} console.log('pid', process.pid); setInterval(() => {}, 1000)`,
    );
    for (const [signal, expected] of Object.entries(stops)) {
      const { env } = createRunner(t, place, { mode: 'tree' });
      const child = spawn(process.execPath, [join(place, 'action.js')], {
        env,
        cwd: place,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout.once('data', (line) => {
        const [, scanning] = /pid (\d+)/.exec(String(line)) ?? [];
        child.kill(signal as NodeJS.Signals);
        // as the runner does with all that a step has started
        if (scanner !== '' || signal === 'SIGKILL') process.kill(Number(scanning), 'SIGKILL');
      });
      const code = await new Promise((done) => child.on('close', done));
      assert.equal(code, expected, `${name}, ${signal}`);
      assert.equal(outputs(env).outcome, 'error');
    }
  }
});

test('a checkout that cannot be deepened is incomplete and says what to add (item 76)', (t) => {
  const remote = createRemote(t);
  const before = remote.commit('main', 8);
  const after = remote.commit('main', 2);
  const runner = createRunner(t, remote.checkout('refs/heads/main', 1), { deepen: 'false' });
  const { status, outputs: out, stdout } = step(withEvent(runner, 'push', { before, after }));
  assert.equal(status, 3);
  assert.equal(out.outcome, 'incomplete');
  assert.match(stdout, /fetch-depth: 0/);
});

test('nothing to scan is clean, and says that it was nothing (item 77)', (t) => {
  const remote = createRemote(t);
  const commit = remote.commit('main', 2);
  const runner = createRunner(t, remote.checkout('refs/heads/main', 1));
  const {
    status,
    outputs: out,
    stdout,
    summary,
  } = step(withEvent(runner, 'push', { before: commit, after: commit }));
  assert.equal(status, 0);
  assert.equal(out.outcome, 'clean');
  assert.equal(out['bytes-scanned'], '0');
  assert.match(stdout, /Nothing to scan/);
  assert.match(summary, /Nothing to scan/);
});

test('a schedule scans the whole history of a shallow checkout', (t) => {
  const remote = createRemote(t);
  remote.commit('main', 30, { 'old.ts': KEY });
  remote.commit('main', 30, { 'old.ts': 'gone\n' });
  const runner = createRunner(t, remote.checkout('refs/heads/main', 1));
  const { status, outputs: out, stdout } = step(withEvent(runner, 'schedule', {}));
  assert.equal(status, 1, stdout);
  assert.equal(out['new-count'], '1');
});

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
  return { event, merge, head, old, checkout: remote.checkout('refs/pull/7/merge', 1) };
}

test('a pull request with a key fails, from a depth 1 checkout, without any token', (t) => {
  const { event, merge, old, checkout } = pullRequest(t, { 'app.ts': KEY });
  const runner = createRunner(t, checkout);
  const env = { ...withEvent(runner, 'pull_request', event), GITHUB_SHA: merge };
  const { status, outputs: out, annotations: lines, stdout } = step(env);
  assert.equal(status, 1, stdout);
  assert.equal(out.outcome, 'findings');
  assert.equal(out['new-count'], '1');
  assert.deepEqual([out.base, out.head], [old, merge]);
  assert.equal(out['commits-scanned'], '6');
  assert.match(lines[0] ?? '', /^::error file=app\.ts,line=1/);
});

test('what main held before is not the pull request’s, and only deletions are clean (item 77)', (t) => {
  const { event, merge, checkout } = pullRequest(t, { 'other.ts': 'nothing\n' }, { 'app.ts': KEY });
  const env = { ...withEvent(createRunner(t, checkout), 'pull_request', event), GITHUB_SHA: merge };
  const { status, outputs: out, stdout } = step(env);
  assert.equal(status, 0, stdout);
  assert.equal(out.outcome, 'clean');
});

test('a pull request cannot allow its own secret, and what it tries is listed (item 62)', (t) => {
  const config = JSON.stringify({ paths: { exclude: ['**'] }, disabledRules: ['stripe-live-secret-key'] });
  const attempts = {
    'app.ts': KEY.replace('\n', ' // keyhound:ignore -- trust me\n'),
    '.keyhound.json': config,
  };
  const { event, merge, checkout } = pullRequest(t, attempts);
  const env = { ...withEvent(createRunner(t, checkout), 'pull_request', event), GITHUB_SHA: merge };
  const { status, outputs: out, stdout } = step(env);
  assert.equal(status, 1, stdout);
  assert.equal(out['new-count'], '1');
  assert.match(stdout, /::warning title=keyhound::.*not applied before it is merged: \.keyhound\.json/);
  const allowed = createRunner(t, checkout, { 'config-from': 'head' });
  assert.equal(
    step({ ...withEvent(allowed, 'pull_request', event), GITHUB_SHA: merge }).outputs['new-count'],
    '0',
  );
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
    const { event, merge, checkout } = pullRequest(t, { 'app.ts': KEY, [name]: text });
    const run = (inputs: Readonly<Record<string, string>>) =>
      step({
        ...withEvent(createRunner(t, checkout, inputs), 'pull_request', event),
        GITHUB_SHA: merge,
      });
    const { status, stdout } = run({});
    assert.equal(status, 1, stdout);
    assert.ok(stdout.includes(`not applied before it is merged: ${name}\n`), stdout);
    // the same settings would hide the key, were they to count
    assert.equal(run({ 'config-from': 'head' }).status, 0, name);
  }
});

test('a package.json that changes beside its settings is not listed (item 62)', (t) => {
  const keyhound = { disabledRules: ['stripe-live-secret-key'] };
  const { event, merge, checkout } = pullRequest(
    t,
    { 'app.ts': KEY, 'package.json': JSON.stringify({ version: '2.0.0', keyhound }, null, 2) },
    { 'package.json': JSON.stringify({ version: '1.0.0', keyhound }) },
  );
  const env = { ...withEvent(createRunner(t, checkout), 'pull_request', event), GITHUB_SHA: merge };
  const { status, stdout } = step(env);
  assert.equal(status, 0, stdout);
  assert.doesNotMatch(stdout, /not applied/);
});

test('a git that lies in the checkout is not run, though it comes first on PATH (item 71)', (t) => {
  const trace = join(files(t, {}), 'ran');
  const { event, merge, checkout } = pullRequest(t, { 'app.ts': KEY });
  for (const folder of ['.', 'node_modules/.bin']) {
    mkdirSync(join(checkout, folder), { recursive: true });
    writeFileSync(join(checkout, folder, 'git'), `#!/bin/sh\necho >> '${trace}'\n`, { mode: 0o755 });
  }
  const env: Record<string, string> = {
    ...withEvent(createRunner(t, checkout), 'pull_request', event),
    GITHUB_SHA: merge,
  };
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
  const { event, merge, checkout } = pullRequest(
    t,
    { 'app.ts': KEY, '.keyhound.json': '{' },
    { '.keyhound.json': config },
  );
  const env = { ...withEvent(createRunner(t, checkout), 'pull_request', event), GITHUB_SHA: merge };
  const { status, stdout } = step(env);
  assert.equal(status, 0, stdout);
});

test('a merge queue and a push fail for the key they bring', (t) => {
  const remote = createRemote(t);
  const base = remote.commit('main', 5);
  const head = remote.commit('main', 3, { 'app.ts': KEY });
  const events = {
    merge_group: { merge_group: { head_sha: head, base_sha: base } },
    push: { before: base, after: head },
  };
  for (const [name, event] of Object.entries(events)) {
    const runner = createRunner(t, remote.checkout('refs/heads/main', 1));
    const env = { ...withEvent(runner, name, event), GITHUB_SHA: head, GITHUB_REF: 'refs/heads/main' };
    const { status, outputs: out, stdout } = step(env);
    assert.equal(status, 1, stdout);
    assert.equal(out['commits-scanned'], '3');
  }
});

test('a range that the workflow names is scanned, whatever the event', (t) => {
  const remote = createRemote(t);
  const base = remote.commit('main', 5);
  remote.commit('main', 3, { 'app.ts': KEY });
  const runner = createRunner(t, remote.checkout('refs/heads/main', 1), { base, head: 'HEAD' });
  const { status, outputs: out } = step(withEvent(runner, 'pull_request_target', {}));
  assert.equal(status, 1);
  assert.equal(out.base, base);
});
