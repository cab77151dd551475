import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../../src/report/text.js';
import type { Report, ReportOptions } from '../../src/types.js';
import { finding, OPTIONS, RULES, report, sample } from './sample.js';

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

test('on a terminal lines end between words, and a source line is cut around its secret', () => {
  const snippet = `${'before '.repeat(20)}const key = 'exk_live_…'; ${'after '.repeat(20)}`;
  const shown = render(report({ findings: [finding({ snippet, commit: { id: 'c'.repeat(40) } })] }), {
    width: 64,
  });
  for (const line of shown.split('\n')) assert.ok(line.length <= 64, line);
  assert.match(shown, /│ {2}…[^…]*'exk_live_…'[^…]*…\n/);
  assert.match(shown, /· commit c{12}\n|certain ·\n {9}commit c{12}\n/);
  assert.match(shown, /\n {12}keyhound:ignore example-live-key -- reason\n/);
  const narrow = render(report({ findings: [finding()] }), { width: 60 });
  assert.match(narrow, /✖ 1 secret in 1 file: 1 critical\. Scanned 120 files, 4\.8 MB\.\n$/);
  const more = render(report({ findings: [finding(), finding({ path: 'b.ts' })] }), { width: 60 });
  assert.match(more, /✖ 1 secret in 2 places of 2 files: 1 critical\.\n {2}Scanned 120 files, 4\.8 MB\.\n$/);
});

test('what several rules ask for is said once, and of many rules the ten worst are explained', () => {
  const rules = Array.from({ length: 14 }, (_, n) => ({
    ...RULES[0]!,
    id: `rule-${n}`,
    title: `Rule ${n}`,
    remediation: n < 2 ? 'Roll it.' : `Roll it ${n} times.`,
  }));
  const findings = rules.map(({ id, title }, n) => finding({ ruleId: id, title, startLine: n + 1 }));
  const shown = render(report({ rules, findings }));
  assert.match(shown, /Rule 1\n {4}why {5}Moves .*\n {4}fix {5}as for Rule 0\n {4}ignore/);
  assert.equal(shown.match(/ {4}fix /g)?.length, 10);
  assert.match(shown, /4 more rules: keyhound rules show ID\n {4}rule-10 rule-11 rule-12 rule-13\n/);
});
