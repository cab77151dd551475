import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
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
