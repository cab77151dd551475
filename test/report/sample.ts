import type { Finding, Report, ReportOptions, RuleInfo } from '../../src/types.js';

/** How a person at a terminal without colours would read a report. */
export const OPTIONS: ReportOptions = { includeSuppressed: false, color: false, quiet: false };

export const RULES: readonly RuleInfo[] = [
  {
    id: 'example-live-key',
    title: 'Example live key',
    impact: 'Moves money on the live account.',
    reference: 'https://example.com/docs/keys?a=1&b=2',
    remediation: 'Roll the key at https://example.com/apikeys.',
    provider: 'example',
    severity: 'critical',
  },
  {
    id: 'generic-password',
    title: 'Password in an assignment',
    impact: 'Opens what the password protects.',
    reference: 'https://example.org/passwords',
    remediation: 'Change the password where it is used.',
    provider: 'generic',
    severity: 'medium',
  },
];

/** A finding that says the same of itself every time; `change` gives what a test is about. */
export function finding(change: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'example-live-key',
    title: 'Example live key',
    provider: 'example',
    confidence: 'certain',
    severity: 'critical',
    path: 'src/pay.ts',
    startLine: 3,
    startColumn: 14,
    endLine: 3,
    endColumn: 46,
    kind: 'file',
    redacted: 'exk_live_…',
    snippet: "const key = 'exk_live_…';",
    encodings: [],
    fingerprint: 'v1:0123456789abcdef0123456789abcdef',
    occurrences: 1,
    related: [],
    ...change,
  };
}

/** A whole report around findings. */
export function report(change: Partial<Report> = {}): Report {
  const findings = change.findings ?? [];
  return {
    schema: 'keyhound/1',
    tool: { name: 'keyhound', version: '1.2.3', rules: 'a'.repeat(64) },
    mode: 'tree',
    outcome: findings.some((f) => !f.suppression) ? 'findings' : 'clean',
    scanned: { units: 120, bytes: 4_820_113, commits: 0 },
    skipped: [],
    findings,
    rules: RULES.filter((rule) => findings.some((f) => f.ruleId === rule.id)),
    ...change,
  };
}

/** One of everything: a pair, a decoded one, one of the history, a suppressed one, what was not scanned. */
export function sample(): Report {
  return report({
    mode: 'history',
    scanned: { units: 120, bytes: 4_820_113, commits: 31 },
    skipped: [
      { path: 'data/dump.bin', reason: 'larger than 10 MB', incomplete: true },
      { path: 'vendor', reason: 'left out by the setting `paths.ignore`', incomplete: false },
    ],
    findings: [
      finding({
        path: 'config/a b#1.env',
        ruleId: 'generic-password',
        title: 'Password in an assignment',
        provider: 'generic',
        confidence: 'possible',
        severity: 'medium',
        redacted: '***',
        snippet: 'PASSWORD=***',
        startColumn: 10,
        endColumn: 20,
        fingerprint: 'v1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        kind: 'blob',
        inHead: false,
        commit: { id: '1'.repeat(40), date: '2024-02-03T04:05:06+01:00' },
      }),
      finding({ kind: 'blob', inHead: true, commit: { id: '2'.repeat(40), date: '2025-06-07T08:09:10Z' } }),
      finding({
        path: 'src/pay.ts',
        startLine: 9,
        endLine: 9,
        encodings: ['base64'],
        occurrences: 3,
        related: [{ name: 'key id', startLine: 8, startColumn: 3, endLine: 8, endColumn: 9 }],
      }),
      finding({
        path: 'test/pay.test.ts',
        fingerprint: 'v1:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
        suppression: { by: 'baseline', reason: 'test-fixture: made up' },
      }),
    ],
  });
}
