import type { Commit, Finding, Report, ReportOptions, RuleInfo } from '../types.js';
import { plain, sourceLine, webLink } from './escape.js';
import type { PageCommit, PageData, PagePlace, PageRule, PageSecret } from './html-model.js';
import { count } from './phrase.js';
import { bySecret, listedFindings, worstFirst } from './ranking.js';

/** The report as the HTML page reads it: findings by secret, the one to rotate first at the top. */
export function pageData(report: Report, options: ReportOptions): PageData {
  const commits = createIndex();
  const rules = new Map(report.rules.map((rule, index) => [rule.id, index]));
  const secrets = bySecret(worstFirst(listedFindings(report, options))).map((findings) =>
    secretOf(findings, { rule: rules.get(findings[0].ruleId) ?? -1, commits }),
  );
  return {
    tool: `${report.tool.name} ${report.tool.version}`,
    rulesDigest: report.tool.rules,
    mode: report.mode,
    outcome: report.outcome,
    scanned: report.scanned,
    facts: factsOf(report, options),
    rules: report.rules.map(ruleOf),
    commits: commits.all,
    skipped: report.skipped.map((s) => ({
      path: plain(s.path),
      reason: plain(s.reason),
      incomplete: s.incomplete,
    })),
    secrets: secrets.sort((a, b) => urgency(a) - urgency(b)),
  };
}

interface Tables {
  readonly rule: number;
  readonly commits: ReturnType<typeof createIndex>;
}

function secretOf(findings: readonly [Finding, ...Finding[]], { rule, commits }: Tables): PageSecret {
  const [worst] = findings;
  const present = findings.some((finding) => finding.inHead !== false);
  const entered = edge(
    findings.map((finding) => finding.commit),
    -1,
  );
  const left = present
    ? undefined
    : edge(
        findings.map((finding) => finding.removed),
        1,
      );
  return {
    rule,
    severity: worst.severity,
    confidence: worst.confidence,
    redacted: sourceLine(worst.redacted),
    fingerprint: plain(worst.fingerprint),
    present,
    ...(findings.every((finding) => finding.suppression) ? { suppressed: true } : {}),
    ...(entered ? { entered: commits.of(entered) } : {}),
    ...(left ? { left: commits.of(left) } : {}),
    places: [...findings].sort((a, b) => weight(a) - weight(b)).map((finding) => placeOf(finding, commits)),
  };
}

/** What counts and can be read now stands first. */
function weight(finding: Finding): number {
  return (finding.suppression ? 2 : 0) + (finding.inHead === false ? 1 : 0);
}

/** The earliest (-1) or latest (1) of the commits with a date. */
function edge(found: readonly (Commit | undefined)[], direction: 1 | -1): Commit | undefined {
  let best: Commit | undefined;
  for (const commit of found) {
    const isBetter = !best || (time(commit) - time(best)) * direction > 0;
    if (commit && !Number.isNaN(time(commit)) && isBetter) best = commit;
  }
  return best;
}

function time(commit: Commit | undefined): number {
  return Date.parse(commit?.date ?? '');
}

function placeOf(finding: Finding, commits: Tables['commits']): PagePlace {
  const { suppression, related } = finding;
  const notes = [
    ...finding.encodings,
    ...(finding.occurrences > 1 ? [count(finding.occurrences, 'time')] : []),
    ...(finding.label ? [finding.label] : []),
    ...related.map((part) => `${part.name} at ${part.startLine}:${part.startColumn}`),
    ...(suppression ? [`suppressed by ${suppression.by}: ${suppression.reason}`] : []),
  ];
  return {
    path: plain(finding.path),
    line: finding.startLine,
    column: finding.startColumn,
    snippet: sourceLine(finding.snippet),
    ...(notes.length > 0 ? { notes: notes.map(plain) } : {}),
    ...(finding.commit ? { commit: commits.of(finding.commit) } : {}),
    ...(finding.inHead === false ? { gone: true } : {}),
  };
}

function createIndex() {
  const all: PageCommit[] = [];
  const known = new Map<string, number>();
  const of = ({ id, date, author }: Commit): number => {
    const at = known.get(id) ?? all.length;
    if (at < all.length) return at;
    known.set(id, at);
    all.push({
      id: plain(id),
      ...(date ? { date: plain(date) } : {}),
      ...(author ? { author: plain(author) } : {}),
    });
    return at;
  };
  return { all, of };
}

function ruleOf(rule: RuleInfo): PageRule {
  const reference = webLink(rule.reference);
  const rotate = webLink(/https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:)]/.exec(rule.remediation)?.[0] ?? '');
  return {
    id: plain(rule.id),
    title: plain(rule.title),
    provider: plain(rule.provider),
    impact: plain(rule.impact),
    remediation: plain(rule.remediation),
    ...(rotate ? { rotate } : {}),
    ...(reference ? { reference } : {}),
  };
}

/** Suppressed ones last; then by severity, and what everybody can read now before what lies in the history. */
function urgency(secret: PageSecret): number {
  const severity = ['critical', 'high', 'medium', 'low'].indexOf(secret.severity);
  const confidence = ['certain', 'probable', 'possible'].indexOf(secret.confidence);
  return (secret.suppressed ? 100 : 0) + severity * 10 + confidence * 2 + (secret.present ? 0 : 1);
}

function factsOf(report: Report, options: ReportOptions): PageData['facts'] {
  const { url, branch, revision } = report.repository ?? {};
  const facts: (readonly [string, string | undefined])[] = [
    ['Repository', url],
    ['Branch', branch],
    ['Revision', revision?.slice(0, 12)],
    ['Scanned', options.time?.end.slice(0, 16).replace('T', ' ')],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, plain(value)] as const] : []));
}
