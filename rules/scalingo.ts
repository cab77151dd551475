import { defineRules } from './define.js';

export const rules = defineRules('scalingo', [
  {
    id: 'scalingo-api-token',
    title: 'Scalingo API token',
    impact: 'Deploys applications and reads their environment.',
    reference: 'https://developers.scalingo.com/tokens',
    remediation: 'Delete it at https://dashboard.scalingo.com/account/tokens.',
    severity: 'critical',
    keywords: ['tk-us-'],
    pattern: /\b(?<secret>tk-us-[A-Za-z0-9_-]{48})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['SCALINGO_API_TOKEN=tk-us-{base64url:48}'] },
  },
]);
