import { defineRules } from './define.js';

export const rules = defineRules('cohere', [
  {
    id: 'cohere-api-key',
    title: 'Cohere API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://docs.cohere.com/reference/about',
    remediation: 'Delete the key at https://dashboard.cohere.com/api-keys.',
    keywords: ['cohere', 'co_api_key'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    assigned: true,
    minEntropy: 3.8,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['COHERE_API_KEY={alnum:40}', 'cohere.token: "{alnum:40}"'],
      noMatch: ['COHERE_API_KEY={alnum:20}'],
    },
  },
]);
