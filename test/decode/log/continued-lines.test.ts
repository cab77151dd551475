import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodedAs } from './decoded.js';

const STAMP = '2026-01-02T03:04:05.123456Z';
const WORD = 'the-WORD-that-was-cut';

/** A line as a runner writes it that cuts lines: each part on one, marked so, with those of other streams between. */
const RUNNERS: Readonly<Record<string, (parts: readonly string[], between: string) => string>> = {
  'Kubernetes CRI': (parts, between) =>
    parts
      .map((part, at) => {
        const line = `${STAMP} stdout ${at === parts.length - 1 ? 'F' : 'P'} ${part}\n`;
        return line + (between && `${STAMP} stderr F ${between}\n`);
      })
      .join(''),
  'GitLab runner': (parts, between) =>
    parts
      .map(
        (part, at) => `${STAMP} 01O${at === 0 ? ' ' : '+'}${part}\n${between && `${STAMP} 01E ${between}\n`}`,
      )
      .join(''),
};

for (const [name, write] of Object.entries(RUNNERS)) {
  test(`a line that was cut anywhere is whole again, and places are those of the original: ${name}`, () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: WORD.length - 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (places, isMixed) => {
        const edges = [0, ...places.sort((a, b) => a - b), WORD.length];
        const parts = edges.slice(1).map((to, at) => WORD.slice(edges[at], to));
        parts[0] = `before ${parts[0]}`;
        parts.push(`${parts.pop()} after`);
        const other = isMixed ? 'something else' : '';
        const log = `${write(['a whole line'], other)}${write(parts, other)}${write(['the last'], other)}`;
        const found = decodedAs('cut lines', log);
        assert.match(found?.text ?? '', /before the-WORD-that-was-cut after/);
        const original = found!.original(WORD)!;
        assert.ok(log.includes(original));
        assert.equal(original[0], 't');
        assert.equal(original.at(-1), 't');
      }),
      { numRuns: 100 },
    );
  });
}

test('a line in thousands of parts is joined piece by piece, with no gap between the pieces', () => {
  const parts = Array.from({ length: 3000 }, (_, at) =>
    `part ${at} of a long line that never ends and-goes-`.padEnd(100, '.'),
  );
  const found = decodedAs('cut lines', RUNNERS['Kubernetes CRI']!(parts, ''));
  for (let at = 1; at < parts.length; at++)
    assert.ok(found!.text.includes(`${parts[at - 1]}${parts[at]}`), `${at}`);
});

test('logs that only look alike are left as they are', () => {
  for (const log of [
    'stdout P x\ny\n',
    `${STAMP} O+ x\ny\n`,
    `${STAMP} stdout F one\n${STAMP} stdout F two\n`,
  ])
    assert.equal(decodedAs('cut lines', log), undefined);
});

test('marks of cut lines within a line are a part of it', () => {
  const cut = `${STAMP} stdout P ${'stdout P '.repeat(14_000)}`;
  const found = decodedAs('cut lines', `${STAMP} stdout F x\n${cut}\n${STAMP} stdout F end\n`);
  assert.match(found?.text ?? '', /stdout P end/);
});
