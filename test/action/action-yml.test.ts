import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.js';

const action = parse(readFileSync('action.yml', 'utf8'));

test('action.yml and the program know the same inputs with the same defaults', () => {
  const declared = Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
    name,
    input.default,
  ]);
  assert.deepEqual(Object.fromEntries(declared), readInputs({}));
});

test('the action runs the bundle on a Node that runners have', () => {
  assert.deepEqual(action.runs, { using: 'node24', main: 'dist/action.js' });
});

test('outputs are the ones that the program sets', () => {
  const source = readFileSync('src/action/main.ts', 'utf8');
  for (const name of Object.keys(action.outputs)) {
    assert.match(source, new RegExp(`['\\s]${name}'?:`), name);
  }
});
