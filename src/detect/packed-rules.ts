import type { Rule } from '../types.js';
import type { ContextDetector } from './context.js';
import type { RuleTable } from './rule-table.js';

/** A table of rules as text: what is needed to start, and apart from it a line for each rule, read when one is met. */
export interface PackedRules {
  readonly head: string;
  readonly rules: string;
}

interface Head {
  readonly keywords: readonly string[];
  readonly contextKeywords: number;
  readonly numbers: readonly (readonly number[])[];
  readonly reaches: readonly (readonly [before: number, after: number])[];
}

/** Packs a table of rules that all have keywords, without what a rule says to people. */
export function packRules(table: RuleTable): PackedRules {
  const numbers = table.keywords.map((_, keyword) => table.rulesOf(keyword));
  const count = Math.max(-1, ...numbers.flat()) + 1;
  const all = Array.from({ length: count }, (_, number) => number);
  const reaches = all.map((number): [number, number] => {
    const { before, after } = table.reachOf(number);
    return [before, after];
  });
  const head: Head = { keywords: table.keywords, contextKeywords: table.contextKeywords, numbers, reaches };
  const lines = all.map((number) => packRule(table.rule(number)));
  return { head: JSON.stringify(head), rules: lines.join('\n') };
}

/** The table again, without shapes, which are the prefilter's; `readRules` is asked at most once, for the rules' text. */
export function unpackRules(head: string, readRules: () => string, context: ContextDetector): RuleTable {
  const { keywords, contextKeywords, numbers, reaches } = JSON.parse(head) as Head;
  let lines: readonly string[] | undefined;
  return {
    keywords,
    contextKeywords,
    shapes: [],
    everywhere: [],
    reachOf(number) {
      const [before, after] = reaches[number]!;
      return { before, after };
    },
    rulesOf: (keyword) => numbers[keyword]!,
    rule(number) {
      lines ??= readRules().split('\n');
      return unpackRule(lines[number]!);
    },
    contextRule: (id) => context.rules.find((rule) => rule.id === id),
  };
}

/** An expression in JSON. */
interface PackedPattern {
  readonly source: string;
  readonly flags: string;
}

function packRule(rule: Rule): string {
  const silent = { ...rule, title: '', impact: '', reference: '', remediation: '', examples: { match: [] } };
  return JSON.stringify(silent, (_, value) =>
    value instanceof RegExp ? ({ source: value.source, flags: value.flags } satisfies PackedPattern) : value,
  );
}

function unpackRule(line: string): Rule {
  return JSON.parse(line, (_, value) => (isPattern(value) ? new RegExp(value.source, value.flags) : value));
}

function isPattern(value: unknown): value is PackedPattern {
  return typeof value === 'object' && value !== null && 'source' in value && 'flags' in value;
}
