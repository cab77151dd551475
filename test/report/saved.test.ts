import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { UserError } from '../../src/errors.js';
import { json } from '../../src/report/json.js';
import { readReport } from '../../src/report/saved.js';
import type { Report } from '../../src/types.js';
import { finding, OPTIONS, report, sample } from './sample.js';

const write = (r: Report) => [...json.render(r, { ...OPTIONS, includeSuppressed: true })].join('');

test('a saved report reads back as what it was, and writes the same bytes', () => {
  const whole = {
    ...sample(),
    repository: { url: 'https://example.com/r.git', revision: '3'.repeat(40), branch: 'main' },
  };
  assert.deepEqual(readReport(write(whole), 'r.json'), whole);
  assert.equal(write(readReport(write(whole), 'r.json')), write(whole));
});

test('JSON reports satisfy the published schema', () => {
  const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
  const validate = new Ajv2020({ strict: true, allErrors: true, strictRequired: false }).compile(schema);
  for (const r of [report(), report({ findings: [finding()] }), sample()]) {
    for (const includeSuppressed of [false, true]) {
      const valid = validate(JSON.parse([...json.render(r, { ...OPTIONS, includeSuppressed })].join('')));
      assert.ok(valid, JSON.stringify(validate.errors));
    }
  }
  assert.equal(validate({ schema: 'keyhound/1' }), false);
});

test('a report that is wrong is refused with the name of the field and nothing of its contents', () => {
  const broken = (change: (r: Record<string, unknown>) => void): string => {
    const value = JSON.parse(write(sample()));
    change(value);
    return JSON.stringify(value);
  };
  const cases: readonly (readonly [string, RegExp])[] = [
    ['{', /r\.json: not JSON/],
    ['[]', /the report must be an object/],
    ['{"schema":"keyhound/2"}', /"schema" must be "keyhound\/1"/],
    [broken((r) => Object.assign(r, { outcome: 'hunter2' })), /outcome must be one of clean, findings/],
    [
      broken((r) => Object.assign((r.findings as object[])[1]!, { path: 7 })),
      /findings\[1\]\.path must be a text/,
    ],
    [
      broken((r) => Object.assign((r.findings as object[])[0]!, { startLine: 0 })),
      /findings\[0\]\.startLine/,
    ],
    [broken((r) => Object.assign(r, { skipped: {} })), /skipped must be a list/],
  ];
  for (const [text, message] of cases) {
    assert.throws(
      () => readReport(text, 'r.json'),
      (error) =>
        error instanceof UserError && message.test(error.message) && !error.message.includes('hunter2'),
    );
  }
});
