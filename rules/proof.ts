import { defineRules } from './define.js';

export const rules = defineRules('proof', [
  {
    id: 'proof-api-key',
    title: 'Proof API key',
    impact: 'Reads and starts notarizations.',
    reference: 'https://dev.proof.com/docs/api-keys',
    remediation: "Delete it in Proof's settings under API.",
    severity: 'critical',
    keywords: ['prf_'],
    pattern:
      /\b(?<secret>prf_(?:cli_)?(?:test_)?(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9_-]{24,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['PROOF_API_KEY=prf_test_{alnum:32}'] },
  },
]);
