import type { AllowSetting, ConfidenceSetting } from './config.js';
import { compileExpression } from './expression.js';
import { compileGlobs } from './glob.js';
import type { AllowInput, ConfidenceInput } from './input.js';
import { written } from './read-config.js';
import { refuse } from './refusal.js';
import type { KeyPath } from './validate.js';

/** Where an entry stands: its file as people know it, and its key. */
interface Where {
  readonly file: string;
  readonly path: KeyPath;
}

const CRITERIA = ['rules', 'paths', 'pathPatterns', 'values', 'matches', 'lines', 'stopWords', 'commits'];

/** Compiles an entry of `allow`; of one that stands in a rule, `ofRule` is the rule. */
export function prepareAllow(input: AllowInput, { file, path }: Where, ofRule?: string): AllowSetting {
  const { expires, condition = 'all', reason = 'allowed by configuration' } = input;
  if (expires !== undefined && Number.isNaN(Date.parse(expires)))
    refuse([...path, 'expires'], 'is no day of the calendar');
  if (!CRITERIA.some((key) => Object.hasOwn(input, key))) refuse(path, `needs one of ${CRITERIA.join(', ')}`);
  if (ofRule !== undefined && input.rules) refuse([...path, 'rules'], 'has no place within a rule', true);
  const rules = ofRule === undefined ? input.rules : [ofRule];
  return {
    ...(rules && { rules: new Set(rules) }),
    ...(input.paths && { path: compileGlobs(input.paths, [...path, 'paths']) }),
    ...(input.commits && { commits: new Set(input.commits.map((id) => id.toLowerCase())) }),
    ...(input.stopWords && { stopWords: input.stopWords.map((word) => word.toLowerCase()) }),
    ...expressions(input, path),
    condition,
    reason,
    ...(expires && { expires }),
    source: `${file}: ${written(path)}`,
  };
}

/** Compiles an entry of `confidence`. */
export function prepareConfidence(input: ConfidenceInput, { file, path }: Where): ConfidenceSetting {
  return {
    path: compileGlobs(input.paths, [...path, 'paths']),
    ...(input.rules && { rules: new Set(input.rules) }),
    min: input.min,
    source: `${file}: ${written(path)}`,
  };
}

function expressions(input: AllowInput, path: KeyPath): Partial<AllowSetting> {
  const lists = (['pathPatterns', 'values', 'matches', 'lines'] as const).flatMap((key) => {
    const compile = (source: string, index: number) => compileExpression(source, [...path, key, index]);
    return input[key] ? [[key, input[key].map(compile)] as const] : [];
  });
  return Object.fromEntries(lists);
}
