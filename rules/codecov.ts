import { defineRules } from './define.js';

export const rules = defineRules('codecov', [
  {
    id: 'codecov-token',
    title: 'Codecov token',
    impact: "Uploads coverage, or reads the organisation's reports.",
    reference: 'https://docs.codecov.com/docs/codecov-tokens',
    remediation: 'Regenerate the token in Codecov under Settings.',
    severity: 'medium',
    keywords: ['codecov'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['CODECOV_TOKEN={uuid}', 'codecovToken = "{loweralnum:32}"'],
      noMatch: ['CODECOV_TOKEN={hex:12}'],
    },
  },
]);
