import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { candidatesIn } from '../../../src/detect/generic/candidates.js';
import { extract } from '../../../src/detect/generic/extract.js';
import { mayAnnounce } from '../../../src/detect/generic/gate.js';
import { contextKeywords } from '../../../src/detect/generic/keywords.js';
import { serviceNames } from '../../../src/detect/generic/services.js';
import { fill } from '../../fill.js';

/** What stands around names and values in code, settings, markup, commands and prose. */
const pieces = [
  ...contextKeywords.slice(0, 40),
  ...[
    '=',
    ':',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '"',
    "'",
    '`',
    '\\"',
    '\\',
    ',',
    ';',
    '(',
    ')',
    '[',
    ']',
    '[16]',
    '{',
    '}',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '->',
    '=>',
    ':=',
    '==',
    '===',
    '!=',
    '+=',
    '||=',
    '<-',
    '~=',
    '.=',
    '?:',
    '&',
    '&quot;',
  ],
  ...['&#34;', '@', '/', '//', '-', '--', '_', '.', '$', '%', '*', '!', '?', '|', '#', '\0', '\xe9'],
  ...[
    'a',
    'is ',
    'ed',
    'or',
    'ed_',
    'orization',
    'or ',
    '|| ',
    '?? ',
    '?: ',
    'the',
    'value',
    'value=',
    'variable "',
    '{ default =',
    'ParameterValue',
    ' (id, token) values (1, ',
    'Value',
    'String',
    'err',
    'b"',
    '@"',
    'hunter22',
    'aB3$xY9_zQ',
    '12345',
    'x'.repeat(90),
  ],
  ...[
    'curl',
    'mysql',
    'docker login',
    'NAME',
    'db_',
    'my-',
    '<key>',
    '</key>',
    '<string>',
    'host',
    'user:',
    'Bearer ',
    'basic ',
  ],
];
const random = fill('{alnum:40}');
const credentials = contextKeywords.filter((keyword) => !serviceNames.includes(keyword));
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constant(random)), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(''));

test('a place that the gate refuses announces nothing', () => {
  let announced = 0;
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...credentials), fc.constantFrom(...serviceNames)),
      text,
      text,
      fc.boolean(),
      (keyword, before, after, upper) => {
        const whole = before + (upper ? keyword.toUpperCase() : keyword) + after;
        const at = before.length;
        const isAnnounced = extract(whole, at) !== undefined || candidatesIn(whole, [at]).length > 0;
        if (isAnnounced) announced++;
        if (!mayAnnounce(Buffer.from(whole, 'latin1'), at)) assert.ok(!isAnnounced, JSON.stringify(whole));
      },
    ),
    { numRuns: 20_000 },
  );
  assert.ok(announced > 1000, `${announced} announced`);
});

test('words of prose and code are refused', () => {
  for (const [before, after] of [
    ['the ', ' is used to open it'],
    ['get', '(name)'],
    ['', ', then'],
    ['x = ', ') {'],
    ['', '->next'],
    ['my ', ';'],
  ])
    assert.ok(!mayAnnounce(Buffer.from(`${before}key${after}`), before!.length), `${before}key${after}`);
  assert.ok(!mayAnnounce(Buffer.from('https://host/a@b'), 5));
});
