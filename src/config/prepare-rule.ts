import type { Rule } from '../types.js';
import { compileExpression, compilePattern } from './expression.js';
import { globsToRegExp } from './glob.js';
import type { RuleInput } from './input.js';
import { keywordsOf } from './keywords-of.js';
import { refuse } from './refusal.js';
import type { KeyPath } from './validate.js';

/** Compiles a rule of the user's; its expressions are marked to run within a time budget. */
export function prepareRule(input: RuleInput, path: KeyPath): Rule {
  const { id, pattern, value, keywords, companions, exclude, paths, pathPattern, allow: _, ...rest } = input;
  const compile = (key: string, source: string) => compilePattern(source, [...path, key]);
  if ((pattern === undefined) === (value === undefined))
    refuse(path, pattern === undefined ? 'needs the key "pattern" or "value"' : 'has both pattern and value');
  if (value !== undefined && !keywords?.length)
    refuse(path, 'needs "keywords": a value is found after one of them');
  if (paths && pathPattern) refuse([...path, 'pathPattern'], 'cannot stand beside paths', true);
  const expression = pattern === undefined ? undefined : compile('pattern', pattern);
  return {
    title: id,
    impact: 'Defined by this repository.',
    reference: '',
    remediation: 'Revoke it where it was issued.',
    ...rest,
    id,
    provider: 'custom',
    isGuarded: true,
    keywords: keywords ?? keywordsOf(expression!),
    ...(expression ? { pattern: expression } : { value: compile('value', value!) }),
    ...(exclude === undefined ? {} : { exclude: compileExpression(exclude, [...path, 'exclude']) }),
    ...(paths && { paths: globsToRegExp(paths, [...path, 'paths']) }),
    ...(pathPattern && { paths: compileExpression(pathPattern, [...path, 'pathPattern']) }),
    ...(companions && {
      companions: companions.map((companion, index) => ({
        ...companion,
        pattern: compilePattern(companion.pattern, [...path, 'companions', index, 'pattern']),
      })),
    }),
    examples: { match: input.examples?.match ?? [], noMatch: input.examples?.noMatch ?? [] },
  };
}
