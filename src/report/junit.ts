import type { Finding, Report, Reporter, RuleInfo, Skip } from '../types.js';
import { markup } from './escape.js';
import { count, size } from './phrase.js';
import { activeFindings, byPath, listedFindings } from './ranking.js';
import { silencing } from './silencing.js';

/**
 * JUnit XML as Jenkins, GitLab, Azure and CircleCI read it: a suite for each file, a failure for each finding, an
 * error for each thing that was not scanned, and one passed test where all is well.
 */
export const junit: Reporter = {
  format: 'junit',
  *render(report, options) {
    const findings = listedFindings(report, options);
    const missed = report.skipped.filter((skip) => skip.incomplete);
    const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
    const clean = findings.length + missed.length === 0;
    const totals = {
      tests: findings.length + missed.length + (clean ? 1 : 0),
      failures: activeFindings(report).length,
      errors: missed.length,
    };
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'keyhound', ...totals })}>\n`;
    for (const [path, ofPath] of byPath(findings)) yield* suite(path, ofPath, rules);
    if (missed.length > 0) yield* gaps(missed);
    if (clean) yield passed(report);
    yield '</testsuites>\n';
  },
};

function* suite(
  path: string,
  findings: readonly Finding[],
  rules: ReadonlyMap<string, RuleInfo>,
): Iterable<string> {
  const skipped = findings.filter((finding) => finding.suppression).length;
  const counts = { tests: findings.length, failures: findings.length - skipped, errors: 0, skipped };
  yield `  <testsuite${attributes({ name: path, ...counts })}>\n`;
  for (const finding of findings) yield testcase(finding, rules.get(finding.ruleId));
  yield '  </testsuite>\n';
}

function testcase(finding: Finding, rule: RuleInfo | undefined): string {
  const { path, startLine, startColumn, title, ruleId } = finding;
  const name = `${title} at ${startLine}:${startColumn}`;
  const open = `    <testcase${attributes({ name, classname: path, file: path, line: startLine })}>\n`;
  return `${open}      ${result(finding, rule, `${title} (${ruleId})`)}\n    </testcase>\n`;
}

function result(finding: Finding, rule: RuleInfo | undefined, message: string): string {
  const { suppression, severity, confidence, commit } = finding;
  if (suppression) return `<skipped${attributes({ message: `${suppression.by}: ${suppression.reason}` })}/>`;
  const facts = [
    `${finding.path}:${finding.startLine}:${finding.startColumn} ${finding.redacted}`,
    `${severity}, ${confidence}${commit ? `, commit ${commit.id}` : ''}`,
    ...(rule ? [rule.impact, rule.remediation] : []),
    `Not a secret? ${silencing([finding])}`,
  ];
  return `<failure${attributes({ message, type: severity })}>${facts.map(markup).join('\n')}</failure>`;
}

function* gaps(missed: readonly Skip[]): Iterable<string> {
  yield `  <testsuite${attributes({ name: 'not scanned', tests: missed.length, failures: 0, errors: missed.length })}>\n`;
  for (const { path, reason } of missed) {
    const error = `<error${attributes({ message: reason, type: 'not-scanned' })}/>`;
    yield `    <testcase${attributes({ name: path, classname: 'not scanned' })}>${error}</testcase>\n`;
  }
  yield '  </testsuite>\n';
}

function passed(report: Report): string {
  const name = `no secrets in ${count(report.scanned.units, 'unit')}, ${size(report.scanned.bytes)}`;
  const suite = attributes({ name: 'keyhound', tests: 1, failures: 0, errors: 0 });
  return `  <testsuite${suite}>\n    <testcase${attributes({ name, classname: 'keyhound' })}/>\n  </testsuite>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${markup(String(value))}"`)
    .join('');
}
