import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createSearch } from '../../../src/stores/known/search.js';
import { type KnownValue, knownValues } from '../../../src/stores/known/values.js';

const secret = 'c0rrect/H0rse+battery=st&ple <"x">';

function known(value: string | Buffer): KnownValue {
  const place = {
    store: 'vault',
    path: 'secret/app',
    key: 'password',
    version: '1',
    state: 'current',
  } as const;
  return { value: Buffer.from(value), places: [place] };
}

function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n');
}

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'base64 at offset 0': (text) => Buffer.from(`${text}:more`).toString('base64'),
  'base64 at offset 1': (text) => Buffer.from(`u${text}\n`).toString('base64'),
  'base64 at offset 2': (text) => Buffer.from(`u:${text}`).toString('base64'),
  base64url: (text) => Buffer.from(`\xff\xfe${text}`, 'latin1').toString('base64url'),
  'wrapped base64': (text) =>
    wrap(
      Buffer.from(`user=app password=${text} and some more to make it long enough`).toString('base64'),
      16,
    ),
  'base64 of JSON': (text) => Buffer.from(JSON.stringify({ auth: text })).toString('base64'),
  'double base64': (text) => Buffer.from(Buffer.from(`x${text}`).toString('base64')).toString('base64'),
  'gzip in base64': (text) => gzipSync(Buffer.from(`password: ${text}\n`)).toString('base64'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'upper-case hex': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'hex with colons': (text) =>
    Buffer.from(text)
      .toString('hex')
      .replace(/..(?=.)/g, '$&:'),
  xxd: (text) => hexDump(Buffer.from(`..${text}`)),
  JSON: (text) => JSON.stringify({ a: `<${text}>` }),
  'unicode escapes': (text) =>
    [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  percent: (text) => encodeURIComponent(text),
  'percent, every character': (text) =>
    [...Buffer.from(text)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join(''),
  form: (text) => new URLSearchParams({ p: text }).toString(),
  HTML: (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'numeric HTML': (text) => [...text].map((c) => `&#${c.charCodeAt(0)};`).join(''),
  'broken lines': (text) =>
    `${'.'.repeat(50)} ${text.replaceAll(' ', '_').slice(0, 20)}\n${text.replaceAll(' ', '_').slice(20)}`,
};

function hexDump(bytes: Buffer): string {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.subarray(at, at + 16);
    lines.push(
      `${at.toString(16).padStart(8, '0')}: ${part.toString('hex').replace(/(....)/g, '$1 ')} ${'.'.repeat(part.length)}`,
    );
  }
  return `\n${lines.join('\n')}\n`;
}

for (const [name, encode] of Object.entries(ENCODINGS)) {
  test(`a value written as ${name} is found, with text around it`, () => {
    const value = name === 'broken lines' ? secret.replaceAll(' ', '_') : secret;
    const search = createSearch([known(value), known('another-value-that-is-not-there')]);
    const text = `line one\nkey: "${encode(secret)}"\nlast line\n`;
    const places = search(Buffer.from(text, name === 'base64url' ? 'latin1' : 'utf8'));
    assert.equal(
      places.length,
      1,
      JSON.stringify(places.map(({ from, to, encodings }) => [from, to, encodings])),
    );
    assert.ok(places[0]!.from >= 9);
  });
}

test('any value in any chain of two encodings at any place is found', () => {
  const chain = fc.constantFrom('base64', 'hex', 'percent', 'json', 'raw') as fc.Arbitrary<string>;
  const apply: Record<string, (bytes: Buffer) => Buffer> = {
    base64: (bytes) => Buffer.from(bytes.toString('base64')),
    hex: (bytes) => Buffer.from(bytes.toString('hex')),
    percent: (bytes) => Buffer.from(encodeURIComponent(bytes.toString())),
    json: (bytes) => Buffer.from(JSON.stringify(bytes.toString())),
    raw: (bytes) => bytes,
  };
  const text = fc.string({ minLength: 16, maxLength: 60, unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(text, chain, chain, fc.nat(7), (value, first, second, pad) => {
      fc.pre(!/^(.)\1*$/.test(value));
      const inner = apply[first]!(Buffer.from(`${'x'.repeat(pad)}${value} ;`));
      const bytes = Buffer.concat([Buffer.from('before\n'), apply[second]!(inner), Buffer.from('\nafter')]);
      assert.ok(createSearch([known(value)])(bytes).length > 0);
    }),
    { numRuns: 300 },
  );
});

test('random text gives no hit, and a short value inside a longer word is none', () => {
  const search = createSearch(Array.from({ length: 500 }, () => known(randomBytes(12).toString('base64'))));
  assert.deepEqual(search(randomBytes(1 << 20)), []);
  assert.deepEqual(search(Buffer.from(randomBytes(1 << 19).toString('base64'))), []);
  assert.deepEqual(createSearch([known('terminal')])(Buffer.from('determinal terminally')), []);
  assert.equal(createSearch([known('terminal')])(Buffer.from('"terminal"')).length, 1);
});

test('values that are no secrets are not looked for, passwords inside URLs and keys are', () => {
  const stored = (key: string, value: string) =>
    ({ store: 'vault', path: 'p', key, version: '1', state: 'current', value: Buffer.from(value) }) as const;
  const pem = `-----BEGIN ${'PRIVATE'} KEY-----\n${'A'.repeat(3)}bcdefgh${'0'.repeat(3)}\nshort\n-----END ${'PRIVATE'} KEY-----`;
  const { known: found, left } = knownValues([
    stored('host', 'db.internal.example'),
    stored('port', '5432'),
    stored('x', 'localhost'),
    stored('x', 'production'),
    stored('x', 'seven77'),
    stored('url', 'postgres://app:p%40ss-word@db/x'),
    stored('dsn', 'Server=x;User Id=y;Password=in-the-middle;'),
    stored('pem', pem),
  ]);
  assert.equal(left, 5);
  assert.deepEqual(
    found.map(({ value }) => value.toString()),
    [
      'postgres://app:p%40ss-word@db/x',
      'p%40ss-word',
      'p@ss-word',
      'Server=x;User Id=y;Password=in-the-middle;',
      'in-the-middle',
      'AAAbcdefgh000',
    ],
  );
});
