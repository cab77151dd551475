import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const KEY = `stripe = "${fill('sk_live_{alnum:24}')}"\n`;
const CLOCK = { SOURCE_DATE_EPOCH: '1700000000' };

test('a saved report converts into what the scan itself would have written', (t) => {
  const root = folder(t, { 'a.ts': KEY, 'b.ts': `\n${KEY}` });
  const formats = ['text', 'sarif', 'gitlab', 'junit', 'csv', 'html', 'markdown', 'github'];
  const outputs = ['json', ...formats].flatMap((format) => [
    '--output',
    `${format}=${join(root, `out.${format}`)}`,
  ]);
  assert.equal(keyhound(root, ['scan', 'a.ts', 'b.ts', ...outputs], { env: CLOCK }).code, 1);
  for (const format of formats) {
    const { code, stdout } = keyhound(root, ['report', 'out.json', '--format', format], { env: CLOCK });
    assert.equal(code, 0);
    assert.equal(stdout, readFileSync(join(root, `out.${format}`), 'utf8'), format);
  }
});

test('report files are for their owner alone (item 59)', (t) => {
  const root = folder(t, { 'a.ts': KEY });
  keyhound(root, ['scan', '.', '--output', 'sarif=out.sarif']);
  assert.equal(statSync(join(root, 'out.sarif')).mode & 0o777, 0o600);
});

test('what is no report, or no format, is the user’s mistake in one line', (t) => {
  const root = folder(t, { 'no.json': '{"schema":"keyhound/1"}', 'a.ts': '' });
  for (const args of [
    ['report'],
    ['report', 'nosuch'],
    ['report', 'no.json'],
    ['scan', '.', '--format', 'xml'],
  ]) {
    const { code, stderr, stdout } = keyhound(root, args);
    assert.deepEqual([code, stdout, stderr.trimEnd().split('\n').length], [2, '', 1], args.join(' '));
  }
});
