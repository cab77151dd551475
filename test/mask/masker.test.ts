import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../rules/index.js';
import { createMasker } from '../../src/mask/masker.js';
import { fill } from '../fill.js';

const SECRET = fill('sk_live_{alnum:24}');
const create = () => createMasker({ rules, confidences: ['certain', 'probable'] });

test('a secret that spans writes leaves in no part, whatever the writes and pauses', () => {
  const text = `a first line\nexport KEY=${SECRET}; echo done\nprompt> `;
  const bytes = Buffer.from(text);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()), { maxLength: 30 }),
      (writes) => {
        const masker = create();
        let output = '';
        let at = 0;
        for (const [size, pauses] of writes) {
          output += masker.push(bytes.subarray(at, at + size));
          at += size;
          if (pauses) output += masker.settle();
        }
        output += masker.push(bytes.subarray(at));
        output += masker.end();
        assert.equal(output, text.replace(SECRET, '***'));
        assert.equal(
          [...masker.masked.values()].reduce((a, b) => a + b, 0),
          1,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('whole lines leave at once, a prompt after a moment', () => {
  const masker = create();
  assert.equal(`${masker.push(Buffer.from('one\ntwo\nthree'))}`, 'one\ntwo\n');
  assert.equal(`${masker.settle()}`, 'three');
  assert.equal(`${masker.push(Buffer.from('\nContinue? '))}`, '\n');
  assert.equal(`${masker.settle()}`, 'Continue? ');
});

test('a line that could be wrapped base64 waits for what follows it, but no prompt waits for it', () => {
  const hash = `${fill('{hex:64}')}\n`;
  const masker = create();
  assert.equal(`${masker.push(Buffer.from(hash))}`, '');
  assert.equal(`${masker.settle()}`, '');
  assert.equal(`${masker.push(Buffer.from('Is this right? '))}`, hash);
  assert.equal(`${masker.settle()}`, 'Is this right? ');
});

test('a line that could be wrapped base64 is shown when nothing followed for long', () => {
  const hash = `${fill('{hex:64}')}\n`;
  const masker = create();
  masker.push(Buffer.from(hash));
  assert.equal(`${masker.settle(true)}`, hash);
});

test('a line that never ends is let through in bounded memory', () => {
  const masker = create();
  let length = 0;
  for (let i = 0; i < 40; i++) length += masker.push(Buffer.alloc(1 << 16, 'x ')).length;
  length += masker.end().length;
  assert.equal(length, 40 << 16);
});

test('of a line that never ends no secret leaves in parts, wherever the line is cut', () => {
  const unit = `${SECRET} `;
  for (const size of [1000, 4096, 65_536]) {
    const masker = create();
    const bytes = Buffer.from(unit.repeat(20_000));
    let output = '';
    for (let at = 0; at < bytes.length; at += size) output += masker.push(bytes.subarray(at, at + size));
    output += masker.end();
    assert.equal(output, '*** '.repeat(20_000), `${size}`);
  }
});

test('the lines of a private key are masked together', () => {
  const masker = create();
  const body = Buffer.from(Uint8Array.from({ length: 240 }, (_, i) => (i * 197 + 13) % 256)).toString(
    'base64',
  );
  const lines = body.match(/.{1,64}/g)!;
  let output = `${masker.push(Buffer.from(`before\n-----BEGIN ${'PRIVATE'} KEY-----\n`))}`;
  assert.equal(output, 'before\n');
  for (const line of lines) output += masker.push(Buffer.from(`${line}\n`));
  output += masker.push(Buffer.from(`-----END ${'PRIVATE'} KEY-----\nafter\n`));
  output += masker.end();
  for (const line of lines) assert.ok(!output.includes(line));
  assert.match(output, /^before\n[\s\S]*after\n$/);
});

test('a line that a container’s log says goes on waits for its end, so that no part of a secret leaves', () => {
  const stamp = '2026-01-02T03:04:05.123456789Z stdout';
  const record = (log: string) =>
    `${JSON.stringify({ log, stream: 'stdout', time: '2026-01-02T03:04:05Z' })}\n`;
  for (const [first, second] of [
    [`${stamp} P key=${SECRET.slice(0, 20)}\n`, `${stamp} F ${SECRET.slice(20)} end\n`],
    [record(`key=${SECRET.slice(0, 20)}`), record(`${SECRET.slice(20)} end\n`)],
  ] as const) {
    const masker = create();
    assert.equal(`${masker.push(Buffer.from(first))}`, '');
    assert.equal(`${masker.settle()}`, '');
    const output = `${masker.push(Buffer.from(second))}${masker.end()}`;
    assert.ok(!output.includes(SECRET.slice(0, 20)) && !output.includes(SECRET.slice(20)), output);
    assert.match(output, /key=\*\*\*[\s\S]* end/);
  }
});
