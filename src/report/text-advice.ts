import type { Finding, Report, RuleInfo } from '../types.js';
import { plain, webLink } from './escape.js';
import { colored, type Page } from './page.js';
import { count } from './phrase.js';
import { activeFindings, byRule, bySecret, worstFirst } from './ranking.js';
import { silencing } from './silencing.js';
import { wrap } from './wrap.js';

const RULES_EXPLAINED = 10;
/** Where what is said of a rule begins. */
const INDENT = 12;

/** What to do about the rules with findings that count, worst first. */
export function* advice(report: Report, page: Page): Iterable<string> {
  const active = worstFirst(activeFindings(report));
  if (active.length === 0) return;
  const { paint } = page;
  yield `${paint.bold('What to do')}\n`;
  const groups = [...byRule(active)];
  const explained: RuleInfo[] = [];
  for (const [id, ofRule] of groups.slice(0, RULES_EXPLAINED)) {
    const rule = report.rules.find((r) => r.id === id);
    if (!rule) continue;
    const same = explained.find((r) => r.remediation === rule.remediation && r.reference === rule.reference);
    yield* adviceFor(rule, { ofRule, same }, page);
    explained.push(rule);
  }
  const more = groups.slice(RULES_EXPLAINED).map(([id]) => plain(id));
  if (more.length > 0) {
    yield `\n  ${count(more.length, 'more rule')}: keyhound rules show ID\n`;
    for (const line of wrap(more, page.width - 4)) yield `    ${paint.dim(line)}\n`;
  }
  yield `\n${paint.dim('Why is something reported, or not? keyhound explain PATH:LINE')}\n\n`;
}

/** Why a rule matters and what to do; `same`: a rule that was explained and has the same fix. */
function* adviceFor(
  rule: RuleInfo,
  { ofRule, same }: { readonly ofRule: readonly Finding[]; readonly same: RuleInfo | undefined },
  { paint, width }: Page,
): Iterable<string> {
  const link = webLink(rule.reference);
  const rows = [
    ['why', rule.impact],
    ['fix', same ? `as for ${same.title}` : rule.remediation],
    ...(link && !same && !rule.remediation.includes(link) ? [['more', link]] : []),
    ['ignore', silencing(ofRule)],
  ];
  const severity = ofRule[0]?.severity ?? rule.severity;
  const number = bySecret(ofRule).length;
  yield `\n  ${colored(severity, paint)(plain(rule.title))}${paint.dim(number > 1 ? ` × ${number}` : '')}\n`;
  for (const [name = '', value = ''] of rows) {
    const lines = wrap(wordsOf(plain(value)), width - INDENT);
    yield `    ${paint.dim(name.padEnd(7))} ${lines.join(`\n${' '.repeat(INDENT)}`)}\n`;
  }
}

/** A comment to copy stays on one line. */
function wordsOf(text: string): readonly string[] {
  const [before = '', comment] = text.split(/ (?=keyhound:ignore )/);
  return [...before.split(' '), ...(comment === undefined ? [] : [comment])];
}
