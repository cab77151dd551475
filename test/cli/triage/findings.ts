import type { Finding, RuleInfo } from '../../../src/types.js';

/** A finding of a test; what is not given is dull. */
export function findingAt(path: string, more: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'acme-api-key',
    title: 'Acme API key',
    provider: 'acme',
    confidence: 'probable',
    severity: 'high',
    path,
    kind: 'file',
    startLine: 3,
    startColumn: 5,
    endLine: 3,
    endColumn: 25,
    redacted: 'acme_…',
    snippet: 'key = ***',
    encodings: [],
    fingerprint: path,
    occurrences: 1,
    related: [],
    ...more,
  };
}

/** The rule of these findings. */
export const rule: RuleInfo = {
  id: 'acme-api-key',
  title: 'Acme API key',
  impact: 'Reads and changes orders.',
  reference: '',
  remediation: 'Delete the key in the settings.',
  provider: 'acme',
  severity: 'high',
};
