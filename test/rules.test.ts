import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../rules/index.js';
import { checks } from '../src/detect/checks.js';
import type { Rule } from '../src/types.js';
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

  it('finds every example by its rule', () => {
    for (const rule of rules) {
      for (const template of rule.examples.match)
        assert.ok(isFound(rule, fill(template)), `${rule.id}: ${template}`);
    }
  });

  it('finds no counter-example', () => {
    for (const rule of rules) {
      for (const template of rule.examples.noMatch ?? [])
        assert.ok(!isFound(rule, fill(template)), `${rule.id}: ${template}`);
    }
  });
});

function isFound(rule: Rule, text: string): boolean {
  const match = rule.pattern ? rule.pattern.exec(text) : valueMatch(rule, text);
  if (!match) return false;
  const secret = match.groups?.secret ?? match[0];
  if (rule.exclude?.test(secret) || entropy(secret) < (rule.minEntropy ?? 0)) return false;
  return rule.check === undefined || checks[rule.check]!(secret) !== 'refuted';
}

function valueMatch(rule: Rule, text: string): RegExpExecArray | null {
  const value = new RegExp(
    `(?<![A-Za-z0-9_+/-])(?<secret>${rule.value!.source})(?![A-Za-z0-9_+/=-])`,
    rule.value!.flags,
  );
  for (const keyword of rule.keywords) {
    const at = text.toLowerCase().indexOf(keyword);
    if (at < 0) continue;
    const match = value.exec(text.slice(at + keyword.length));
    if (match && match.index <= 64) return match;
  }
  return null;
}

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}
