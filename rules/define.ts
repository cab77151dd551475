import type { Rule, RuleDefinition } from '../src/types.js';

/** Gives each rule of one provider's file its provider; the data stays as it is written. */
export function defineRules(provider: string, rules: readonly RuleDefinition[]): readonly Rule[] {
  return rules.map((rule) => ({ ...rule, provider }));
}
