import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { usesColor } from '../../src/cli/uses-color.js';

const VARIABLES = ['NO_COLOR', 'FORCE_COLOR', 'TERM'] as const;
const onTerminal = () => true;
const inPipe = () => false;

describe('colours', () => {
  let before: readonly (string | undefined)[];
  beforeEach(() => {
    before = VARIABLES.map((name) => process.env[name]);
    for (const name of VARIABLES) delete process.env[name];
  });
  afterEach(() => {
    for (const [index, name] of VARIABLES.entries())
      if (before[index] === undefined) delete process.env[name];
      else process.env[name] = before[index];
  });

  test('a terminal has them, a pipe and a dumb terminal have not', () => {
    assert.equal(usesColor('auto', onTerminal), true);
    assert.equal(usesColor(undefined, inPipe), false);
    process.env.TERM = 'dumb';
    assert.equal(usesColor('auto', onTerminal), false);
  });

  test('FORCE_COLOR turns them on in a pipe, and 0 off on a terminal', () => {
    process.env.FORCE_COLOR = '1';
    assert.equal(usesColor('auto', inPipe), true);
    process.env.FORCE_COLOR = '0';
    assert.equal(usesColor('auto', onTerminal), false);
  });

  test('NO_COLOR goes before FORCE_COLOR, and the flag before both', () => {
    process.env.NO_COLOR = '1';
    process.env.FORCE_COLOR = '1';
    assert.equal(usesColor('auto', onTerminal), false);
    assert.equal(usesColor('always', inPipe), true);
    delete process.env.NO_COLOR;
    assert.equal(usesColor('never', onTerminal), false);
  });
});
