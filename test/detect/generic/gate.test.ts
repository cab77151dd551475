import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { candidatesIn } from '../../../src/detect/generic/candidates.js';
import { extract } from '../../../src/detect/generic/extract.js';
import { mayAnnounce } from '../../../src/detect/generic/gate.js';
import { contextKeywords } from '../../../src/detect/generic/keywords.js';
import { serviceNames } from '../../../src/detect/generic/services.js';
import { loadKernel } from '../../../src/kernel/kernel.js';
import { createPrefilter } from '../../../src/kernel/prefilter.js';
import { createSifter } from '../../../src/kernel/sifter.js';
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

/** A text with a keyword in it, and where that begins. */
const place = fc
  .tuple(
    fc.oneof(fc.constantFrom(...credentials), fc.constantFrom(...serviceNames)),
    text,
    text,
    fc.boolean(),
  )
  .map(([keyword, before, after, upper]) => ({
    whole: before + (upper ? keyword.toUpperCase() : keyword) + after,
    at: before.length,
  }));

test('a place that the gate refuses announces nothing', () => {
  let announced = 0;
  fc.assert(
    fc.property(place, ({ whole, at }) => {
      const isAnnounced = extract(whole, at) !== undefined || candidatesIn(whole, [at]).length > 0;
      if (isAnnounced) announced++;
      if (!mayAnnounce(Buffer.from(whole, 'latin1'), at)) assert.ok(!isAnnounced, JSON.stringify(whole));
    }),
    { numRuns: 20_000 },
  );
  assert.ok(announced > 1000, `${announced} announced`);
});

/** The places that the kernel's gate lets through. */
function createKernelGate(): (text: string) => readonly number[] {
  const kernel = loadKernel()!;
  const prefilter = createPrefilter(contextKeywords, { kernel });
  const reaches = contextKeywords.map(() => ({ before: 512, after: 2048, isOfContext: true, isFar: false }));
  const sifter = createSifter(kernel, reaches, { before: 2048, after: 512 })!;
  return (text) => {
    const bytes = prefilter.allocate(text.length).subarray(0, text.length);
    bytes.set(Buffer.from(text, 'latin1'));
    const { places } = sifter.sift(bytes, false, '')!;
    return Array.from(places).filter((_, index) => index % 2 === 0);
  };
}

test('at a place that the kernel refuses nothing is worth judging', () => {
  const placesIn = createKernelGate();
  let [judged, refused] = [0, 0];
  fc.assert(
    fc.property(place, ({ whole, at }) => {
      const isJudged = candidatesIn(whole, [at]).length > 0;
      const isLeft = placesIn(whole).includes(at);
      if (isJudged) assert.ok(isLeft, JSON.stringify(whole));
      if (isJudged) judged++;
      else if (!isLeft) refused++;
    }),
    { numRuns: 20_000 },
  );
  assert.ok(judged > 800 && refused > 5_000, `${judged} judged, ${refused} refused`);
});

test('calls, numbers and short values are refused by the kernel', () => {
  const placesIn = createKernelGate();
  for (const code of [
    'key = getKey(node)',
    'key: 12,',
    "key = ''",
    "key: 'ab'",
    'key = 1;',
    'https://a/b@c',
    'passed: true',
  ])
    assert.deepEqual(placesIn(code), [], code);
  for (const code of [
    "key = 'abcd'",
    'key = abcd',
    'key: fn("abcd")',
    'key: string = "abcd"',
    'https://a:b@c',
  ])
    assert.equal(placesIn(code).length, 1, code);
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
