import { plain, type Rule } from '../../index.js';
import type { ListedRule } from '../rules.js';

/** One line a rule: id, severity, title. */
export function listText(rules: readonly ListedRule[]): string {
  const width = Math.max(...rules.map(({ rule }) => rule.id.length));
  const lines = rules.map(
    ({ rule: { id, severity, title }, isEnabled }) =>
      `${id.padEnd(width)}  ${`${severity}`.padEnd(8)}  ${plain(title)}${isEnabled ? '' : '  (disabled)'}\n`,
  );
  return `${lines.join('')}${rules.length} rules; 'keyhound rules show ID' tells more\n`;
}

/** All of one rule, its examples as templates. */
export function showText({ rule, isEnabled }: ListedRule): string {
  const rows = [...rowsOf(rule)].map(([name, value]) => `  ${name.padEnd(12)} ${plain(value)}\n`);
  return `${rule.id}${isEnabled ? '' : ' (disabled)'}\n${rows.join('')}`;
}

function* rowsOf(rule: Rule): Generator<readonly [string, string]> {
  yield ['title', rule.title];
  yield ['impact', rule.impact];
  yield ['remediation', rule.remediation];
  if (rule.reference) yield ['reference', rule.reference];
  yield ['severity', rule.severity ?? 'high'];
  yield [
    'confidence',
    `${rule.confidence ?? 'probable'}${rule.check ? ', certain where the check proves it' : ''}`,
  ];
  yield ['keywords', rule.keywords.length === 0 ? 'none: runs on everything' : rule.keywords.join(', ')];
  if (rule.pattern) yield ['pattern', rule.pattern.source];
  if (rule.value) yield ['value', `${rule.value.source}${rule.assigned ? ', assigned' : ''}`];
  if (rule.minEntropy !== undefined) yield ['entropy', `${rule.minEntropy} bits per character or more`];
  if (rule.check) yield ['check', rule.check];
  if (rule.exclude) yield ['exclude', rule.exclude.source];
  for (const { name, within, required } of rule.companions ?? [])
    yield ['companion', `${name}, within ${within} bytes${required ? ', required' : ''}`];
  for (const example of rule.examples.match) yield ['finds', example];
  for (const example of rule.examples.noMatch ?? []) yield ['leaves', example];
}
