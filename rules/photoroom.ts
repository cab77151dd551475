import { defineRules } from './define.js';

export const rules = defineRules('photoroom', [
  {
    id: 'photoroom-api-key',
    title: 'Photoroom API key',
    impact: "Edits images at the account's cost.",
    reference: 'https://docs.photoroom.com/getting-started/introduction',
    remediation: 'Rotate it at https://app.photoroom.com/api-dashboard.',
    severity: 'medium',
    keywords: ['sk_pr_'],
    pattern: /\b(?<secret>(?:sandbox_)?sk_pr_[A-Za-z0-9_-]{24,64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['x-api-key: sk_pr_default_{hex:40}'] },
  },
]);
