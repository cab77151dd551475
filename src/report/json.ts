import type { Finding, Report, Reporter } from '../types.js';
import { json as encode } from './escape.js';
import { activeFindings, listedFindings } from './ranking.js';

/** The format of the command line's contract; schema/report.schema.json describes it. One finding a line. */
export const json: Reporter = {
  format: 'json',
  *render(report, options) {
    yield* head(report);
    yield* list('findings', entries(listedFindings(report, options)), ',');
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

/** One item a line, each made as it is written: a report may hold hundreds of thousands. */
function* list(name: string, items: Iterable<unknown>, after: string): Iterable<string> {
  let isEmpty = true;
  for (const item of items) {
    yield `${isEmpty ? `  "${name}": [\n` : ',\n'}    ${encode(item)}`;
    isEmpty = false;
  }
  yield isEmpty ? `  "${name}": []${after}\n` : `\n  ]${after}\n`;
}

function* entries(findings: readonly Finding[]): Iterable<unknown> {
  for (const finding of findings) yield entry(finding);
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
