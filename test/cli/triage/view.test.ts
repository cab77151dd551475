import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fit, fitEnd, width, wrap } from '../../../src/cli/triage/layout.js';
import { type Session, startSession, step } from '../../../src/cli/triage/session.js';
import { draw, type View } from '../../../src/cli/triage/view.js';
import { findingAt, rule } from './findings.js';

const view: View = { columns: 80, rows: 24, file: '.keyhound/baseline.json' };
const texts = (session: Session, more: Partial<View> = {}) =>
  draw(session, { ...view, ...more }).map(({ text }) => text.trimEnd());

test('a finding is shown with its place, its lines, the risk and what to do', () => {
  const commit = { id: 'c'.repeat(40), date: '2026-01-02T03:04:05Z' };
  const group = {
    findings: [findingAt('src/a.ts', { commit, inHead: false }), findingAt('src/b.ts')] as const,
    rule,
  };
  const surroundings = { firstLine: 2, lines: ['before', '\tkey = ***', 'after'] };
  const lines = texts(startSession([group]), { surroundings });
  assert.equal(lines.length, 24);
  assert.match(lines[0]!, /1 of 1, 0 decided +\.keyhound\/baseline\.json$/);
  assert.deepEqual(lines.slice(2, 13), [
    'Acme API key                                                      high, probable',
    'src/a.ts:3:5  and 1 more place in 2 files (w)',
    'commit cccccccccccc 2026-01-02',
    '',
    '      2 │ before',
    '>     3 │  key = ***',
    '      4 │ after',
    '',
    'risk  Reads and changes orders.',
    'fix   Delete the key in the settings.',
    '',
  ]);
  assert.match(lines.slice(-4).join('\n'), /f false positive.*\n.*q quit/);
});

test('in a narrow terminal every key is still named, in a tiny one a line says so', () => {
  const lines = texts(startSession([{ findings: [findingAt('a')] }]), { columns: 40, rows: 16 }).join('\n');
  for (const key of ['f false positive', 'r rotated', 'u undo', 'q quit'])
    assert.ok(lines.includes(key), key);
  assert.deepEqual(texts(startSession([]), { columns: 20, rows: 5 }), ['needs 40x12; q quits']);
});

test('the end says what is left and that a scan was incomplete', () => {
  const end = step(startSession([{ findings: [findingAt('a')] }]), {
    kind: 'key',
    key: { char: 'n' },
  }).session;
  assert.match(
    texts(end, { warning: 'The scan was incomplete' }).join('\n'),
    /1 of 1 not decided[\s\S]*incomplete/,
  );
  assert.match(texts(startSession([])).join('\n'), /Nothing to decide/);
});

test('nothing from outside moves the terminal or is wider than it, whatever its size', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '\u001b[2J',
          '\u009b1;1H',
          '\r\n',
          '\u202e',
          '漢字',
          '\u0301\u0301\u0301\u0301',
          '\ud800',
        ),
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      hostile,
      fc.integer({ min: 1, max: 130 }),
      fc.integer({ min: 1, max: 50 }),
      (text, columns, rows) => {
        const finding = findingAt(text, {
          title: text,
          snippet: text,
          label: text,
          commit: { id: text, author: text },
        });
        const group = { findings: [finding] as const, rule: { ...rule, impact: text, remediation: text } };
        const start = startSession([group]);
        const sessions = [
          start,
          step(start, { kind: 'said', message: text }).session,
          step(start, { kind: 'page', title: text, lines: [text, text] }).session,
          { ...start, screen: { kind: 'reason', state: 'accepted', text } } as const,
          { ...start, screen: { kind: 'end' } } as const,
        ];
        for (const session of sessions) {
          for (const surroundings of [undefined, { firstLine: 1, lines: [text, text, text, text] }]) {
            const size = { columns, rows, file: text, warning: text };
            const lines = draw(session, surroundings ? { ...size, surroundings } : size);
            assert.ok(lines.length <= rows);
            for (const line of lines) {
              assert.ok(!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(line.text));
              assert.ok(width(line.text) <= columns);
            }
          }
        }
      },
    ),
  );
});

test('texts are cut and wrapped by columns, not by characters', () => {
  assert.equal(fit('漢字漢字', 5), '漢字…');
  assert.equal(fitEnd('a/long/path.ts', 8), '…path.ts');
  assert.deepEqual(wrap('one two 漢字漢字漢 x', 7), ['one two', '漢字漢', '字漢 x']);
});
