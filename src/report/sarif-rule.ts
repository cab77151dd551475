import { CONFIDENCES, type Finding, type Mode, type Report, type RuleInfo, type Severity } from '../types.js';
import { markdown, plain, webLink } from './escape.js';
import { clip } from './phrase.js';

/** Names the CWE taxonomy within a run. */
export const CWE_GUID = 'FFC64C90-42B6-44CE-8BEB-F6B7DAE649E5';

const WEAKNESSES: Readonly<Record<string, string>> = {
  '312': 'Cleartext Storage of Sensitive Information',
  '321': 'Use of Hard-coded Cryptographic Key',
  '532': 'Insertion of Sensitive Information into Log File',
  '798': 'Use of Hard-coded Credentials',
};

/** What code scanning shows as critical, high, medium and low: above 9.0, from 7.0, from 4.0, below. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
};

/** SonarQube reads the level from the rule, so it is there as well as on the result. */
export const LEVELS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

const PRECISIONS = ['very-high', 'high', 'medium'] as const;

/** A rule as a SARIF reportingDescriptor; its precision is that of its surest finding. */
export function sarifRule(rule: RuleInfo, mode: Mode, findings: readonly Finding[]) {
  const cwes = weaknessesOf(rule, mode);
  const link = webLink(rule.reference);
  const surest = Math.min(...findings.map((finding) => CONFIDENCES.indexOf(finding.confidence)), 2);
  return {
    id: rule.id,
    name: symbol(rule.id),
    shortDescription: { text: sentence(clip(plain(rule.title), 1000)) },
    fullDescription: { text: sentence(clip(plain(rule.impact), 1000)) },
    help: { text: help(rule, link), markdown: helpMarkdown(rule, link) },
    ...(link ? { helpUri: link } : {}),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    relationships: cwes.map((id) => ({
      target: { id, toolComponent: { name: 'CWE', index: 0, guid: CWE_GUID } },
      kinds: ['superset'],
    })),
    properties: {
      tags: ['security', 'secret', ...cwes.map((id) => `external/cwe/cwe-${id}`)],
      precision: PRECISIONS[surest] ?? 'medium',
      'security-severity': SECURITY_SEVERITY[rule.severity],
    },
  };
}

/** The taxa that the rules of a report refer to. */
export function weaknesses(report: Report) {
  const used = new Set(report.rules.flatMap((rule) => weaknessesOf(rule, report.mode)));
  return [...used].sort().map((id) => ({
    id,
    name: WEAKNESSES[id],
    helpUri: `https://cwe.mitre.org/data/definitions/${id}.html`,
    shortDescription: { text: `${WEAKNESSES[id]}.` },
  }));
}

function weaknessesOf(rule: RuleInfo, mode: Mode): readonly string[] {
  const key = /private-key/.test(rule.id) ? ['312', '321'] : [];
  return ['798', ...key, ...(mode === 'log' ? ['532'] : [])].sort();
}

function symbol(id: string): string {
  return id
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function help(rule: RuleInfo, link: string | undefined): string {
  const parts = [rule.impact, rule.remediation].map((part) => sentence(plain(part)));
  return `${parts.join(' ')}${link ? ` See ${link}` : ''} To silence it: keyhound:ignore ${plain(rule.id)} -- reason`;
}

function helpMarkdown(rule: RuleInfo, link: string | undefined): string {
  return [
    `## ${markdown(rule.title)}`,
    `**Why it matters.** ${markdown(sentence(rule.impact))}`,
    `**What to do.** ${markdown(sentence(rule.remediation))} Removing it from the code is not enough: whoever has seen it can use it until it is revoked.`,
    ...(link ? [`[About this credential](<${link.replaceAll('>', '%3E')}>)`] : []),
    `**Not a secret?** Add the comment \`keyhound:ignore ${plain(rule.id).replaceAll('`', '')} -- reason\` to the line.`,
  ].join('\n\n');
}
