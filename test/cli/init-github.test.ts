import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { githubWorkflow, installWorkflow, uninstallWorkflow } from '../../src/cli/init-github.js';

function folder(t: TestContext): string {
  const top = mkdtempSync(join(tmpdir(), 'keyhound-init-'));
  t.after(() => rmSync(top, { recursive: true, force: true }));
  return top;
}

test('the workflow asks for nothing by default, and its job for no more than to read and to upload', () => {
  const { permissions, jobs } = parse(githubWorkflow());
  assert.deepEqual(permissions, {});
  assert.deepEqual(jobs.secrets.permissions, { contents: 'read', 'security-events': 'write' });
});

test('actions of others are pinned to commits, and leave no credentials behind', () => {
  const { steps } = parse(githubWorkflow()).jobs.secrets;
  const [checkout, scan, upload] = steps;
  for (const { uses } of [checkout, upload]) assert.match(uses, /^[\w/-]+@[0-9a-f]{40}$/);
  assert.match(scan.uses, /^keyhound\/keyhound@/);
  assert.equal(checkout.with['persist-credentials'], false);
});

test('nothing that a stranger can write is put into a script', () => {
  for (const step of parse(githubWorkflow()).jobs.secrets.steps) assert.equal(step.run, undefined);
});

test('a refused upload does not change the gate, and a fork is not even tried (item 80)', () => {
  const upload = parse(githubWorkflow()).jobs.secrets.steps[2];
  assert.equal(upload['continue-on-error'], true);
  assert.match(upload.if, /!github\.event\.pull_request\.head\.repo\.fork/);
});

test('a push is not uploaded: the next would close its alerts, and their secrets are still there', () => {
  const upload = parse(githubWorkflow()).jobs.secrets.steps[2];
  assert.match(upload.if, /&& github\.event_name != 'push' &&/);
});

test('every input that the workflow gives is one of action.yml, every output it reads too', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [, scan, upload] = parse(githubWorkflow()).jobs.secrets.steps;
  for (const name of Object.keys(scan.with)) assert.ok(name in action.inputs, name);
  const [, output = ''] = /outputs\.([\w-]+)/.exec(upload.with.sarif_file) ?? [];
  assert.ok(output in action.outputs);
});

test('it is written once, kept as its owner changed it, and removed only if it is ours', (t) => {
  const top = folder(t);
  const path = installWorkflow(top);
  assert.ok(path && existsSync(path));
  writeFileSync(path, `${readFileSync(path, 'utf8')}# mine\n`);
  assert.equal(installWorkflow(top), undefined);
  assert.match(readFileSync(path, 'utf8'), /# mine/);
  assert.equal(uninstallWorkflow(top), path);
  assert.equal(uninstallWorkflow(top), undefined);
  writeFileSync(path, 'name: another\n');
  assert.equal(uninstallWorkflow(top), undefined);
});
