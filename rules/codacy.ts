import { defineRules } from './define.js';

export const rules = defineRules('codacy', [
  {
    id: 'codacy-api-token',
    title: 'Codacy API token',
    impact: "Reads and changes the organisation's analyses.",
    reference: 'https://docs.codacy.com/codacy-api/api-tokens/',
    remediation: 'Revoke the token in Codacy under Account, Access management.',
    severity: 'medium',
    keywords: ['codacy'],
    value: /(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}|[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3.4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['CODACY_API_KEY={alnum:20}', 'codacy.token: "{alnum:20}"'],
      noMatch: ['CODACY_API_KEY={alnum:10}'],
    },
  },
]);
