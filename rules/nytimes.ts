import { defineRules } from './define.js';

export const rules = defineRules('nytimes', [
  {
    id: 'nytimes-api-key',
    title: 'New York Times API key',
    impact: "Uses the account's rate limits.",
    reference: 'https://developer.nytimes.com/get-started',
    remediation: 'Delete the app at https://developer.nytimes.com/my-apps.',
    severity: 'low',
    keywords: ['nytimes', 'ny_times', 'ny-times', 'newyorktimes', 'new_york_times', 'new-york-times'],
    value: /(?=[A-Za-z_=-]{0,31}[0-9])[A-Za-z0-9_=-]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['NYTIMES_API_KEY={alnum:32}'] },
  },
]);
