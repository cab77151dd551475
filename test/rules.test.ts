import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../rules/index.js';
import { checks } from '../src/detect/checks.js';
import { createDetector } from '../src/detect/detector.js';
import { withoutOverlaps } from '../src/detect/overlap.js';
import { expressionOf } from '../src/detect/pattern.js';
import { createPrefilter } from '../src/kernel/prefilter.js';
import type { LocatedMatch, Segment } from '../src/types.js';
import { expressionFaults } from './expression-faults.js';
import { fill } from './fill.js';

describe('the table of rules', () => {
  it('has ids in kebab-case that begin with their provider or say what they are, and none twice', () => {
    const ids = rules.map((rule) => rule.id);
    assert.deepEqual(
      ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
      [],
    );
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  it('says for every rule what it is, what it does in wrong hands and where to revoke it', () => {
    for (const rule of rules) {
      for (const text of [rule.title, rule.impact, rule.remediation])
        assert.match(text, /^\S.{8,}\S$/, rule.id);
      assert.match(rule.reference, /^https:\/\/[^\s]+$/, rule.id);
      assert.ok(rule.examples.match.length > 0, rule.id);
    }
  });

  it('gives every rule either a pattern or a value, and only checks that exist', () => {
    for (const rule of rules) {
      assert.notEqual(rule.pattern === undefined, rule.value === undefined, rule.id);
      assert.ok(rule.check === undefined || Object.hasOwn(checks, rule.check), `${rule.id}: ${rule.check}`);
    }
  });

  it('has keywords in lower case ASCII, one of them in every example', () => {
    for (const rule of rules) {
      assert.ok(rule.keywords.length > 0, rule.id);
      for (const keyword of rule.keywords) assert.match(keyword, /^[!-@[-~ ]{3,}$/, rule.id);
      for (const template of rule.examples.match) {
        const text = fill(template).toLowerCase();
        assert.ok(
          rule.keywords.some((keyword) => text.includes(keyword)),
          `${rule.id}: no keyword in ${template}`,
        );
      }
    }
  });

  it('has only expressions that take linear time and have a longest match', () => {
    const expressions = rules.flatMap((rule) => [
      [rule.id, expressionOf(rule)] as const,
      ...(rule.companions ?? []).map(({ name, pattern }) => [`${rule.id}, ${name}`, pattern] as const),
    ]);
    const wrong = expressions.flatMap(([name, one]) =>
      expressionFaults(one).map((fault) => `${name} ${fault}: ${one.source}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('finds every example by its rule and no other', () => {
    const wrong = rules.flatMap((rule) =>
      rule.examples.match
        .map((template) => ({ rule: rule.id, template, found: idsIn(fill(template)).join() }))
        .filter(({ found }) => found !== rule.id),
    );
    assert.deepEqual(wrong, []);
  });

  it('finds no counter-example by its rule', () => {
    const wrong = rules.flatMap((rule) =>
      (rule.examples.noMatch ?? [])
        .filter((template) => idsIn(fill(template)).includes(rule.id))
        .map((template) => `${rule.id}: ${template}`),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('the check of expressions', () => {
  it('refuses what could take long or match without an end', () => {
    const bad: readonly (readonly [RegExp, RegExp])[] = [
      [/key_[a-z]+/, /without a bound/],
      [/(?:[a-z]{1,9}){1,9}x/, /a repeat in a repeat/],
      [/(?:[a-z]{1,9}-?){1,9}x/, /a repeat in a repeat/],
      [/.{0,200}?key_x/, /begins with a wide repeat/],
      [/(?:a|[^"]{0,200})key_x/, /begins with a wide repeat/],
      [/key_[a-z]{1,300}[a-z0-9]{1,300}x/, /side by side/],
      [/key_[a-z]{1,300}-?[a-z0-9-]{1,300}x/, /side by side/],
      [/(a|b)key\1/, /a reference back/],
      [/key[\p{L}]{3}/u, /not analysed/],
    ];
    for (const [expression, fault] of bad)
      assert.match(expressionFaults(expression).join(), fault, String(expression));
  });

  it('lets pass what has one way to match', () => {
    for (const good of [/key_[a-z]{20,40}/, /(?:[a-z]{1,9}-){1,9}x/, /(?<!x)k[a-z]{1,300}=[a-z]{1,300}(?!x)/])
      assert.deepEqual(expressionFaults(good), [], String(good));
  });
});

const detector = createDetector({
  rules,
  createPrefilter: (keywords, shapes) => createPrefilter(keywords, { shapes }),
});

/** The ids of the rules that find something in a file of this text, each once. */
function idsIn(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'latin1');
  const segment: Segment = { bytes, encodings: [], locate: (from, to) => [from, to] };
  const located = detector.detect(segment, 'example.txt').map((match): LocatedMatch => {
    const parts = match.parts.map(({ name, from, to }) => ({ name, place: [from, to] as const }));
    return { match, place: [match.from, match.to], parts, encodings: [] };
  });
  return [...new Set(withoutOverlaps(located).map(({ match }) => match.rule.id))];
}
