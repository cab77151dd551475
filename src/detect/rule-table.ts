import type { Rule } from '../types.js';
import type { ContextDetector } from './context.js';

/** Rules by the keywords that lead to them: worked out here, or when this program was built. */
export interface RuleTable {
  /** Lower case, each once: those of the context first, then those of the formats. */
  readonly keywords: readonly string[];
  readonly contextKeywords: number;
  /** Numbers of the rules with a format that a keyword may lead to. */
  rulesOf(keyword: number): readonly number[];
  rule(number: number): Rule;
  /** Numbers of the rules without keywords, which run on everything. */
  readonly everywhere: readonly number[];
  /** A rule of the context; undefined where it is not wanted. */
  contextRule(id: string): Rule | undefined;
}

/** The table of these rules, some of which the context detector may be. */
export function ruleTable(rules: readonly Rule[], context: ContextDetector): RuleTable {
  const enabled = new Set(rules.map(({ id }) => id));
  const contextRules = new Map(context.rules.map((rule) => [rule.id, rule]));
  const formatRules = rules.filter(({ id }) => !contextRules.has(id));
  const hasContext = context.rules.some(({ id }) => enabled.has(id));
  const contextKeywords = hasContext ? context.keywords : [];
  const keywords = [...new Set([...contextKeywords, ...formatRules.flatMap(keywordsOf)])];
  const numbers = numbersByKeyword(formatRules, keywords);
  return {
    keywords,
    contextKeywords: contextKeywords.length,
    rulesOf: (keyword) => numbers[keyword]!,
    rule: (number) => formatRules[number]!,
    everywhere: formatRules.flatMap((rule, number) => (rule.keywords.length === 0 ? [number] : [])),
    contextRule: (id) => (enabled.has(id) ? contextRules.get(id) : undefined),
  };
}

function keywordsOf(rule: Rule): readonly string[] {
  return rule.keywords.map((keyword) => keyword.toLowerCase());
}

function numbersByKeyword(
  rules: readonly Rule[],
  keywords: readonly string[],
): readonly (readonly number[])[] {
  const byKeyword = new Map<string, number[]>(keywords.map((keyword) => [keyword, []]));
  rules.forEach((rule, number) => {
    for (const keyword of new Set(keywordsOf(rule))) byKeyword.get(keyword)!.push(number);
  });
  return keywords.map((keyword) => byKeyword.get(keyword)!);
}
