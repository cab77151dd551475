import { type Explanation, type Finding, plain, type Trial } from '../../index.js';
import type { Evidence } from '../../types.js';

/** What is said besides the line: of its file, its settings, and its likes. */
export interface Surrounding {
  readonly settings?: string;
  /** Why the file is not scanned at all. */
  readonly leftOut: readonly string[];
  readonly disabledRules: readonly string[];
  /** Lines of entries of the settings, by their source. */
  readonly sourceLines: Readonly<Record<string, number>>;
  /** Other places of the same fingerprint. */
  readonly others: readonly string[];
}

const RULES_SHOWN = 8;

/** An explanation for people. */
export function explanationText(explanation: Explanation, surrounding: Surrounding): string {
  const { path, line, keywords, trials, findings, skipped } = explanation;
  const lines = [
    `${path}:${line}`,
    ...surrounding.leftOut.map((why) => `  ! ${why}`),
    ...skipped.map(({ reason }) => `  ! ${reason}`),
    '',
    'Keywords on this line',
    ...(keywords.length === 0 ? ['  none: no rule looks at it'] : keywordLines(explanation)),
    ...(trials.length === 0 ? [] : ['', 'What the rules say', ...trialLines(trials)]),
    '',
    'Result',
    ...(findings.length === 0
      ? ['  no finding']
      : findings.flatMap((finding) => resultLines(finding, surrounding))),
    ...(surrounding.others.length === 0 ? [] : [`  the same fingerprint: ${surrounding.others.join(', ')}`]),
    ...(surrounding.disabledRules.length === 0
      ? []
      : [`  not run, by ${surrounding.settings}: ${surrounding.disabledRules.join(', ')}`]),
  ];
  return `${lines.map(plain).join('\n')}\n`;
}

function keywordLines({ keywords }: Explanation): string[] {
  return keywords.map(({ startColumn, keyword, rules, encodings }) => {
    const shown = rules.slice(0, RULES_SHOWN).join(', ');
    const more = rules.length > RULES_SHOWN ? ` and ${rules.length - RULES_SHOWN} more` : '';
    const within = encodings.length > 0 ? `  in ${encodings.join(', ')}` : '';
    return `  column ${`${startColumn}`.padEnd(4)} ${keyword.padEnd(16)}${within} → ${shown}${more}`;
  });
}

/** Rules whose expressions found something, in full; then the names of the others. */
function trialLines(trials: readonly Trial[]): string[] {
  const looked = trials.filter(({ outcome }) => outcome !== 'no match' && outcome !== 'other path');
  const names = (wanted: Trial['outcome']) =>
    trials.filter(({ outcome }) => outcome === wanted).map(({ ruleId }) => ruleId);
  const list = (what: string, ids: readonly string[]) => {
    const more = ids.length > RULES_SHOWN ? ` and ${ids.length - RULES_SHOWN} more` : '';
    return ids.length === 0 ? [] : [`  · ${what}: ${ids.slice(0, RULES_SHOWN).join(', ')}${more}`];
  };
  return [
    ...looked.flatMap(lookedLines),
    ...list('expression matches nothing here', names('no match')),
    ...list('only looks at other paths', names('other path')),
  ];
}

function lookedLines({ ruleId, outcome, by, evidence, encodings, ...region }: Trial): string[] {
  const { startLine, startColumn, endLine, endColumn } = region;
  const end = endLine === startLine ? `${endColumn}` : `${endLine}:${endColumn}`;
  const within = encodings.length > 0 ? `, in ${encodings.join(', ')}` : '';
  const words = { finding: 'finds a secret', outdone: `gives way to ${by}`, refused: 'refuses it' }[
    outcome as 'finding'
  ];
  return [
    `  ${outcome === 'refused' ? '✖' : '✔'} ${ruleId}: ${words}, columns ${startColumn} to ${end}${within}`,
    ...evidence.map((one) => `      ${evidenceText(one)}`),
  ];
}

function evidenceText({ name, value, threshold, passed }: Evidence): string {
  const parts = [value, ...(threshold === undefined ? [] : [`needs ${threshold}`])].filter(Boolean);
  return `${passed ? '✔' : '✖'} ${name}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function resultLines(finding: Finding, { sourceLines }: Surrounding): string[] {
  const { ruleId, confidence, severity, fingerprint, startColumn, endColumn, suppression } = finding;
  const where = suppression?.source === undefined ? '' : `, ${placeOf(suppression.source, sourceLines)}`;
  return [
    `  ${ruleId}, ${severity}, ${confidence}, columns ${startColumn} to ${endColumn}`,
    `    fingerprint ${fingerprint}`,
    suppression
      ? `    does not count: ${suppression.by}${where}: ${suppression.reason}`
      : `    counts; to silence it, comment on the line: keyhound:ignore ${ruleId} -- reason`,
  ];
}

/** `.keyhound.json: allow[2]` with its line. */
function placeOf(source: string, lines: Readonly<Record<string, number>>): string {
  const line = Object.hasOwn(lines, source) ? lines[source] : undefined;
  return line === undefined ? source : source.replace(': ', `:${line}: `);
}
