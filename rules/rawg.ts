import { defineRules } from './define.js';

export const rules = defineRules('rawg', [
  {
    id: 'rawg-api-key',
    title: 'RAWG API key',
    impact: "Uses the API at the account's limits.",
    reference: 'https://api.rawg.io/docs/',
    remediation: 'Delete it at https://rawg.io/apidocs.',
    severity: 'low',
    keywords: ['rawg'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['RAWG_API_KEY={loweralnum:32}', "'rawg_api_key': '{loweralnum:32}'"] },
  },
]);
