import { Chalk, type ChalkInstance } from 'chalk';
import type {
  Finding,
  IdleIgnore,
  Report,
  Reporter,
  ReportOptions,
  RuleInfo,
  Severity,
  Skip,
} from '../types.js';
import { cleanVerdict, describeScanned } from './clean-line.js';
import { plain, sourceLine, webLink } from './escape.js';
import { clip, count } from './phrase.js';
import { activeFindings, byPath, bySecret, listedFindings, severityCounts, worstFirst } from './ranking.js';
import { silencing } from './silencing.js';

const SKIPS_SHOWN = 10;
const IDLE_SHOWN = 10;
const SNIPPET_LENGTH = 160;
const PLACES_SHOWN = 5;

/** The report for people: findings by file, then what to do about each rule, then one line that sums up. */
export const text: Reporter = {
  format: 'text',
  *render(report, options) {
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const findings = listedFindings(report, options);
    yield* files(findings, paint);
    if (!options.quiet) yield* advice(report, paint);
    yield* gaps(report.skipped, options, paint);
    yield* idle(report.idleIgnores ?? [], options, paint);
    yield* summary(report, options, paint);
  },
};

function* files(findings: readonly Finding[], paint: ChalkInstance): Iterable<string> {
  for (const [path, ofPath] of byPath(findings)) {
    yield `${paint.bold.underline(plain(path))}\n`;
    for (const places of bySecret(ofPath)) yield* secret(places, paint);
    yield '\n';
  }
}

/** A secret of one file, once, with where else in the file (or its history) it stands. */
function* secret(
  [finding, ...others]: readonly [Finding, ...Finding[]],
  paint: ChalkInstance,
): Iterable<string> {
  const at = `${finding.startLine}:${finding.startColumn}`.padStart(7);
  const title = colored(finding.severity, paint)(plain(finding.title));
  yield `${paint.dim(at)}  ${title}  ${paint.dim(circumstances(finding).map(plain).join(' · '))}\n`;
  const line = clip(sourceLine(finding.snippet), SNIPPET_LENGTH);
  const redacted = sourceLine(finding.redacted);
  const parts = line.split(redacted).map((part) => paint.dim(part));
  if (line) yield `${paint.dim('      │')}  ${parts.join(paint.yellow(redacted))}\n`;
  if (others.length > 0) yield `${paint.dim(`      │  also at ${elsewhere(others)}`)}\n`;
}

