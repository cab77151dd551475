import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentsOf } from '../../../src/decode/segments.js';

/** The texts that are decoded out of a log, by encoding, and the place of MARK in the original. */
function decoded(log: string): { encoding: string; text: string; mark?: string }[] {
  const bytes = Buffer.from(log);
  const chunk = {
    origin: { path: 'x', kind: 'log' as const },
    bytes,
    offset: 0,
    line: 1,
    column: 1,
    core: [0, bytes.length] as const,
  };
  return [...segmentsOf(chunk)].slice(1).map((segment) => {
    const text = Buffer.from(segment.bytes).toString();
    const at = Buffer.from(segment.bytes).indexOf('MARK');
    if (at === -1) return { encoding: segment.encodings.join('>'), text };
    const [from, to] = segment.locate(at, at + 4);
    return { encoding: segment.encodings.join('>'), text, mark: log.slice(from, to) };
  });
}

test('colours in the midst of a word are taken out, and the place is that of the original', () => {
  const [found] = decoded(
    'x \u001b[1;31mthe MA\u001b[0mRK is here\u001b[39m\n\u001b]8;;http://x\u0007link\u001b]8;;\u0007\n',
  );
  assert.equal(found?.encoding, 'terminal');
  assert.match(found!.text, /^x the MARK is here\n/);
  assert.equal(found!.mark, 'MA\u001b[0mRK');
});

test('a block whose lines have time stamps is read without them', () => {
  const stamp = (second: number) => `2026-01-02T03:04:0${second}.1234567Z `;
  const log = `${stamp(1)}-----BEGIN THING-----\n${stamp(2)}MARKed\n${stamp(3)}-----END THING-----\n`;
  const found = decoded(log).find(({ encoding }) => encoding === 'line prefixes');
  assert.equal(
    found?.text.split('\n').slice(0, 3).join('\n'),
    '-----BEGIN THING-----\nMARKed\n-----END THING-----',
  );
  assert.equal(found?.mark, 'MARK');
});

test('the same holds for container names, levels, quotes and build step numbers', () => {
  for (const prefix of ['web_1  | ', '[INFO] ', '> ', '#12 0.345 ', 'remote: ', '+', '    ']) {
    const log = ['-----BEGIN THING-----', 'MARKed', '-----END THING-----']
      .map((line) => prefix + line)
      .join('\n');
    const found = decoded(log).find(({ encoding }) => encoding === 'line prefixes');
    assert.match(found?.text ?? '', /^-----BEGIN THING-----\nMARKed\n-----END/, prefix);
  }
});

test('a line of another program within a block is left out, and no character of base64 is a mark', () => {
  const log = [
    'web-1  | -----BEGIN THING-----',
    'db-1   | checkpoint complete',
    'web-1  | +MARK/ed',
    'web-1  | |x',
    'web-1  | -----END THING-----',
  ].join('\n');
  const found = decoded(log).find(({ encoding }) => encoding === 'line prefixes');
  assert.match(found?.text ?? '', /^-----BEGIN THING-----\n\+MARK\/ed\n\|x\n-----END/);
  assert.equal(found?.mark, 'MARK');
});

test('base64 that was wrapped is read also behind the prefixes of a runner', () => {
  const text = `${'words before it, '.repeat(9)}MARK${', words after it'.repeat(9)}`;
  const lines = Buffer.from(text)
    .toString('base64')
    .match(/.{1,76}/g)!;
  for (const prefix of [
    '2026-01-02T03:04:05.0000000Z ',
    '2026-01-02T03:04:05.123456Z 01O ',
    '2026-01-02T03:04:05.123456789Z stdout F ',
    '\u001b_bk;t=1700000000000\u0007',
    'Jan  2 03:04:05 host app[42]: ',
    '[2026-01-02T03:04:05.000Z] ',
    '03:04:05.000 ',
    'build\tRun x\t2026-01-02T03:04:05.0000000Z ',
    'web-1  | ',
  ]) {
    const log = `${prefix}start\n${lines.map((line) => `${prefix}${line}\n`).join('')}${prefix}end\n`;
    const found = decoded(log).find(({ encoding }) => encoding === 'line prefixes>base64');
    assert.ok(found?.text.includes('MARK'), prefix);
  }
});

test('lines that were wrapped are joined also where they end in CR LF and hold letters of two bytes', () => {
  const rows = [
    'é'.repeat(30).padEnd(58, '.'),
    'x'.repeat(58),
    `${'.'.repeat(40)} the-long-word-MA`.padEnd(58, '-'),
  ];
  const log = `${rows.join('\r\n')}\r\nRK-goes-on\r\nshort\r\n`;
  const found = decoded(log).find(({ encoding }) => encoding === 'wrapped lines');
  assert.match(found?.text ?? '', /MA-?RK-goes-on/);
});

test('a word that a terminal wrapped is one word again', () => {
  const width = 60;
  const long = `${'a filler of words that go on '.repeat(4)}with-a-MARK-across`.padEnd(200, '-tail');
  const at = long.indexOf('MARK') + 2;
  const text = long.slice(at % width) + long;
  const rows = text.match(new RegExp(`.{1,${width}}`, 'g'))!;
  const found = decoded(`${rows.join('\n')}\nshort\n`).find(({ encoding }) => encoding === 'wrapped lines');
  assert.match(found?.text ?? '', /MARK/);
});

test('messages in JSON lines are joined as the program wrote them', () => {
  const log = ['-----BEGIN X-----\n', 'MARK\n', 'end\n']
    .map((message) => `${JSON.stringify({ log: message, stream: 'stdout' })}\n`)
    .join('');
  const found = decoded(log).find(({ encoding }) => encoding === 'json lines');
  assert.match(found?.text ?? '', /^-----BEGIN X-----\nMARK\nend\n/);
  assert.match(found!.mark!, /MARK/);
});

test('a hundred thousand beginnings of blocks on one line cost no more than one', () => {
  assert.deepEqual(decoded(`x ${'-----BEGIN'.repeat(150_000)}\n`), []);
});
