import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadKernel } from '../../src/kernel/kernel.js';
import { createPrefilter } from '../../src/kernel/prefilter.js';
import type { Prefilter, Shape } from '../../src/types.js';

interface Candidate {
  readonly at: number;
  readonly keyword: number;
}

/** The pairs that a prefilter gives. */
function candidates(prefilter: Prefilter, bytes: Uint8Array, from: number, to: number): Candidate[] {
  const pairs = prefilter.candidates(bytes, from, to);
  return Array.from({ length: pairs.length / 2 }, (_, i) => ({
    at: pairs[i * 2]!,
    keyword: pairs[i * 2 + 1]!,
  }));
}

/** The slow, obvious way. */
function naive(keywords: readonly string[], bytes: Uint8Array, [from, to]: readonly [number, number]) {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
  const found: Candidate[] = [];
  for (const [keyword, literal] of keywords.entries()) {
    for (let at = text.indexOf(literal, from); at !== -1; at = text.indexOf(literal, at + 1))
      if (at + literal.length <= to) found.push({ at, keyword });
  }
  return found.sort((a, b) => a.at - b.at || a.keyword - b.keyword);
}

/** The same bytes in memory that the prefilter gave out. */
function inItsMemory(prefilter: Prefilter, bytes: Uint8Array): Uint8Array {
  const own = prefilter.allocate(bytes.length);
  own.set(bytes);
  return own;
}

function bothWays(keywords: readonly string[], shapes?: readonly (readonly Shape[])[]) {
  const kernel = loadKernel();
  assert.ok(kernel);
  return [createPrefilter(keywords, { shapes, kernel }), createPrefilter(keywords, { shapes, kernel: null })];
}

/** Few letters, so that keywords overlap, contain each other and are everywhere. */
const dense = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'b', '_', '1'), minLength: 2, maxLength: 11 }),
  {
    minLength: 1,
    maxLength: 40,
  },
);
const ascii = fc
  .string({ unit: 'binary-ascii', minLength: 2, maxLength: 24 })
  .map((text) => text.toLowerCase());
const sparse = fc.uniqueArray(ascii, { minLength: 1, maxLength: 30 });
const denseText = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', '_', '1', '\n'), maxLength: 300 });

test('both prefilters find every place of every keyword, where places overlap and keywords contain each other', () => {
  fc.assert(
    fc.property(dense, denseText, fc.nat(20), fc.nat(20), (keywords, text, before, after) => {
      const bytes = Buffer.from(text, 'latin1');
      const range = [Math.min(before, bytes.length), Math.max(0, bytes.length - after)] as const;
      if (range[0] > range[1]) return;
      const expected = naive(keywords, bytes, range);
      for (const prefilter of bothWays(keywords)) {
        assert.deepEqual(candidates(prefilter, bytes, ...range), expected);
        assert.deepEqual(candidates(prefilter, inItsMemory(prefilter, bytes), ...range), expected);
      }
    }),
    { numRuns: 150 },
  );
});

