import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { loadReporter, type Report, rules, type Source, scan } from '../src/index.js';
import { chunksOf } from '../src/sources/chunks.js';
import { fill } from './fill.js';

const SECRET = fill('sk_live_{alnum:24}');

/** Scans bytes as one item that arrives in reads of at most `step` bytes. */
function scanBytes(bytes: Uint8Array, step = bytes.length + 1): Promise<Report> {
  const source: Source = {
    mode: 'tree',
    *chunks(context) {
      let at = 0;
      const read = (into: Uint8Array) => {
        const count = Math.min(step, into.length, bytes.length - at);
        into.set(bytes.subarray(at, at + count));
        at += count;
        return count;
      };
      yield* chunksOf({ path: 'planted', kind: 'file' }, read, context);
      context.scanned.units++;
    },
  };
  return scan({ source, rules });
}

/** Line and UTF-16 column (from 1) of an index into a text. */
function place(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

const lineEnds = fc.constantFrom('\n', '\r\n');
const words = fc.array(
  fc.constantFrom('plain', 'words', 'né', '日本語', '🔑', '=', '"', ' ', '\t', ': ', ';'),
  { maxLength: 20 },
);
const lines = fc.array(
  words.map((parts) => parts.join('')),
  { maxLength: 12 },
);

/** A text with the secret in it, set off from its surroundings. */
const planted = fc
  .record({ before: lines, prefix: words, suffix: words, after: lines, end: lineEnds })
  .map(({ before, prefix, suffix, after, end }) => {
    const head = [...before, `${prefix.join('')} `].join(end);
    return { text: `${head}${SECRET}${[` ${suffix.join('')}`, ...after].join(end)}`, index: head.length };
  });

async function assertFound(text: string, index: number, bytes: Uint8Array, step?: number) {
  const { findings, outcome } = await scanBytes(bytes, step);
  const start = place(text, index);
  const found = findings.find(({ ruleId }) => ruleId.startsWith('stripe'));
  assert.equal(outcome, 'findings');
  assert.deepEqual(
    [found?.startLine, found?.startColumn, found?.endLine, found?.endColumn],
    [start.line, start.column, start.line, start.column + SECRET.length],
  );
}

test('a planted secret is found at its line and column, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(planted, fc.integer({ min: 1, max: 64 }), ({ text, index }, step) =>
      assertFound(text, index, Buffer.from(text), step),
    ),
    { numRuns: 150 },
  );
});

test('a planted secret is found in UTF-16 and UTF-32, with and without a byte order mark', async () => {
  const encode = {
    utf16le: (text: string) => Buffer.from(text, 'utf16le'),
    utf16be: (text: string) => Buffer.from(text, 'utf16le').swap16(),
    utf32le: (text: string) => Buffer.from(Uint32Array.from(text, (char) => char.codePointAt(0)!).buffer),
  };
  const ascii = 'the first lines are plain English text\nso that the encoding shows\n';
  for (const [name, toBytes] of Object.entries(encode)) {
    for (const mark of ['\ufeff', '']) {
      if (mark === '' && name === 'utf32le') continue;
      const text = `${ascii}kéy = "${SECRET}"\n`;
      await assertFound(text, text.indexOf(SECRET), toBytes(mark + text));
    }
  }
});

test('a planted secret is found as the first and the last bytes of a file, and after a UTF-8 byte order mark', async () => {
  await assertFound(SECRET, 0, Buffer.from(SECRET));
  await assertFound(`\n${SECRET}`, 1, Buffer.from(`\n${SECRET}`));
  await assertFound(SECRET, 0, Buffer.from(`\ufeff${SECRET}`));
});

test('a planted secret is found once wherever a chunk border falls', async () => {
  const chunk = 8 << 20;
  for (const distance of [-70_000, -65_536, -65_500, -60, -40, -1, 0, 1, 40]) {
    const filler = Buffer.alloc(chunk + distance, 'a line of text that has no secrets in it\n');
    filler[filler.length - 1] = 10;
    const text = filler.toString('latin1');
    const bytes = Buffer.concat([filler, Buffer.from(`${SECRET}\n`), Buffer.alloc(200_000, 'more text\n')]);
    const { findings } = await scanBytes(bytes);
    assert.deepEqual(
      findings.map(({ startLine, startColumn }) => [startLine, startColumn]),
      [[place(text, text.length).line, 1]],
      `secret ${distance} bytes from the border`,
    );
  }
});

test('a planted secret is found on a line that is longer than a chunk', async () => {
  const size = 9 << 20;
  const bytes = Buffer.concat([
    Buffer.alloc(size, 'x '),
    Buffer.from(`${SECRET} `),
    Buffer.alloc(9 << 20, 'y '),
  ]);
  const { findings } = await scanBytes(bytes);
  assert.deepEqual(
    findings.map(({ startLine, startColumn }) => [startLine, startColumn]),
    [[1, size + 1]],
  );
});

test('no output format contains a planted secret, in any of its encodings', async () => {
  const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'csv', 'markdown'];
  const forms = [
    SECRET,
    Buffer.from(SECRET).toString('base64').slice(0, 40),
    Buffer.from(SECRET).toString('hex'),
  ];
  await fc.assert(
    fc.asyncProperty(planted, async ({ text }) => {
      const twice = `${text}\nagain "${SECRET}" and ${SECRET} and ${forms[1]}`;
      const report = await scanBytes(Buffer.from(twice));
      for (const format of formats) {
        const reporter = await loadReporter(format);
        const output = [
          ...reporter.render(report, { includeSuppressed: true, color: true, quiet: false }),
        ].join('');
        for (const form of forms) assert.ok(!output.includes(form), `${format} holds the secret`);
      }
    }),
    { numRuns: 40 },
  );
});

test('a scan in which something was not decoded is incomplete and says where', async () => {
  const bomb = gzipSync(Buffer.alloc(48 << 20, 'words ')).toString('base64');
  const { outcome, skipped } = await scanBytes(Buffer.from(`data: ${bomb}\n`));
  assert.equal(outcome, 'incomplete');
  assert.deepEqual(
    skipped.map(({ path, incomplete }) => ({ path, incomplete })),
    [{ path: 'planted', incomplete: true }],
  );
});
