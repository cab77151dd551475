import { defineRules } from './define.js';

export const rules = defineRules('finnhub', [
  {
    id: 'finnhub-api-key',
    title: 'Finnhub API key',
    impact: "Queries market data at the owner's cost.",
    reference: 'https://finnhub.io/docs/api/authentication',
    remediation: 'Regenerate the key in the Finnhub dashboard.',
    severity: 'low',
    keywords: ['finnhub'],
    value: /(?=[a-z]{0,19}[0-9])[a-z0-9]{20}|(?=[a-z]{0,39}[0-9])[a-z0-9]{40}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['FINNHUB_API_KEY={loweralnum:20}', 'finnhub.token: "{loweralnum:20}"'],
      noMatch: ['FINNHUB_API_KEY={loweralnum:10}'],
    },
  },
]);