function elsewhere(others: readonly Finding[]): string {
  const places = [...new Set(others.map(({ startLine, startColumn }) => `${startLine}:${startColumn}`))];
  const more = places.length - PLACES_SHOWN;
  return `${places.slice(0, PLACES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function circumstances(finding: Finding): readonly string[] {
  const { commit, suppression } = finding;
  return [
    finding.severity,
    finding.confidence,
    ...finding.encodings,
    ...(finding.occurrences > 1 ? [count(finding.occurrences, 'time')] : []),
    ...(finding.label ? [finding.label] : []),
    ...(commit
      ? [
          [`commit ${commit.id.slice(0, 12)}`, commit.date?.slice(0, 10), commit.author]
            .filter(Boolean)
            .join(' '),
        ]
      : []),
    ...(finding.inHead === false ? ['no longer in HEAD'] : []),
    ...(suppression ? [`suppressed by ${suppression.by}: ${suppression.reason}`] : []),
  ];
}

function* advice(report: Report, paint: ChalkInstance): Iterable<string> {
  const active = worstFirst(activeFindings(report));
  if (active.length === 0) return;
  yield `${paint.bold('What to do')}\n`;
  for (const id of new Set(active.map((finding) => finding.ruleId))) {
    const rule = report.rules.find((r) => r.id === id);
    const ofRule = active.filter((finding) => finding.ruleId === id);
    if (rule) yield* adviceFor(rule, ofRule, paint);
  }
  yield `\n${paint.dim('Why is something reported, or not? keyhound explain PATH:LINE')}\n\n`;
}

function* adviceFor(rule: RuleInfo, findings: readonly Finding[], paint: ChalkInstance): Iterable<string> {
  const link = webLink(rule.reference);
  const rows = [
    ['why', rule.impact],
    ['fix', rule.remediation],
    ...(link && !rule.remediation.includes(link) ? [['more', link]] : []),
    ['ignore', silencing(findings)],
  ];
  const severity = findings[0]?.severity ?? rule.severity;
  const number = bySecret(findings).length;
  yield `\n  ${colored(severity, paint)(plain(rule.title))}${paint.dim(number > 1 ? ` × ${number}` : '')}\n`;
  for (const [name = '', value = ''] of rows) yield `    ${paint.dim(name.padEnd(7))} ${plain(value)}\n`;
}

function* gaps(skipped: readonly Skip[], options: ReportOptions, paint: ChalkInstance): Iterable<string> {
  const missed = skipped.filter((skip) => skip.incomplete);
  if (missed.length === 0) return;
  yield `${paint.yellow.bold(`Not scanned: ${count(missed.length, 'item')}`)}\n`;
  for (const skip of missed.slice(0, SKIPS_SHOWN))
    yield `  ${plain(skip.path)}  ${paint.dim(plain(skip.reason))}\n`;
  const more = missed.length - SKIPS_SHOWN;
  if (more > 0) yield `  ${paint.dim(`and ${more} more; all are in --format json`)}\n`;
  if (!options.quiet) yield '\n';
}

function* idle(
  ignores: readonly IdleIgnore[],
  options: ReportOptions,
  paint: ChalkInstance,
): Iterable<string> {
  if (ignores.length === 0 || options.quiet) return;
  yield `${paint.yellow(`${count(ignores.length, 'ignore')} without effect`)}\n`;
  for (const { source, what } of ignores.slice(0, IDLE_SHOWN))
    yield `  ${plain(source)}  ${paint.dim(plain(what))}\n`;
  const more = ignores.length - IDLE_SHOWN;
  if (more > 0) yield `  ${paint.dim(`and ${more} more; all are in --format json`)}\n`;
  yield '\n';
}

function* summary(report: Report, options: ReportOptions, paint: ChalkInstance): Iterable<string> {
  const active = activeFindings(report);
  const hidden = report.findings.length - active.length;
  if (options.quiet && active.length === 0) return;
  const suppressed = hidden > 0 ? `, ${hidden} suppressed` : '';
  const left = report.skipped.filter((skip) => !skip.incomplete).length;
  const leftOut = left > 0 ? `, ${left} left out by settings` : '';
  yield `${verdict(report, active, paint)}${paint.dim(`${suppressed}. ${describeScanned(report.mode, report.scanned)}${leftOut}.`)}\n`;
}

function verdict(report: Report, active: readonly Finding[], paint: ChalkInstance): string {
  if (active.length > 0) {
    const secrets = bySecret(active);
    const paths = new Set(active.map((finding) => finding.path)).size;
    const places = active.length > secrets.length ? `${count(active.length, 'place')} of ` : '';
    const found = `✖ ${count(secrets.length, 'secret')} in ${places}${count(paths, 'file')}`;
    const counts = severityCounts(secrets.map(([worst]) => worst));
    const parts = counts.map(([severity, n]) => colored(severity, paint)(`${n} ${severity}`));
    return `${paint.red.bold(found)}: ${parts.join(', ')}`;
  }
  if (report.outcome === 'incomplete')
    return paint.yellow.bold('▲ No secret found, but the scan is incomplete');
  if (report.outcome === 'error') return paint.red.bold('✖ The scan failed');
  return cleanVerdict(report.scanned, { good: paint.green.bold });
}

function colored(severity: Severity, paint: ChalkInstance): ChalkInstance {
  return { critical: paint.red.bold, high: paint.red, medium: paint.yellow, low: paint.cyan }[severity];
}