test('both prefilters find keywords planted in random bytes in any case at any offset', () => {
  const noise = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(
      sparse,
      fc.array(fc.tuple(noise, fc.nat(), fc.boolean()), { maxLength: 8 }),
      (keywords, parts) => {
        const bytes = Buffer.concat(
          parts.flatMap(([before, which, upper]) => {
            const keyword = keywords[which % keywords.length]!;
            return [before, Buffer.from(upper ? keyword.toUpperCase() : keyword, 'latin1')];
          }),
        );
        const expected = naive(keywords, bytes, [0, bytes.length]);
        assert.ok(expected.length >= parts.length);
        for (const prefilter of bothWays(keywords)) {
          assert.deepEqual(candidates(prefilter, bytes, 0, bytes.length), expected);
          assert.deepEqual(candidates(prefilter, inItsMemory(prefilter, bytes), 0, bytes.length), expected);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('bytes elsewhere are copied in blocks without losing or doubling what lies across them', () => {
  const keywords = ['keyword', 'word', 'ey', 'rdk'];
  const block = 128 * 1024;
  const [kernel] = bothWays(keywords);
  for (let shift = -14; shift <= 8; shift++) {
    const bytes = Buffer.alloc(3 * block + 100, '.');
    for (const edge of [block, 2 * block, 3 * block]) bytes.write('KeyWordkeyword', edge + shift, 'latin1');
    assert.deepEqual(
      candidates(kernel!, bytes, 3, bytes.length),
      naive(keywords, bytes, [3, bytes.length]),
      `shifted by ${shift}`,
    );
  }
});

test('more candidates than fit at once are all found, in order', () => {
  const keywords = ['aa', 'aaa', 'aaaaaaaa', 'aaaaaaaab'];
  const bytes = Buffer.alloc(40_001, 'a');
  bytes.write('b', bytes.length - 1);
  const expected = naive(keywords, bytes, [0, bytes.length]);
  for (const prefilter of bothWays(keywords)) {
    assert.deepEqual(candidates(prefilter, inItsMemory(prefilter, bytes), 0, bytes.length), expected);
    assert.deepEqual(candidates(prefilter, bytes, 0, bytes.length), expected);
  }
});

test('1,500 keywords of all lengths are found, each at its place', () => {
  const keywords = [...Array(1500).keys()].map((i) => `k${(i * 7919).toString(36)}${'-x'.repeat(i % 9)}`);
  const text = keywords.map((keyword, i) => `${'.'.repeat(i % 7)}${keyword}`).join('\n');
  const bytes = Buffer.from(text, 'latin1');
  const expected = naive(keywords, bytes, [0, bytes.length]);
  for (const prefilter of bothWays(keywords)) {
    assert.deepEqual(candidates(prefilter, inItsMemory(prefilter, bytes), 0, bytes.length), expected);
  }
});

test('shapes keep the places that have enough bytes of the class of one of them in a row nearby, and no others', () => {
  const members = fc.constantFrom('ab1', '1', 'a_');
  const shape = fc.record({ before: fc.nat(9), after: fc.nat(30), run: fc.nat(7), members });
  fc.assert(
    fc.property(
      fc.array(fc.array(shape, { maxLength: 3 }), { minLength: 40, maxLength: 40 }),
      dense,
      denseText,
      (all, keywords, text) => {
        const shapes = all.slice(0, keywords.length);
        const bytes = Buffer.from(text, 'latin1');
        const expected = naive(keywords, bytes, [0, bytes.length]).filter(({ at, keyword }) => {
          const fits = shapes[keyword]!.map(({ before, after, run, members }) => {
            const end = at + keywords[keyword]!.length + after;
            return new RegExp(`[${members}]{${run}}`).test(text.slice(Math.max(0, at - before), end));
          });
          return fits.length === 0 || fits.includes(true);
        });
        for (const prefilter of bothWays(keywords, shapes)) {
          assert.deepEqual(candidates(prefilter, bytes, 0, bytes.length), expected);
          assert.deepEqual(candidates(prefilter, inItsMemory(prefilter, bytes), 0, bytes.length), expected);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a keyword that is empty, not ASCII, in upper case or there twice is an error', () => {
  for (const keywords of [[''], ['a'], ['schlüssel'], ['AKIA'], ['abc', 'abc']])
    assert.throws(() => createPrefilter(keywords), /keyword/);
});

test('bytes whose memory is gone are an error, not an empty result', () => {
  const [prefilter] = bothWays(['token']);
  const bytes = prefilter!.allocate(1000);
  prefilter!.allocate(100_000_000);
  assert.throws(() => candidates(prefilter!, bytes, 0, 1000), /no longer there/);
});

test('without WebAssembly the plain prefilter takes over', () => {
  const file = new URL('../../src/kernel/prefilter.js', import.meta.url).href;
  const program = `import { createPrefilter } from ${JSON.stringify(file)};
    const found = createPrefilter(['needle']).candidates(Buffer.from('a Needle'), 0, 8);
    console.log(JSON.stringify([...found]), typeof WebAssembly);`;
  const { stdout } = spawnSync(process.execPath, ['--jitless', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  assert.equal(stdout, '[2,0] undefined\n');
});
