import { defineRules } from './define.js';

export const rules = defineRules('algolia', [
  {
    id: 'algolia-api-key',
    title: 'Algolia API key',
    impact: 'Reads, and with an admin key changes, the search indexes.',
    reference: 'https://www.algolia.com/doc/guides/security/api-keys/',
    remediation: 'Delete the key in the Algolia dashboard under API keys.',
    severity: 'medium',
    keywords: ['algolia'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    companions: [
      {
        name: 'application id',
        pattern: /(?<![A-Z0-9])(?=[A-Z]{0,9}[0-9])[A-Z0-9]{10}(?![A-Za-z0-9])/,
        within: 200,
      },
    ],
    examples: {
      match: ['ALGOLIA_API_KEY={hex:32}', 'algolia.token: "{hex:32}"'],
      noMatch: ['ALGOLIA_API_KEY={hex:16}'],
    },
  },
]);
