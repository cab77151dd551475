import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodedAs } from './decoded.js';

const docker = (log: string, stream = 'stdout') =>
  `${JSON.stringify({ log, stream, time: '2026-01-02T03:04:05Z' })}\n`;

test('what Docker cut into records is whole again, by stream', () => {
  const log = `${docker('start\n')}${docker('a very lo')}${docker('other\n', 'stderr')}${docker('ng line\n')}${docker('end\n')}`;
  const found = decodedAs('json lines', log);
  assert.match(found?.text ?? '', /start\na very long line\nend\n/);
  assert.match(found?.text ?? '', /other\n/);
  assert.equal(found!.original('a very'), 'a very');
  assert.match(found!.original('very long')!, /^very lo".*\n.*\n.*"ng$/);
});

test('any text comes out of its records as it went in, with exact places', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((one) => !/[\n\p{Cs}]/u.test(one));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, isAscii) => {
      const all = ['first MARK', ...lines];
      const toAscii = (json: string) =>
        isAscii
          ? json.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
          : json;
      const log = all.map((line) => toAscii(docker(`${line}\n`))).join('');
      const found = decodedAs('json lines', log);
      assert.ok(found?.text.startsWith(`${all.join('\n')}\n`), JSON.stringify(found?.text));
      assert.equal(found!.original('MARK'), 'MARK');
    }),
  );
});

test('messages of programs that log in JSON are lines, whatever stands around them', () => {
  const log = '{"level": "info", "message": "one"}\n{"level":"warn","msg":"say \\"two\\"","n":2}\n';
  assert.match(decodedAs('json lines', log)?.text ?? '', /^one\nsay "two"/);
});

test('the journal’s messages are read also where they are bytes, and where its lines were too long', () => {
  const entry = (message: unknown, more = {}) =>
    `${JSON.stringify({ _HOSTNAME: 'ci', MESSAGE: message, _PID: '42', ...more })}\n`;
  const bytes = [...Buffer.from('\u001b[31mred MARK')];
  const log = `${entry('one')}${entry(bytes)}${entry('a long', { _LINE_BREAK: 'line-max' })}${entry('x', { _PID: '7' })}${entry('er line')}${entry(null)}`;
  const found = decodedAs('json lines', log);
  assert.match(found?.text ?? '', /one\n\u001b\[31mred MARK\na longer line/);
  assert.equal(found!.original('MARK'), '77,65,82,75');
});

const circle = (...messages: readonly (readonly [string, string])[]) =>
  JSON.stringify(messages.map(([message, type]) => ({ message, time: '2026-01-02T03:04:05Z', type })));

test('what CircleCI cut into messages is one output again, by type', () => {
  const log = circle(['export KEY=the-be', 'out'], ['a warning\r\n', 'err'], ['ginning\r\nend\r\n', 'out']);
  for (const text of [log, JSON.stringify(JSON.parse(log), undefined, 2)]) {
    const found = decodedAs('json lines', text);
    assert.match(found?.text ?? '', /KEY=the-beginning\r\nend/);
    assert.equal(found!.original('end'), 'end');
  }
});

test('a later piece of such an array is read too, wherever it was cut', () => {
  const filler = 'x '.repeat(40_000);
  const log = circle([`one${filler}`, 'out'], [`two\n${filler}KEY=the-be`, 'out'], ['ginning\nend', 'out']);
  for (const cut of [3, 40_000, 80_100, 100_000]) {
    assert.match(
      decodedAs('json lines', log.slice(cut), cut)?.text ?? '',
      /KEY=the-beginning\nend/,
      `${cut}`,
    );
  }
});

test('other JSON is left as it is', () => {
  for (const log of ['{"a":1}\n', '[1,2]\n', '{"message":{"a":"b"}}\n', 'x {"message":"y"}\n'])
    assert.equal(decodedAs('json lines', log), undefined, log);
});

test('a million quotes and backslashes cost no more than a million characters', () => {
  for (const text of ['\\', '"', '\\"', '","log":"', '{"log":"'].map((one) => one.repeat(200_000))) {
    decodedAs('json lines', `{"log":"${text}`);
  }
  const messages = '"MESSAGE":"a",'.repeat(100_000);
  const found = decodedAs('json lines', `{${messages}"_PID":"42"}\n`);
  assert.equal(found?.text.match(/^a$/gm)?.length, 100_000);
});
