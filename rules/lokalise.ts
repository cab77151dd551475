import { defineRules } from './define.js';

export const rules = defineRules('lokalise', [
  {
    id: 'lokalise-api-token',
    title: 'Lokalise API token',
    impact: "Reads and changes translations of its user's projects.",
    reference: 'https://docs.lokalise.com/en/articles/1929556-api-tokens',
    remediation: 'Revoke it at https://app.lokalise.com/profile#apitokens.',
    severity: 'medium',
    keywords: ['lokalise'],
    value: /(?=[a-z]{0,39}[0-9])[a-z0-9]{40}/,
    minEntropy: 3.2,
    examples: { match: ['LOKALISE_API_TOKEN={loweralnum:40}', "'lokalise_api_token': '{loweralnum:40}'"] },
  },
]);
