import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBudget } from '../src/budget.js';

test('work that ends gives its result', () => {
  const budget = createBudget();
  assert.equal(
    budget.run(() => /b/.test('abc'), 3),
    true,
  );
  assert.equal(budget.isSpent, false);
});

test('work that does not end is stopped, and none is done after it', () => {
  const budget = createBudget(50);
  assert.equal(
    budget.run(() => /^(a+)+$/.test(`${'a'.repeat(60)}!`), 60),
    undefined,
  );
  assert.equal(budget.isSpent, true);
  assert.equal(
    budget.run(() => 1, 1),
    undefined,
  );
});

test('an expression that needs too much stack spends the budget', () => {
  const budget = createBudget(60_000);
  assert.equal(
    budget.run(() => /(?:a|b)*c/.test('ab'.repeat(2.5e7)), 5e7),
    undefined,
  );
  assert.equal(budget.isSpent, true);
});

test('an error of the work is an error', () => {
  assert.throws(
    () =>
      createBudget().run(() => {
        throw new TypeError('ours');
      }, 1),
    TypeError,
  );
});
