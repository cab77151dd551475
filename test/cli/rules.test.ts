import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, keyhound } from '../keyhound.js';

const RULE = { id: 'acme-api-key', pattern: 'acme_(?<secret>[a-f0-9]{32})\\b', title: 'Acme key' };
const config = (rule: object, more: object = {}) => ({
  '.keyhound.json': JSON.stringify({ rules: [{ ...RULE, ...rule }], ...more }),
});

test("lists all rules, the repository's own too, and marks those that are off", (t) => {
  const root = folder(
    t,
    config({}, { disabledRules: ['generic-token'], severities: { 'acme-api-key': 'low' } }),
  );
  const { code, stdout } = keyhound(root, ['rules']);
  assert.equal(code, 0);
  assert.match(stdout, /^acme-api-key +low +Acme key$/m);
  assert.match(stdout, /^generic-token .*\(disabled\)$/m);
  assert.match(stdout, /^stripe-live-secret-key +critical +Stripe live secret key$/m);
  const rules = JSON.parse(keyhound(root, ['rules', 'list', '--format', 'json']).stdout);
  assert.equal(rules.find(({ id }: { id: string }) => id === 'generic-token').enabled, false);
  assert.ok(rules.length > 500);
});

test('shows one rule with pattern and examples', (t) => {
  const { code, stdout } = keyhound(folder(t), ['rules', 'show', 'stripe-live-secret-key']);
  assert.equal(code, 0);
  for (const part of [/impact/, /remediation/, /sk_live_/, /3 bits per character/, /finds +STRIPE_KEY=\{?/])
    assert.match(stdout, part);
});

test('own rules are run on their examples, as a scan would', (t) => {
  const good = folder(t, config({ examples: { match: ['k = acme_{hex:32}'], noMatch: ['acme_{hex:33}'] } }));
  const passed = keyhound(good, ['rules', 'test']);
  assert.equal(passed.code, 0, passed.stderr);
  assert.match(passed.stdout, /✔ acme-api-key: finds k = acme_\{hex:32\}\n✔ acme-api-key: leaves/);
  assert.equal(keyhound(folder(t), ['rules', 'test', `${good}/.keyhound.json`]).code, 0);

  const cases: [object, RegExp][] = [
    [{}, /has none; add examples\.match/],
    [{ examples: { match: ['acme_{hex:31}'] } }, /nothing is found/],
    [{ examples: { match: ['sk_live_{alnum:24}'] } }, /found by stripe-live-secret-key instead/],
    [
      { examples: { match: ['acme_{hex:32}'], noMatch: ['acme_{hex:32}'] } },
      /✖ acme-api-key: leaves .*it is found/,
    ],
  ];
  for (const [rule, message] of cases) {
    const { code, stdout } = keyhound(folder(t, config(rule)), ['rules', 'test']);
    assert.equal(code, 1);
    assert.match(stdout, message);
  }
});

test('what is wrong is said in one line', (t) => {
  const root = folder(t);
  const cases: [string[], RegExp][] = [
    [['show', 'stripe-live-secret-kay'], /did you mean stripe-live-secret-key/],
    [['show'], /takes the id of one rule/],
    [['remove'], /must be list, show ID or test FILE/],
    [['test'], /there is no configuration here/],
    [['test', 'none.json'], /none\.json: no such configuration file/],
  ];
  for (const [args, message] of cases) {
    const { code, stderr } = keyhound(root, ['rules', ...args]);
    assert.equal(code, 2);
    assert.match(stderr, message);
  }
});
