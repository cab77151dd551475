import { defineRules } from './define.js';

export const rules = defineRules('finage', [
  {
    id: 'finage-api-key',
    title: 'Finage API key',
    impact: "Queries market data at the owner's cost.",
    reference: 'https://finage.co.uk/docs/api/getting-started',
    remediation: 'Reset the key in the Finage dashboard.',
    severity: 'low',
    keywords: ['finage', 'api_key'],
    value: /API_KEY[0-9A-Z]{32}/,
    minEntropy: 3.4,
    examples: { match: ['finage = API_KEY{upperalnum:32}'], noMatch: ['finage = API_KEY{upperalnum:8}'] },
  },
]);
