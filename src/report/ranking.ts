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

/** How many findings there are of each severity, worst first, without the zeros. */
export function severityCounts(findings: readonly Finding[]): readonly (readonly [Severity, number])[] {
  return SEVERITIES.map(
    (severity) => [severity, findings.filter((f) => f.severity === severity).length] as const,
  ).filter(([, number]) => number > 0);
}
