import { defineRules } from './define.js';

export const rules = defineRules('delighted', [
  {
    id: 'delighted-api-key',
    title: 'Delighted API key',
    impact: "Reads and sends the account's surveys.",
    reference: 'https://app.delighted.com/docs/api',
    remediation: 'Delete the key in Delighted under Settings, API.',
    severity: 'medium',
    keywords: ['delighted'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.8,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['DELIGHTED_API_KEY={alnum:32}', 'delighted.token: "{alnum:32}"'],
      noMatch: ['DELIGHTED_API_KEY={alnum:16}'],
    },
  },
]);
