import type { Finding, Report, Reporter, ReportOptions, Skip } from '../types.js';
import { markdownCode, plain, markdown as prose, webLink } from './escape.js';
import { clip, count, grouped, size } from './phrase.js';
import { activeFindings, bySecret, listedFindings, severityCounts, worstFirst } from './ranking.js';
import { silencing } from './silencing.js';

/** Enough for a reader, and with room to spare below the 1 MiB of a GitHub job summary. */
const ROWS = 300;
const RULES = 50;
const SKIPS = 100;

/** GitHub-flavoured Markdown, for job summaries and comments: the worst findings, what to do, what was not scanned. */
export const markdown: Reporter = {
  format: 'markdown',
  *render(report, options) {
    yield* headline(report);
    yield* table(worstFirst(listedFindings(report, options)));
    yield* advice(report);
    yield* skips(report.skipped, options);
  },
};

function* headline(report: Report): Iterable<string> {
  const active = activeFindings(report);
  const { units, bytes, commits } = report.scanned;
  const suppressed = report.findings.length - active.length;
  yield `## keyhound: ${verdict(report, active)}\n\n`;
  const counts = severityCounts(bySecret(active).map(([worst]) => worst)).map(
    ([severity, n]) => `**${grouped(n)} ${severity}**`,
  );
  if (counts.length > 0) yield `${counts.join(', ')}\n\n`;
  yield `Scanned ${count(units, 'item')}, ${size(bytes)}${commits > 0 ? `, ${count(commits, 'commit')}` : ''}.`;
  yield suppressed > 0 ? ` ${count(suppressed, 'finding')} suppressed.\n` : '\n';
}

function verdict(report: Report, active: readonly Finding[]): string {
  if (active.length > 0) return `${count(bySecret(active).length, 'secret')} found`;
  if (report.outcome === 'incomplete') return 'no secret found, but the scan is incomplete';
  if (report.outcome === 'error') return 'the scan failed';
  return report.scanned.units === 0 ? 'nothing to scan' : 'no secrets';
}

function* table(findings: readonly Finding[]): Iterable<string> {
  const secrets = bySecret(findings);
  if (secrets.length === 0) return;
  yield '\n| | Secret | Where | Confidence | |\n|---|---|---|---|---|\n';
  for (const places of secrets.slice(0, ROWS)) {
    const [finding] = places;
    const what = `${prose(clip(finding.title, 80))} ${code(finding.redacted, 40)}`;
    yield `| ${[finding.severity, what, where(places), finding.confidence, state(finding)].join(' | ')} |\n`;
  }
  if (secrets.length > ROWS) yield `\nThe ${ROWS} worst of ${grouped(secrets.length)}.\n`;
}

function where([finding, ...others]: readonly [Finding, ...Finding[]]): string {
  const commit = finding.commit ? ` in ${code(finding.commit.id.slice(0, 12), 12)}` : '';
  const more = others.length > 0 ? ` and ${count(others.length, 'more place')}` : '';
  return `${code(`${clip(plain(finding.path), 120)}:${finding.startLine}`, 140)}${commit}${more}`;
}

function state(finding: Finding): string {
  const { suppression, occurrences, inHead } = finding;
  const notes = [
    ...(suppression ? [`suppressed by ${suppression.by}: ${prose(clip(suppression.reason, 120))}`] : []),
    ...(occurrences > 1 ? [count(occurrences, 'time')] : []),
    ...(inHead === false ? ['no longer in HEAD'] : []),
  ];
  return notes.join(', ');
}

function* advice(report: Report): Iterable<string> {
  const active = worstFirst(activeFindings(report));
  const ids = new Set(active.map((finding) => finding.ruleId));
  const rules = [...ids].flatMap((id) => report.rules.find((rule) => rule.id === id) ?? []).slice(0, RULES);
  if (rules.length === 0) return;
  yield '\n### What to do\n\n';
  for (const rule of rules) {
    const ofRule = active.filter((finding) => finding.ruleId === rule.id);
    const link = webLink(rule.reference);
    const more = link ? ` [More](<${plain(link)}>).` : '';
    yield `- **${prose(clip(rule.title, 80))}**: ${prose(clip(rule.impact, 300))} ${prose(clip(rule.remediation, 300))}${more}\n`;
    yield `  Not a secret? ${code(silencing(ofRule), 200)}\n`;
  }
}

function* skips(skipped: readonly Skip[], options: ReportOptions): Iterable<string> {
  const listed = skipped.filter((skip) => skip.incomplete || options.includeSuppressed);
  if (listed.length === 0) return;
  yield `\n### Not scanned: ${count(listed.length, 'item')}\n\n| What | Why |\n|---|---|\n`;
  for (const skip of listed.slice(0, SKIPS))
    yield `| ${code(skip.path, 200)} | ${prose(clip(skip.reason, 200))} |\n`;
  if (listed.length > SKIPS)
    yield `\nThe first ${SKIPS} of ${grouped(listed.length)}; the JSON report lists all.\n`;
}

function code(text: string, length: number): string {
  return markdownCode(clip(plain(text), length));
}
