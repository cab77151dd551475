import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { translate, Untranslatable } from '../../src/import/regex.js';

function compiled(source: string): RegExp {
  const [start = ''] = /^\(\?i\)/.exec(source) ?? [];
  return new RegExp(source.slice(start.length), start ? 'i' : '');
}

const go = (source: string) => translate(source, { dialect: 'go' }).source;

/** Where an expression of Go matches first, by a port of Go's own engine. */
function placeByGo(source: string, text: string): readonly [number, number] | undefined {
  const matcher = RE2JS.compile(source).matcher(text);
  return matcher.find() ? [matcher.start(), matcher.end()] : undefined;
}

function placeByTranslation(source: string, text: string): readonly [number, number] | undefined {
  const found = compiled(go(source)).exec(text);
  return found ? [found.index, found.index + found[0].length] : undefined;
}

test('what JavaScript lacks is written out', () => {
  assert.equal(go('(?i)api_?key[a-z]'), '(?i)api_?key[a-z]');
  assert.equal(go('a(?i)b[c-d](?-i:e)'), 'a[bB][c-dC-D](?:e)');
  assert.equal(go('(?P<name>x)(?<other>y)'), '(?:x)(?:y)');
  assert.equal(go('^a\\z'), '^a(?![\\s\\S])');
  assert.equal(go('[[:alnum:]_-]\\s[^[:space:]]'), '[0-9A-Za-z_\\-][\\t\\n\\f\\r ][^\\t\\n\\v\\f\\r ]');
  assert.equal(go('(?s).(?m)^a$'), '[\\s\\S](?<![^\\n])a(?![^\\n])');
  assert.equal(go('\\Qa.b\\E[]x]'), 'a\\.b[\\]x]');
  assert.equal(translate('a\\d[\\w]', { dialect: 'ere' }).source, 'a\\d[\\\\w]');
});

test('a group becomes the secret: the one named, or the only one that takes part in every match', () => {
  const secretOf = (source: string, secret: number | 'only') => translate(source, { dialect: 'go', secret });
  assert.equal(secretOf('k=(a|b)(c)', 2).source, 'k=(?:a|b)(?<secret>c)');
  assert.equal(secretOf('k=(a|b)', 'only').source, 'k=(?<secret>a|b)');
  assert.equal(secretOf('k=(a)(c)?', 'only').source, 'k=(?<secret>a)(?:c)?');
  assert.equal(secretOf('(?:k=(a)|l=(c))', 'only').hasSecret, false);
  assert.equal(secretOf('k=a', 'only').hasSecret, false);
});

test('a pattern sees bytes', () => {
  assert.equal(translate('é+', { dialect: 'go', bytes: true }).source, '(?:\\xc3\\xa9)+');
  assert.throws(() => translate('[é]', { dialect: 'go', bytes: true }), Untranslatable);
});

test('what cannot be said is refused with the reason', () => {
  for (const [source, reason] of [
    ['(?x)a', /flag x/],
    ['\\pL', /escape \\p/],
    ['a**', /repeat/],
    ['(a', /not closed/],
    ['a)', /closing bracket/],
    ['[a', /not closed/],
    ['(?=a)', /group/],
    ['[[:nope:]]', /nope/],
  ] as const) {
    assert.throws(() => go(source), reason, source);
  }
});

const atom = fc.constantFrom(
  'a',
  'B',
  'k',
  '7',
  '_',
  '-',
  '\\.',
  '.',
  '\\d',
  '\\w',
  '\\W',
  '\\s',
  '\\S',
  '\\b',
  '^',
  '$',
  '\\A',
  '\\z',
  '\\n',
  '\\x41',
  '[ab]',
  '[^a-c]',
  '[A-Z0-9]',
  '[[:alpha:]-]',
  '[^[:upper:]_]',
  '[\\s\\d.-]',
  '[]b]',
  '[a-]',
  '\\Q.a\\E',
  'é',
  '(?i)',
  '(?s)',
  '(?m)',
  '(?-i)',
  '\\/',
  '"',
  '{',
);
const expression = fc.letrec<{ one: string; many: string }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?i:', '(?-i:', '(?P<g>', '(?s-i:'), tie('many'))
      .map(([start, inner]) => `${start}${inner})`),
    fc
      .tuple(
        fc.constantFrom('a', '[a-f]', '.', '(?:ab)'),
        fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{1,2}', '*?', '+?', '??'),
      )
      .map((parts) => parts.join('')),
  ),
  many: fc.oneof(
    fc.array(tie('one'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('one'), tie('one')).map((parts) => parts.join('|')),
  ),
})).many;
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'A',
      'b',
      'B',
      'k',
      'K',
      'c',
      '7',
      '_',
      '-',
      '.',
      ' ',
      '\n',
      '\t',
      'é',
      ']',
      '"',
      '{',
      '/',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test("a translated expression of Go matches where Go's engine says", () => {
  fc.assert(
    fc.property(expression, fc.array(text, { minLength: 5, maxLength: 5 }), (source, texts) => {
      // names must differ; a flag has nothing to repeat
      fc.pre((source.match(/<g>/g)?.length ?? 0) < 2);
      try {
        RE2JS.compile(source);
      } catch {
        fc.pre(false);
      }
      for (const one of texts) {
        assert.deepEqual(
          placeByTranslation(source, one),
          placeByGo(source, one),
          JSON.stringify([source, one, go(source)]),
        );
      }
    }),
    { numRuns: 2000 },
  );
});

test('expressions made to hurt are refused at once', () => {
  for (const source of ['('.repeat(9000), `${'(?:'.repeat(60)}a${')'.repeat(60)}`, 'a'.repeat(20_000)])
    assert.throws(() => go(source), Untranslatable);
});
