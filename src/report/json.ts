import type { Finding, Report, Reporter } from '../types.js';
import { json as encode } from './escape.js';
import { activeFindings, listedFindings } from './ranking.js';

/** The format of the command line's contract; schema/report.schema.json describes it. One finding a line. */
export const json: Reporter = {
  format: 'json',
  *render(report, options) {
    yield* head(report);
    yield* list('findings', listedFindings(report, options).map(entry), ',');
    yield* list('rules', report.rules, ',');
    if (report.idleIgnores) yield* list('idleIgnores', report.idleIgnores, ',');
    yield `  "suppressed": ${report.findings.length - activeFindings(report).length}\n}\n`;
  },
};

function* head(report: Report): Iterable<string> {
  yield '{\n';
  for (const key of ['schema', 'tool', 'mode', 'outcome', 'scanned'] as const) {
    yield `  "${key}": ${encode(report[key])},\n`;
  }
  if (report.repository) yield `  "repository": ${encode(report.repository)},\n`;
  yield* list('skipped', report.skipped, ',');
}

function* list(name: string, items: readonly unknown[], after: string): Iterable<string> {
  if (items.length === 0) return yield `  "${name}": []${after}\n`;
  yield `  "${name}": [\n`;
  for (const [at, item] of items.entries()) yield `    ${encode(item)}${at < items.length - 1 ? ',' : ''}\n`;
  yield `  ]${after}\n`;
}

/** The finding with its keys in the contract's order, whatever order it was made in. */
function entry(finding: Finding): Record<string, unknown> {
  const { ruleId, title, provider, confidence, severity, path, startLine, startColumn, endLine, endColumn } =
    finding;
  const { redacted, encodings, fingerprint, commit, inHead, occurrences, suppression } = finding;
  const { kind, label, snippet, object, removed, related } = finding;
  return {
    ...{ ruleId, title, provider, confidence, severity, path, startLine, startColumn, endLine, endColumn },
    ...{ redacted, encodings, fingerprint, commit, inHead, occurrences, suppression },
    ...{ kind, label, snippet, object, removed, related },
  };
}
