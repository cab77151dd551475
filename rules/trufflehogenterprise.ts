import { defineRules } from './define.js';

export const rules = defineRules('trufflehogenterprise', [
  {
    id: 'trufflehog-enterprise-secret',
    title: 'TruffleHog Enterprise key or secret',
    impact: "Reads findings of the organization's scans.",
    reference: 'https://docs.trufflesecurity.com/scanner-configuration',
    remediation: 'Delete it in the Enterprise dashboard.',
    keywords: ['thog-key-', 'thog-secret-'],
    pattern: /\b(?<secret>thog-(?:key-[0-9a-f]{16}|secret-[0-9a-f]{32}))\b/,
    minEntropy: 3,
    examples: { match: ['thog-secret-{hex:32}'] },
  },
]);
