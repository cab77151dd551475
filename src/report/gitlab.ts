import { createHash } from 'node:crypto';
import type { Finding, Report, Reporter, ReportOptions, RuleInfo } from '../types.js';
import { json, markdownCode, plain, softMarkdown, webLink } from './escape.js';
import { clip } from './phrase.js';
import { listedFindings } from './ranking.js';

const VERSION = '15.2.1';
const NO_COMMIT = '0000000';
const NO_TIME = '1970-01-01T00:00:00';

/** GitLab's secret detection report, schema 15.2.1; the raw extract that it could hold is never written. */
export const gitlab: Reporter = {
  format: 'gitlab',
  *render(report, options) {
    const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
    yield `{"version":"${VERSION}",\n"scan":${json(scan(report, options))},\n"vulnerabilities":[`;
    for (const [at, finding] of listedFindings(report, options).entries()) {
      yield `${at > 0 ? ',' : ''}\n${json(vulnerability(finding, report, rules.get(finding.ruleId)))}`;
    }
    yield '\n]}\n';
  },
};

function scan(report: Report, options: ReportOptions) {
  const { name, version } = report.tool;
  const tool = { id: name, name, version, vendor: { name }, url: 'https://www.npmjs.com/package/keyhound' };
  const missed = report.skipped.filter((skip) => skip.incomplete);
  return {
    analyzer: tool,
    scanner: tool,
    type: 'secret_detection',
    status: report.outcome === 'error' ? 'failure' : 'success',
    start_time: utc(options.time?.start),
    end_time: utc(options.time?.end),
    messages: missed.map((skip) => ({
      level: 'warn',
      value: `Not scanned: ${plain(skip.path)}: ${plain(skip.reason)}`,
    })),
  };
}

/** UTC without zone and fraction, as the schema asks; the epoch where nobody said when. */
function utc(time: string | undefined): string {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? NO_TIME : date.toISOString().slice(0, 19);
}

function vulnerability(finding: Finding, report: Report, rule: RuleInfo | undefined) {
  const link = webLink(rule?.reference ?? '');
  return {
    id: uuid(finding),
    name: clip(plain(finding.title), 255),
    // GitLab renders description and solution as Markdown
    description: `${softMarkdown(rule?.impact ?? finding.title)} Found: ${markdownCode(finding.redacted)} (${finding.confidence}).`,
    severity: finding.severity.slice(0, 1).toUpperCase() + finding.severity.slice(1),
    ...(rule ? { solution: clip(softMarkdown(rule.remediation), 7_000) } : {}),
    identifiers: identifiers(finding),
    ...(link ? { links: [{ name: 'About this credential', url: link }] } : {}),
    ...(finding.suppression ? { flags: [flag(finding)] } : {}),
    location: location(finding, report),
  };
}

function location(finding: Finding, report: Report) {
  const { commit } = finding;
  const sha = commit?.id ?? report.repository?.revision ?? NO_COMMIT;
  const date = commit?.date === undefined ? {} : { date: commit.date };
  const author = commit?.author === undefined ? {} : { author: plain(commit.author) };
  return {
    file: plain(finding.path),
    start_line: finding.startLine,
    end_line: finding.endLine,
    commit: { sha, ...date, ...author },
  };
}

function identifiers(finding: Finding) {
  const { ruleId } = finding;
  const rule = {
    type: 'keyhound_rule_id',
    name: `keyhound rule ${plain(ruleId)}`,
    value: plain(ruleId) || 'unknown',
  };
  return [
    rule,
    { type: 'cwe', name: 'CWE-798', value: '798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
  ];
}

function flag(finding: Finding) {
  const description = `Suppressed by ${finding.suppression?.by}: ${plain(finding.suppression?.reason ?? '')}`;
  return { type: 'flagged-as-likely-false-positive', origin: 'keyhound', description };
}

/** A UUID (version 8) made of what the finding is and where, so that the same report has the same ids. */
function uuid(finding: Finding): string {
  const { fingerprint, ruleId, path, startLine, startColumn, commit } = finding;
  const name = JSON.stringify([fingerprint, ruleId, path, startLine, startColumn, commit?.id]);
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
