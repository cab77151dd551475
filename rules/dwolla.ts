import { defineRules } from './define.js';

export const rules = defineRules('dwolla', [
  {
    id: 'dwolla-secret',
    title: 'Dwolla key or secret',
    impact: "Moves money of the platform's customers.",
    reference: 'https://developers.dwolla.com/docs/api-reference/api-fundamentals/authentication',
    remediation: 'Delete the application in the Dwolla dashboard.',
    severity: 'critical',
    keywords: ['dwolla'],
    value: /(?=[A-Za-z]{0,49}[0-9])[A-Za-z0-9]{50}/,
    minEntropy: 4,
    examples: {
      match: ['DWOLLA_API_KEY={alnum:50}', 'dwolla.token: "{alnum:50}"'],
      noMatch: ['DWOLLA_API_KEY={alnum:25}'],
    },
  },
]);
