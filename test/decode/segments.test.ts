import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { segmentsOf } from '../../src/decode/segments.js';
import type { Chunk } from '../../src/types.js';

function chunkOf(bytes: Uint8Array): Chunk {
  return {
    origin: { path: 'x', kind: 'file' },
    bytes,
    offset: 0,
    line: 1,
    column: 1,
    core: [0, bytes.length],
  };
}

const TEXT = 'a word, another word: and MARK itself, then more words';

const encoders: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 without padding': (text) => Buffer.from(text).toString('base64url'),
  'base64 wrapped': (text) => Buffer.from(text.repeat(4)).toString('base64').replace(/.{64}/g, '$&\n    '),
  'base64 wrapped in a string': (text) =>
    `"${Buffer.from(text.repeat(4)).toString('base64').replace(/.{64}/g, '$&\\r\\n')}"`,
  hex: (text) => Buffer.from(text).toString('hex'),
  percent: (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'unicode escapes': (text) =>
    [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'hex escapes': (text) => [...text].map((c) => `\\x${c.charCodeAt(0).toString(16)}`).join(''),
  entities: (text) => [...text].map((c) => `&#${c.charCodeAt(0)};`).join(''),
  'hex entities': (text) => [...text].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join(''),
  'quoted-printable': (text) => text.replace('MARK', 'MA=\nRK').replaceAll(' ', '=20'),
  'gzip in base64': (text) => gzipSync(text).toString('base64'),
};

/** The innermost segment that holds MARK, and the outer bytes that it is said to come from. */
function findMark(text: string): { encodings: readonly string[]; from: number; to: number } | undefined {
  for (const { bytes, encodings, locate } of segmentsOf(chunkOf(Buffer.from(text)))) {
    const at = Buffer.from(bytes).indexOf('MARK');
    if (at === -1) continue;
    const [from, to] = locate(at, at + 4);
    return { encodings, from, to };
  }
  return undefined;
}

for (const [name, encode] of Object.entries(encoders)) {
  test(`${name} is decoded, and its place is within the encoded text`, () => {
    const encoded = encode(TEXT);
    const text = `value: "${encoded}"\nnext line`;
    const found = findMark(text);
    assert.ok(found, 'not decoded');
    assert.ok(found.from >= 8 && found.to <= 8 + encoded.length, `${found.from}-${found.to}`);
    assert.ok(found.from < found.to);
    assert.equal(found.encodings.length, 1);
  });
}

test('base64 gives the place of the very characters that encode the text', () => {
  fc.assert(
    fc.property(fc.nat(40), (skip) => {
      const before = 'some text that comes before the mark it is.'.slice(0, skip + 3);
      const encoded = Buffer.from(`${before}MARK and text that comes after`).toString('base64');
      const found = findMark(`k: ${encoded}`)!;
      const part = encoded.slice(found.from - 3, found.to - 3);
      assert.ok(part.length >= 6 && part.length <= 8, part);
      const aligned = encoded.slice((found.from - 3) & ~3, (found.to - 3 + 3) & ~3);
      assert.ok(Buffer.from(aligned, 'base64').toString('latin1').includes('MARK'));
    }),
  );
});

test('encodings are undone up to five deep', () => {
  let text = TEXT;
  for (let depth = 1; depth <= 5; depth++) {
    text = Buffer.from(text).toString('base64');
    assert.equal(findMark(`x ${text}`)?.encodings.length, depth);
  }
});

test('arbitrary bytes are decoded without an error, and places stay within the chunk', () => {
  const alphabet = fc.constantFrom(
    '%',
    '\\u0041',
    '&#65;',
    '=',
    'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=',
    '\n',
    ' ',
    '\\x4',
    '&',
    'ff',
    '�',
  );
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 60 }), fc.uint8Array({ maxLength: 64 }), (parts, noise) => {
      const bytes = Buffer.concat([Buffer.from(parts.join('')), noise]);
      for (const segment of segmentsOf(chunkOf(bytes))) {
        const [from, to] = segment.locate(0, segment.bytes.length);
        assert.ok(from >= 0 && to <= bytes.length && from <= to);
      }
    }),
  );
});

test('compressed data that would grow beyond bounds is not expanded, and that is told once', () => {
  const bomb = gzipSync(Buffer.alloc(64 << 20, 'MARK ')).toString('base64');
  const small = gzipSync(Buffer.alloc(2 << 20, 'MARK ')).toString('base64');
  for (const text of [`x: ${bomb}`, Array.from({ length: 40 }, () => `x: ${small}\n`).join('')]) {
    let cuts = 0;
    const onCut = () => cuts++;
    const segments = segmentsOf(chunkOf(Buffer.from(text)), undefined, { onCut });
    const total = [...segments].reduce((sum, { bytes }) => sum + bytes.length, 0);
    assert.ok(total < 34 << 20);
    assert.equal(cuts, 1);
  }
});

test('what can be decoded is not said to be cut', () => {
  const text = `x: ${gzipSync(Buffer.alloc(2 << 20, 'MARK ')).toString('base64')}`;
  const segments = segmentsOf(chunkOf(Buffer.from(text)), undefined, { onCut: () => assert.fail() });
  assert.ok([...segments].some(({ encodings }) => encodings.includes('base64+gzip')));
});
