import { stripVTControlCharacters } from 'node:util';
import { Chalk, type ChalkInstance } from 'chalk';
import type { Finding, IdleIgnore, Report, Reporter, ReportOptions, Skip } from '../types.js';
import { cleanVerdict, describeScanned } from './clean-line.js';
import { plain, sourceLine } from './escape.js';
import { colored, type Page } from './page.js';
import { count } from './phrase.js';
import { activeFindings, byPath, bySecret, listedFindings, severityCounts } from './ranking.js';
import { advice } from './text-advice.js';
import { around, wrap } from './wrap.js';

const SKIPS_SHOWN = 10;
const IDLE_SHOWN = 10;
const SNIPPET_LENGTH = 160;
const PLACES_SHOWN = 5;
/** Where what is said of a finding begins. */
const FINDING_INDENT = 9;
/** A narrower terminal breaks lines itself; without one they are as long as they are. */
const NARROWEST = 60;

/** The report for people: findings by file, then what to do about each rule, then one line that sums up. */
export const text: Reporter = {
  format: 'text',
  *render(report, options) {
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const width = options.width && options.width >= NARROWEST ? options.width : Number.POSITIVE_INFINITY;
    const page = { paint, width };
    yield* files(listedFindings(report, options), page);
    if (!options.quiet) yield* advice(report, page);
    yield* gaps(report.skipped, options, paint);
    yield* idle(report.idleIgnores ?? [], options, paint);
    yield* summary(report, options, page);
  },
};

function* files(findings: readonly Finding[], page: Page): Iterable<string> {
  for (const [path, ofPath] of byPath(findings)) {
    yield `${page.paint.bold.underline(plain(path))}\n`;
    for (const places of bySecret(ofPath)) yield* secret(places, page);
    yield '\n';
  }
}

/** A secret of one file, once, with where else in the file (or its history) it stands. */
function* secret(
  [finding, ...others]: readonly [Finding, ...Finding[]],
  { paint, width }: Page,
): Iterable<string> {
  const at = `${finding.startLine}:${finding.startColumn}`.padStart(7);
  const title = plain(finding.title);
  const room = width - FINDING_INDENT;
  const facts = circumstances(finding).map(plain);
  const words = facts.map((fact, index) => (index < facts.length - 1 ? `${fact} ·` : fact));
  const lines = wrap(words, room, room - title.length - 2).map((line) => paint.dim(line));
  yield `${paint.dim(at)}  ${colored(finding.severity, paint)(title)}  ${lines.join(`\n${' '.repeat(FINDING_INDENT)}`)}\n`;
  const redacted = sourceLine(finding.redacted);
  const line = around(sourceLine(finding.snippet), redacted, Math.min(room, SNIPPET_LENGTH));
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

function* summary(report: Report, options: ReportOptions, { paint, width }: Page): Iterable<string> {
  const active = activeFindings(report);
  const hidden = report.findings.length - active.length;
  if (options.quiet && active.length === 0) return;
  const suppressed = hidden > 0 ? `, ${hidden} suppressed` : '';
  const left = report.skipped.filter((skip) => !skip.incomplete).length;
  const leftOut = left > 0 ? `, ${left} left out by settings` : '';
  const said = `${verdict(report, active, paint)}${paint.dim(`${suppressed}.`)}`;
  const scanned = `${describeScanned(report.mode, report.scanned)}${leftOut}.`;
  const fits = stripVTControlCharacters(said).length + 1 + scanned.length <= width;
  yield `${said}${fits ? ' ' : '\n  '}${paint.dim(scanned)}\n`;
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
