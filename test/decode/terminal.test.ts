import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutSequences } from '../../src/decode/terminal.js';
import { createRandom } from '../random.js';

const REACH = 256;
/** The same by an expression; slow, and plain to read. */
const SEQUENCE =
  /\x1b(?:\[[0-?]{0,32}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\)|[()][0-9A-B]|[=>78cDEHMNOZ])/g;

function strip(
  text: string,
): { readonly text: string; locate(from: number, to: number): string } | undefined {
  const bytes = Buffer.from(text, 'latin1');
  const places = [...text.matchAll(/\x1b/g)].map(({ index }) => index);
  const piece = withoutSequences(bytes, places, REACH);
  if (!piece) return undefined;
  return {
    text: Buffer.from(piece.bytes).toString('latin1'),
    locate: (from, to) => text.slice(...piece.locate(from, to)),
  };
}

describe('a coloured log without its colours', () => {
  it('has whole words, and tells where they were', () => {
    const found = strip('a\nto\x1b[1;31mken=\x1b[0mabc\x1b[m def\nplain\n')!;
    assert.equal(found.text, 'token=abc def');
    assert.equal(found.locate(0, 5), 'to\x1b[1;31mken');
    assert.equal(found.locate(6, 9), 'abc');
    assert.equal(found.locate(3, 9), 'en=\x1b[0mabc');
  });

  it('keeps lines apart, and lines without sequences out', () => {
    assert.equal(strip('\x1b[1mone\nno\n\x1b]0;title\x07two\n')!.text, 'one\n\0\ntwo');
    assert.equal(strip('no \x1b sequence \x1b[\n'), undefined);
  });

  it('is what an expression leaves of each line, for all kinds of sequences, also broken ones', () => {
    const random = createRandom(7);
    const parts = [
      ...[
        '\x1b[31m',
        '\x1b[0m',
        '\x1b[1;32;44m',
        '\x1b]8;;http://x/y\x07',
        '\x1b]0;t\x1b\\',
        '\x1b(B',
        '\x1b=',
      ],
      ...[
        '\x1b',
        '\x1b[',
        `\x1b[${'1'.repeat(33)}m`,
        '\x1b[ !"#$m',
        `\x1b]${'z'.repeat(30)}\n`,
        '\x07',
        '\x1b\x1b[m',
      ],
      ...['abc', 'token=', '\n', '\n', ' ', '\\'],
    ];
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 1 + random.below(12) }, () => random.pick(parts)).join('');
      // shorter than the reach, so that a stretch is a line
      const lines = text.split(/(?<!=|=[\s\S])\n/).filter((line) => line.search(SEQUENCE) >= 0);
      const expected = lines.map((line) => line.replace(SEQUENCE, '')).join('\n\0\n');
      assert.equal(strip(text)?.text ?? '', expected, JSON.stringify(text));
    }
  });

  it('takes no more around a sequence than its reach', () => {
    const found = strip(`${'a'.repeat(400)}\x1b[1m${'b'.repeat(400)}`)!;
    assert.equal(found.text, `${'a'.repeat(REACH)}${'b'.repeat(REACH - 4)}`);
    assert.equal(strip(`${'a'.repeat(600)}\x1b[1m${'b'.repeat(400)}\x1b[0m`)!.text.length, REACH + 400);
  });
});
