import { defineRules } from './define.js';

export const rules = defineRules('uber', [
  {
    id: 'uber-server-token',
    title: 'Uber server token or client secret',
    impact: 'Calls the API as the application.',
    reference: 'https://developer.uber.com/docs/guides/authentication',
    remediation: 'Replace it at https://developer.uber.com/dashboard.',
    severity: 'medium',
    keywords: ['uber_', 'uber-', 'uber.com', 'uberapi'],
    value: /(?=[A-Za-z_-]{0,38}[0-9])[A-Za-z0-9_-]{40}/,
    assigned: true,
    minEntropy: 4,
    examples: { match: ['UBER_SERVER_TOKEN={base64url:40}'] },
  },
]);
