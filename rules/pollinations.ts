import { defineRules } from './define.js';

export const rules = defineRules('pollinations', [
  {
    id: 'pollinations-api-key',
    title: 'Pollinations API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://github.com/pollinations/pollinations/blob/master/APIDOCS.md',
    remediation: 'Delete it at https://enter.pollinations.ai.',
    keywords: ['plln_sk_'],
    pattern: /\b(?<secret>plln_sk_[A-Za-z0-9_-]{16,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['POLLINATIONS_TOKEN=plln_sk_{alnum:32}'] },
  },
  {
    id: 'pollinations-publishable-key',
    title: 'Pollinations publishable key',
    impact: "Uses models at the account's cost, within limits.",
    reference: 'https://github.com/pollinations/pollinations/blob/master/APIDOCS.md',
    remediation: 'Delete it at https://enter.pollinations.ai.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['plln_pk_'],
    pattern: /\b(?<secret>plln_pk_[A-Za-z0-9_-]{16,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['key=plln_pk_{alnum:32}'] },
  },
]);
