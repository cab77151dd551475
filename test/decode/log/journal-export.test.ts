import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodedAs } from './decoded.js';

/** A field as the journal exports it: on one line, or with its length where it has others. */
function field(name: string, value: string): string {
  if (!value.includes('\n')) return `${name}=${value}\n`;
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(value)));
  return `${name}\n${length.toString('latin1')}${value}\n`;
}

const entry = (message: string, pid = '42', more = '') =>
  `__CURSOR=s=1;i=${message.length}\n${field('_PID', pid)}${field('MESSAGE', message)}${more}\n`;

test('messages of one process follow each other, also those of many lines', () => {
  const log = `${entry('one MARK')}${entry('else', '7')}${entry('two\n\n__CURSOR=none\nthree')}${entry('four')}`;
  const found = decodedAs('journal', log);
  assert.match(found?.text ?? '', /one MARK\ntwo\n\n__CURSOR=none\nthree\nfour/);
  assert.equal(found!.original('MARK'), 'MARK');
});

test('a line that was too long for the journal is whole again', () => {
  const log = `${entry('a long', '42', '_LINE_BREAK=line-max\n')}${entry('er line')}`;
  assert.match(decodedAs('journal', log)?.text ?? '', /a longer line/);
});

test('a piece that begins within an entry is read from the next one on; lengths are not believed', () => {
  const log = `${entry('zero')}${entry('one')}${entry('two')}`;
  assert.match(decodedAs('journal', log.slice(20), 20)?.text ?? '', /^one\ntwo/);
  const huge = `__CURSOR=x\nMESSAGE\n${'\u007f'.repeat(8)}rest of it\n`;
  assert.equal(decodedAs('journal', huge)?.text.replaceAll('\0', '').trim() ?? 'rest of it', 'rest of it');
});
