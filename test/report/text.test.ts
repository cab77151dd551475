import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../src/report/text.js';
import type { Report, ReportOptions } from '../../src/types.js';
import { finding, OPTIONS, report, sample } from './sample.js';

const render = (r: Report, options: Partial<ReportOptions> = {}) =>
  [...text.render(r, { ...OPTIONS, ...options })].join('');

test('a report for people says what, where, why, what to do and how to silence it', () => {
  const shown = render(report({ findings: [finding()] }));
  for (const part of [
    'src/pay.ts',
    '3:14  Example live key  critical · certain',
    "const key = 'exk_live_…';",
    'Moves money on the live account.',
    'Roll the key at https://example.com/apikeys.',
    'keyhound:ignore example-live-key -- reason',
    '✖ 1 secret in 1 file: 1 critical. Scanned 120 files, 4.8 MB.',
  ]) {
    assert.ok(shown.includes(part), `${part} is missing in\n${shown}`);
  }
});

test('colours are there exactly when they are asked for', () => {
  assert.doesNotMatch(render(sample()), /\x1b/);
  assert.match(render(sample(), { color: true }), /\x1b\[31m/);
});

test('what was not scanned is listed, and a scan with gaps is not called clean', () => {
  const skipped = Array.from({ length: 12 }, (_, n) => ({
    path: `big${n}.bin`,
    reason: 'too large',
    incomplete: true,
  }));
  const shown = render(report({ skipped, outcome: 'incomplete' }));
  assert.match(shown, /Not scanned: 12 items/);
  assert.match(shown, /and 2 more/);
  assert.match(shown, /incomplete/);
  assert.doesNotMatch(shown, /✔/);
});

test('quiet leaves out everything but findings and gaps', () => {
  assert.equal(render(report(), { quiet: true }), '');
  assert.doesNotMatch(render(sample(), { quiet: true }), /What to do/);
});

test('suppressed findings are counted, and listed with their reason only on request', () => {
  assert.match(render(sample()), /1 suppressed/);
  assert.doesNotMatch(render(sample()), /pay\.test\.ts/);
  assert.match(
    render(sample(), { includeSuppressed: true }),
    /suppressed by baseline: test-fixture: made up/,
  );
});
