import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const STRIPE = fill('sk_live_{alnum:24}');
const WEAK_STRIPE = `sk_live_${'ab'.repeat(12)}`;
const HELD = fill('{hex:32}');
const LINES = [
  `const a = "${STRIPE}";`,
  `const b = "${WEAK_STRIPE}";`,
  'const password = "changeme";',
  'const api_key = process.env.API_KEY;',
  `const token = "${HELD}";`,
  'nothing to see',
  `const c = "${STRIPE}"; // keyhound:ignore stripe-live-secret-key -- made up`,
  `const d = "${Buffer.from(`key=${STRIPE}`).toString('base64')}";`,
];

function repository(t: TestContext, more: Record<string, string> = {}): string {
  return folder(t, { 'src/a.ts': `${LINES.join('\n')}\n`, ...more });
}

function explain(root: string, target: string, ...flags: string[]): string {
  const { code, stdout, stderr } = keyhound(root, ['explain', target, ...flags]);
  assert.equal(code, 0, stderr);
  for (const secret of [STRIPE, WEAK_STRIPE, HELD, 'changeme'])
    assert.ok(!stdout.includes(secret), `${target} prints what stands there`);
  return stdout;
}

test('a finding is explained: keyword, rule, each check with its threshold, result', (t) => {
  const text = explain(repository(t), 'src/a.ts:1');
  assert.match(text, /column 12 +sk_live_ .*stripe-live-secret-key/);
  assert.match(
    text,
    /✔ stripe-live-secret-key: finds a secret, columns 12 to 44\n +✔ entropy: \d\.\d\d, needs 3\n/,
  );
  assert.match(text, /Result\n {2}stripe-live-secret-key, critical, probable, columns 12 to 44\n/);
  assert.match(text, /counts; to silence it, comment on the line: keyhound:ignore stripe-live-secret-key/);
});

test('what is no finding is explained too', (t) => {
  const root = repository(t);
  const of = (line: number) => explain(root, `src/a.ts:${line}`);
  assert.match(of(2), /✖ stripe-live-secret-key: refuses it[^\n]*\n +✖ entropy: 2\.\d\d, needs 3/);
  assert.match(of(3), /✖ a literal value: a placeholder/);
  assert.match(of(4), /✖ a literal value: a reference/);
  assert.match(of(6), /none: no rule looks at it[\s\S]*no finding/);
  for (const line of [2, 3, 4, 6]) assert.match(of(line), /Result\n {2}no finding/);
});

test('a value that the model doubts is shown with its score and threshold', (t) => {
  const root = folder(t, { 'test/a.ts': 'const password = "summerholiday";\n' });
  assert.match(
    explain(root, 'test/a.ts:1'),
    /✔ kind of file: test\n +✖ probability: 0\.\d{3}, needs 0\.\d{3}/,
  );
});

test('encodings are looked through', (t) => {
  assert.match(explain(repository(t), 'src/a.ts:8'), /stripe-live-secret-key: finds a secret.*in base64/);
});

test('what suppresses a finding is named with its file and line', (t) => {
  const config = '{\n  "allow": [\n    {"rules": ["generic-token"], "reason": "an id"}\n  ]\n}';
  const root = repository(t, { '.keyhound.json': config });
  assert.match(explain(root, 'src/a.ts:7'), /does not count: inline, src\/a\.ts:7: made up/);
  assert.match(
    explain(root, 'src/a.ts:5'),
    /does not count: allowlist, \.keyhound\.json:3: allow\[0\]: an id/,
  );
  keyhound(root, ['baseline', 'create', '--reason', 'old']);
  assert.match(
    explain(root, 'src/a.ts:1'),
    /does not count: baseline, \.keyhound\/baseline\.json: accepted: old/,
  );
});

test('a rule that gives way says to which', (t) => {
  const root = folder(t, { 'a.ts': `const token = "${STRIPE}";\n` });
  assert.match(explain(root, 'a.ts:1'), /generic-\w+: gives way to stripe-live-secret-key/);
});

test('settings that leave the file or the rule out are named', (t) => {
  const root = repository(t, {
    '.keyhound.json': '{"paths":{"exclude":["src"]},"disabledRules":["generic-token"]}',
  });
  const text = explain(root, 'src/a.ts:1');
  assert.match(text, /! the settings leave this file out/);
  assert.match(text, /not run, by \.keyhound\.json: generic-token/);
});

test('a fingerprint is explained where it is, or told where it was', (t) => {
  const root = repository(t);
  keyhound(root, ['baseline', 'create']);
  const { fingerprint } = JSON.parse(explain(root, 'src/a.ts:5', '--format', 'json')).findings[0];
  assert.match(explain(root, fingerprint), /^src\/a\.ts:5\n/);
  writeFileSync(join(root, 'src/a.ts'), '');
  const { code, stderr } = keyhound(root, ['explain', fingerprint]);
  assert.equal(code, 2);
  assert.match(stderr, /nothing in the work tree.*baseline\.json has it as accepted, from src\/a\.ts/);
});

test('JSON has everything and no secret', (t) => {
  const explanation = JSON.parse(explain(repository(t), 'src/a.ts:1', '--format', 'json'));
  assert.equal(explanation.path, 'src/a.ts');
  assert.equal(
    explanation.trials.find((trial: { outcome: string }) => trial.outcome === 'finding').evidence[0]
      .threshold,
    '3',
  );
});

test('what cannot be explained is said in one line (item 70)', (t) => {
  const root = repository(t);
  const cases: [string[], RegExp][] = [
    [[], /PATH:LINE or the fingerprint/],
    [['src/a.ts'], /PATH:LINE/],
    [['src/a.ts:0'], /PATH:LINE/],
    [['src/a.ts:99'], /has no line 99/],
    [['none.ts:1'], /no such file/],
    [['src:1'], /is no file/],
    [['src/a.ts:1', 'x'], /PATH:LINE/],
  ];
  for (const [args, message] of cases) {
    const { code, stderr } = keyhound(root, ['explain', ...args]);
    assert.equal(code, 2, args.join());
    assert.match(stderr, message);
    assert.equal(stderr.trim().split('\n').length, 1);
  }
});
