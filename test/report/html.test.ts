import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { html } from '../../src/report/html.js';
import { pageData } from '../../src/report/html-data.js';
import { finding, OPTIONS, report, sample } from './sample.js';

const write = () => [...html.render(sample(), { ...OPTIONS, includeSuppressed: true })].join('');

test('the page allows only its own script and style, by hash, and loads nothing', () => {
  const text = write();
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
  const hash = (part: string) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
  const [, script = ''] = /<script>(.*?)<\/script>\n<\/body>/s.exec(text) ?? [];
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
  assert.ok(script.length > 1000 && style.length > 1000);
  assert.equal(
    policy,
    `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`,
  );
  assert.doesNotMatch(text, / on[a-z]+="| src=|<link|@import|url\(/);
});

test('findings with one fingerprint are one secret, from the first commit that had it to the last that took it', () => {
  const commit = (n: number) => ({ id: String(n).repeat(40), date: `202${n}-01-01T00:00:00Z` });
  const { secrets, commits } = pageData(
    report({
      findings: [
        finding({ commit: commit(3), removed: commit(5), inHead: false }),
        finding({ commit: commit(1), removed: commit(4), inHead: false, path: 'b' }),
        finding({ fingerprint: 'v1:other', commit: commit(2), inHead: true }),
      ],
    }),
    OPTIONS,
  );
  const lives = secrets.map(({ entered, left, present, places }) => [
    entered === undefined ? '' : commits[entered]?.date?.slice(0, 4),
    left === undefined ? '' : commits[left]?.date?.slice(0, 4),
    present,
    places.length,
  ]);
  assert.deepEqual(lives, [
    ['2022', '', true, 1],
    ['2021', '2025', false, 2],
  ]);
});

test('what to rotate first is worst first, and what can be read now before what is only in the history', () => {
  const { secrets } = pageData(
    report({
      findings: [
        finding({ fingerprint: 'low', severity: 'low' }),
        finding({ fingerprint: 'old', inHead: false }),
        finding({ fingerprint: 'now' }),
        finding({ fingerprint: 'accepted', suppression: { by: 'baseline', reason: 'rotated' } }),
      ],
    }),
    { ...OPTIONS, includeSuppressed: true },
  );
  assert.deepEqual(
    secrets.map(({ fingerprint }) => fingerprint),
    ['now', 'old', 'low', 'accepted'],
  );
});

test('only http links lead out of the report', () => {
  const rules = [
    {
      ...sample().rules[0]!,
      reference: 'javascript:alert(1)',
      remediation: 'See javascript:x or https://ok.example/a.',
    },
  ];
  const [rule] = pageData(report({ rules, findings: [finding()] }), OPTIONS).rules;
  assert.equal(rule?.reference, undefined);
  assert.equal(rule?.rotate, 'https://ok.example/a');
});
