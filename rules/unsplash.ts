import { defineRules } from './define.js';

export const rules = defineRules('unsplash', [
  {
    id: 'unsplash-access-key',
    title: 'Unsplash key',
    impact: "Uses the application's rate limits, or its users' permissions.",
    reference: 'https://unsplash.com/documentation#authorization',
    remediation: 'Replace it at https://unsplash.com/oauth/applications.',
    severity: 'low',
    keywords: ['unsplash'],
    value: /(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43}/,
    minEntropy: 3.3,
    examples: { match: ['UNSPLASH_ACCESS_KEY={alnum:20}-{alnum:22}'] },
  },
]);
