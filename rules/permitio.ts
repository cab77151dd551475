import { defineRules } from './define.js';

export const rules = defineRules('permitio', [
  {
    id: 'permitio-api-key',
    title: 'Permit.io API key',
    impact: 'Changes who may do what in the applications that ask Permit.',
    reference: 'https://docs.permit.io/overview/use-the-permit-api-and-sdk',
    remediation: 'Rotate it at https://app.permit.io/settings/api-keys.',
    severity: 'critical',
    keywords: ['permit_key_'],
    pattern: /\b(?<secret>permit_key_[A-Za-z0-9_-]{40,120})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['PERMIT_API_KEY=permit_key_{alnum:85}'] },
  },
]);
