import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findInlineIgnore, markedLines } from '../../src/suppress/inline.js';

const FINDING = { ruleId: 'acme-key', path: 'a.ts' };

function look(line: string, above = '', more: { honour?: string[]; before?: string } = {}) {
  const surroundings = { number: 7, line, above, before: () => more.before ?? `${above}\n` };
  return findInlineIgnore(FINDING, surroundings, { today: '2026-06-15', honour: more.honour ?? [] });
}

test('a mark counts in whatever opens a comment, on the line and on the one above', () => {
  const comments: [before: string, after: string][] = [
    ['// ', ''],
    ['# ', ''],
    ['-- ', ''],
    ['; ', ''],
    ['/* ', ' */'],
    [' * ', ''],
    ['<!-- ', ' -->'],
    ['{# ', ' #}'],
    ['{{/* ', ' */}}'],
    ['{{!-- ', ' --}}'],
    ['% ', ''],
    ["' ", ''],
    ['REM ', ''],
    ['dnl ', ''],
    [':: ', ''],
    ['(* ', ' *)'],
    ['""" ', ' """'],
    ['//', ''],
  ];
  for (const [before, after] of comments) {
    const mark = `${before}keyhound:ignore -- a sample${after}`;
    for (const verdict of [look(`key = value ${mark}`), look('key = value', `  ${mark}`)]) {
      assert.equal(verdict.suppression?.reason, 'a sample', mark);
    }
    assert.equal(look('key = value', `  ${mark}`).suppression?.source, 'a.ts:6');
    assert.equal(look(`${before}keyhound:ignore${after}`).suppression?.reason, 'keyhound:ignore', mark);
  }
});

test('a mark behind code on the line above is about that line only', () => {
  assert.deepEqual(look('key = value', 'other = 1 // keyhound:ignore'), {});
});

test('a mark may name rules; one that names others is said to do nothing', () => {
  assert.ok(look('x # keyhound:ignore acme-key').suppression);
  assert.ok(look('x # keyhound:ignore other, acme-key -- both').suppression);
  assert.equal(look('x # keyhound:ignore other').idle?.source, 'a.ts:7');
  assert.match(look('x # keyhound:ignore this is a sample').idle?.what ?? '', /names this.*behind --/);
  assert.ok(
    look('x # keyhound:ignore other # keyhound:ignore acme-key').suppression,
    'a second mark counts too',
  );
});

test('a mark ends on its day, and then says so', () => {
  assert.equal(
    look('x # keyhound:ignore until 2026-06-15 -- soon').suppression?.reason,
    'soon (until 2026-06-15)',
  );
  assert.ok(look('x # keyhound:ignore acme-key until 2026-06-15').suppression);
  assert.match(look('x # keyhound:ignore acme-key until 2026-06-14').idle?.what ?? '', /expired 2026-06-14/);
  assert.match(look('x # keyhound:ignore until tomorrow').idle?.what ?? '', /needs a day/);
  assert.match(look('x # keyhound:ignore until 2026-99-99').idle?.what ?? '', /needs a day/);
});

test('what only looks like a mark is none', () => {
  assert.deepEqual(look('x # keyhound:ignored'), {});
  assert.deepEqual(look('x # keyhound:ignore-file'), {});
  assert.deepEqual(look('x # gitleaks:allow'), {});
});

test("other tools' marks count when the configuration honours the tool", () => {
  const lines: [tool: string, line: string][] = [
    ['gitleaks', 'x # gitleaks:allow'],
    ['betterleaks', 'x # betterleaks:allow'],
    ['trufflehog', 'x # trufflehog:ignore'],
    ['kingfisher', 'x # kingfisher:ignore'],
    ['detect-secrets', 'x # pragma: allowlist secret'],
    ['detect-secrets', 'x # pragma: whitelist secret'],
    ['secretlint', 'x // secretlint-disable-line'],
    ['secretlint', 'x // secretlint-disable-line @secretlint/secretlint-rule-acme -- why'],
  ];
  for (const [tool, line] of lines) {
    assert.ok(look(line, '', { honour: [tool] }).suppression, line);
    assert.deepEqual(look(line, '', { honour: ['none'] }), {}, line);
  }
  assert.ok(look('x', '# pragma: allowlist nextline secret', { honour: ['detect-secrets'] }).suppression);
  assert.ok(look('x', '// secretlint-disable-next-line', { honour: ['secretlint'] }).suppression);
  assert.deepEqual(
    look('x // secretlint-disable-line @secretlint/secretlint-rule-npm', '', { honour: ['secretlint'] }),
    {},
  );
});

test("secretlint's ranges hold until they are closed", () => {
  const honour = ['secretlint'];
  const within = (before: string) => look('x', '', { honour, before }).suppression?.source;
  assert.equal(within('a\nb\n/* secretlint-disable */\nc\nd\ne\n'), 'a.ts:3');
  assert.equal(within('/* secretlint-disable */\n/* secretlint-enable */\n\n\n\n\n'), undefined);
  assert.equal(within('/* secretlint-disable @secretlint/secretlint-rule-npm */\n\n\n\n\n\n'), undefined);
  assert.equal(
    within('/* secretlint-disable @secretlint/secretlint-rule-acme -- x */\n\n\n\n\n\n'),
    'a.ts:1',
  );
  assert.equal(within('// secretlint-disable-line\n\n\n\n\n\n'), undefined);
});

test('all marks of a text are found, but not those that are only quoted', () => {
  const text = 'a\n// keyhound:ignore\nb\n`keyhound:ignore`\nc # keyhound:ignore x\r\nd';
  assert.deepEqual(markedLines(text, 10), [11, 14]);
});
