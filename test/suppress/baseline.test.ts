import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BASELINE_STATES,
  type Baseline,
  type BaselineEntry,
  createBaselineLookup,
  formatBaseline,
  parseBaseline,
} from '../../src/suppress/baseline.js';
import type { Finding, Match } from '../../src/types.js';

const SALT = '00112233445566778899aabbccddeeff';
const entries = fc.uniqueArray(
  fc.record(
    {
      fingerprint: fc.stringMatching(/^[0-9a-f]{32}$/),
      ruleId: fc.constantFrom('a-rule', 'b-rule'),
      path: fc.string(),
      state: fc.constantFrom(...BASELINE_STATES),
      reason: fc.string(),
      owner: fc.string(),
      expires: fc.constantFrom('2020-01-01', '2999-12-31'),
    },
    { requiredKeys: ['fingerprint', 'ruleId', 'path', 'state', 'reason'], noNullPrototype: true },
  ),
  { selector: ({ fingerprint }) => fingerprint, maxLength: 12 },
) as fc.Arbitrary<BaselineEntry[]>;

function baseline(findings: readonly BaselineEntry[]): Baseline {
  return { schema: 'keyhound-baseline/1', salt: SALT, findings };
}

function byFingerprint(findings: readonly BaselineEntry[]): BaselineEntry[] {
  return [...findings].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}

test('a baseline reads back as it was written, and its text depends on nothing but its entries', () => {
  fc.assert(
    fc.property(entries, (findings) => {
      const text = formatBaseline(baseline(findings));
      assert.deepEqual(byFingerprint(parseBaseline(text, 'b').findings), byFingerprint(findings));
      assert.equal(formatBaseline(baseline([...findings].reverse())), text);
    }),
  );
});

test('the union of two sides of a merge, line by line, is a baseline that holds both', () => {
  fc.assert(
    fc.property(entries, entries, (ours, theirs) => {
      const [a, b] = [formatBaseline(baseline(ours)), formatBaseline(baseline(theirs))].map((text) =>
        text.split('\n'),
      );
      const head = a!.slice(0, 4);
      const union = [...head, ...a!.slice(4, -4), ...b!.slice(4, -4), ...a!.slice(-4)].join('\n');
      const merged = parseBaseline(union, 'b').findings;
      const wanted = new Set([...ours, ...theirs].map(({ fingerprint }) => fingerprint));
      assert.deepEqual(new Set(merged.map(({ fingerprint }) => fingerprint)), wanted);
      assert.equal(parseBaseline(formatBaseline(baseline(merged)), 'b').findings.length, wanted.size);
    }),
  );
});

test('adding an entry adds one line, and changes no other', () => {
  fc.assert(
    fc.property(entries, (findings) => {
      if (findings.length === 0) return;
      const [added, ...rest] = findings as [BaselineEntry, ...BaselineEntry[]];
      const before = new Set(formatBaseline(baseline(rest)).split('\n'));
      const after = formatBaseline(baseline([added, ...rest])).split('\n');
      assert.equal(after.filter((line) => !before.has(line)).length, 1);
    }),
  );
});

test('an entry counts up to and including its last day', () => {
  const entry: BaselineEntry = {
    fingerprint: 'f',
    ruleId: 'r',
    path: 'p',
    state: 'rotated',
    reason: 'done',
    expires: '2026-06-30',
  };
  const context = { line: () => '', skip: () => {} };
  const on = (day: string) =>
    createBaselineLookup(baseline([entry]), day, 'b')({} as Match, { fingerprint: 'f' } as Finding, context);
  assert.deepEqual(on('2026-06-30'), { by: 'baseline', reason: 'rotated: done', source: 'b' });
  assert.equal(on('2026-07-01'), undefined);
});

test('what is wrong with a baseline is said with file and entry', () => {
  const cases: [string, RegExp][] = [
    ['{', /^b: not valid JSON/],
    ['<<<<<<< ours\n{}', /^b: holds a merge conflict/],
    ['{}', /^b: schema/],
    ['{"schema":"keyhound-baseline/2"}', /newer keyhound/],
    ['{"schema":"keyhound-baseline/1","salt":"short","findings":[]}', /salt or findings/],
    [`{"schema":"keyhound-baseline/1","salt":"${SALT}","findings":[{}]}`, /findings\[0\] has no fingerprint/],
    [
      `{"schema":"keyhound-baseline/1","salt":"${SALT}","findings":[{"fingerprint":"f","state":"ok"}]}`,
      /findings\[0\]\.state/,
    ],
    [
      `{"schema":"keyhound-baseline/1","salt":"${SALT}","findings":[{"fingerprint":"f","state":"rotated","expires":"soon"}]}`,
      /findings\[0\]\.expires/,
    ],
  ];
  for (const [text, message] of cases)
    assert.throws(() => parseBaseline(text, 'b'), { name: 'UserError', message });
});
