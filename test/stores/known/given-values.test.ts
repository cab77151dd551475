import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createMasker } from '../../../src/mask/masker.js';
import { givenValues, isMaskable } from '../../../src/stores/known/given-values.js';

/** Two values that are written alike in every encoding: what is left of a log must not tell which one it was. */
const ONE = `Tr0ub4/dor+3=x&y <"it's">$(z) \\k%`;
const OTHER = `Wq8ne7/mcl+5=p&j <"oh'b">$(v) \\r%`;

function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n');
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const around = (text: string) =>
  `apiVersion: v1\nname: something long before it\nvalue: ${text}\nand something long after it, to fill lines\n`;

const FORMS: Readonly<Record<string, (value: string) => string>> = {
  raw: (value) => value,
  'within a word': (value) => `-p${value}tail`,
  'base64, padded': base64,
  'base64 without padding': (value) => base64(`${value}1`).replace(/=+$/, ''),
  'base64, second alignment': (value) => base64(`u${value}:`),
  'base64, third alignment': (value) => base64(`u:${value}.`),
  'base64 with a line end in it': (value) => base64(`${value}\n`),
  'base64url, first alignment': (value) => Buffer.from(`${value}?`).toString('base64url'),
  'base64url, second alignment': (value) => Buffer.from(`\u00ff${value}?`, 'latin1').toString('base64url'),
  'base64url, third alignment': (value) => Buffer.from(`>?${value}?`).toString('base64url'),
  'base64 wrapped at 64': (value) => wrap(base64(around(value)), 64),
  'base64 wrapped at 76': (value) => wrap(base64(around(value)), 76),
  'base64 twice': (value) => base64(base64(around(value))),
  hex: (value) => Buffer.from(value).toString('hex'),
  'upper-case hex': (value) => Buffer.from(value).toString('hex').toUpperCase(),
  percent: encodeURIComponent,
  'percent in lower case': (value) =>
    encodeURIComponent(value).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  form: (value) => new URLSearchParams({ value }).toString(),
  'form in lower case': (value) =>
    new URLSearchParams({ value }).toString().replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  JSON: (value) => JSON.stringify({ value }),
  'JSON in JSON': (value) => JSON.stringify({ body: JSON.stringify({ value }) }),
  'JSON of PHP and Go': (value) =>
    JSON.stringify(value)
      .replaceAll('/', '\\/')
      .replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
  'quoted by a shell': (value) => `'${value.replaceAll("'", "'\\''")}'`,
  'quoted by a shell in double quotes': (value) => `"${value.replace(/["$`\\]/g, '\\$&')}"`,
  'quoted by printf %q': (value) => value.replace(/[^\w@%+=:,./-]/g, '\\$&'),
  'quoted by Python': (value) => `'${value.replace(/[\\']/g, '\\$&')}'`,
  'quoted by YAML': (value) => `'${value.replaceAll("'", "''")}'`,
  HTML: (value) =>
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'HTML, numeric': (value) => [...value].map((c) => `&#${c.charCodeAt(0)};`).join(''),
  // stored, not packed: packed the two would differ in length
  'gzip in base64': (value) => gzipSync(around(value), { level: 0 }).toString('base64'),
};

/** What is let through of a log that holds a value, written in pieces with pauses between. */
function masked(log: string, value: string, cuts: readonly (readonly [number, boolean])[] = []): string {
  const masker = createMasker({ rules: [], confidences: [], values: givenValues([value]) });
  const bytes = Buffer.from(log);
  let output = '';
  let at = 0;
  for (const [size, pauses] of cuts) {
    output += masker.push(bytes.subarray(at, at + size)).toString('latin1');
    if (pauses) output += masker.settle().toString('latin1');
    at += size;
  }
  output += masker.push(bytes.subarray(at)).toString('latin1');
  return output + masker.end().toString('latin1');
}

for (const [name, form] of Object.entries(FORMS)) {
  test(`nothing of a given value is left where it is written as: ${name}`, () => {
    const log = (value: string) => `start\nexport X=${form(value)} # end\nnext line\n`;
    const output = masked(log(ONE), ONE);
    assert.equal(output, masked(log(OTHER), OTHER));
    assert.match(output, /^start\n[\s\S]*\*\*\*[\s\S]*next line\n$/);
    assert.equal(masked(log(ONE), 'another value'), log(ONE));
  });
}

test('the same holds however the output is cut into writes, and whatever pauses are between them', () => {
  const forms = Object.values(FORMS);
  const pieces = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: forms.length - 1 }), pieces, (at, cuts) => {
      const log = (value: string) => `start\nexport X=${forms[at]!(value)} # end\nnext line\n`;
      assert.equal(masked(log(ONE), ONE, cuts), masked(log(OTHER), OTHER, cuts));
    }),
    { numRuns: 150, seed: 8 },
  );
});

test('of a value of several lines each is masked, and of JSON each text in it', () => {
  const lines = 'first-line-of-it\n  second-line-of-it\nthird';
  assert.equal(masked(`a first-line-of-it\nb second-line-of-it c\n`, lines), 'a ***\nb *** c\n');
  const json = JSON.stringify({ user: 'deployer', nested: [{ password: 'inner-secret-1' }] });
  assert.equal(masked('login deployer:inner-secret-1\n', json), 'login ***:***\n');
});

test('a value that a terminal wrapped is masked on both lines', () => {
  const value = 'correct-horse-battery-staple-42';
  const line = `${'.'.repeat(50)} ${value}`;
  const output = masked(`${line.slice(0, 64)}\n${line.slice(64)} end\n`, value);
  assert.equal(output, `${'.'.repeat(50)} ***\n*** end\n`);
});

test('a line that ends like the start of a value waits for the next one, and no longer than a second', () => {
  const masker = createMasker({ rules: [], confidences: [], values: givenValues(['correct-horse-battery']) });
  assert.equal(`${masker.push(Buffer.from('one\nis it correct-ho\n'))}`, 'one\nis it ');
  assert.equal(`${masker.settle()}`, '');
  assert.equal(`${masker.settle(true)}`, 'correct-ho\n');
  assert.equal(`${masker.push(Buffer.from('two correct-h\nthree\n'))}`, 'two correct-h\nthree\n');
});

test('a value of less than eight characters is not masked, and can be told', () => {
  assert.equal(masked('pin 1234567\n', '1234567'), 'pin 1234567\n');
  assert.equal(isMaskable('1234567'), false);
  assert.equal(isMaskable('12345678'), true);
  assert.equal(isMaskable('short\nbut-not-this-line'), true);
});
