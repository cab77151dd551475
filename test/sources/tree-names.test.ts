import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { createSandbox } from '../git-sandbox.js';
import { secretKey } from './scanned.js';

const isLinux = process.platform === 'linux';

test('files and folders whose names are no UTF-8 are scanned, tracked, untracked and outside of git', {
  skip: isLinux ? false : 'this file system has no such names',
}, () => {
  const sandbox = createSandbox();
  const bytes = (name: string) =>
    Buffer.concat([Buffer.from(`${sandbox.path}/`), Buffer.from(name, 'latin1')]);
  mkdirSync(bytes('d\xff'));
  writeFileSync(bytes('d\xff/a.txt'), `${secretKey(1)}\n`);
  writeFileSync(bytes('f\xfe.txt'), `${secretKey(2)}\n`);
  const found = (...args: string[]) => {
    const { status, stdout, stderr } = sandbox.keyhound('scan', '--format', 'json', ...args);
    assert.equal(status, 1, stderr);
    const report = JSON.parse(stdout) as { findings: { path: string }[]; skipped: unknown[] };
    assert.deepEqual(report.skipped, []);
    return report.findings.map(({ path }) => path);
  };
  const both = ['d\ufffd/a.txt', 'f\ufffd.txt'];
  assert.deepEqual(found(), both);
  assert.deepEqual(found('--no-gitignore'), both);
  sandbox.git('add', '-A');
  assert.deepEqual(found(), both);
});
