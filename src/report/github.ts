import type { Finding, Report, Reporter, Severity } from '../types.js';
import { commandMessage, commandProperty } from './escape.js';
import { clip, count } from './phrase.js';
import { activeFindings, bySecret, worstFirst } from './ranking.js';
import { silencing } from './silencing.js';

/** The runner shows ten annotations of a kind for a step and drops the rest. */
const SHOWN = 10;
const COMMANDS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
};

/** Annotations as GitHub Actions workflow commands: the ten worst findings, then how many there are. */
export const github: Reporter = {
  format: 'github',
  *render(report) {
    const active = activeFindings(report);
    const remediation = new Map(report.rules.map((rule) => [rule.id, rule.remediation]));
    const secrets = bySecret(worstFirst(active));
    // one annotation a secret, before more places of the same
    const shown = [...secrets.map(([first]) => first), ...secrets.flatMap(([, ...more]) => more)];
    for (const finding of shown.slice(0, SHOWN))
      yield annotation(finding, remediation.get(finding.ruleId) ?? '');
    yield* totals(report, active);
  },
};

function annotation(finding: Finding, remediation: string): string {
  const { path, startLine, endLine, startColumn, endColumn } = finding;
  const columns = startLine === endLine ? { col: startColumn, endColumn } : {};
  const properties = { file: path, line: startLine, endLine, ...columns, title: finding.title };
  const gone = finding.inHead === false ? ' It is in the history, no longer in HEAD.' : '';
  const commit = finding.commit ? ` Commit ${finding.commit.id.slice(0, 12)}.` : '';
  const message = `${finding.redacted} (${finding.severity}, ${finding.confidence}).${commit}${gone} ${remediation}`;
  return command(COMMANDS[finding.severity], properties, `${message} Not a secret? ${silencing([finding])}`);
}

function* totals(report: Report, active: readonly Finding[]): Iterable<string> {
  const title = { title: 'keyhound' };
  const missed = report.skipped.filter((skip) => skip.incomplete);
  if (missed.length > 0) {
    const first = missed[0];
    yield command(
      'warning',
      title,
      `The scan is incomplete: ${count(missed.length, 'item')} not scanned, first ${first?.path}: ${first?.reason}`,
    );
  }
  if (active.length > SHOWN)
    yield command(
      'notice',
      title,
      `${count(bySecret(active).length, 'secret')} found in ${count(active.length, 'place')}; the ${SHOWN} worst are annotated.`,
    );
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${commandProperty(clip(String(value), 1_000))}`,
  );
  return `::${name} ${list.join(',')}::${commandMessage(clip(message, 1_000))}\n`;
}
