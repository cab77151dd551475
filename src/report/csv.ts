import type { Finding, Reporter, RuleInfo, Skip } from '../types.js';
import { csvCell } from './escape.js';
import { listedFindings } from './ranking.js';

type Cell = string | number | boolean | undefined;
type Row = (finding: Finding, rule: RuleInfo | undefined) => Cell;

/** The columns in their order; a row is a finding, a suppressed finding, or something that was not scanned. */
const COLUMNS: Readonly<Record<string, Row>> = {
  record: (f) => (f.suppression ? 'suppressed' : 'finding'),
  severity: (f) => f.severity,
  confidence: (f) => f.confidence,
  rule: (f) => f.ruleId,
  title: (f) => f.title,
  path: (f) => f.path,
  startLine: (f) => f.startLine,
  startColumn: (f) => f.startColumn,
  endLine: (f) => f.endLine,
  endColumn: (f) => f.endColumn,
  redacted: (f) => f.redacted,
  encodings: (f) => f.encodings.join(' '),
  occurrences: (f) => f.occurrences,
  commit: (f) => f.commit?.id,
  date: (f) => f.commit?.date,
  author: (f) => f.commit?.author,
  inHead: (f) => f.inHead,
  fingerprint: (f) => f.fingerprint,
  reason: (f) => (f.suppression ? `${f.suppression.by}: ${f.suppression.reason}` : undefined),
  remediation: (_, rule) => rule?.remediation,
};

/** CSV with a header (RFC 4180), every cell quoted, none a formula. */
export const csv: Reporter = {
  format: 'csv',
  *render(report, options) {
    const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
    yield line(Object.keys(COLUMNS));
    for (const finding of listedFindings(report, options)) {
      yield line(Object.values(COLUMNS).map((cell) => cell(finding, rules.get(finding.ruleId))));
    }
    for (const skip of report.skipped) yield line(skipped(skip));
  },
};

function skipped(skip: Skip): readonly Cell[] {
  const cells: Readonly<Record<string, Cell>> = {
    record: skip.incomplete ? 'not-scanned' : 'left-out',
    path: skip.path,
    reason: skip.reason,
  };
  return Object.keys(COLUMNS).map((name) => cells[name]);
}

function line(cells: readonly Cell[]): string {
  return `${cells.map((cell) => csvCell(String(cell ?? ''))).join(',')}\r\n`;
}
