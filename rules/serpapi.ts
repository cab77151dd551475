import { defineRules } from './define.js';

export const rules = defineRules('serpapi', [
  {
    id: 'serpapi-key',
    title: 'SerpApi key',
    impact: "Searches at the account's cost.",
    reference: 'https://serpapi.com/search-api',
    remediation: 'Regenerate it at https://serpapi.com/manage-api-key.',
    severity: 'low',
    keywords: ['serpapi', 'serp_api'],
    value: /[0-9a-f]{64}/,
    minEntropy: 3,
    examples: { match: ['SERPAPI_API_KEY={hex:64}', "'serpapi_api_key': '{hex:64}'"] },
  },
]);
