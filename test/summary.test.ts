import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { summarize } from '../src/summary.js';
import type { Finding, Mode } from '../src/types.js';

const finding: Finding = {
  ruleId: 'a-rule',
  title: 'A key',
  provider: 'a',
  confidence: 'certain',
  severity: 'high',
  path: 'config.yml',
  kind: 'blob',
  redacted: '***',
  snippet: 'key: ***',
  encodings: [],
  fingerprint: 'one',
  occurrences: 1,
  related: [],
  startLine: 5,
  startColumn: 1,
  endLine: 5,
  endColumn: 9,
};

const versions: readonly Finding[] = [
  {
    ...finding,
    object: 'b1',
    startLine: 9,
    inHead: false,
    commit: { id: 'c2', date: '2021-05-01T00:00:00Z' },
  },
  {
    ...finding,
    object: 'b2',
    startLine: 7,
    inHead: false,
    label: 'introduced by a merge',
    commit: { id: 'c1', date: '2020-05-01T00:00:00Z' },
  },
  {
    ...finding,
    object: 'b3',
    inHead: true,
    startLine: 11,
    commit: { id: 'c3', date: '2022-05-01T00:00:00Z' },
  },
];

function summarized(mode: Mode, findings: readonly Finding[]): readonly Finding[] {
  const scanned = { units: 1, bytes: 1, commits: 1 };
  return summarize({ mode, scanned, skipped: [], findings, rules: [] }).findings;
}

describe('summarize', () => {
  it('tells a secret in many versions of a file once in a history: where HEAD has it, and who brought it', () => {
    const found = summarized('history', versions);
    assert.equal(found.length, 1);
    const { startLine, commit, occurrences, inHead, label } = found[0]!;
    assert.deepEqual(
      { startLine, commit: commit?.id, occurrences, inHead, label },
      { startLine: 11, commit: 'c1', occurrences: 3, inHead: true, label: 'introduced by a merge' },
    );
  });

  it('keeps secrets apart that differ in value, path or rule, or of which one is suppressed', () => {
    const others = [
      { ...finding, fingerprint: 'two' },
      { ...finding, path: 'other.yml' },
      { ...finding, ruleId: 'b-rule' },
      { ...finding, suppression: { by: 'inline', reason: 'sample' } as const },
    ];
    assert.equal(summarized('history', [finding, ...others]).length, 5);
  });

  it('keeps two places of one secret apart in a tree, and one place in two encodings together', () => {
    const again = { ...finding, encodings: ['base64'] };
    const found = summarized('tree', [finding, again, { ...finding, startLine: 6 }]);
    assert.deepEqual(
      found.map(({ startLine, occurrences }) => [startLine, occurrences]),
      [
        [5, 2],
        [6, 1],
      ],
    );
  });

  it('gives the same findings in whatever order they came', () => {
    const all = [...versions, { ...finding, path: 'z' }, { ...finding, ruleId: 'b-rule' }];
    assert.deepEqual(summarized('history', all), summarized('history', [...all].reverse()));
  });
});
