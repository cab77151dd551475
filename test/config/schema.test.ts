import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parseConfig } from '../../src/config/config.js';
import { configSchema } from '../../src/config/schema.js';
import { validate } from '../../src/config/validate.js';
import { rules } from '../../src/index.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const isValid = ajv.compile(JSON.parse(readFileSync('schema/config.schema.json', 'utf8')));

test('the published schema is the one the reader checks by', () => {
  assert.equal(
    readFileSync('schema/config.schema.json', 'utf8'),
    `${JSON.stringify(configSchema, null, 2)}\n`,
    "'npm run generate' renews it",
  );
});

const GOOD = {
  $schema: './schema.json',
  extends: ['./a.json'],
  paths: { include: ['src'], exclude: ['*.snap'] },
  allow: [
    { rules: ['a'], paths: ['x'], values: ['y'], condition: 'any', expires: '2027-01-31' },
    { commits: ['a'.repeat(40)], reason: 'old' },
  ],
  rules: [
    { id: 'a-b', pattern: 'aaa', minEntropy: 3.5, companions: [{ name: 'id', pattern: 'x', within: 9 }] },
  ],
  disabledRules: ['a'],
  severities: { a: 'low' },
  confidence: [{ paths: ['docs'], min: 'certain' }],
  limits: { maxFileSize: '10M', archiveDepth: 0, decodeDepth: 5 },
  honour: ['gitleaks'],
  stores: [
    { type: 'vault', paths: ['x'], auth: { method: 'approle', roleId: 'x' } },
    { type: 'vault', paths: ['x'], auth: 'token' },
    { type: 'aws', tags: { a: 'b' } },
    { type: 'sops', files: ['x'] },
  ],
  storeValues: { minLength: 3, ignoreKeys: ['x'] },
};

/** Every place of a value, with what stands there replaced, taken away, or given a neighbour. */
function* broken(value: unknown, replace: (by: unknown) => unknown = (by) => by): Generator<unknown> {
  for (const other of [null, 7, -1, 1.5, 'x', '', [], {}, true, [null]]) yield replace(other);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* broken(item, (by) => replace(value.with(at, by)));
    return;
  }
  yield replace({ ...value, unheardOf: 1 });
  for (const [key, item] of Object.entries(value)) {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    yield replace(rest);
    yield* broken(item, (by) => replace({ ...value, [key]: by }));
  }
}

test('reader and schema agree on whatever one change makes of a full configuration', () => {
  assert.ok(isValid(GOOD), JSON.stringify(isValid.errors));
  assert.equal(validate(GOOD, configSchema), undefined);
  let [good, bad] = [0, 0];
  for (const value of broken(GOOD)) {
    const isGood = validate(value, configSchema) === undefined;
    assert.equal(isGood, isValid(value), JSON.stringify(value));
    if (isGood) good++;
    else bad++;
  }
  assert.ok(good > 50 && bad > 500, `${good} good, ${bad} bad`);
});

test('reader and schema agree on anything', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      assert.equal(validate(value, configSchema) === undefined, isValid(value));
    }),
  );
});

test('the examples of docs/configuration.md are configurations', async () => {
  const known = { rules: rules.map(({ id }) => id), checks: [] };
  const text = readFileSync('docs/configuration.md', 'utf8');
  const blocks = [...text.matchAll(/```(jsonc|yaml)\n([\s\S]*?)```/g)];
  assert.ok(blocks.length >= 2);
  for (const [, kind, content] of blocks) await parseConfig(content!, `doc.${kind}`, known);
  const lines = [...text.matchAll(/`(\{ "[^`]*\})` in `(allow|confidence)`|`("[\w]+": [^`]*)` *[|,]/g)];
  assert.ok(lines.length >= 8, `${lines.length}`);
  for (const [, entry, key, pair] of lines)
    await parseConfig(
      entry ? `{"${key}": [${entry.replace('<full id>', 'a'.repeat(40))}]}` : `{${pair}}`,
      'doc.json',
      known,
    );
});
