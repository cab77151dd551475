import { defineRules } from './define.js';

export const rules = defineRules('coveralls', [
  {
    id: 'coveralls-token',
    title: 'Coveralls repository token',
    impact: "Uploads coverage, or reads the user's repositories.",
    reference: 'https://docs.coveralls.io/api-introduction',
    remediation: 'Regenerate the token in Coveralls under Settings.',
    severity: 'medium',
    keywords: ['coveralls'],
    value: /(?=[A-Za-z-]{0,36}[0-9])[A-Za-z0-9-]{37}|(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.5,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['COVERALLS_API_KEY={alnum:32}', 'coveralls.token: "{alnum:32}"'],
      noMatch: ['COVERALLS_API_KEY={alnum:16}'],
    },
  },
]);
