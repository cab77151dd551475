import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readsAsPhrase } from '../../src/detect/phrase.js';
import { fill } from '../fill.js';

test('words with digits for letters are a phrase, wherever they stand in a token', () => {
  const phrase = '7hi5is7hewrongp1ace7o1ook4oryour7okens7oday';
  for (const value of [phrase, `SWMTKN-1-${phrase}-${fill('{loweralnum:25}')}`])
    assert.ok(readsAsPhrase(value), value);
});

test('random letters and digits are none, nor is what is short', () => {
  for (const template of [
    '{alnum:40}',
    '{loweralnum:50}',
    '{upperalnum:64}',
    '{hex:64}',
    '{base64url:86}',
    'correct-horse',
  ])
    assert.ok(!readsAsPhrase(fill(template)), template);
});
