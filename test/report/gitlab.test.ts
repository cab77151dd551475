import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { gitlab } from '../../src/report/gitlab.js';
import type { Report } from '../../src/types.js';
import { finding, OPTIONS, report, sample } from './sample.js';

const text = { type: 'string', minLength: 1 };
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' };
const link = { type: 'string', pattern: '^(https?|ftp)://.+' };
const tool = {
  type: 'object',
  required: ['id', 'name', 'version', 'vendor'],
  additionalProperties: false,
  properties: {
    id: text,
    name: text,
    version: text,
    url: { type: 'string', pattern: '^https?://.+' },
    vendor: { type: 'object', required: ['name'], properties: { name: text } },
  },
};

/** What GitLab's schema 15.2.1 demands of the fields that are written here, and that no other field is. */
const SCHEMA = {
  type: 'object',
  required: ['scan', 'version', 'vulnerabilities'],
  additionalProperties: false,
  properties: {
    version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
    scan: {
      type: 'object',
      required: ['analyzer', 'end_time', 'scanner', 'start_time', 'status', 'type'],
      additionalProperties: false,
      properties: {
        analyzer: tool,
        scanner: tool,
        start_time: time,
        end_time: time,
        status: { enum: ['success', 'failure'] },
        type: { const: 'secret_detection' },
        messages: {
          type: 'array',
          items: {
            type: 'object',
            required: ['level', 'value'],
            properties: { level: { enum: ['info', 'warn', 'fatal'] }, value: text },
          },
        },
      },
    },
    vulnerabilities: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'identifiers', 'location'],
        additionalProperties: false,
        properties: {
          id: text,
          name: { type: 'string', maxLength: 255 },
          description: { type: 'string', maxLength: 1_048_576 },
          severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
          solution: { type: 'string', maxLength: 7000 },
          identifiers: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['type', 'name', 'value'],
              properties: { type: text, name: text, value: text, url: link },
            },
          },
          links: { type: 'array', items: { type: 'object', required: ['url'], properties: { url: link } } },
          flags: {
            type: 'array',
            items: {
              type: 'object',
              required: ['type', 'origin', 'description'],
              properties: {
                type: { const: 'flagged-as-likely-false-positive' },
                origin: text,
                description: text,
              },
            },
          },
          location: {
            type: 'object',
            required: ['commit'],
            additionalProperties: false,
            properties: {
              file: { type: 'string' },
              start_line: { type: 'number' },
              end_line: { type: 'number' },
              commit: {
                type: 'object',
                required: ['sha'],
                properties: { sha: text, author: { type: 'string' }, date: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  },
};

const isValid = new Ajv({ allErrors: true }).compile(SCHEMA);

function write(given: Report) {
  return JSON.parse([...gitlab.render(given, { ...OPTIONS, includeSuppressed: true })].join(''));
}

test('GitLab takes the report: with findings of every kind, with none, after an error, of long texts', () => {
  const long = 'x'.repeat(10_000);
  const rule = { id: 'r', title: long, impact: long, reference: 'none', remediation: long };
  const reports = [
    sample(),
    report(),
    report({ outcome: 'error' }),
    report({
      rules: [{ ...rule, provider: 'p', severity: 'low' }],
      findings: [finding({ ruleId: 'r', title: long, path: '' }), finding({ ruleId: '' })],
    }),
  ];
  for (const given of reports) assert.ok(isValid(write(given)), JSON.stringify(isValid.errors));
});

test('GitLab renders Markdown: what was found stands in a code span, and texts of rules make none', () => {
  const text = '[x](http://a.example) **b** @all <img> `c`';
  const rule = { id: 'r', title: text, impact: text, reference: '', remediation: text };
  const [one] = write(
    report({
      rules: [{ ...rule, provider: 'p', severity: 'low' }],
      findings: [finding({ ruleId: 'r', redacted: '***' })],
    }),
  ).vulnerabilities;
  const harmless = '\\[x\\](http://a.example) \\*\\*b\\*\\* \uff20all \\<img\\> \\`c\\`';
  assert.equal(one.description, `${harmless} Found: \` *** \` (certain).`);
  assert.equal(one.solution, harmless);
});
