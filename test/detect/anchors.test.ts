import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../rules/index.js';
import { anchorsOf, FARTHEST, packAnchors, unpackAnchors } from '../../src/detect/anchors.js';
import { createDetector } from '../../src/detect/detector.js';
import { createPrefilter } from '../../src/kernel/prefilter.js';
import type { Rule } from '../../src/types.js';
import { fill } from '../fill.js';

function ruleOf(pattern: RegExp, keywords: readonly string[]): Rule {
  const { title, impact, reference, remediation, examples } = rules[0]!;
  return { id: 'a', provider: 'custom', title, impact, reference, remediation, examples, keywords, pattern };
}

function detectorOf(all: readonly Rule[], isAnywhere: boolean) {
  return createDetector({
    rules: all,
    createPrefilter: (keywords, shapes) =>
      createPrefilter(keywords, isAnywhere ? { kernel: null } : { shapes, kernel: null }),
    anchors: (rule) =>
      isAnywhere
        ? {
            ...FARTHEST,
            shapes: Object.fromEntries(
              rule.keywords.map((keyword) => [keyword, { ...FARTHEST, run: 0, members: '' }]),
            ),
          }
        : undefined,
  });
}

function placesIn(text: string, detector: ReturnType<typeof detectorOf>): readonly string[] {
  const bytes = Buffer.from(text, 'latin1');
  const segment = { bytes, encodings: [], locate: (from: number, to: number) => [from, to] as const };
  return detector
    .detect(segment, 'a')
    .map(({ rule, from, to }) => `${rule.id} ${from}-${to}`)
    .sort();
}

const { expression } = fc.letrec<{ expression: string; atom: string; part: string }>((tie) => ({
  atom: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'a',
      'b',
      '-',
      '7',
      '[ab]',
      '[^a]',
      '[a-c7]',
      '\\d',
      '\\w',
      '[A-B]',
      '\\s',
      'kk',
      'KK',
      'kk-',
    ),
    tie('expression').map((inner) => `(?:${inner})`),
    tie('expression').map((inner) => `(?=${inner})`),
    tie('expression').map((inner) => `(?<![${inner.replace(/\W/g, '')}a])`),
    fc.constant('\\b'),
  ),
  part: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '{2}', '{1,3}', '{3,}', '*?'))
    .map(([atom, mark]) =>
      /^(?:\(\?[=<!]|\\b)/.test(atom)
        ? atom
        : `${/^\\|^\[|^\(|^.$/.test(atom) ? atom : `(?:${atom})`}${mark}`,
    ),
  expression: fc
    .array(fc.array(tie('part'), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((options) => options.map((parts) => parts.join('')).join('|')),
}));
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '7', '77', '-', ' ', 'A', 'kk', 'KK', 'Kk-', 'kk-a7', '\n', '_'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

test('by the anchors of an expression the same is found as by looking everywhere around each keyword', () => {
  let found = 0;
  fc.assert(
    fc.property(
      expression,
      fc.array(text, { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      (source, texts, ignoreCase) => {
        const rule = ruleOf(new RegExp(source, ignoreCase ? 'i' : ''), ['kk', 'kk-', 'b7']);
        const [anchored, anywhere] = [detectorOf([rule], false), detectorOf([rule], true)];
        for (const one of texts) {
          const expected = placesIn(one, anywhere);
          found += expected.length;
          assert.deepEqual(placesIn(one, anchored), expected, one);
        }
      },
    ),
    { numRuns: 400 },
  );
  assert.ok(found > 100, `${found} matches`);
});

test('every example of every rule is found by its anchors as by looking everywhere, whatever stands around it', () => {
  const [anchored, anywhere] = [detectorOf(rules, false), detectorOf(rules, true)];
  const around = ['', '\n', 'x', ' = "', '0', '/', `${'word '.repeat(60)}\n`, '_token: '];
  for (const [index, rule] of rules.entries()) {
    for (const template of [...rule.examples.match, ...(rule.examples.noMatch ?? [])]) {
      const example = fill(template);
      const before = around[index % around.length]!;
      const after = around[(index * 3 + 1) % around.length]!;
      for (const one of [
        example,
        before + example + after,
        `${example}${after}${example}`,
        example.toUpperCase(),
      ])
        assert.deepEqual(placesIn(one, anchored), placesIn(one, anywhere), rule.id);
    }
  }
});

test('a token with a keyword in front is looked for right behind it, and only where enough of its characters are', () => {
  const { before, after, shapes } = anchorsOf(ruleOf(/\bkey_[0-9a-f]{32}\b/, ['key_']));
  assert.deepEqual({ before, after }, { before: 1, after: 33 });
  assert.deepEqual(shapes, { key_: { before: 0, after: 32, run: 32, members: '0123456789abcdefABCDEF' } });
});

test('where a match can be without a keyword, or an expression asks for the text’s end, nothing is assumed', () => {
  for (const pattern of [/\bkey_[a-z]{8}|[0-9a-f]{32}/, /^key_[a-z]{8}/, /key_?[a-z]{8}/])
    assert.deepEqual(anchorsOf(ruleOf(pattern, ['key_'])).before, FARTHEST.before, String(pattern));
});

test('packed anchors are the same when they are unpacked', () => {
  for (const rule of rules.slice(0, 50)) {
    const anchors = anchorsOf(rule);
    assert.deepEqual(unpackAnchors(JSON.parse(JSON.stringify(packAnchors(anchors)))), anchors);
  }
});
