import { defineRules } from './define.js';

export const rules = defineRules('datagov', [
  {
    id: 'datagov-api-key',
    title: 'data.gov API key',
    impact: "Queries the agencies' APIs in the owner's name.",
    reference: 'https://api.data.gov/docs/developer-manual/',
    remediation: 'Ask for a new key at https://api.data.gov/signup/.',
    severity: 'low',
    keywords: ['data.gov', 'data_gov', 'datagov'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    minEntropy: 3.8,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['DATA_GOV_API_KEY={alnum:40}', 'data_gov.token: "{alnum:40}"'],
      noMatch: ['DATA_GOV_API_KEY={alnum:20}'],
    },
  },
]);
