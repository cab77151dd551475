import {
  CONFIDENCES,
  type Finding,
  type Report,
  type ReportOptions,
  SEVERITIES,
  type Severity,
} from '../types.js';

/** The findings that count. */
export function activeFindings(report: Report): readonly Finding[] {
  return report.findings.filter((finding) => !finding.suppression);
}

/** What a report lists: the active findings, and the suppressed ones where the reader asked for them. */
export function listedFindings(report: Report, options: ReportOptions): readonly Finding[] {
  return options.includeSuppressed ? report.findings : activeFindings(report);
}

/** The same findings, worst first: by severity, then confidence, then place. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding, at) => ({ finding, at, rank: rank(finding) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ finding }) => finding);
}

function rank(finding: Finding): number {
  return SEVERITIES.indexOf(finding.severity) * CONFIDENCES.length + CONFIDENCES.indexOf(finding.confidence);
}

type Group = readonly [Finding, ...Finding[]];

/** Findings by the file they are in, in the order of their first. */
export function byPath(findings: readonly Finding[]): ReadonlyMap<string, Group> {
  return groupBy(findings, ({ path }) => path);
}

/** Findings by the id of their rule, in the order of their first. */
export function byRule(findings: readonly Finding[]): ReadonlyMap<string, Group> {
  return groupBy(findings, ({ ruleId }) => ruleId);
}

/** Findings by the secret they show: those of one rule with one fingerprint, in the order of their first. */
export function bySecret(findings: readonly Finding[]): readonly Group[] {
  return [...groupBy(findings, ({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`).values()];
}

function groupBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

/** How many findings there are of each severity, worst first, without the zeros. */
export function severityCounts(findings: readonly Finding[]): readonly (readonly [Severity, number])[] {
  return SEVERITIES.map(
    (severity) => [severity, findings.filter((f) => f.severity === severity).length] as const,
  ).filter(([, number]) => number > 0);
}
