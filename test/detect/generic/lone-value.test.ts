import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findLoneValue } from '../../../src/detect/generic/lone-value.js';
import { contextRules } from '../../../src/detect/generic/rules.js';
import { fill } from '../../fill.js';

const found = (text: string, path = 'config/token') => {
  const match = findLoneValue(text, path);
  return match && text.slice(match.from, match.to);
};

describe('findLoneValue', () => {
  const value = fill('{alnum:40}');

  it('finds the one value of a file, bare or in quotes, and where it stands', () => {
    for (const text of [value, `${value}\n`, `"${value}"\n`, `\n  '${value}',\n`])
      assert.equal(found(text), value, text);
  });

  it('finds the examples of its rule, and no counter-example', () => {
    const { examples } = contextRules.find(({ id }) => id === 'key-file')!;
    for (const example of examples.match) assert.ok(found(fill(example)), example);
    for (const example of examples.noMatch ?? []) assert.equal(found(fill(example)), undefined, example);
  });

  it('leaves alone what has company, is a digest by its file, or stands in a test', () => {
    assert.equal(found(`${value} ${value}`), undefined);
    assert.equal(found(value, 'dist/app.tar.gz.sha256'), undefined);
    assert.equal(found(value, 'test/fixtures/token'), undefined);
  });

  it('leaves words, versions, paths and host names alone', () => {
    for (const text of [
      'posix/group2/integration',
      'version-2024.10.31-rc2',
      'services.example-hosts.internal',
    ])
      assert.equal(found(text), undefined, text);
  });
});
