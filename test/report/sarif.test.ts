import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sarif } from '../../src/report/sarif.js';
import type { Finding, Report } from '../../src/types.js';
import { finding, OPTIONS, report, sample } from './sample.js';

function write(r: Report, includeSuppressed = false): string {
  return [...sarif.render(r, { ...OPTIONS, includeSuppressed })].join('');
}

function run(r: Report, includeSuppressed = false) {
  const log = JSON.parse(write(r, includeSuppressed));
  assert.equal(log.runs.length, 1, 'GitHub refuses several runs of one tool and category');
  return log.runs[0];
}

function many(count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, n) =>
    finding({
      path: `src/file-${String(n).padStart(6, '0')}.ts`,
      fingerprint: `v1:${n}`,
      ...(n % 7 === 0 ? {} : { severity: 'medium', ruleId: 'generic-password' }),
    }),
  );
}

test('the file for GitHub holds the 5,000 worst findings at most, says how many there are, and stays below 10 MB', () => {
  const findings = many(30_001);
  const text = write(report({ findings }));
  const { results, invocations } = JSON.parse(text).runs[0];
  assert.equal(results.length, 5_000);
  assert.equal(results.filter((r: { level: string }) => r.level === 'error').length, 4_286);
  assert.match(invocations[0].toolExecutionNotifications[1].message.text, /30,001 findings.*5,000 worst/);
  assert.ok(gzipSync(text).length < 10 * 1024 * 1024);
});

test('4,999 findings are all there, in their order, and nothing is said of limits', () => {
  const { results, invocations } = run(report({ findings: many(4_999) }));
  assert.equal(results.length, 4_999);
  assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, 'src/file-000000.ts');
  assert.equal(invocations[0].toolExecutionNotifications.length, 1);
});

test('the full file holds all, and warns where GitHub would refuse it', () => {
  const { results, invocations } = run(report({ findings: many(25_001) }), true);
  assert.equal(results.length, 25_001);
  assert.match(invocations[0].toolExecutionNotifications[1].message.text, /refuses more than 25,000/);
});

test('suppressed findings are only in the full file, since GitHub shows them as open', () => {
  assert.equal(run(sample()).results.length, 3);
  const full = run(sample(), true).results;
  assert.equal(full.length, 4);
  assert.deepEqual(
    full.map((result: { suppressions: { kind: string }[] }) => result.suppressions.map(({ kind }) => kind)),
    [[], [], [], ['external']],
  );
});

test('a scan with gaps was not successful and lists each of them', () => {
  const { invocations } = run(sample());
  assert.equal(invocations[0].executionSuccessful, false);
  const ids = invocations[0].toolExecutionNotifications.map(
    (n: { descriptor: { id: string } }) => n.descriptor.id,
  );
  assert.deepEqual(ids, ['scanned', 'not-scanned', 'left-out']);
  assert.equal(run(report()).invocations[0].executionSuccessful, true);
});

test('what the baseline holds is unchanged, the rest new, and what it holds in vain is a notification', () => {
  const idleIgnores = [{ source: '.keyhound/baseline.json: a.ts: example-live-key', what: 'hides nothing' }];
  const { results, invocations } = run({ ...sample(), idleIgnores }, true);
  const states = results.map((result: { baselineState: string }) => result.baselineState);
  assert.deepEqual(states, ['new', 'new', 'new', 'unchanged']);
  const last = invocations[0].toolExecutionNotifications.at(-1);
  assert.deepEqual(last.descriptor, { id: 'idle-ignore' });
  assert.match(last.message.text, /^An ignore hides nothing \(\.keyhound\/baseline\.json/);
  assert.equal(run(sample()).results[0].baselineState, undefined, 'GitHub shows every state as open');
});

test('fingerprints are the same wherever the line stands', () => {
  const moved = (startLine: number) =>
    run(report({ findings: [finding({ startLine, endLine: startLine })] })).results[0].partialFingerprints;
  assert.deepEqual(moved(3), moved(300));
  assert.deepEqual(Object.keys(moved(3)), ['keyhound/v1']);
});

test('only findings whose line is not in the checkout bring a line hash, and two at one path differ in it', () => {
  const gone = { inHead: false, commit: { id: 'c'.repeat(40) } };
  const { results } = run(
    report({ findings: [finding(gone), finding({ ...gone, startLine: 7 }), finding()] }),
  );
  const hashes = results.map(
    (r: { partialFingerprints: Record<string, string> }) => r.partialFingerprints.primaryLocationLineHash,
  );
  assert.match(hashes[0], /^[0-9a-f]{16}:1$/);
  assert.equal(hashes[1], hashes[0].replace(/:1$/, ':2'));
  assert.equal(hashes[2], undefined);
});

test('each mode is a category of its own, so that an upload of one does not close the alerts of another', () => {
  const ids = (['tree', 'range', 'history', 'log', 'staged'] as const).map(
    (mode) => run(report({ mode })).automationDetails.id,
  );
  assert.equal(new Set(ids).size, 5);
  for (const id of ids) assert.match(id, /^keyhound\/[a-z]+\/$/);
});

test('severity is there in the three ways that readers ask for it', () => {
  const { tool, results } = run(sample());
  const [rule] = tool.driver.rules;
  assert.equal(rule.properties['security-severity'], '9.5');
  assert.equal(rule.defaultConfiguration.level, 'error');
  assert.equal(rule.properties.precision, 'very-high');
  assert.ok(rule.properties.tags.includes('external/cwe/cwe-798'));
  assert.equal(results[0].level, 'warning');
});

test('an author is there only when the finding has one, an e-mail address never', () => {
  assert.doesNotMatch(write(sample(), true), /author|@/);
  const named = finding({ commit: { id: 'c'.repeat(40), author: 'Kim Doe' } });
  assert.equal(run(report({ findings: [named] })).results[0].properties.commit.author, 'Kim Doe');
});
